import { perReview } from '../remember';
import { exact, type Exact } from '../scoring/number';
import { moneyFactor } from '../snapshot/units';
import { tidy } from '../snapshot/width';
import { namesCount } from '../tables/amount-words';
import type { AmountColumn, AmountRow, AmountTable, ColumnMeaning, NumberCell } from '../tables/table';
import type { CellRef } from '../snapshot/address';
import { keyOf, type CheckContext } from './check-context';
import { labelOf } from './table-words';

/** One cell of a table of amounts with everything its row and column say about it. */
export type AmountEntry = Readonly<{
  table: AmountTable;
  row: AmountRow;
  rowIndex: number;
  column: AmountColumn;
  meaning: ColumnMeaning;
  /** Row label without numbering, 其中, quotation marks and spaces. */
  label: string;
  cell: NumberCell;
  /** Number in 元 (or as counted); `null` where the cell holds none. */
  value: Exact | null;
  /** Factor from the printed unit to 元; 1 for what is not money. */
  scale: Exact;
  unit: string | null;
  /** Year of the column, else of the table. */
  year: number | null;
}>;

/** A label by which two spellings of one name are the same. */
export function plainLabel(text: string): string {
  return labelOf(text).replace(/[“”"'《》\s]/g, '');
}

/** The unit that holds for a cell: the row's own, the column's, the table's. */
export function unitOf(table: AmountTable, row: AmountRow, column: AmountColumn): string | null {
  const counted = namesCount(row.label.text) || namesCount(column.header.text);
  return row.unit ?? column.unit ?? (counted ? null : table.unit);
}

/** Every cell of every table of amounts. */
export const amountEntries = perReview((context: CheckContext): readonly AmountEntry[] =>
  context.amountTables.flatMap(entriesIn),
);

/** The entry of a cell; the first where a cell stands in two tables. */
export function entryAt(context: CheckContext, ref: CellRef): AmountEntry | null {
  return entriesByCell(context).get(keyOf(ref)) ?? null;
}

const entriesByCell = perReview((context: CheckContext): ReadonlyMap<string, AmountEntry> => {
  const byCell = new Map<string, AmountEntry>();
  for (const entry of amountEntries(context)) {
    const key = keyOf(entry.cell.ref);
    if (!byCell.has(key)) byCell.set(key, entry);
  }
  return byCell;
});

/** Whether an entry is money by its unit, or may be: amounts of a table that prints no unit. */
export function mayBeMoney({ unit }: AmountEntry): boolean {
  return unit === null || moneyFactor(unit) !== null;
}

/** The cells of one table of amounts. */
export const entriesIn = perReview((table: AmountTable): readonly AmountEntry[] => {
  return table.rows.flatMap((row, rowIndex) =>
    row.cells.flatMap((cell, columnIndex): readonly AmountEntry[] => {
      const column = table.columns[columnIndex];
      return column ? [entryOf(table, row, rowIndex, column, cell)] : [];
    }),
  );
});

function entryOf(
  table: AmountTable,
  row: AmountRow,
  rowIndex: number,
  column: AmountColumn,
  cell: NumberCell,
): AmountEntry {
  const printed = cell.reading.kind === 'number' ? cell.reading : null;
  const unit = printed?.unit ?? unitOf(table, row, column);
  const isRate = column.meaning === 'rate' || printed?.percent === true;
  const scale = exact(isRate ? 1 : (moneyFactor(unit) ?? 1));
  return {
    table,
    row,
    rowIndex,
    column,
    meaning: column.meaning,
    label: plainLabel(row.label.text),
    cell,
    value: printed ? printed.value.mul(scale) : null,
    scale,
    unit,
    year: column.year ?? table.year,
  };
}

/**
 * Whether cells may be compared with an entry as numbers of the same year and stage: none stands in another column of its
 * table, and its column is not that of a year before. A rate of last year says nothing of this year's balance.
 */
export function sameColumn({ table, column, meaning, year }: AmountEntry, refs: readonly CellRef[]): boolean {
  if (meaning.startsWith('prior') || (year !== null && table.year !== null && year !== table.year))
    return false;
  if (table.columns.length < 2) return true;
  const columns = columnsByCell(table);
  return refs.every((ref) => (columns.get(keyOf(ref)) ?? column) === column);
}

const columnsByCell = perReview(
  (table: AmountTable): ReadonlyMap<string, AmountColumn> =>
    new Map(entriesIn(table).map(({ cell, column }) => [keyOf(cell.ref), column])),
);

/** Whether a cell counts things (people, pieces) or marks: such numbers are never rounded. */
export function isCount({ table, column, meaning, unit }: AmountEntry): boolean {
  if (
    table.kind === 'staff' ||
    /(?:得分|总分)(?:[（(][^（）()]*[）)])?$/.test(column.header.text) ||
    meaning === 'quantity' ||
    meaning === 'establishment' ||
    meaning === 'actual-staff' ||
    (namesCount(column.header.text) && !/面积/.test(column.header.text))
  )
    return true;
  return (
    unit !== null &&
    moneyFactor(tidy(unit)) === null &&
    /^(?:人|个|项|台|件|辆|名|次|户|套|人次)$/.test(tidy(unit))
  );
}

/** Whether a cell holds a rate, which is never added up. */
export function isRate({ cell, meaning }: AmountEntry): boolean {
  return meaning === 'rate' || (cell.reading.kind === 'number' && cell.reading.percent);
}
