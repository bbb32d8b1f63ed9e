import { amountEntries, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { typingCause } from './cause';
import { defineCheck } from './define-check';
import { KNOWN, lookUp, type KnownName } from './known-quantities';
import { reportYear } from '../facts/year';
import { sentences, statedAmounts, type StatedAmount } from './sentences';
import { tableName } from './table-words';
import { shownInWords } from './shown-amounts';
import { sameQuantity, stepsOf } from './tolerance';
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
      const { grain, show, typed } = shownInWords(stated, entry);
      const left = show(stated.value, [stated]);
      report({
        messageId: 'off',
        at: stated.cell.ref,
        left,
        right: show(entry.value, [entry]),
        data: { label: stated.label, t: tableName(entry.table) },
        related: [{ ...entry.cell.ref, role: '表中数' }],
        cause: typingCause(typed(stated.value), typed(entry.value), Math.max(grain.decimals, left.decimals)),
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
  return sameQuantity(stated.value, entry.value, stepsOf(stated, entry));
}
