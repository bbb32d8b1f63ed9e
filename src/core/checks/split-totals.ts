import { append } from '../lists';
import { amountEntries, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';

/** The three ways to split the same money, in the order they are compared. */
const SPLITS = ['income', 'function', 'use'] as const;

/** Columns of budgets: final accounts of income and spending differ by the carry-over and are not compared here. */
const COLUMNS = new Set(['initial-budget', 'adjusted-budget', 'budget']);

/** Totals of the three tables by the column they stand in; a table that appears twice is left out. */
export function splitTotals(context: CheckContext): ReadonlyMap<string, readonly AmountEntry[]> {
  const groups = new Map<string, AmountEntry[]>();
  for (const kind of SPLITS) {
    if (context.amountTables.filter((table) => table.kind === kind).length !== 1) continue;
    const totals = amountEntries(context).filter(
      ({ table, row, meaning, value }) =>
        table.kind === kind &&
        row.role === 'total' &&
        row.parent === null &&
        COLUMNS.has(meaning) &&
        value !== null,
    );
    for (const total of totals) {
      const key = `${total.meaning} ${total.column.year ?? ''}`;
      append(groups, key, total);
    }
  }
  return groups;
}
