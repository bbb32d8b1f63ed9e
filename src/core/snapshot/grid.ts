import { MAX_COLUMNS, type Position, type Range } from './address';
import type { Cell, Sheet } from './snapshot';

/** Random access to a sheet's cells and merges, built once a sheet. */
export type Grid = Readonly<{
  sheet: Sheet;
  /** Rows that hold at least one cell, ascending, with their cells by column. */
  rows: readonly Readonly<{ row: number; cells: readonly Cell[] }>[];
  /** Cell at a position; merged areas are not resolved. */
  at(row: number, column: number): Cell | undefined;
  /** Merged area that covers the position, if any. */
  mergeAt(row: number, column: number): Range | undefined;
  /** Cell that a reader sees at a position: inside a merged area, its top-left cell. */
  shown(row: number, column: number): Cell | undefined;
  /** Smallest range that holds every cell; `null` on an empty sheet. */
  used: Range | null;
}>;

const key = (row: number, column: number): number => row * MAX_COLUMNS + column;

/** Builds the index of a sheet: linear in its cells and in the area of its merges within the used range. */
export function gridOf(sheet: Sheet): Grid {
  const byPosition = new Map<number, Cell>();
  const rows: { row: number; cells: Cell[] }[] = [];
  let used: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const cell of sheet.cells) {
    byPosition.set(key(cell.row, cell.column), cell);
    const last = rows.at(-1);
    if (last?.row === cell.row) last.cells.push(cell);
    else rows.push({ row: cell.row, cells: [cell] });
    used ??= { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
    used.bottom = Math.max(used.bottom, cell.row);
    used.left = Math.min(used.left, cell.column);
    used.right = Math.max(used.right, cell.column);
  }
  const mergesByRow = indexMerges(sheet.merges, used);
  const mergeAt = (row: number, column: number): Range | undefined =>
    mergesByRow.get(row)?.find((merge) => column >= merge.left && column <= merge.right);
  const at = (row: number, column: number): Cell | undefined => byPosition.get(key(row, column));
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
}

/** Merges by the rows they cover. A merge may be declared over a million rows; only rows near cells matter. */
function indexMerges(merges: readonly Range[], used: Range | null): Map<number, Range[]> {
  const byRow = new Map<number, Range[]>();
  if (!used) return byRow;
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, used.bottom); row += 1) {
      const list = byRow.get(row);
      if (list) list.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return byRow;
}

/** Position of a cell. */
export function positionOf(cell: Cell): Position {
  return { row: cell.row, column: cell.column };
}
