import { contains, isCellError, type Range, rangeToA1 } from '../../../core';
import { interpret } from '../cell-input';
import { positions } from '../model/sheet-base';
import type { CellEdit, SheetModel } from '../model/spreadsheet';
import { accessDenied, invalidArgument } from '../rich-error';
import type { HostSession } from '../session';
import { columnCount, rowCount } from './addresses';

type Picked = 'values' | 'formulas' | 'text' | 'numberFormat' | 'valueTypes';

/** A 2-D property of a range; null beyond the cell limit, as Excel silently does it. */
export function matrix(
  session: HostSession,
  sheet: SheetModel,
  range: Range,
  property: Picked,
): unknown[][] | null {
  if (rowCount(range) * columnCount(range) > session.switches.cellLimit) return null;
  const covered = coveredCells(sheet, range);
  const rows: unknown[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: unknown[] = [];
    for (let column = range.left; column <= range.right; column += 1)
      cells.push(pick(sheet, row, column, property, covered(row, column)));
    rows.push(cells);
  }
  return rows;
}

function pick(sheet: SheetModel, row: number, column: number, property: Picked, covered: boolean): unknown {
  const format = sheet.numberFormat(row, column);
  if (property === 'numberFormat') return format;
  const { value, formula } = sheet.content(row, column);
  const shown = isCellError(value) ? value.error : (value ?? '');
  if (covered) return property === 'valueTypes' ? 'Empty' : '';
  switch (property) {
    case 'values':
      return shown;
    case 'formulas':
      return formula ?? shown;
    case 'text':
      return sheet.text(row, column);
    case 'valueTypes':
      if (value === null) return 'Empty';
      if (isCellError(value)) return 'Error';
      return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
  }
}

/** Writes `values`, `formulas` or `numberFormat`: a matrix of the range's shape, or one value for every cell. */
export function writeMatrix(
  session: HostSession,
  sheet: SheetModel,
  range: Range,
  property: 'values' | 'formulas' | 'numberFormat',
  written: unknown,
): void {
  if (written === null || written === undefined) throw invalidArgument();
  const at = shaped(range, written);
  const covered = coveredCells(sheet, range);
  const edits: CellEdit[] = [];
  for (const { row, column } of positions(range)) {
    const value = at(row - range.top, column - range.left);
    if (value === null) continue;
    if (sheet.isProtected && sheet.look(row, column).locked !== false) throw accessDenied();
    if (property === 'numberFormat') {
      if (typeof value !== 'string') throw invalidArgument();
      edits.push({ row, column, numberFormat: value });
      continue;
    }
    if (covered(row, column)) continue;
    const format = sheet.numberFormat(row, column);
    const { content, numberFormat } = interpret(value, format);
    edits.push({
      row,
      column,
      content,
      ...(numberFormat !== undefined && format === 'General' ? { numberFormat } : {}),
    });
  }
  sheet.write(edits);
  if (property === 'numberFormat') session.changes();
  else session.changes(sheet, rangeToA1(range));
}

function shaped(range: Range, written: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(written)) return () => written;
  const rows = written as unknown[];
  const fits =
    rows.length === rowCount(range) &&
    rows.every((row) => Array.isArray(row) && row.length === columnCount(range));
  if (!fits) throw invalidArgument();
  return (row, column) => (rows as unknown[][])[row]?.[column];
}

/** Cells inside a merged area, other than its first, hold nothing. */
function coveredCells(sheet: SheetModel, range: Range): (row: number, column: number) => boolean {
  const merges = sheet.merges().filter((merge) => merge.top <= range.bottom && merge.bottom >= range.top);
  return (row, column) =>
    merges.some((merge) => contains(merge, { row, column }) && (row !== merge.top || column !== merge.left));
}
