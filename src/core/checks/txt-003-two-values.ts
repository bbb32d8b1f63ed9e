import { append } from '../lists';
import { reportYear } from '../facts/year';
import { ZERO, type Exact } from '../scoring/number';
import type { AmountTable } from '../tables/table';
import { keyOf } from './check-context';
import { defineCheck } from './define-check';
import { sentences, statedAmounts } from './sentences';
import { amountEntries, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { formOf } from './table-words';
import { shownInWords, type PrintedPlace } from './shown-amounts';
import { sameQuantity, stepsOf } from './tolerance';
import { repeatedQuantities } from './repeated-quantities';
import page from './txt-003-two-values.md';

/** Labels that name a whole, of which there is one a year; others (支出, 经费) are said of many things. */
const WHOLE = /(?:总额|总规模|总计|合计|总数|决算支出|支出决算|结转结余|结转和结余|收入决算)$/;

export const txt003 = defineCheck({
  meta: {
    id: 'TXT-003',
    name: 'two-values',
    title: '同一名称只有一个数',
    severity: 'verify',
    needs: ['tables'],
    why: '同一名称前后两个数，读者不知道以哪个为准，通常是口径不同。',
    messages: {
      two: {
        what: '“{label}”出现{left}与{right}两个口径，请说明。',
        todo: '统一为一个数；口径确实不同的，在文字中写明各自的口径。',
      },
    },
  },
  page,

  run(context, report) {
    const year = reportYear(context.recognition);
    for (const [first, ...others] of [
      ...inTexts(context, year).values(),
      ...inLists(context).values(),
      ...repeatedQuantities(context),
    ]) {
      const second = others.find((other) => first && isAnother(first, other));
      if (!first || !second) continue;
      const { show } = shownInWords(first, second);
      report({
        messageId: 'two',
        at: second.cell.ref,
        left: show(first.value, [first]),
        right: show(second.value, [second]),
        data: { label: first.label },
        related: [{ ...first.cell.ref, role: '另一处' }],
      });
    }
  },
});

type Said = PrintedPlace & Readonly<{ label: string; value: Exact; table?: AmountTable }>;

/** Another amount than the first; one form filled in twice says two things. */
function isAnother(first: Said, other: Said): boolean {
  if (sameQuantity(other.value, first.value, stepsOf(other, first))) return false;
  const [one, two] = [first.table, other.table];
  return !one || !two || one === two || formOf(one) !== formOf(two);
}

/** Amounts of this year's report that sentences give under one name; the names of the field without 我局 and year. */
function inTexts(context: CheckContext, year: number | null): ReadonlyMap<string, readonly Said[]> {
  const byLabel = new Map<string, Said[]>();
  for (const stated of sentences(context).flatMap(statedAmounts)) {
    if (!WHOLE.test(stated.label) || (stated.year !== null && year !== null && stated.year !== year))
      continue;
    append(byLabel, stated.label, stated);
  }
  return byLabel;
}

/** The same name twice in lists of named quantities, for one year and in columns that are called alike. */
function inLists(context: CheckContext): ReadonlyMap<string, readonly Said[]> {
  const byLabel = new Map<string, Said[]>();
  const seen = new Set<string>();
  for (const entry of amountEntries(context)) {
    if (!isNamedWhole(entry) || seen.has(keyOf(entry.cell.ref))) continue;
    seen.add(keyOf(entry.cell.ref));
    const { label, table, column } = entry;
    const header = table.columns.length > 1 ? column.header.text : '';
    append(byLabel, `${label} ${column.year ?? ''} ${header}`, { ...entry, value: entry.value ?? ZERO });
  }
  return byLabel;
}

/** A bare 合计 is that of its own list. */
const BARE = /^(?:总额|总规模|总计|合计|总数)$/;

function isNamedWhole({ table, meaning, label, value }: AmountEntry): boolean {
  if (table.kind !== 'data-list' || meaning !== 'value' || value === null) return false;
  return WHOLE.test(label) && !BARE.test(label);
}
