import {
  type CellContent,
  isFormula,
  parseA1,
  type Position,
  type Range,
  rangeToA1,
  type Snapshot,
} from '../../../core';
import { itemNotFound } from '../rich-error';
import { calculate } from './calculate';
import { MemorySheet } from './memory-sheet';
import type { CellContentState, SheetModel, SpreadsheetModel, UserEdit } from './spreadsheet';

/** A workbook in memory, for tests. */
export class MemoryWorkbook implements SpreadsheetModel {
  readonly settings = new Map<string, unknown>();
  private list: MemorySheet[] = [];
  private active = 0;
  private selected: Range = { top: 0, left: 0, bottom: 0, right: 0 };
  private readonly editListeners: ((edit: UserEdit) => void)[] = [];
  private readonly formatListeners: ((edit: UserEdit) => void)[] = [];
  private readonly selectionListeners: ((sheet: SheetModel, address: string) => void)[] = [];
  private nextSheet = 1;

  constructor(readonly name: string) {}

  /** A workbook with the cells of a snapshot. */
  static from(snapshot: Snapshot): MemoryWorkbook {
    const workbook = new MemoryWorkbook(snapshot.name);
    for (const sheet of snapshot.sheets) {
      const made = workbook.addSheet(sheet.name);
      made.visibility = sheet.visibility;
      made.isProtected = sheet.protected;
      made.merged = [...sheet.merges];
      for (const row of sheet.hiddenRows) made.hiddenRows.add(row);
      for (const column of sheet.hiddenColumns) made.hiddenColumns.add(column);
      made.write(
        sheet.cells.map(({ row, column, value, formula, format }) => ({
          row,
          column,
          content: { value, formula: formula === undefined ? null : `=${formula}`, quoted: false },
          ...(format === undefined ? {} : { numberFormat: format }),
        })),
      );
      for (const { row, column, indent } of sheet.cells)
        if (indent !== undefined)
          made.setLook({ top: row, left: column, bottom: row, right: column }, { indent });
    }
    return workbook;
  }

  sheets(): readonly MemorySheet[] {
    return this.list;
  }

  /** The sheet of this name. */
  sheet(name: string): MemorySheet {
    const found = this.list.find((sheet) => sheet.name === name);
    if (!found) throw itemNotFound();
    return found;
  }

  addSheet(name: string): MemorySheet {
    const sheet = new MemorySheet(`{sheet-${this.nextSheet++}}`, name);
    this.list.push(sheet);
    return sheet;
  }

  removeSheet(id: string): void {
    this.list = this.list.filter((sheet) => sheet.id !== id);
    this.active = Math.min(this.active, this.list.length - 1);
  }

  activeSheet(): MemorySheet {
    const sheet = this.list[this.active];
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  selection(): Range {
    return this.selected;
  }

  select(sheet: SheetModel, range: Range): void {
    this.active = this.list.findIndex((known) => known.id === sheet.id);
    this.selected = range;
    for (const listener of this.selectionListeners) listener(sheet, rangeToA1(range));
  }

  settle(): Promise<void> {
    calculate(this);
    return Promise.resolve();
  }

  onUserEdit(listener: (edit: UserEdit) => void): void {
    this.editListeners.push(listener);
  }

  onUserFormat(listener: (edit: UserEdit) => void): void {
    this.formatListeners.push(listener);
  }

  onSelection(listener: (sheet: SheetModel, address: string) => void): void {
    this.selectionListeners.push(listener);
  }

  /** What a person does: types into a cell. */
  type(sheetName: string, address: string, content: CellContent): void {
    const { sheet, position } = this.at(sheetName, address);
    sheet.write([{ ...position, content: typed(content) }]);
    for (const listener of this.editListeners) listener({ sheet, address });
  }

  /** What a person does: gives a cell a number format. */
  format(sheetName: string, address: string, numberFormat: string): void {
    const { sheet, position } = this.at(sheetName, address);
    sheet.write([{ ...position, numberFormat }]);
    for (const listener of this.formatListeners) listener({ sheet, address });
  }

  private at(sheetName: string, address: string): { sheet: MemorySheet; position: Position } {
    const position = parseA1(address);
    if (!position) throw new Error(`No such cell: ${address}`);
    return { sheet: this.sheet(sheetName), position };
  }
}

function typed(content: CellContent): CellContentState | null {
  if (content === null) return null;
  return isFormula(content)
    ? { value: 0, formula: content.formula, quoted: false }
    : { value: content, formula: null, quoted: false };
}
