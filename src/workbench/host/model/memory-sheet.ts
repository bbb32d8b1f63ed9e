import FormulaParser from 'fast-formula-parser';
import { contains, isCellError, type Range, type SheetVisibility } from '../../../core';
import { cellKey, SheetBase } from './sheet-base';
import {
  BLANK,
  changedLook,
  type CellContentState,
  type CellEdit,
  type CellLook,
  type LookChange,
  type SheetModel,
} from './spreadsheet';

type StoredCell = {
  row: number;
  column: number;
  content: CellContentState;
  numberFormat: string;
  look: CellLook;
};

/** A worksheet in memory. Formats are kept exactly as they are set, so that a test can compare before and after. */
export class MemorySheet extends SheetBase implements SheetModel {
  private readonly cells = new Map<string, StoredCell>();
  readonly columnWidths = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  merged: Range[] = [];
  visibility: SheetVisibility = 'visible';

  constructor(
    readonly id: string,
    public name: string,
  ) {
    super();
  }

  bounds(valuesOnly: boolean): Range | null {
    let found: { top: number; left: number; bottom: number; right: number } | null = null;
    for (const { row, column, content, numberFormat, look } of this.cells.values()) {
      const formatted = numberFormat !== 'General' || Object.keys(look).length > 0;
      if (content.value === null && content.formula === null && (valuesOnly || !formatted)) continue;
      found ??= { top: row, left: column, bottom: row, right: column };
      found.top = Math.min(found.top, row);
      found.left = Math.min(found.left, column);
      found.bottom = Math.max(found.bottom, row);
      found.right = Math.max(found.right, column);
    }
    return found;
  }

  content(row: number, column: number): CellContentState {
    return this.cells.get(cellKey(row, column))?.content ?? BLANK;
  }

  numberFormat(row: number, column: number): string {
    return this.cells.get(cellKey(row, column))?.numberFormat ?? 'General';
  }

  text(row: number, column: number): string {
    const { value } = this.content(row, column);
    if (value === null) return '';
    if (isCellError(value)) return value.error;
    if (typeof value === 'boolean') return String(value).toUpperCase();
    return typeof value === 'number'
      ? FormulaParser.SSF.format(this.numberFormat(row, column), value)
      : value;
  }

  look(row: number, column: number): CellLook {
    return this.cells.get(cellKey(row, column))?.look ?? {};
  }

  write(edits: readonly CellEdit[]): void {
    for (const { row, column, content, numberFormat } of edits) {
      const cell = this.cell(row, column);
      if (content !== undefined) cell.content = content ?? BLANK;
      if (numberFormat !== undefined) cell.numberFormat = numberFormat;
    }
  }

  setLook(range: Range, look: LookChange): void {
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= range.right; column += 1) {
        const cell = this.cell(row, column);
        cell.look = changedLook(cell.look, look);
      }
  }

  clear(range: Range, what: 'All' | 'Contents' | 'Formats' | 'Hyperlinks'): void {
    for (const [key, cell] of [...this.cells]) {
      if (!contains(range, cell)) continue;
      if (what === 'All') this.cells.delete(key);
      if (what === 'Contents') cell.content = BLANK;
      if (what === 'Formats') Object.assign(cell, { look: {}, numberFormat: 'General' });
      if (what !== 'Contents') this.links.delete(key);
    }
    if (what === 'All')
      this.merged = this.merged.filter((merge) => !contains(range, { row: merge.top, column: merge.left }));
  }

  merges(): readonly Range[] {
    return this.merged;
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.has(column);
  }

  setColumnWidth(column: number, points: number): void {
    this.columnWidths.set(column, points);
  }

  /** Cells with a formula, for the calculation. */
  *formulas(): Generator<Readonly<{ row: number; column: number; content: CellContentState }>> {
    for (const cell of this.cells.values()) if (cell.content.formula !== null) yield cell;
  }

  private cell(row: number, column: number): StoredCell {
    const key = cellKey(row, column);
    const known = this.cells.get(key);
    if (known) return known;
    const made: StoredCell = { row, column, content: BLANK, numberFormat: 'General', look: {} };
    this.cells.set(key, made);
    return made;
  }
}
