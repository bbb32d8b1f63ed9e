import { perReview } from '../remember';
import { sum, type Exact } from '../scoring/number';
import type { AmountRow, AmountTable, NumberCell } from '../tables/table';
import { chineseNumber } from '../snapshot/chinese-number';
import { entryAt, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { lookUp, type KnownName } from './known-quantities';
import { periodOf } from './period-sums';
import { spendingOf, type Spending } from './quarter-spending';
import { tableName } from './table-words';
import { compareSum, grainOf, sameQuantity, stepsOf } from './tolerance';

/** One quarter of the table of budget execution; what is not printed is `null`. */
export type Quarter = Readonly<{
  /** 1 to 4. */
  number: number;
  label: string;
  budget: NumberCell | null;
  /** Cumulative spending; where the table prints none, the amount that {@link QuarterTable.spending} tells about. */
  spent: NumberCell | null;
  /** Spending of this quarter alone, printed beside the cumulative one. */
  alone: NumberCell | null;
  rate: NumberCell | null;
}>;

/** A table of quarters with its quarters in order of the year. */
export type QuarterTable = Readonly<{
  name: string;
  table: AmountTable;
  quarters: readonly Quarter[];
  /** The line 全年 or 合计 below the quarters. */
  whole: Quarter | null;
  spending: Spending;
}>;

const NAMES: readonly RegExp[] = [
  /第?[一1]季度|1[-—–至]3月|3月末|一季度/,
  /第?[二2]季度|1[-—–至]6月|上半年|6月末/,
  /第?[三3]季度|1[-—–至]9月|前三季度|9月末/,
  /第?[四4]季度|1[-—–至]12月|全年|12月末/,
];

/** Number of the quarter that a row is about; `null` for any other row. */
export function quarterOf(label: string): number | null {
  const digits = QUARTER.exec(label)?.[1];
  if (digits && !label.includes('前三季度')) return Number(chineseNumber(digits) ?? digits);
  const index = NAMES.findIndex((name) => name.test(label));
  return index < 0 ? null : index + 1;
}

const QUARTER = /第?([一二三四1-4])季度/;
const WHOLE = /^(?:全年|年度|本年|合计|总计|小计)/;

/** Every table of quarters. */
export const quarterTables = perReview((context: CheckContext): readonly QuarterTable[] =>
  context.amountTables
    .filter((table) => table.kind === 'quarters')
    .map((table) => quarterTable(context, table)),
);

function quarterTable(context: CheckContext, table: AmountTable): QuarterTable {
  const columnOf = (...meanings: readonly string[]): number =>
    table.columns.findIndex((column) => meanings.includes(column.meaning));
  const budget = columnOf('budget', 'adjusted-budget', 'initial-budget');
  const [cumulative, alone] = [columnOf('cumulative'), columnOf('final')];
  const spent = cumulative < 0 ? alone : cumulative;
  const rate = columnOf('rate');
  const quarterIn = (number: number, { label, cells }: AmountRow): Quarter => ({
    number,
    label: label.text,
    budget: cells[budget] ?? null,
    spent: cells[spent] ?? null,
    alone: cumulative < 0 || quarterOf(label.text) === null ? null : (cells[alone] ?? null),
    rate: cells[rate] ?? null,
  });
  const { quarters, whole } = rowsOf(table, cumulative >= 0);
  const found = quarters.map(({ number, row }) => quarterIn(number, row));
  const year = whole && quarterIn(4, whole);
  return {
    name: tableName(table),
    table,
    quarters: found,
    whole: year,
    spending: spendingOf(context, { table, header: table.columns[spent], quarters: found, whole: year }),
  };
}

type Rows = Readonly<{
  quarters: readonly Readonly<{ number: number; row: AmountRow }>[];
  whole: AmountRow | null;
}>;

/** A line 上半年 or 全年 beside 二季度 or 四季度 repeats or adds up what the quarters say and is no quarter of its own. */
function rowsOf({ rows }: AmountTable, cumulative: boolean): Rows {
  const byQuarter = rows.flatMap((row) => {
    const number = quarterOf(row.label.text);
    return number === null ? [] : [{ number, row }];
  });
  // By the end of March as much was spent as by the end of the first quarter.
  const numbered = byQuarter.length === 0 && cumulative ? rows.flatMap(quarterEnd) : byQuarter;
  const named = new Set(numbered.filter(({ row }) => isNamed(row)).map(({ number }) => number));
  const quarters = numbered.filter(({ number, row }) => isNamed(row) || !named.has(number));
  const taken = new Set(quarters.map(({ row }) => row));
  return {
    quarters: [...quarters].sort((a, b) => a.number - b.number),
    whole: rows.find((row) => !taken.has(row) && WHOLE.test(row.label.text.replace(/\s+/g, ''))) ?? null,
  };
}

function quarterEnd(row: AmountRow): Rows['quarters'] {
  const { from, to } = periodOf(row.label.text) ?? { from: 0, to: 0 };
  return from === to && to > 0 && to % 3 === 0 ? [{ number: to / 3, row }] : [];
}

const isNamed = ({ label: { text } }: AmountRow): boolean => QUARTER.test(text) && !text.includes('前三季度');

/** An amount of a whole year, in 元, with the entries that give it; `at` is where a reader should look. */
export type YearAmount = Readonly<{ value: Exact; at: AmountEntry; entries: readonly AmountEntry[] }>;

/** Spending of the year: the fourth quarter's cumulative amount, or the sum of single quarters. */
export function yearSpending(context: CheckContext, table: QuarterTable): YearAmount | null {
  const last = entryOf(context, fourth(table)?.spent);
  switch (table.spending) {
    case 'cumulative':
      return last && asYear([last]);
    case 'single':
      return addedUp(context, table, 'spent');
    case 'unclear':
      return null;
  }
}

/**
 * Budget of the year: that of the line 全年; the sum of the quarters where it is the adjusted budget; else the fourth
 * quarter's. `null` where quarters stand alone and neither is known to be the year's.
 */
export function yearBudget(context: CheckContext, table: QuarterTable): YearAmount | null {
  const whole = entryOf(context, table.whole?.budget);
  if (whole) return asYear([whole]);
  const last = entryOf(context, fourth(table)?.budget);
  const [whole4, added] = [last && asYear([last]), addedUp(context, table, 'budget')];
  if (
    added &&
    isKnown(context, 'adjustedBudget', added) &&
    !(whole4 && isKnown(context, 'adjustedBudget', whole4))
  )
    return added;
  return table.spending === 'cumulative' || (whole4 && isKnown(context, 'adjustedBudget', whole4))
    ? whole4
    : null;
}

const fourth = ({ quarters }: QuarterTable): Quarter | undefined =>
  quarters.find(({ number }) => number === 4);

function entryOf(context: CheckContext, cell: NumberCell | null | undefined): AmountEntry | null {
  const entry = cell ? entryAt(context, cell.ref) : null;
  return entry?.value ? entry : null;
}

function asYear(entries: readonly AmountEntry[]): YearAmount | null {
  const at = entries.at(-1);
  return at ? { value: sum(entries.flatMap(({ value }) => value ?? [])), at, entries } : null;
}

/** The four quarters together; the line 合计 where it is their sum. */
function addedUp(context: CheckContext, table: QuarterTable, column: 'spent' | 'budget'): YearAmount | null {
  const quarters = table.quarters.flatMap((quarter) => entryOf(context, quarter[column]) ?? []);
  if (quarters.length < 4) return null;
  const added = asYear(quarters);
  const whole = entryOf(context, table.whole?.[column]);
  const values = quarters.flatMap(({ value }) => value ?? []);
  const holds =
    whole?.value && compareSum(whole.value, values, grainOf([whole, ...quarters])) !== 'different';
  return holds ? asYear([whole]) : added;
}

function isKnown(context: CheckContext, name: KnownName, { value, at }: YearAmount): boolean {
  const { found } = lookUp(context, name);
  return found !== null && sameQuantity(value, found.value, stepsOf(at, found.entry));
}
