import { chineseNumber } from '../snapshot/chinese-number';
import type { AmountColumn, AmountTable } from '../tables/table';
import { entriesIn, isRate, plainLabel, type AmountEntry } from './amount-entries';
import { addUp, compareParts, type AmountSum } from './amount-sums';
import type { Spending } from './quarter-spending';
import { exceeds } from './tolerance';

/** Months of a year that a row is about, both counted in; `sums` where its words say that it adds up rows. */
type Period = Readonly<{ from: number; to: number; sums: boolean }>;
type Row = Period & Readonly<{ index: number }>;

const QUARTERS = '一二三四';
const NUMBERED = /^(?:\d{4}年)?(?:第)?([一二三四五六七八九十]{1,2}|\d{1,2})(月份?|季度?)(小计|合计|支出)?$/;
const SPAN = /^(?:\d{4}年)?(\d{1,2})[-—–~～至](\d{1,2})月份?(?:小计|合计)?$/;
const NAMED: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/^(?:上|前)半年(?:度)?(?:小计|合计)?$/, [1, 6]],
  [/^下半年(?:度)?(?:小计|合计)?$/, [7, 12]],
  [/^前三(?:个)?季度(?:小计|合计)?$/, [1, 9]],
  [/^(?:全年|年度|本年)(?:小计|合计|总计|支出)?$/, [1, 12]],
];
const CLOSING = /^(?:合计|总计|小计|共计)$/;

/** The months that a label names; `null` where it names none, or a day on which something stood (3月末). */
export function periodOf(text: string): Period | null {
  const label = plainLabel(text).replace(/[（(][^（）()]*[)）]/g, '');
  const span = SPAN.exec(label);
  if (span) return periodFrom(Number(span[1]), Number(span[2]), true);
  const named = NAMED.find(([words]) => words.test(label));
  if (named) return { from: named[1][0], to: named[1][1], sums: true };
  const [, digits = '', kind = ''] = NUMBERED.exec(label) ?? [];
  const number = Number(
    QUARTERS.includes(digits) ? QUARTERS.indexOf(digits) + 1 : (chineseNumber(digits) ?? digits),
  );
  if (digits === '') return null;
  return kind.startsWith('月')
    ? periodFrom(number, number, false)
    : periodFrom(3 * number - 2, 3 * number, false);
}

const periodFrom = (from: number, to: number, sums: boolean): Period | null =>
  from >= 1 && to <= 12 && from <= to ? { from, to, sums } : null;

/**
 * The sums in a table by months or quarters: a quarter over its months, 上半年 and 全年 over what they hold, and cumulative
 * amounts over what was there before and the period's own. A column is added up where `spending` or its rows say that it holds
 * single periods.
 */
export function periodSums(table: AmountTable, spending: Spending): readonly AmountSum[] {
  const rows = rowsOf(table);
  if (rows.length > MOST_PERIODS) return [];
  const columns = table.columns.map((_, column) => entriesOf(table, column));
  const { columns: heads } = table;
  const cumulative = heads.flatMap(({ meaning }, column) => (meaning === 'cumulative' ? [column] : []));
  const spent = heads.findIndex(({ meaning }) => meaning === 'final');
  const single = columns.flatMap((entries, column) => {
    const isSpent = column === spent && cumulative.length === 0;
    if (cumulative.includes(column) || (isSpent && spending === 'cumulative')) return [];
    const sums = wholes(rows, entries);
    return (isSpent && spending === 'single') || isTrusted(sums) ? sums : [];
  });
  const running = cumulative.flatMap((column) => {
    const [before, own] = [columns[column], columns[aloneBeside(heads, column)]];
    const sums = before && own ? runningTotals(rows, before, own) : [];
    return fitsIn(sums) * 2 >= sums.length ? sums : [];
  });
  return [...single, ...running];
}

/** The column of single periods that belongs to a cumulative one: under the same header, else the only spending. */
function aloneBeside(columns: readonly AmountColumn[], cumulative: number): number {
  const pathOf = (column: AmountColumn | undefined): string =>
    (column?.under ?? []).map(({ ref }) => ref.cell).join(' ');
  const path = pathOf(columns[cumulative]);
  const beside = columns.findIndex(
    ({ meaning }, index) =>
      index !== cumulative &&
      meaning !== 'cumulative' &&
      meaning !== 'rate' &&
      path !== '' &&
      pathOf(columns[index]) === path,
  );
  return beside >= 0 ? beside : columns.findIndex(({ meaning }) => meaning === 'final');
}

/** A year has no more periods; a longer table lists many years or many offices. */
const MOST_PERIODS = 40;

