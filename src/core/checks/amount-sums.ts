import { perReview } from '../remember';
import { exact, sum, ZERO, type Exact } from '../scoring/number';
import { childrenOf, otherPartsOf, partsOf } from '../tables/hierarchy';
import type { AmountColumn, AmountTable } from '../tables/table';
import { entriesIn, isCount, isRate, mayBeMoney, type AmountEntry } from './amount-entries';
import { impliedLevels } from './implied-levels';
import { shownAmounts, type Shown } from './shown-amounts';
import { compareSum, sameExactly, type Verdict } from './tolerance';

/** A total of one column beside the parts that are printed for it. */
export type AmountSum = Readonly<{
  total: AmountEntry;
  parts: readonly AmountEntry[];
  /** Both sides in 元, or as counted. */
  left: Exact;
  right: Exact;
  shown: Shown;
  verdict: Verdict;
}>;

/**
 * Every sum of a table, column by column and level by level. An empty part is an item that does not occur in this
 * workbook; a part that holds text or an error leaves its sum out, and so does a total that is not filled in.
 */
export const amountSums = perReview((table: AmountTable): readonly AmountSum[] => {
  const byRow = new Map<number, Map<AmountColumn, AmountEntry>>();
  for (const entry of entriesIn(table)) {
    const row = byRow.get(entry.rowIndex) ?? new Map<AmountColumn, AmountEntry>();
    byRow.set(entry.rowIndex, row.set(entry.column, entry));
  }
  const entryIn: EntryIn = (row, column) => byRow.get(row)?.get(column);
  return table.rows.flatMap((_, rowIndex) => {
    const rows = partsOf(table, rowIndex);
    if (rows.length === 0) return [];
    const others = otherPartsOf(table, rowIndex);
    const sumOf = (total: AmountEntry, parts: readonly number[]): readonly AmountSum[] =>
      sumAt(
        total,
        parts.flatMap((row) => partAt(table, row, total.column, entryIn)),
      );
    const totals = [...(byRow.get(rowIndex)?.values() ?? [])];
    const found = onOneSide(totals.map((total) => [sumOf(total, rows), sumOf(total, others)] as const));
    if (!found.some(countsTwice) && !isOutThroughout(found)) return found;
    const levels = impliedSums(found, rows, entryIn);
    if (levels) return levels;
    return found.length > 0 && found.every(countsTwice) && (found.length > 1 || table.kind === 'function')
      ? []
      : found;
  });
});

type Sums = readonly AmountSum[];

const isSame = (sums: Sums): boolean => sums.length > 0 && sums.every(({ verdict }) => verdict === 'same');

/**
 * The sums of a row over the parts on the side where more columns come out; where neither side has more, column by column
 * over the side that does.
 */
function onOneSide(columns: readonly (readonly [own: Sums, other: Sums])[]): Sums {
  const [own, other] = [0, 1].map((side) => columns.filter((sums) => isSame(sums[side] ?? [])).length);
  if (own !== other) return columns.flatMap((sums) => sums[(own ?? 0) > (other ?? 0) ? 0 : 1]);
  return columns.flatMap(([sums, others]) => (!isSame(sums) && isSame(others) ? others : sums));
}

/** Whether most columns do not come out: then it is the reading of the lines that is wrong, and not a number in each column. */
function isOutThroughout(found: Sums): boolean {
  const out = found.filter(({ verdict, parts }) => verdict === 'different' && parts.length >= FEWEST_LINES);
  return found.length >= FEWEST_COLUMNS && out.length * 2 > found.length;
}

/** The same sums with the levels that the numbers show; `null` where they show none. */
function impliedSums(
  found: readonly AmountSum[],
  rows: readonly number[],
  entryIn: EntryIn,
): readonly AmountSum[] | null {
  const valueAt = (row: number, column: AmountColumn): Exact | null => entryIn(row, column)?.value ?? null;
  const levels = impliedLevels(
    found.map(({ total, left }) => ({ total: left, parts: rows.map((row) => valueAt(row, total.column)) })),
  );
  if (!levels) return null;
  const entries = (parts: readonly number[], column: AmountColumn): readonly AmountEntry[] =>
    parts.flatMap((part) => entryIn(rows[part] ?? -1, column) ?? []);
  return found.flatMap(({ total }) => [
    ...sumAt(total, entries(levels.tops, total.column)),
    ...[...levels.below].flatMap(([head, parts]) =>
      entries([head], total.column).flatMap((entry) => sumAt(entry, entries(parts, total.column))),
    ),
  ]);
}

