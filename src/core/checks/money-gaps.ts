import { sum, type Exact } from '../scoring/number';
import type { IndicatorTable, MoneyRow } from '../tables/table';
import { moneyPlace, type MoneyPlace } from './money-places';
import { shownAmounts, type Shown } from './shown-amounts';
import { labelOf } from './table-words';
import { compareSum, exceedsAmount, type Verdict } from './tolerance';

const COLUMNS = ['initial', 'budget', 'received', 'executed'] as const;

/** Both ways to split the money of a form: by its sources, and by what it is spent on. */
const SPLITS = ['part', 'use'] as const;

/** The columns of a form's money that do not add up. */
export function moneyGaps(table: IndicatorTable): readonly Gap[] {
  return COLUMNS.flatMap((column) => {
    // A total that fits neither split is one error.
    const gaps = SPLITS.flatMap((split) => gapIn(table, column, split));
    return gaps.find(({ verdict }) => verdict === 'different') ?? gaps.slice(0, 1);
  });
}

type Part = MoneyPlace & Readonly<{ name: string }>;
/** A column of a form's money whose total is not the sum of its sources; amounts in 元. */
export type Gap = Readonly<{
  total: MoneyPlace;
  parts: readonly Part[];
  left: Exact;
  right: Exact;
  shown: Shown;
  verdict: Verdict;
}>;

function gapIn(
  table: IndicatorTable,
  column: (typeof COLUMNS)[number],
  split: (typeof SPLITS)[number],
): readonly Gap[] {
  const total = moneyPlace(table, table.money.find((row) => row.role === 'total')?.[column]);
  const rows = table.money.filter((row) => row.role === split);
  const parts = rows.flatMap((row) => partOf(table, row, column));
  if (!total || parts.length === 0) return [];
  const [left, right] = [total.value, sum(parts.map((part) => part.value))];
  // A single 其中 need not be all of the money; it can only be too much.
  if (rows.length < 2 && !exceedsAmount(right, left, [total, ...parts])) return [];
  const shown = shownAmounts(total, parts);
  const verdict = compareSum(
    left,
    parts.map((part) => part.value),
    shown.grain,
  );
  return verdict === 'same' ? [] : [{ total, parts, left, right, shown, verdict }];
}

function partOf(table: IndicatorTable, row: MoneyRow, column: (typeof COLUMNS)[number]): readonly Part[] {
  const place = moneyPlace(table, row[column]);
  return place ? [{ ...place, name: labelOf(row.label.text) }] : [];
}
