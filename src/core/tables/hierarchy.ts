import { perReview } from '../remember';
import { netValues } from './net-values';
import { isCarriedOver, isKnownPart, rowLabel } from './row-labels';
import type { AmountRow, AmountTable } from './table';

/**
 * The rows that a row adds up, as indices: of a total the outermost rows and subtotals since the total before it, of a
 * subtotal the rows it follows, of an item its own parts. Empty where nothing adds up to the row; 其中 rows never count,
 * for they need not be complete. When a total stands first, it adds what follows.
 */
export function partsOf(table: AmountTable, rowIndex: number): readonly number[] {
  const row = table.rows[rowIndex];
  if (!row) return [];
  switch (row.role) {
    case 'total':
      return netParts(table.rows, totalParts(table.rows, rowIndex, row));
    case 'subtotal':
      return netParts(table.rows, subtotalParts(table.rows, rowIndex, row));
    case 'item':
      return netValues(table.rows).get(rowIndex)?.parts ?? grossParts(table.rows, rowIndex);
    case 'of-which':
    case 'section':
      return [];
  }
}

/**
 * Of assets that are printed as 原值, 减：累计折旧 and 净值 only the last is a part of what all assets come to.
 */
function netParts(rows: readonly AmountRow[], parts: readonly number[]): readonly number[] {
  const nets = netValues(rows);
  if (nets.size === 0) return parts;
  const replaced = new Map<number, number>();
  for (const [net, { parts: worked }] of nets) for (const row of worked) replaced.set(row, net);
  return [...new Set(parts.map((row) => replaced.get(row) ?? row))];
}

/** The parts of an item; what is taken off its 原值, and what is left, are none. */
function grossParts(rows: readonly AmountRow[], rowIndex: number): readonly number[] {
  const taken = takenOff(rows).get(rowIndex);
  const parts = itemParts(rows, rowIndex);
  return taken ? parts.filter((row) => !taken.includes(row)) : parts;
}

/** What stands below each 原值 to work out its 净值, that one included. */
const takenOff = perReview(
  (rows: readonly AmountRow[]): ReadonlyMap<number, readonly number[]> =>
    new Map(Array.from(netValues(rows), ([net, { gross, parts }]) => [gross, [net, ...parts]])),
);

/**
 * The items below an item. A list that names one part of what has several (公务接待费 alone below “三公”经费) is not complete,
 * unless its numbering says that the part belongs there.
 */
function itemParts(rows: readonly AmountRow[], rowIndex: number): readonly number[] {
  const items = childrenOf(rows, rowIndex).filter((index) => rows[index]?.role === 'item');
  const [only = -1, another] = items;
  const [whole, part] = [rows[rowIndex], rows[only]].map((row) => row && rowLabel(row.label.text));
  const lone = another === undefined && whole && part?.rank === null && isKnownPart(whole.name, part.name);
  return lone ? [] : items;
}

/** All direct children of a row, 其中 rows included. */
export function childrenOf(rows: readonly AmountRow[], rowIndex: number): readonly number[] {
  const children: number[] = [];
  for (let index = rowIndex + 1; index < rows.length; index += 1) {
    if (rows[index]?.parent === rowIndex) children.push(index);
    else if ((rows[index]?.depth ?? 0) <= (rows[rowIndex]?.depth ?? 0)) break;
  }
  return children;
}

function totalParts(rows: readonly AmountRow[], at: number, total: AmountRow): readonly number[] {
  const isTotal = (index: number): boolean => rows[index]?.role === 'total';
  const before = reach(rows, at, -1, isTotal);
  const candidates = before.length > 0 ? before : reach(rows, at, 1, isTotal);
  const siblings = candidates.filter((index) => isPart(rows[index], total));
  const subtotals = siblings.filter((index) => rows[index]?.role === 'subtotal');
  const covered = new Set(subtotals.flatMap((index) => subtotalParts(rows, index, rows[index])));
  return siblings.filter((index) => !covered.has(index));
}

/** Items a subtotal adds: those before it since the last sum or, where sums come before their parts, those behind it. */
function subtotalParts(
  rows: readonly AmountRow[],
  at: number,
  subtotal: AmountRow | undefined,
): readonly number[] {
  if (!subtotal) return [];
  const before = itemsBeside(rows, at, subtotal, -1);
  const behind = itemsBeside(rows, at, subtotal, 1);
  const [first, second] = startsWithSum(rows) ? [behind, before] : [before, behind];
  if (first.length > 0 || second.length > 0) return first.length > 0 ? first : second;
  return closesSubtotals(rows, at, subtotal) ? totalParts(rows, at, subtotal) : [];
}

/** 支出合计 right behind the 小计 of the last kind adds up the 小计 of all kinds. */
function closesSubtotals(rows: readonly AmountRow[], at: number, { label }: AmountRow): boolean {
  const before = rows[at - 1];
  return (
    /合计$/.test(rowLabel(label.text).name) &&
    before?.role === 'subtotal' &&
    /小计$/.test(rowLabel(before.label.text).name)
  );
}

/** The items on the other side of a subtotal, for a table that does not show on which side its parts stand. */
export function otherPartsOf(table: AmountTable, rowIndex: number): readonly number[] {
  const row = table.rows[rowIndex];
  if (row?.role !== 'subtotal') return [];
  const known = new Set(partsOf(table, rowIndex));
  return ([-1, 1] as const)
    .map((step) => itemsBeside(table.rows, rowIndex, row, step))
    .flatMap((items) => (items.some((index) => known.has(index)) ? [] : items));
}

function itemsBeside(
  rows: readonly AmountRow[],
  at: number,
  subtotal: AmountRow,
  step: 1 | -1,
): readonly number[] {
  const rank = rankOf(subtotal);
  // Behind 二、支出合计 the next number of its own kind (三、本年结余) begins something else.
  const ends = (index: number): boolean =>
    rows[index]?.role === 'total' ||
    rows[index]?.role === 'subtotal' ||
    (step === 1 && rank !== null && (rankOf(rows[index]) ?? Number.POSITIVE_INFINITY) <= rank);
  return reach(rows, at, step, ends).filter((index) => {
    const row = rows[index];
    if (row?.role !== 'item' || !isPart(row, subtotal)) return false;
    return step === -1 || !isCarriedOver(rowLabel(row.label.text).name);
  });
}

const rankOf = (row: AmountRow | undefined): number | null => (row ? rowLabel(row.label.text).rank : null);

const startsWithSum = (rows: readonly AmountRow[]): boolean => {
  const first = rows.find(({ role }) => role !== 'section');
  return first?.role === 'total' || first?.role === 'subtotal';
};

const isPart = (row: AmountRow | undefined, whole: AmountRow): boolean =>
  row !== undefined && row.parent === whole.parent && (row.role === 'item' || row.role === 'subtotal');

/** Indices from a row in one direction up to the next row that ends the reach, in reading order. */
function reach(
  rows: readonly AmountRow[],
  from: number,
  step: 1 | -1,
  ends: (index: number) => boolean,
): readonly number[] {
  const found: number[] = [];
  for (let index = from + step; index >= 0 && index < rows.length && !ends(index); index += step)
    found.push(index);
  return step === 1 ? found : found.reverse();
}
