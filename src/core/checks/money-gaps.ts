import { sum, type Exact } from '../scoring/number';
import type { IndicatorTable, MoneyRow, NumberCell } from '../tables/table';
import { labelOf, numberIn } from './table-words';
import { compareSum, printedDecimals, type Verdict } from './tolerance';

const COLUMNS = ['initial', 'budget', 'executed'] as const;

/** The columns of a form's money that do not add up. */
export function moneyGaps(table: IndicatorTable): readonly Gap[] {
  return COLUMNS.flatMap((column) => gapIn(table, column));
}

type Part = Readonly<{ name: string; cell: NumberCell; value: Exact }>;
/** A column of a form's money whose total is not the sum of its sources. */
export type Gap = Readonly<{
  total: NumberCell;
  parts: readonly Part[];
  left: Exact;
  right: Exact;
  decimals: number;
  verdict: Verdict;
}>;

function gapIn(table: IndicatorTable, column: (typeof COLUMNS)[number]): readonly Gap[] {
  const total = table.money.find((row) => row.role === 'total')?.[column];
  const left = numberIn(total);
  const rows = table.money.filter((row) => row.role === 'part');
  const parts = rows.flatMap((row) => partOf(row, column));
  // A single 其中 need not be all of the money; it can only be too much.
  if (!total || left === null || parts.length === 0) return [];
  const right = sum(parts.map((part) => part.value));
  if (rows.length < 2 && right.compare(left) <= 0) return [];
  const decimals = printedDecimals([total, ...parts.map((part) => part.cell)]);
  const verdict = compareSum(
    left,
    parts.map((part) => part.value),
    decimals,
  );
  return verdict === 'same' ? [] : [{ total, parts, left, right, decimals, verdict }];
}

function partOf(row: MoneyRow, column: (typeof COLUMNS)[number]): readonly Part[] {
  const value = numberIn(row[column]);
  const cell = row[column];
  return cell && value !== null ? [{ name: labelOf(row.label.text), cell, value }] : [];
}
