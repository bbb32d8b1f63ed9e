import { append } from '../lists';
import { perObject } from '../remember';
import type { Position, Range } from './address';
import type { Cell, Sheet } from './snapshot';

/** A row that holds at least one cell, its cells by column. */
export type GridRow = Readonly<{ row: number; cells: readonly Cell[] }>;

/** Random access to a sheet's cells and merges, built once a sheet. */
export type Grid = Readonly<{
  sheet: Sheet;
  /** Rows that hold at least one cell, ascending. */
  rows: readonly GridRow[];
  /** Cell at a position; merged areas are not resolved. */
  at(row: number, column: number): Cell | undefined;
  /** Merged area that covers the position, if any. */
  mergeAt(row: number, column: number): Range | undefined;
  /** Cell that a reader sees at a position: inside a merged area, its top-left cell. */
  shown(row: number, column: number): Cell | undefined;
  /** Smallest range that holds every cell; `null` on an empty sheet. */
  used: Range | null;
}>;

/** The index of a sheet, built once: linear in its cells and in the area of its merges within the used range. */
export const gridOf = perObject((sheet: Sheet): Grid => {
  const rows: { row: number; cells: Cell[] }[] = [];
  const byRow = new Map<number, readonly Cell[]>();
  let used: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const cell of sheet.cells) {
    const last = rows.at(-1);
    if (last?.row === cell.row) {
      last.cells.push(cell);
    } else {
      const cells = [cell];
      rows.push({ row: cell.row, cells });
      byRow.set(cell.row, cells);
    }
    used ??= { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
    used.bottom = Math.max(used.bottom, cell.row);
    used.left = Math.min(used.left, cell.column);
    used.right = Math.max(used.right, cell.column);
  }
  const mergesByRow = indexMerges(sheet.merges, used);
  const mergeAt = (row: number, column: number): Range | undefined => {
    for (const merge of mergesByRow.get(row) ?? NONE)
      if (column >= merge.left && column <= merge.right) return merge;
    return undefined;
  };
  const at = (row: number, column: number): Cell | undefined => inColumn(byRow.get(row), column);
  return {
    sheet,
    rows,
    at,
    mergeAt,
    shown: (row, column) => {
      const merge = mergeAt(row, column);
      return merge ? at(merge.top, merge.left) : at(row, column);
    },
    used,
  };
});

const NONE: readonly Range[] = [];

/** Entry of a column among entries sorted by column. */
export function inColumn<Entry extends { readonly column: number }>(
  entries: readonly Entry[] | undefined,
  column: number,
): Entry | undefined {
  if (!entries) return undefined;
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (!entry || entry.column === column) return entry;
    if (entry.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The rows with cells from one row to another, both included. */
export function rowsWithin({ rows }: Grid, top: number, bottom: number): readonly GridRow[] {
  return rows.slice(firstFrom(rows, top), firstFrom(rows, bottom + 1));
}

/** Index of the first row at or below one. */
function firstFrom(rows: readonly GridRow[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Merges by the rows they cover. A merge may be declared over a million rows; only rows near cells matter. */
function indexMerges(merges: readonly Range[], used: Range | null): Map<number, Range[]> {
  const byRow = new Map<number, Range[]>();
  if (!used) return byRow;
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, used.bottom); row += 1) {
      append(byRow, row, merge);
    }
  }
  return byRow;
}

/** Position of a cell. */
export function positionOf(cell: Cell): Position {
  return { row: cell.row, column: cell.column };
}
