import { toA1, type CellRef } from '../../../core/snapshot/address';
import type { Cell, Sheet } from '../../../core/snapshot/snapshot';
import { computeDependents } from './dependents';
import { keyOf } from './reference-index';

/** Sheets with the results that their file does not keep, and the formula cells that are still without one. */
export type Completed = Readonly<{ sheets: Sheet[]; unknown: readonly CellRef[] }>;

/**
 * Computes formulas whose results were not saved: programs that write workbooks leave that to Excel. Taken as blank,
 * a total would be reported as missing. What cannot be computed here stays empty and is named.
 */
export function completeResults(
  sheets: Sheet[],
  unsaved: ReadonlySet<Cell>,
  names: () => ReadonlyMap<string, string>,
): Completed {
  if (unsaved.size === 0) return { sheets, unknown: [] };
  const written = sheets.flatMap(({ name: sheet, cells }) =>
    cells
      .filter((cell) => unsaved.has(cell))
      .map(({ row, column, formula = '' }) => ({ sheet, row, column, content: { formula } })),
  );
  const results = new Map(
    computeDependents(sheets, names(), written).map(({ sheet, row, column, value }) => [
      keyOf(sheet, row, column),
      value,
    ]),
  );
  const unknown: CellRef[] = [];
  const completed = sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      if (!unsaved.has(cell)) return cell;
      const value = results.get(keyOf(sheet.name, cell.row, cell.column)) ?? null;
      if (value === null) unknown.push({ sheet: sheet.name, cell: toA1(cell) });
      return value === null ? cell : { ...cell, value };
    }),
  }));
  return { sheets: completed, unknown };
}
