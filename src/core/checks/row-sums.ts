import { append } from '../lists';
import { perReview } from '../remember';
import { ZERO } from '../scoring/number';
import { namesShare } from '../tables/amount-words';
import type { AmountColumn, AmountTable } from '../tables/table';
import { entriesIn, isRate, type AmountEntry } from './amount-entries';
import { addUp, compareParts, type AmountSum } from './amount-sums';
import { keyOf } from './check-context';

/** A column that adds up others. */
const TOTAL = /(?:合计|小计|总计|总额|合计数|总数)$|^(?:全年|总分|总得分|综合得分)$/;
/** Columns that stand beside what is added up and belong to no sum: changes, other years, what is left over. */
const BESIDE = /增|减|差|比上年|结转|结余|其中|备注|序时/;
/** More sums beside each other are no header of a table. */
const MOST_TOTALS = 60;
/** One row that adds up proves nothing, unless it adds up several amounts. */
const FEWEST_FITTING = 2;

type Line = ReadonlyMap<number, AmountEntry>;

/**
 * The sums that stand across the rows of a table: 本年支出合计 over 基本支出 and 项目支出, 合计 over twelve months. The header
 * tells which column may be the sum of which; the rows themselves show it, for 合计 is also printed beside columns that are no
 * parts of it. Within rounding nothing is said: what a column of sums is rounded to, its own total tells.
 */
export const rowSums = perReview((table: AmountTable): readonly AmountSum[] => {
  const totals = table.columns.flatMap((column, index) =>
    isSumHeader(column.header.text) || isUnderSum(column) ? [index] : [],
  );
  if (totals.length === 0 || totals.length > MOST_TOTALS || table.columns.length < 3) return [];
  const lines = linesOf(table);
  return totals.flatMap((total) => {
    const candidates = [...partsFor(table.columns, total), ...partsBeside(table.columns, total)];
    const tried = candidates.map((parts) => sumsAcross(lines, total, parts));
    const fitting = tried.map((sums) => sums.filter(({ verdict }) => verdict !== 'different').length);
    const most = Math.max(0, ...fitting);
    const best = tried[fitting.indexOf(most)] ?? [];
    const [parts, another] = candidates;
    const defined =
      parts !== undefined && !another && best.length === 1 && isDefined(table.columns, total, parts);
    return defined || isShown(best, most) ? best.filter(({ verdict }) => verdict === 'different') : [];
  });
});

/**
 * Whether the header alone says that a column adds up others, so that a single row can be wrong: 小计 beside the kinds under
 * 固定资产, 资产总额 beside 流动资产 and 固定资产 as the accounts print them.
 */
function isDefined(columns: readonly AmountColumn[], total: number, parts: readonly number[]): boolean {
  const own = columns[total];
  if (!own) return false;
  const names = parts.map((part) => plain(columns[part]?.header.text ?? ''));
  if (own.under.length > 0 && /(?:小计|合计)$/.test(plain(own.header.text))) return true;
  return (
    /^资产(?:总额|总计|合计)$/.test(plain(own.header.text)) &&
    names.includes('流动资产') &&
    names.some((name) => /^固定资产/.test(name)) &&
    !names.some((name) => /原[值价]|折旧|净[值额]|摊销/.test(name))
  );
}

/** Whether the rows show that a column adds up others: most of them fit, or one of two that adds up several amounts. */
function isShown(sums: readonly AmountSum[], fitting: number): boolean {
  if (fitting >= FEWEST_FITTING) return fitting * 2 > sums.length;
  return (
    fitting * 2 >= sums.length && sums.some((found) => found.verdict !== 'different' && addsSeveral(found))
  );
}

const addsSeveral = ({ parts }: AmountSum): boolean =>
  parts.filter(({ value }) => value !== null && !value.equals(ZERO)).length >= FEWEST_FITTING;

const isUnderSum = ({ under }: AmountColumn): boolean => isSumHeader(under.at(-1)?.text ?? '');

/** Whether a header is over sums of other columns: 合计, 本年支出合计, 全年. */
export const isSumHeader = (header: string): boolean => TOTAL.test(plain(header));

const plain = (header: string): string => header.replace(/\s+/g, '').replace(/[(（][^()（）]*[)）]/g, '');

function linesOf(table: AmountTable): readonly Line[] {
  const lines: Map<number, AmountEntry>[] = table.rows.map(() => new Map<number, AmountEntry>());
  const places = new Map(table.columns.map((column, index) => [column, index]));
  for (const entry of entriesIn(table)) {
    const place = places.get(entry.column);
    if (place !== undefined) lines[entry.rowIndex]?.set(place, entry);
  }
  return lines;
}

