import type { UniverRange, UniverStyle } from './cell-style';

/** What the workbench uses of Univer, whose scripts are loaded as they are and whose own types are not needed here. */

/** One cell of Univer: value, formula, type (1 text, 2 number, 3 truth value, 4 text by force), style or its id. */
export type UniverCell = Readonly<{
  v?: string | number | boolean | null;
  f?: string | null;
  si?: string | null;
  t?: number | null;
  p?: unknown;
  s?: UniverStyle | string | null;
}>;

export type UniverCells = Record<number, Record<number, UniverCell>>;

/** Univer's inner worksheet, which answers about cells without copying them. */
export interface InnerSheet {
  getCellRaw(row: number, column: number): UniverCell | null | undefined;
  getCellMatrix(): { forValue(visit: (row: number, column: number, cell: UniverCell | null) => void): void };
  getMergeData(): readonly UniverRange[];
  getRowVisible(row: number): boolean;
  getColVisible(column: number): boolean;
}

export interface FacadeRange {
  getRange(): UniverRange;
  getFormula(): string;
  getDisplayValue(): string;
  activate(): void;
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): void;
}

export interface FormatBuilder {
  whenFormulaSatisfied(formula: string): this;
  setBackground(color: string): this;
  setFontColor(color: string): this;
  setBold(bold: boolean): this;
  setItalic(italic: boolean): this;
  setStrikethrough(strikethrough: boolean): this;
  setUnderline(underline: boolean): this;
  setRanges(ranges: readonly UniverRange[]): this;
  build(): { cfId: string; stopIfTrue: boolean };
}

export interface FacadeSheet {
  getSheet(): InnerSheet;
  getSheetId(): string;
  getSheetName(): string;
  setName(name: string): void;
  isSheetHidden(): boolean;
  hideSheet(): void;
  showSheet(): void;
  getRange(row: number, column: number, rows?: number, columns?: number): FacadeRange;
  getMaxRows(): number;
  getMaxColumns(): number;
  setRowCount(rows: number): void;
  setColumnCount(columns: number): void;
  setColumnWidth(column: number, pixels: number): void;
  scrollToCell(row: number, column: number): void;
  newConditionalFormattingRule(): FormatBuilder;
  addConditionalFormattingRule(rule: object): void;
  deleteConditionalFormattingRule(id: string): void;
}

export interface FacadeWorkbook {
  getId(): string;
  getWorkbook(): {
    getStyles(): { getStyleByCell(cell: UniverCell | null | undefined): UniverStyle | null | undefined };
  };
  getSheets(): FacadeSheet[];
  getActiveSheet(): FacadeSheet;
  setActiveSheet(sheet: FacadeSheet): void;
  create(
    name: string,
    rows: number,
    columns: number,
    options?: { sheet?: { defaultStyle: UniverStyle } },
  ): FacadeSheet;
  deleteSheet(sheet: FacadeSheet): boolean;
  getActiveRange(): FacadeRange | null;
}

export type ValueChanged = Readonly<{ payload: unknown; effectedRanges: readonly EffectedRange[] }>;
export type EffectedRange = Readonly<{ getSheetId(): string; getRange(): UniverRange }>;
export type SelectionChanged = Readonly<{ worksheet: FacadeSheet; selections: readonly UniverRange[] }>;

export interface UniverApi {
  createWorkbook(data: object): FacadeWorkbook;
  disposeUnit(id: string): boolean;
  addEvent(event: 'SheetValueChanged', listener: (change: ValueChanged) => void): { dispose(): void };
  addEvent(event: 'SelectionChanged', listener: (change: SelectionChanged) => void): { dispose(): void };
  syncExecuteCommand(id: string, parameters: object): boolean;
  getFormula(): { onCalculationEnd(): Promise<void> };
}
