import { perReview } from '../remember';
import { amountEntries, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { expensesByKind } from './exp-002-same-expense';
import { KNOWN, type KnownName } from './known-quantities';
import { splitTotals } from './split-totals';
import { quarterTables, yearSpending } from './quarters';

const NAMES: readonly KnownName[] = [
  'adjustedBudget',
  'initialBudget',
  'finalSpending',
  'yearEnd',
  'yearBegin',
];

/** Groups of cells that hold one and the same amount of money. */
export const sameMoney = perReview((context: CheckContext): readonly (readonly AmountEntry[])[] => {
  const entries = amountEntries(context).filter(
    (entry) => entry.value !== null && entry.column.year === null,
  );
  const named = NAMES.map((name) => entries.filter((entry) => KNOWN[name].is(entry)));
  // A sum of single quarters stands in no cell.
  const quarters = quarterTables(context).flatMap((table) => {
    const year = yearSpending(context, table);
    return year?.entries.length === 1 ? [year.at] : [];
  });
  const final = entries.filter((entry) => KNOWN.finalSpending.is(entry));
  const groups = [
    ...splitTotals(context).values(),
    ...named,
    [...final, ...quarters],
    ...expensesByKind(context).values(),
  ];
  return withoutRepeats(groups.filter((group) => group.length > 1));
});

/** A cell that is in two groups is compared in the first alone. */
function withoutRepeats(groups: readonly (readonly AmountEntry[])[]): readonly (readonly AmountEntry[])[] {
  const pairs = new Set<string>();
  return groups.filter((group) => {
    const key = group
      .map(({ cell }) => `${cell.ref.sheet}!${cell.ref.cell}`)
      .sort()
      .join(' ');
    const isNew = !pairs.has(key);
    pairs.add(key);
    return isNew;
  });
}
