import { exact, type Exact } from '../scoring/number';
import type { AmountEntry } from './amount-entries';
import { amountSums } from './amount-sums';
import { keyOf, type CheckContext } from './check-context';
import { defineCheck } from './define-check';
import page from './fmt-001-unit-mix.md';
import { amount } from './quantity';
import { sameMoney } from './same-money';
import { columnName, labelOf, tableName } from './table-words';
import { compareSum, printedDecimals } from './tolerance';

const TEN_THOUSAND = exact(10_000);

/** Amounts in 万元 are rounded, so the factor need not be exact. */
const NEARLY = exact(1).div(100);

export const fmt001 = defineCheck({
  meta: {
    id: 'FMT-001',
    name: 'unit-mix',
    title: '同一个数没有混用元和万元',
    severity: 'error',
    needs: ['amounts'],
    why: '单位填错会把金额放大或缩小一万倍，凡引用它的合计和比率都会错。',
    messages: {
      pair: {
        what: '疑似单位错误：{t}“{row}”{column}{left}，{t2}同一数为{right}，相差约一万倍。',
        todo: '核对表头单位，把{t}“{row}”按{unit}改填。',
      },
      part: {
        what: '疑似单位错误：{t}“{row}”{column}{left}，与同表其他数相差约一万倍，应为{right}。',
        todo: '核对表头单位，把{t}“{row}”按{unit}改填。',
      },
    },
  },
  page,

  run(context, report) {
    const told = new Set<string>();
    const isNew = (entry: AmountEntry): boolean =>
      !told.has(keyOf(entry.cell.ref)) && told.add(keyOf(entry.cell.ref)).size > 0;
    for (const { entry, base } of mixedPairs(context)) {
      if (!isNew(entry)) continue;
      const decimals = printedDecimals([entry.cell, base.cell]);
      report({
        messageId: 'pair',
        at: entry.cell.ref,
        left: amount(printed(entry, entry), decimals),
        right: amount(printed(base, entry), decimals),
        data: { ...words(entry), t2: tableName(base.table) },
        related: [{ ...base.cell.ref, role: '同一数' }],
      });
    }
    for (const { part, should, total } of mixedParts(context)) {
      if (!isNew(part)) continue;
      report({
        messageId: 'part',
        at: part.cell.ref,
        left: amount(printed(part, part), printedDecimals([part.cell])),
        right: amount(should, 2),
        data: words(part),
        related: [{ ...total.cell.ref, role: '合计' }],
      });
    }
  },
});

function words(entry: AmountEntry) {
  return {
    t: tableName(entry.table),
    row: labelOf(entry.row.label.text),
    column: columnName(entry.table, entry.column),
    unit: entry.unit ?? '表头单位',
  };
}

function printed(entry: AmountEntry, like: AmountEntry): Exact {
  return (entry.value ?? entry.scale).div(like.scale);
}

function isMixed(a: Exact, b: Exact): boolean {
  if (a.equals(0) || b.equals(0)) return false;
  const ratio = a.div(b);
  const up = ratio.compare(1) > 0 ? ratio : exact(1).div(ratio);
  return up.div(TEN_THOUSAND).sub(1).abs().compare(NEARLY) <= 0;
}

/** One quantity in two places, a factor of 10⁴ apart: the one that fewer places share is the wrong one. */
function mixedPairs(context: CheckContext): readonly Readonly<{ entry: AmountEntry; base: AmountEntry }>[] {
  return sameMoney(context).flatMap((entries) => {
    const votes = (entry: AmountEntry): number =>
      entries.filter((other) => other.value && entry.value && !isMixed(other.value, entry.value)).length;
    return entries.flatMap((entry) => {
      const base = entries.find(
        (other) =>
          entry.value && other.value && isMixed(entry.value, other.value) && isLikelier(other, entry, votes),
      );
      return base ? [{ entry, base }] : [];
    });
  });
}

/** More places agree with it; else the smaller, because 元 typed under 万元 is the usual slip. */
function isLikelier(a: AmountEntry, b: AmountEntry, votes: (entry: AmountEntry) => number): boolean {
  return votes(a) !== votes(b) ? votes(a) > votes(b) : (a.value ?? a.scale).compare(b.value ?? b.scale) < 0;
}

/** A part of a sum that makes the sum right when it is divided (or multiplied) by 10⁴. */
function mixedParts(
  context: CheckContext,
): readonly Readonly<{ part: AmountEntry; should: Exact; total: AmountEntry }>[] {
  return context.amountTables
    .flatMap(amountSums)
    .flatMap(({ total, parts, left, right, decimals, verdict }) => {
      if (verdict !== 'different') return [];
      return parts.flatMap((part) => {
        const value = printed(part, total);
        const fitting = [value.div(TEN_THOUSAND), value.mul(TEN_THOUSAND)].find(
          (should) => compareSum(left, [right.sub(value), should], decimals) !== 'different',
        );
        return fitting && !value.equals(0) && isMixed(value, fitting) && !isSmall(value.sub(fitting), left)
          ? [{ part, should: fitting, total }]
          : [];
      });
    });
}

/** A change that the total would hardly notice proves nothing. */
function isSmall(change: Exact, total: Exact): boolean {
  return change.abs().mul(10).compare(total.abs()) < 0;
}