/** The rows that are periods. A bare 小计 closes what has no 小计 yet; the last line 合计 is the whole. */
function rowsOf({ rows }: AmountTable): readonly Row[] {
  const found: Row[] = [];
  const lastPeriod = rows.reduce(
    (last, { label }, index) => (periodOf(label.text) === null ? last : index),
    -1,
  );
  let closed = 0;
  rows.forEach(({ label }, index) => {
    const period = periodOf(label.text);
    if (period) found.push({ ...period, index });
    const last = found.at(-1);
    if (period || !last || !CLOSING.test(plainLabel(label.text))) return;
    const from = index > lastPeriod ? Math.min(...found.map((row) => row.from)) : closed + 1;
    closed = last.to;
    if (from <= last.to) found.push({ from, to: last.to, sums: true, index });
  });
  return found;
}

type Entries = ReadonlyMap<number, AmountEntry>;

function entriesOf(table: AmountTable, column: number): Entries {
  const own = table.columns[column];
  const entries = entriesIn(table).filter(
    (entry) => entry.column === own && entry.value !== null && !isRate(entry),
  );
  return new Map(entries.map((entry) => [entry.rowIndex, entry]));
}

const lengthOf = ({ from, to }: Period): number => to - from + 1;

/** Every row that the shorter periods of the table make up, with these. */
function wholes(rows: readonly Row[], entries: Entries): readonly AmountSum[] {
  return rows.flatMap((row) => {
    const parts = tiling(rows, row);
    return parts ? sumOf(entries, row, parts) : [];
  });
}

/** Shorter periods that fill one without a gap, the longest first; `null` where there are none. */
function tiling(rows: readonly Row[], whole: Row): readonly Row[] | null {
  const parts: Row[] = [];
  for (let from = whole.from; from <= whole.to;) {
    const fitting = rows.filter(
      (row) => row.from === from && row.to <= whole.to && isShorter(row, whole) && row !== whole,
    );
    const [longest] = fitting.sort((a, b) => lengthOf(b) - lengthOf(a) || Number(a.sums) - Number(b.sums));
    if (!longest) return null;
    parts.push(longest);
    from = longest.to + 1;
  }
  return parts.length > 1 ? parts : null;
}

const isShorter = (row: Row, whole: Row): boolean => lengthOf(row) < lengthOf(whole);

function sumOf(entries: Entries, whole: Row, parts: readonly Row[]): readonly AmountSum[] {
  const total = entries.get(whole.index);
  const found = parts.flatMap(({ index }) => entries.get(index) ?? []);
  return total && found.length === parts.length && addUp([total, ...found])
    ? [compareParts(total, found)]
    : [];
}

/** Cumulative amounts beside those of single periods: each is the one before and its own. */
function runningTotals(rows: readonly Row[], cumulative: Entries, alone: Entries): readonly AmountSum[] {
  const leaves = rows.filter((row) => tiling(rows, row) === null).sort((a, b) => a.from - b.from);
  const ends = new Map(leaves.map((row) => [row.to, row]));
  // 上半年 has been spent by the end of the second quarter.
  const again = rows.flatMap((row) => {
    const leaf = ends.get(row.to);
    return leaf && leaf !== row && row.from === 1 ? sumOf(cumulative, row, [leaf]) : [];
  });
  const each = leaves.flatMap((row, index) => {
    const before = leaves[index - 1];
    const [total, own] = [cumulative.get(row.index), alone.get(row.index)];
    const last = before && cumulative.get(before.index);
    const follows = before ? before.to + 1 === row.from && last !== undefined : row.from === 1;
    if (!total || !own || !follows) return [];
    const parts = last ? [last, own] : [own];
    return addUp([total, ...parts]) ? [compareParts(total, parts)] : [];
  });
  return [...each, ...again];
}

const fitsIn = (sums: readonly AmountSum[]): number =>
  sums.filter(({ verdict }) => verdict !== 'different').length;

/** So far off a sum with an error in it may be; of cumulative amounts it is a multiple of the last. */
const NEAR = 5;

/**
 * Whether the sums of a column show that it holds single periods: more of them fit than repeat the last amount, as cumulative
 * ones do; where none does either, all are near.
 */
function isTrusted(sums: readonly AmountSum[]): boolean {
  const fitting = fitsIn(sums);
  const repeating = sums.filter(repeatsLast).length;
  return fitting + repeating > 0 ? fitting > repeating : sums.length > 0 && sums.every(isNear);
}

const repeatsLast = ({ left, parts }: AmountSum): boolean => parts.at(-1)?.value?.equals(left) === true;

const isNear = ({ left, right }: AmountSum): boolean =>
  !exceeds(left.sub(right).abs().mul(NEAR), right.abs());
