import { append } from '../lists';
import { tablePart } from '../facts/table-part';
import { amountEntries, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';

/** The three ways to split the same money, in the order they are compared. */
const SPLITS = ['income', 'function', 'use'] as const;

/** Columns of budgets: final accounts of income and spending differ by the carry-over and are not compared here. */
const COLUMNS = new Set(['initial-budget', 'adjusted-budget', 'budget']);

/**
 * Totals of the three tables by the column they stand in and the funds they are paid from. A table that appears twice is
 * left out, and one that holds a part (基本支出) is none of the three.
 */
export function splitTotals(context: CheckContext): ReadonlyMap<string, readonly AmountEntry[]> {
  const groups = new Map<string, AmountEntry[]>();
  const tables = context.amountTables.filter((table) => tablePart(table).whole);
  for (const kind of SPLITS) {
    const [only, second] = tables.filter((table) => table.kind === kind);
    if (!only || second) continue;
    const totals = amountEntries(context).filter(
      ({ table, row, meaning, value }) =>
        table === only &&
        row.role === 'total' &&
        row.parent === null &&
        COLUMNS.has(meaning) &&
        value !== null,
    );
    for (const total of totals) {
      const key = `${total.meaning} ${total.column.year ?? ''} ${tablePart(only).funds ?? ''}`;
      append(groups, key, total);
    }
  }
  return groups;
}
