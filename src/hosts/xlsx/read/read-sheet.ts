import { MAX_COLUMNS, toA1, type Range } from '../../../core/snapshot/address';
import type { Cell, Sheet } from '../../../core/snapshot/snapshot';
import { FileFault } from '../file-fault';
import type { Limits } from '../limits';
import { toCell, type CellContext, type SharedFormulas } from './sheet-cells';
import { scanSheet } from './sheet-scanner';
import type { SheetEntry } from './workbook-part';

/** Counts the cells of all sheets of a workbook. */
export type CellBudget = { left: number };

/** Builds a sheet of the snapshot from its part. */
export function readSheet(
  entry: SheetEntry,
  xml: string,
  context: CellContext,
  limits: Limits,
  budget: CellBudget,
): Sheet {
  const cells: Cell[] = [];
  const merges: Range[] = [];
  const hiddenRows: number[] = [];
  const hiddenSpans: (readonly [number, number])[] = [];
  const shared: SharedFormulas = new Map();
  const state = { protected: false, sorted: true };
  let lastKey = -1;
  let lastColumn = 0;
  scanSheet(xml, entry.path, {
    cell: (spot, scanner) => {
      const key = spot.row * MAX_COLUMNS + spot.column;
      if (key === lastKey) scanner.fail(`中单元格 ${toA1(spot)} 重复`);
      if (key < lastKey) state.sorted = false;
      lastKey = key;
      const cell = toCell(spot, scanner, context, shared);
      if (!cell) return;
      cells.push(cell);
      if (spot.column > lastColumn) lastColumn = spot.column;
      if ((budget.left -= 1) < 0) throw new FileFault('too-large', `超过 ${limits.cells} 个有内容的单元格`);
    },
    row: (spot) => {
      if (spot.hidden) hiddenRows.push(spot.row);
    },
    merge: (range) => merges.push(range),
    columns: (first, last, hidden) => {
      if (hidden) hiddenSpans.push([first, last]);
    },
    protection: (on) => {
      state.protected = on;
    },
  });
  if (!state.sorted) sortCells(cells, entry);
  checkMerges(merges, cells.at(-1)?.row ?? 0, limits);
  return {
    name: entry.name,
    visibility: entry.visibility,
    protected: state.protected,
    cells,
    merges,
    hiddenRows,
    hiddenColumns: columnsOf(hiddenSpans, lastColumn),
  };
}

function sortCells(cells: Cell[], entry: SheetEntry): void {
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  cells.forEach((cell, n) => {
    const next = cells[n + 1];
    if (next?.row !== cell.row || next.column !== cell.column) return;
    throw new FileFault('damaged', `工作表“${entry.name}”的单元格 ${toA1(cell)} 重复`);
  });
}

/** Whoever walks over the rows of merged areas must not be made to walk for minutes by areas that overlap. */
function checkMerges(merges: readonly Range[], lastRow: number, limits: Limits): void {
  let rows = 0;
  for (const { top, bottom } of merges) rows += Math.max(0, Math.min(bottom, lastRow) - top + 1);
  if (rows > limits.mergedRows) throw new FileFault('too-large', '合并区域互相重叠');
}

/** Hidden columns up to the last one that holds something: forms often hide all the others, 16,000 of them. */
function columnsOf(spans: readonly (readonly [number, number])[], lastColumn: number): number[] {
  const columns = new Set<number>();
  for (const [first, last] of spans.slice(0, MAX_COLUMNS)) {
    for (let column = first; column <= Math.min(last, lastColumn); column += 1) columns.add(column);
  }
  return [...columns].sort((a, b) => a - b);
}
