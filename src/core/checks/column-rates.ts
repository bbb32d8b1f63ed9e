import type { AmountColumn, AmountRow, AmountTable, NumberCell } from '../tables/table';
import { labelOf, numberIn } from './table-words';
import { sameRate } from './tolerance';

/** A printed rate of a row with the two amounts of the same row that it is worked out from. */
export type ColumnRate = Readonly<{
  name: string;
  printed: NumberCell;
  above: NumberCell;
  below: NumberCell;
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
export function columnRates({ columns, rows, kind }: AmountTable): readonly ColumnRate[] {
  if (kind === 'quarters') return [];
  const spent = indexes(columns, ({ meaning }) => meaning === 'final');
  const bases = indexes(columns, ({ meaning }) => BASES.has(meaning));
  const [above, another] = spent;
  if (above === undefined || another !== undefined || bases.length === 0) return [];
  const rates = indexes(columns, ({ meaning, header }) => meaning === 'rate' && EXECUTION.test(header.text));
  return rates.flatMap((rate) => {
    const tried = bases.map((below) => {
      const cases = rows.flatMap((row) => rateOf(row, rate, above, below));
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

function rateOf(
  { label, cells }: AmountRow,
  rate: number,
  spent: number,
  budget: number,
): readonly ColumnRate[] {
  const [printed, above, below] = [cells[rate], cells[spent], cells[budget]];
  if (!printed || !above || !below) return [];
  if (numberIn(printed) === null || numberIn(above) === null || (numberIn(below)?.equals(0) ?? true))
    return [];
  return [{ name: labelOf(label.text), printed, above, below }];
}

function fits({ printed, above, below }: ColumnRate): boolean {
  const [rate, spent, budget] = [numberIn(printed), numberIn(above), numberIn(below)];
  if (rate === null || spent === null || budget === null || printed.reading.kind !== 'number') return false;
  return sameRate(rate, spent.div(budget), printed.reading.decimals);
}
