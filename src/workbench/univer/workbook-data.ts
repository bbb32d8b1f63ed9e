import { type Cell, gridOf, type Range, type Sheet, type Snapshot } from '../../core';
import { cellKey } from '../host/model/sheet-base';
import type { CellLook } from '../host/model/spreadsheet';
import { toUniverCell } from './cell-content';
import { DEFAULT_STYLE, toUniverRange, toUniverStyle } from './cell-style';
import type { UniverCell, UniverCells } from './univer-api';

/** What is known of a sheet's look; see `page/file-looks.ts`. */
export type Looks = Readonly<{
  columnWidths: ReadonlyMap<number, number>;
  rowHeights: ReadonlyMap<number, number>;
  cells: ReadonlyMap<string, CellLook>;
}>;

const PLAIN: Looks = { columnWidths: new Map(), rowHeights: new Map(), cells: new Map() };
/** Univer allocates what it is told; room to work in beyond what is used. */
const SPARE = { rows: 30, columns: 8 };

/** A workbook for `createWorkbook`. */
export function workbookData(snapshot: Snapshot, looks: ReadonlyMap<string, Looks>): object {
  const sheets = snapshot.sheets.map((sheet, index): [string, object] => {
    const id = `sheet-${index + 1}`;
    return [id, sheetData(id, sheet, looks.get(sheet.name) ?? PLAIN)];
  });
  return {
    id: 'workbook',
    name: snapshot.name,
    sheetOrder: sheets.map(([id]) => id),
    styles: {},
    sheets: Object.fromEntries(sheets),
  };
}

function sheetData(id: string, sheet: Sheet, looks: Looks): object {
  const cellData: UniverCells = {};
  const put = (row: number, column: number, cell: UniverCell): void => {
    const line = (cellData[row] ??= {});
    line[column] = { ...line[column], ...cell };
  };
  for (const [key, look] of looks.cells) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    put(row, column, { s: { ...DEFAULT_STYLE, ...toUniverStyle(look) } });
  }
  for (const cell of sheet.cells)
    put(cell.row, cell.column, cellOf(cell, looks.cells.get(cellKey(cell.row, cell.column))));
  const used = extent(gridOf(sheet).used, looks);
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? 0 : 1,
    rowCount: used.rows + SPARE.rows,
    columnCount: used.columns + SPARE.columns,
    defaultStyle: DEFAULT_STYLE,
    mergeData: sheet.merges.map(toUniverRange),
    cellData,
    rowData: lines(looks.rowHeights, sheet.hiddenRows, 'h'),
    columnData: lines(looks.columnWidths, sheet.hiddenColumns, 'w'),
  };
}

function cellOf({ value, formula, format, indent }: Cell, look: CellLook | undefined): UniverCell {
  const style = {
    ...DEFAULT_STYLE,
    ...toUniverStyle({ ...look, ...(indent === undefined ? {} : { indent }) }),
  };
  return {
    ...toUniverCell({ value, formula: formula === undefined ? null : `=${formula}`, quoted: false }),
    s: { ...style, ...(format === undefined ? {} : { n: { pattern: format } }) },
  };
}

function lines(sizes: ReadonlyMap<number, number>, hidden: readonly number[], key: 'h' | 'w'): object {
  const data: Record<number, Record<string, number>> = {};
  for (const [index, size] of sizes) data[index] = { [key]: size, ...(key === 'h' ? { ia: 0 } : {}) };
  for (const index of hidden) data[index] = { ...data[index], hd: 1 };
  return data;
}

function extent(used: Range | null, { cells }: Looks): { rows: number; columns: number } {
  let rows = (used?.bottom ?? 0) + 1;
  let columns = (used?.right ?? 0) + 1;
  for (const key of cells.keys()) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return { rows, columns };
}