type EntryIn = (row: number, column: AmountColumn) => AmountEntry | undefined;

/** A part's amount; for a heading that prints none, that of its 小计, else those of the lines below it. */
function partAt(
  table: AmountTable,
  row: number,
  column: AmountColumn,
  entryIn: EntryIn,
): readonly AmountEntry[] {
  const entry = entryIn(row, column);
  if (entry && entry.cell.reading.kind !== 'blank') return [entry];
  const below = childrenOf(table.rows, row);
  const subtotal = below.filter((child) => table.rows[child]?.role === 'subtotal');
  const items = below.filter((child) => table.rows[child]?.role === 'item');
  const parts = subtotal.length > 0 ? subtotal : items;
  return parts.flatMap((child) => partAt(table, child, column, entryIn));
}

/** A number that is wrong in one of two columns says nothing of the lines. */
const FEWEST_COLUMNS = 3;
/** Fewer lines are no hierarchy: two parts of which each is the total may be a slip. */
const FEWEST_LINES = 3;
const TWICE = exact('1.9');

/** Lines of two or three levels (类、款、项) without a sign of their level add up to about twice or three times the total. */
function countsTwice({ parts, left, right, verdict }: AmountSum): boolean {
  if (verdict !== 'different' || parts.length < FEWEST_LINES) return false;
  return left.compare(ZERO) > 0 && right.compare(left.mul(TWICE)) >= 0;
}

function sumAt(total: AmountEntry, parts: readonly AmountEntry[]): readonly AmountSum[] {
  if (total.value === null || isRate(total) || AVERAGED.test(total.column.header.text)) return [];
  const alike = parts.filter((part) => !isOtherKind(part, total) && !AVERAGED.test(part.label));
  if (alike.some(({ cell }) => cell.reading.kind === 'text' || cell.reading.kind === 'error')) return [];
  const known = alike.filter((part) => part.value !== null && !isRate(part));
  if (known.length === 0 || !addUp([total, ...known])) return [];
  return [compareParts(total, known)];
}

/** Averages, prices and marks of several projects are not added up. */
const AVERAGED = /^(?:平均|[人生户车师床]均)|均价|单价|(?:得分|评分)(?:[（(].*[）)])?$/;

/** Whether entries can be added: money can whatever its units, people and money cannot. */
export function addUp(entries: readonly AmountEntry[]): boolean {
  const scale = entries[0]?.scale;
  return entries.every((entry) => scale?.equals(entry.scale)) || entries.every(mayBeMoney);
}

const PLANNED = /预算|计划/;
const DONE = /决算|执行|实际/;

/** In a list 公务接待费预算数 stands below “三公”经费决算数 and is no part of it. */
function isOtherKind(part: AmountEntry, total: AmountEntry): boolean {
  const [a, b] = [kindOf(part), kindOf(total)];
  return a !== null && b !== null && a !== b;
}

function kindOf({ row }: AmountEntry): 'planned' | 'done' | null {
  const { text } = row.label;
  if (PLANNED.test(text) === DONE.test(text)) return null;
  return PLANNED.test(text) ? 'planned' : 'done';
}

/** Lines that lessen what they belong to: 减：累计折旧, and the wear of assets below their 净值 whatever it is called. */
const takesAway = ({ row: { label } }: AmountEntry, total: AmountEntry): boolean =>
  /^\s*减[:：]/.test(label.text) ||
  (/净(?:值|额)/.test(total.row.label.text) && /累计(?:折旧|摊销)|准备$/.test(label.text));

/** Compares a total with given parts; all must hold numbers. */
export function compareParts(total: AmountEntry, parts: readonly AmountEntry[]): AmountSum {
  const left = total.value ?? ZERO;
  const values = parts.map((part) => {
    const value = part.value ?? ZERO;
    return takesAway(part, total) ? value.neg() : value;
  });
  const right = sum(values);
  const shown = shownAmounts(total, parts);
  const verdict = isCount(total)
    ? sameExactly(left, right)
      ? 'same'
      : 'different'
    : compareSum(left, values, shown.grain);
  return { total, parts, left, right, shown, verdict };
}
