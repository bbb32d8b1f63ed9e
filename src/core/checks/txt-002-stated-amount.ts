import { amountEntries, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { typingCause } from './cause';
import { defineCheck } from './define-check';
import { KNOWN, lookUp, type KnownName } from './known-quantities';
import { amount } from './quantity';
import { reportYear } from '../facts/year';
import { sentences, statedAmounts, type StatedAmount } from './sentences';
import { tableName } from './table-words';
import { printedDecimals, sameExactly } from './tolerance';
import page from './txt-002-stated-amount.md';

/** Shorter labels (支出, 人数) say too little to be sure what they mean. */
const SHORTEST_LABEL = 4;

export const txt002 = defineCheck({
  meta: {
    id: 'TXT-002',
    name: 'stated-amount',
    title: '文字中的金额等于表中的同名数',
    severity: 'error',
    needs: ['amounts', 'texts'],
    why: '报告文字引用表中的数，两处不同说明改了一处漏了另一处。',
    messages: {
      off: {
        what: '文字“{label}”{left}与{t}{right}不一致，差额{difference}。',
        todo: '核对原始数据，改正文字或表格中填错的一处。',
      },
    },
  },
  page,

  run(context, report) {
    const year = reportYear(context.recognition);
    const known = byLabel(context);
    for (const stated of sentences(context).flatMap(statedAmounts)) {
      const entry = known.get(stated.label);
      if (!entry?.value || !speaksOfSameYear(stated, year) || agrees(stated, entry)) continue;
      const decimals = Math.max(stated.decimals, printedDecimals([entry.cell]));
      const [left, right] = [stated.value.div(entry.scale), entry.value.div(entry.scale)];
      report({
        messageId: 'off',
        at: stated.ref,
        left: amount(left, decimals, entry.unit ?? ''),
        right: amount(right, decimals, entry.unit ?? ''),
        data: { label: stated.label, t: tableName(entry.table) },
        related: [{ ...entry.cell.ref, role: '表中数' }],
        cause: typingCause(left, right, decimals),
      });
    }
  },
});

/** Labels that mean one number in this workbook: names of lists, and the quantities that the field names alike. */
function byLabel(context: CheckContext): ReadonlyMap<string, AmountEntry> {
  const known = new Map<string, AmountEntry>();
  const twice = new Set<string>();
  for (const entry of amountEntries(context)) {
    const isNamed = entry.table.kind === 'data-list' && entry.meaning === 'value' && entry.value !== null;
    if (
      !isNamed ||
      entry.label.length < SHORTEST_LABEL ||
      entry.cell.reading.kind !== 'number' ||
      entry.cell.reading.percent
    )
      continue;
    const other = known.get(entry.label);
    if (other?.value && !other.value.equals(entry.value)) twice.add(entry.label);
    known.set(entry.label, entry);
  }
  for (const name of Object.keys(KNOWN) as KnownName[]) {
    const { found } = lookUp(context, name);
    if (found && found.entry.row.role === 'total' && !known.has(KNOWN[name].label))
      known.set(KNOWN[name].label, found.entry);
  }
  twice.forEach((label) => known.delete(label));
  return known;
}

function speaksOfSameYear({ year }: StatedAmount, report: number | null): boolean {
  return year === null || report === null || year === report;
}

/** Equal, or equal within what the coarser of the two prints. */
function agrees(stated: StatedAmount, entry: AmountEntry): boolean {
  const isMoney = stated.unit !== '人';
  // A number of people is not compared with money.
  if (!entry.value || isMoney !== !(entry.scale.equals(1) && entry.unit !== '元')) return true;
  if (sameExactly(stated.value, entry.value)) return true;
  const half = entry.scale.div(2).div(10 ** printedDecimals([entry.cell]));
  const coarser = stated.half.compare(half) > 0 ? stated.half : half;
  return !stated.half.equals(half) && stated.value.sub(entry.value).abs().compare(coarser) <= 0;
}