/** A column, or the columns under one further header, which count by their own sum. */
type Block = Readonly<{ columns: readonly number[]; total: boolean }>;

/** The columns that a total may add up: what stands behind or before it under the same header, up to the next total there. */
function partsFor(columns: readonly AmountColumn[], total: number): readonly (readonly number[])[] {
  const path = columns[total]?.under ?? [];
  const blocks = blocksUnder(columns, total, path.length);
  const at = blocks.findIndex(({ columns: [only] }) => only === total);
  const behind = until(blocks.slice(at + 1));
  const before = until(blocks.slice(0, at).reverse());
  const found = [behind, before].flatMap((side) => {
    const additive = side.filter((block) => isAdditive(columns, block));
    const shares = side.slice(0, firstOther(columns, side));
    return [shares, additive];
  });
  const sums = found
    .filter(({ length }) => length >= 2)
    .map((side) => side.flatMap((block) => block.columns).sort((a, b) => a - b));
  return [...new Map(sums.map((parts) => [parts.join(), parts])).values()];
}

/** Under 合计 the same columns stand as under the shares beside it: 预算 and 决算 of 基本支出, 项目支出 and 合计. */
function partsBeside(columns: readonly AmountColumn[], total: number): readonly (readonly number[])[] {
  const column = columns[total];
  if (!column || !isUnderSum(column)) return [];
  const depth = column.under.length;
  const outer = pathOf(column, depth - 1);
  const bands = new Map<string, number[]>();
  columns.forEach((other, index) => {
    if (other.under.length !== depth || pathOf(other, depth - 1) !== outer) return;
    append(bands, pathOf(other, depth), index);
  });
  const groups = [...bands.values()];
  const at = groups.findIndex((group) => group.includes(total));
  const place = groups[at]?.indexOf(total) ?? 0;
  return [groups.slice(at + 1), groups.slice(0, at)].flatMap((side) => {
    const parts = side.flatMap((group) => group[place] ?? []);
    return parts.length >= 2 && side.every(({ length }) => length === groups[at]?.length) ? [parts] : [];
  });
}

/** Blocks at the level of a total, in the order of the columns. */
function blocksUnder(columns: readonly AmountColumn[], total: number, depth: number): readonly Block[] {
  const path = pathOf(columns[total], depth);
  const groups = new Map<string, number[]>();
  columns.forEach((column, index) => {
    if (pathOf(column, depth) !== path) return;
    const key = column.under.length > depth ? pathOf(column, depth + 1) : `column ${String(index)}`;
    append(groups, key, index);
  });
  return [...groups.values()].map((group): Block => {
    const own = group.find((index) => group.length > 1 && isSumHeader(columns[index]?.header.text ?? ''));
    const [only = total] = group;
    const single = group.length === 1;
    return {
      columns: own === undefined ? group : [own],
      total: single && isSumHeader(columns[only]?.header.text ?? ''),
    };
  });
}

const pathOf = (column: AmountColumn | undefined, depth: number): string =>
  (column?.under ?? [])
    .slice(0, depth)
    .map(({ ref }) => keyOf(ref))
    .join(' ');

const until = (blocks: readonly Block[]): readonly Block[] => {
  const next = blocks.findIndex(({ total }) => total);
  return next < 0 ? blocks : blocks.slice(0, next);
};

const isAdditive = (columns: readonly AmountColumn[], block: Block): boolean =>
  block.columns.every((index) => {
    const column = columns[index];
    return column !== undefined && column.meaning !== 'rate' && !BESIDE.test(plain(column.header.text));
  });

/** Length of the run of known shares (基本支出, 3月, 市级资金) right beside a total. */
function firstOther(columns: readonly AmountColumn[], side: readonly Block[]): number {
  const other = side.findIndex(({ columns: inside }) =>
    inside.some((index) => {
      const column = columns[index];
      const names = column ? [column.header, ...column.under] : [];
      return !names.some(({ text }) => namesShare(text));
    }),
  );
  return other < 0 ? side.length : other;
}

function sumsAcross(lines: readonly Line[], at: number, parts: readonly number[]): readonly AmountSum[] {
  return lines.flatMap((line): readonly AmountSum[] => {
    const total = line.get(at);
    const known = parts.flatMap((part) => line.get(part) ?? []);
    if (!total || total.value === null || isRate(total)) return [];
    if (known.some((part) => part.cell.reading.kind === 'text' || part.cell.reading.kind === 'error'))
      return [];
    const filled = known.filter((part) => part.value !== null && !isRate(part));
    if (filled.length === 0 || !addUp([total, ...filled])) return [];
    return [total, ...filled].every(({ value }) => value?.equals(ZERO)) ? [] : [compareParts(total, filled)];
  });
}
