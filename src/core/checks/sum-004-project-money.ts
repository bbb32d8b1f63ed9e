import { toNumber } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import { rangeToA1, parseRange, type CellRef } from '../snapshot/address';
import { sumCause, typingCause } from './cause';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import { moneyGaps, type Gap } from './money-gaps';
import { write, type Quantity } from './quantity';
import page from './sum-004-project-money.md';
import { subjectOf } from './table-words';
import type { Verdict } from './tolerance';

export const sum004 = defineCheck({
  meta: {
    id: 'SUM-004',
    name: 'project-money',
    title: '项目资金总额等于各资金来源之和',
    severity: 'error',
    needs: ['money'],
    why: '执行率和预算执行得分都用资金总额计算，总额填错（或填0）会使得分出错。',
    messages: {
      off: {
        what: '资金总额{totals}与分项之和{sums}不一致，差额{gaps}。',
        todo: '核对各资金来源；无误的，把资金总额改为分项之和，再重算执行率和得分。',
      },
      rounding: {
        severity: 'hint',
        what: '资金总额{totals}与分项之和{sums}相差{gaps}，属于四舍五入差。',
        todo: '一般可以保留；需要完全相符的，调整尾数。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      const off = moneyGaps(table);
      const verdict: Verdict = off.some((gap) => gap.verdict === 'different') ? 'different' : 'rounding';
      const told = off.filter((gap) => gap.verdict === verdict);
      const [first] = told;
      if (!first) continue;
      const list = (pick: (gap: Gap) => Quantity): string => told.map((gap) => write(pick(gap))).join('、');
      report({
        messageId: verdict === 'different' ? 'off' : 'rounding',
        at: spanOf(told.map((gap) => gap.total.cell.ref)),
        left: totalOf(first),
        right: partsOf(first),
        data: {
          totals: list(totalOf),
          sums: list(partsOf),
          gaps: list(({ left, right, total, shown }) => shown.show(left.sub(right).abs(), [total])),
        },
        related: told.flatMap((gap) => gap.parts.map(({ cell, name }) => ({ ...cell.ref, role: name }))),
        cause: verdict === 'different' ? causeOf(first) : null,
        fix: verdict === 'different' ? fixOf(context, told) : null,
        subject: subjectOf(table),
      });
    }
  },
});

const totalOf = ({ left, total, shown }: Gap): Quantity => shown.show(left, [total]);
const partsOf = ({ right, parts, shown }: Gap): Quantity => shown.show(right, parts);

function causeOf({ left, right, parts, shown: { grain, typed } }: Gap): string | null {
  if (grain.mixed) return typingCause(typed(left), typed(right), grain.decimals);
  const named = parts.map(({ name, value }) => ({ name, value: typed(value) }));
  return sumCause(typed(left), named, grain.decimals);
}

/** The cells as one range, where the columns of a form stand side by side. */
function spanOf(refs: readonly CellRef[]): CellRef {
  const ranges = refs.flatMap((ref) => parseRange(ref.cell) ?? []);
  const range = {
    top: Math.min(...ranges.map(({ top }) => top)),
    left: Math.min(...ranges.map(({ left }) => left)),
    bottom: Math.max(...ranges.map(({ bottom }) => bottom)),
    right: Math.max(...ranges.map(({ right }) => right)),
  };
  return { sheet: refs[0]?.sheet ?? '', cell: rangeToA1(range) };
}

function fixOf(context: CheckContext, gaps: readonly Gap[]) {
  const cells = gaps.map((gap) => ({ gap, cell: context.cellAt(gap.total.cell.ref) }));
  if (cells.some(({ cell }) => cell?.formula !== undefined)) return null;
  return {
    kind: 'suggested' as const,
    patches: cells.map(({ gap, cell }) => ({
      ...gap.total.cell.ref,
      before: contentOf(cell),
      after: toNumber(gap.right.div(gap.total.scale)),
    })),
  };
}
