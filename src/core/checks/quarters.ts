import type { Exact } from '../scoring/number';
import type { AmountTable, NumberCell } from '../tables/table';
import { chineseNumber } from '../snapshot/chinese-number';
import type { CellRef } from '../snapshot/address';
import { amountEntries, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { numberIn, tableName } from './table-words';

/** One quarter of the table of budget execution; what is not printed is `null`. */
export type Quarter = Readonly<{
  /** 1 to 4. */
  number: number;
  table: AmountTable;
  budget: NumberCell | null;
  spent: NumberCell | null;
  rate: NumberCell | null;
}>;

const NAMES: readonly RegExp[] = [
  /第?[一1]季度|1[-—–至]3月|3月末|一季度/,
  /第?[二2]季度|1[-—–至]6月|上半年|6月末/,
  /第?[三3]季度|1[-—–至]9月|前三季度|9月末/,
  /第?[四4]季度|1[-—–至]12月|全年|12月末/,
];

/** Number of the quarter that a row is about; `null` for any other row. */
export function quarterOf(label: string): number | null {
  const digits = /第?([一二三四1-4])季度/.exec(label)?.[1];
  if (digits && !label.includes('前三季度')) return Number(chineseNumber(digits) ?? digits);
  const index = NAMES.findIndex((name) => name.test(label));
  return index < 0 ? null : index + 1;
}

/** Every table of quarters, each with its quarters in order of the year. */
export function quarterTables(
  context: CheckContext,
): readonly Readonly<{ name: string; quarters: readonly Quarter[] }>[] {
  return context.amountTables
    .filter((table) => table.kind === 'quarters')
    .map((table) => ({ name: tableName(table), quarters: quartersOf(table) }));
}

function quartersOf(table: AmountTable): readonly Quarter[] {
  const columnOf = (...meanings: readonly string[]): number =>
    table.columns.findIndex((column) => meanings.includes(column.meaning));
  const budget = columnOf('budget', 'adjusted-budget', 'initial-budget');
  const spent = columnOf('cumulative', 'final');
  const rate = columnOf('rate');
  const quarters = table.rows.flatMap((row): readonly Quarter[] => {
    const number = quarterOf(row.label.text);
    if (number === null) return [];
    return [
      {
        number,
        table,
        budget: row.cells[budget] ?? null,
        spent: row.cells[spent] ?? null,
        rate: row.cells[rate] ?? null,
      },
    ];
  });
  return [...quarters].sort((a, b) => a.number - b.number);
}

/** The fourth quarter's cumulative numbers: the year. */
export function yearOf(
  quarters: readonly Quarter[],
): Readonly<{ quarter: Quarter; budget: Exact | null; spent: Exact | null }> | null {
  const quarter = quarters.find(({ number }) => number === 4);
  return quarter ? { quarter, budget: numberIn(quarter.budget), spent: numberIn(quarter.spent) } : null;
}

/** The amount in a cell of a table of quarters, with its unit. */
export function spentEntry(context: CheckContext, ref: CellRef): AmountEntry | null {
  return (
    amountEntries(context).find(({ cell }) => cell.ref.sheet === ref.sheet && cell.ref.cell === ref.cell) ??
    null
  );
}
