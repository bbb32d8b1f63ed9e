import type { AmountColumn, AmountRow, AmountTable, NumberCell } from '../tables/table';
import { entriesIn, type AmountEntry } from './amount-entries';
import { isSumHeader } from './row-sums';
import { labelOf, numberIn } from './table-words';
import { sameRate } from './tolerance';

/**
 * A printed rate of a row with the amounts of the same row that it is worked out from: (above − less) ÷ below. Where a column
 * prints how far two amounts are apart, the larger stands above.
 */
export type ColumnRate = Readonly<{
  name: string;
  printed: NumberCell;
  above: AmountEntry;
  less: AmountEntry | null;
  below: AmountEntry;
  apart: boolean;
}>;

/** Columns that say how much of a budget was spent or received. */
const EXECUTION =
  /(?:执行|完成|支出|支付|收入|决算)(?:进度|率)(?:[（(][^（）()]*[）)])?$|(?:完成|占)预算(?:的?比例)?(?:[（(]?%[）)]?)?$/;
/** Columns that say by how much two amounts differ. */
const CHANGE =
  /(?:增减|增长|变动|变化|差异|偏差|偏离|节约|结余|压减|下降)(?:比)?(?:率|比例|幅度|[（(]?%[）)]?)/;
/** Budgets that a rate may be taken of; which one, the rows themselves show. */
const BASES: ReadonlySet<AmountColumn['meaning']> = new Set(['adjusted-budget', 'budget', 'initial-budget']);
/** One row that fits proves nothing. */
const FEWEST_FITTING = 2;
/** In wider tables a rate of two columns is found by chance. */
const MOST_AMOUNTS = 8;

/** The columns that a rate may be worked out from, as indices. */
type Way = Readonly<{ above: number; less: number | null; below: number; apart: boolean }>;

/**
 * Rates in a column of their own beside the amounts: how much of a budget was spent, or by how much two amounts differ. The
 * amounts are those that most rows fit; where none fit most of them, the office works with a base that the table does not
 * show, and nothing is said.
 */
export function columnRates(table: AmountTable): readonly ColumnRate[] {
  const { columns, rows, kind } = table;
  if (kind === 'quarters') return [];
  const rates = indexes(columns, ({ meaning }) => meaning === 'rate').flatMap((rate) => {
    const ways = waysOf(columns, columns[rate]?.header.text ?? '');
    return ways.length > 0 ? [{ rate, ways }] : [];
  });
  if (rates.length === 0) return [];
  const lines = new Map<number, Line>();
  for (const entry of entriesIn(table)) {
    const line = lines.get(entry.rowIndex) ?? new Map<AmountColumn, AmountEntry>();
    lines.set(entry.rowIndex, line.set(entry.column, entry));
  }
  const entryIn = (row: number, column: number | null): AmountEntry | undefined => {
    const own = column === null ? undefined : columns[column];
    return own && lines.get(row)?.get(own);
  };
  return rates.flatMap(({ rate, ways }) => {
    const casesBy = (way: Way, upTo: number): readonly ColumnRate[] =>
      rows.slice(0, upTo).flatMap((row, index) =>
        rateOf(row, rate, columns[rate], way.apart, {
          above: entryIn(index, way.above),
          less: way.less === null ? null : entryIn(index, way.less),
          below: entryIn(index, way.below),
        }),
      );
    const fitting = (way: Way): number => casesBy(way, TRIED_ROWS).filter(fits).length;
    const [best] = ways.map((way) => ({ way, fit: fitting(way) })).sort((a, b) => b.fit - a.fit);
    if (!best || best.fit < FEWEST_FITTING) return [];
    const cases = casesBy(best.way, rows.length);
    return cases.filter(fits).length * 2 > cases.length ? cases : [];
  });
}

/** Rows that show what a rate is worked out from; a long table is not tried in every way to its end. */
const TRIED_ROWS = 40;

function waysOf(columns: readonly AmountColumn[], header: string): readonly Way[] {
  if (CHANGE.test(header)) return changes(columns);
  if (!EXECUTION.test(header)) return [];
  const final = indexes(columns, ({ meaning }) => meaning === 'final');
  // What was spent by quarters or months stands in their sum.
  const spent = final.length > 0 ? final : indexes(columns, (column) => isSumHeader(column.header.text));
  const [above, another] = spent;
  if (above === undefined || another !== undefined) return [];
  const budgets = indexes(columns, ({ meaning }) => BASES.has(meaning));
  // What was to be spent may be called by its source: 上级下达资金.
  const bases = budgets.length > 0 ? budgets : indexes(columns, ({ meaning }) => meaning === 'other');
  return bases.slice(0, MOST_AMOUNTS).map((below) => ({ above, less: null, below, apart: false }));
}

const SIGNS = [false, true];

/** The difference of any two amounts over either of them. */
function changes(columns: readonly AmountColumn[]): readonly Way[] {
  const amounts = indexes(columns, ({ meaning }) => meaning !== 'rate' && meaning !== 'quantity');
  if (amounts.length > MOST_AMOUNTS) return [];
  return amounts.flatMap((above) =>
    amounts.flatMap((less): readonly Way[] =>
      above === less
        ? []
        : [above, less].flatMap((below) => SIGNS.map((apart) => ({ above, less, below, apart }))),
    ),
  );
}

const indexes = (
  columns: readonly AmountColumn[],
  is: (column: AmountColumn) => boolean,
): readonly number[] => columns.flatMap((column, index) => (is(column) ? [index] : []));

type Line = Map<AmountColumn, AmountEntry>;

type Entries = Readonly<{
  above: AmountEntry | undefined;
  less: AmountEntry | null | undefined;
  below: AmountEntry | undefined;
}>;

function rateOf(
  { label, cells }: AmountRow,
  rate: number,
  column: AmountColumn | undefined,
  apart: boolean,
  { above: first, less: second, below }: Entries,
): readonly ColumnRate[] {
  const printed = cells[rate];
  const turned = apart && !!first?.value && !!second?.value && first.value.compare(second.value) < 0;
  const [above, less] = turned ? [second, first] : [first, second];
  if (!printed || !above?.value || !below?.value || less === undefined || less?.value === null) return [];
  if (numberIn(printed) === null || below.value.equals(0)) return [];
  const row = labelOf(label.text).replace(/“/g, '‘').replace(/”/g, '’');
  const name = `“${row}”${labelOf((column?.header.text ?? '').replace(/[（(].*$/, ''))}`;
  return [{ name, printed, above, less, below, apart }];
}

function fits({ printed, above, less, below }: ColumnRate): boolean {
  const rate = numberIn(printed);
  if (rate === null || !above.value || !below.value || printed.reading.kind !== 'number') return false;
  const part = less?.value ? above.value.sub(less.value) : above.value;
  return sameRate(rate, part.div(below.value), printed.reading.decimals);
}
