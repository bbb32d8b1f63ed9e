import { ZERO } from '../scoring/number';
import type { AmountColumn, AmountRow, AmountTable, NumberCell } from '../tables/table';
import { entriesIn, type AmountEntry } from './amount-entries';
import { isSumHeader } from './row-sums';
import { labelOf, numberIn } from './table-words';
import { sameRate } from './tolerance';

/**
 * A printed rate of a row with the amounts of the same row that it is worked out from: (above − less) ÷ (below + more). Where a
 * column prints how far two amounts are apart, the larger stands above.
 */
export type ColumnRate = Readonly<{
  name: string;
  printed: NumberCell;
  above: AmountEntry;
  less: AmountEntry | null;
  below: AmountEntry;
  more: AmountEntry | null;
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
/** What is left of all that could be spent: of what was there before and what came. */
const LEFT_OVER = /结[转余](?:结余)?(?:率|比例)/;
/** A share says of what it is one; every other rate may be any quotient that the rows show. */
const SHARE = /占比|比重|构成/;
/** One row that fits proves nothing. */
const FEWEST_FITTING = 2;
/** Whole percents are found by chance more often. */
const FEWEST_ROUND = 3;
/** In wider tables a rate of two columns is found by chance. */
const MOST_AMOUNTS = 8;

/** The columns that a rate may be worked out from, as indices. */
type Way = Readonly<{
  above: number;
  less: number | null;
  below: number;
  more: number | null;
  apart: boolean;
  /** Only the rows show this way and not the header: 0% and 100% fit too much to count. */
  shown: boolean;
}>;

/**
 * Rates in a column of their own beside the amounts: how much of a budget was spent, or by how much two amounts differ. The
 * amounts are those that most rows fit; where none fit most of them, the office works with a base that the table does not
 * show, and nothing is said.
 */
export function columnRates(table: AmountTable): readonly ColumnRate[] {
  const { columns, rows, kind } = table;
  if (kind === 'quarters') return [];
  const rates = indexes(columns, ({ meaning }) => meaning === 'rate').flatMap((rate) => {
    const ways = waysOf(columns, rate);
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
          more: way.more === null ? null : entryIn(index, way.more),
        }),
      );
    const fitting = (way: Way): number =>
      casesBy(way, TRIED_ROWS).filter((one) => fits(one) && (!way.shown || tells(one))).length;
    const [best] = ways.map((way) => ({ way, fit: fitting(way) })).sort((a, b) => b.fit - a.fit);
    if (!best || best.fit < FEWEST_FITTING) return [];
    if (best.way.shown && best.fit < FEWEST_ROUND && casesBy(best.way, TRIED_ROWS).some(isRound)) return [];
    const cases = casesBy(best.way, rows.length);
    return cases.filter(fits).length * 2 > cases.length ? cases : [];
  });
}

/** Rows that show what a rate is worked out from; a long table is not tried in every way to its end. */
const TRIED_ROWS = 40;

function waysOf(columns: readonly AmountColumn[], rate: number): readonly Way[] {
  const header = wordsOver(columns[rate]);
  if (SHARE.test(header)) return [];
  const quotients = quotientsBefore(columns, rate);
  if (LEFT_OVER.test(header)) return [...changes(columns), ...quotients, ...ofTwo(columns, rate)];
  if (CHANGE.test(header)) return changes(columns);
  return [...(EXECUTION.test(header) ? executions(columns) : []), ...quotients];
}

/** What stands over a column (比上年增减 over 比例), without the formula that a form prints behind it (执行率④=③/②). */
function wordsOver(column: AmountColumn | undefined): string {
  const words = [...(column?.under ?? []), ...(column ? [column.header] : [])];
  return words.map(({ text }) => labelOf(text).replace(/[①-⑳=＝].*$/, '')).join('');
}

const WAY = { less: null, more: null, apart: false, shown: false };

function executions(columns: readonly AmountColumn[]): readonly Way[] {
  const final = indexes(columns, ({ meaning }) => meaning === 'final');
  // What was spent by quarters or months stands in their sum.
  const spent = final.length > 0 ? final : indexes(columns, (column) => isSumHeader(column.header.text));
  const [above, another] = spent;
  if (above === undefined || another !== undefined) return [];
  const budgets = indexes(columns, ({ meaning }) => BASES.has(meaning));
  // What was to be spent may be called by its source: 上级下达资金.
  const bases = budgets.length > 0 ? budgets : indexes(columns, ({ meaning }) => meaning === 'other');
  return bases.slice(0, MOST_AMOUNTS).map((below) => ({ ...WAY, above, below }));
}

const isAmount = ({ meaning }: AmountColumn): boolean => meaning !== 'rate';

/** Any amount over another of those before the rate; in wide tables only the nearest, which the rate belongs to. */
function quotientsBefore(columns: readonly AmountColumn[], rate: number): readonly Way[] {
  const before = indexes(columns, isAmount).filter((index) => index < rate);
  const tops = before.length > MOST_AMOUNTS ? before.slice(-1) : before;
  const bases = before.slice(0, MOST_AMOUNTS);
  return tops.flatMap((above) =>
    bases.flatMap((below) => (above === below ? [] : [{ ...WAY, above, below, shown: true }])),
  );
}

/** An amount over two others beside each other: what is left of 上年结转 and 本年收入. */
function ofTwo(columns: readonly AmountColumn[], rate: number): readonly Way[] {
  const before = indexes(columns, isAmount).filter((index) => index < rate);
  if (before.length > MOST_AMOUNTS) return [];
  return before.flatMap((above) =>
    before.flatMap((below, at) => {
      const more = before[at + 1];
      return more === undefined || [below, more].includes(above)
        ? []
        : [{ ...WAY, above, below, more, shown: true }];
    }),
  );
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
        : [above, less].flatMap((below) => SIGNS.map((apart) => ({ ...WAY, above, less, below, apart }))),
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
  more: AmountEntry | null | undefined;
}>;

function rateOf(
  { label, cells }: AmountRow,
  rate: number,
  column: AmountColumn | undefined,
  apart: boolean,
  { above: first, less: second, below, more }: Entries,
): readonly ColumnRate[] {
  const printed = cells[rate];
  const turned = apart && !!first?.value && !!second?.value && first.value.compare(second.value) < 0;
  const [above, less] = turned ? [second, first] : [first, second];
  if (!printed || !above?.value || !below?.value || less === undefined || less?.value === null) return [];
  if (more === undefined || more?.value === null) return [];
  if (numberIn(printed) === null || below.value.add(more?.value ?? ZERO).equals(0)) return [];
  const row = labelOf(label.text).replace(/“/g, '‘').replace(/”/g, '’');
  const name = `“${row}”${labelOf((column?.header.text ?? '').replace(/[（(①-⑳=＝].*$/, ''))}`;
  return [{ name, printed, above, less, below, more, apart }];
}

function fits({ printed, above, less, below, more }: ColumnRate): boolean {
  const rate = numberIn(printed);
  if (rate === null || !above.value || !below.value || printed.reading.kind !== 'number') return false;
  const part = less?.value ? above.value.sub(less.value) : above.value;
  return sameRate(rate, part.div(below.value.add(more?.value ?? ZERO)), printed.reading.decimals);
}

/** Whether a rate says which amounts it is of: nothing of any amount is 0%, and two that are equal are 100% of each other. */
function tells({ printed }: ColumnRate): boolean {
  const rate = numberIn(printed);
  return rate !== null && !rate.equals(0) && !rate.equals(1);
}

const isRound = ({ printed: { reading } }: ColumnRate): boolean =>
  reading.kind === 'number' && reading.decimals === 0;
