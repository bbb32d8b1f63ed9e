import { append } from '../lists';
import { tablePart } from '../facts/table-part';
import { amountEntries, plainLabel, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { isSpendingTotal } from './known-quantities';

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
  for (const kind of SPLITS) {
    const totals = amountEntries(context).filter(
      ({ table, row, meaning, value }) =>
        table.kind === kind &&
        tablePart(table).whole &&
        row.role === 'total' &&
        row.parent === null &&
        COLUMNS.has(meaning) &&
        value !== null,
    );
    if (new Set(totals.map(({ table }) => table)).size !== 1) continue;
    for (const total of totals) {
      const key = `${total.meaning} ${total.column.year ?? ''} ${tablePart(total.table).funds ?? ''}`;
      append(groups, key, total);
    }
  }
  for (const [key, totals] of accountTotals(context)) groups.set(key, totals);
  return groups;
}

/** 本年收入合计 over sources in a table by functions. */
const INCOME = /^本年收入(?:合计|总计|小计)?$/;

/**
 * What the accounts of the year print as the whole income and the whole spending: 收入支出决算总表 and the tables that split
 * either, by the funds of their titles. Two tables of one header belong to two offices, and nothing is compared.
 */
function accountTotals(context: CheckContext): ReadonlyMap<string, AmountEntry[]> {
  const groups = new Map<string, AmountEntry[]>();
  for (const entry of amountEntries(context)) {
    const part = tablePart(entry.table);
    if (entry.value === null || entry.column.year !== null || !part.whole) continue;
    const side = isIncomeTotal(entry)
      ? '收入'
      : entry.meaning === 'final' && isSpendingTotal(entry)
        ? '支出'
        : null;
    if (side !== null) append(groups, `final ${side} ${part.funds ?? ''}`, entry);
  }
  return new Map([...groups].filter(([, totals]) => ofDifferentTables(totals)));
}

const isIncomeTotal = ({ table, row, column, label, meaning }: AmountEntry): boolean =>
  table.kind === 'income'
    ? meaning === 'final' && INCOME.test(label)
    : table.kind === 'function' && row.role === 'total' && INCOME.test(plainLabel(column.header.text));

function ofDifferentTables(totals: readonly AmountEntry[]): boolean {
  const tables = new Set(totals.map(({ table }) => table));
  const headers = [...tables].map(({ columns }) => columns.map(({ header }) => header.text).join('|'));
  return tables.size === totals.length && new Set(headers).size === headers.length;
}
