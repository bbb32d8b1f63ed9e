import type { AmountColumn, AmountRow, AmountTable, NumberCell } from '../tables/table';
import { entriesIn, type AmountEntry } from './amount-entries';
import { isSumHeader } from './row-sums';
import { labelOf, numberIn } from './table-words';
import { sameRate } from './tolerance';

/** A printed rate of a row with the two amounts of the same row that it is worked out from. */
export type ColumnRate = Readonly<{
  name: string;
  printed: NumberCell;
  above: AmountEntry;
  below: AmountEntry;
}>;

/** Columns that say how much of a budget was spent or received. */
const EXECUTION = /(?:执行|完成|支出|支付|收入|决算)(?:进度|率)(?:[（(][^（）()]*[）)])?$/;
/** Budgets that a rate may be taken of; which one, the rows themselves show. */
const BASES: ReadonlySet<AmountColumn['meaning']> = new Set(['adjusted-budget', 'budget', 'initial-budget']);
/** One row that fits proves nothing. */
const FEWEST_FITTING = 2;

/**
 * Rates in a column of their own beside one column of spending. The budget they are taken of is the one that most rows fit;
 * where no budget fits most of them, the office works with a base that the table does not show, and nothing is said.
 */
export function columnRates(table: AmountTable): readonly ColumnRate[] {
  const { columns, rows, kind } = table;
  if (kind === 'quarters') return [];
  const final = indexes(columns, ({ meaning }) => meaning === 'final');
  // What was spent by quarters or months stands in their sum.
  const spent = final.length > 0 ? final : indexes(columns, ({ header }) => isSumHeader(header.text));
  const bases = indexes(columns, ({ meaning }) => BASES.has(meaning));
  const [above, another] = spent;
  if (above === undefined || another !== undefined || bases.length === 0) return [];
  const rates = indexes(columns, ({ meaning, header }) => meaning === 'rate' && EXECUTION.test(header.text));
  if (rates.length === 0) return [];
  const lines = new Map<number, Line>();
  for (const entry of entriesIn(table)) {
    const line = lines.get(entry.rowIndex) ?? new Map<AmountColumn, AmountEntry>();
    lines.set(entry.rowIndex, line.set(entry.column, entry));
  }
  const lineOf = (index: number): readonly (AmountEntry | undefined)[] =>
    columns.map((column) => lines.get(index)?.get(column));
  return rates.flatMap((rate) => {
    const tried = bases.map((below) => {
      const cases = rows.flatMap((row, index) => rateOf(row, lineOf(index), { rate, above, below }));
      return { cases, fitting: cases.filter(fits).length };
    });
    const [best] = tried.sort((a, b) => b.fitting - a.fitting);
    return best && best.fitting >= FEWEST_FITTING && best.fitting * 2 > best.cases.length ? best.cases : [];
  });
}

const indexes = (
  columns: readonly AmountColumn[],
  is: (column: AmountColumn) => boolean,
): readonly number[] => columns.flatMap((column, index) => (is(column) ? [index] : []));

type Line = Map<AmountColumn, AmountEntry>;

function rateOf(
  { label, cells }: AmountRow,
  line: readonly (AmountEntry | undefined)[],
  columns: Readonly<{ rate: number; above: number; below: number }>,
): readonly ColumnRate[] {
  const [printed, above, below] = [cells[columns.rate], line[columns.above], line[columns.below]];
  if (!printed || !above?.value || !below?.value) return [];
  if (numberIn(printed) === null || below.value.equals(0)) return [];
  return [{ name: labelOf(label.text), printed, above, below }];
}

function fits({ printed, above, below }: ColumnRate): boolean {
  const rate = numberIn(printed);
  if (rate === null || !above.value || !below.value || printed.reading.kind !== 'number') return false;
  return sameRate(rate, above.value.div(below.value), printed.reading.decimals);
}
