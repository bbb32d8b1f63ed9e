import type { CellValue, Range, SheetVisibility } from '../../../core';

/** What a cell holds. `formula` has its leading `=`; `quoted` tells that an apostrophe was typed before the text. */
export type CellContentState = Readonly<{ value: CellValue | null; formula: string | null; quoted: boolean }>;

/** How a cell looks; absent properties are the sheet's defaults. */
export type CellLook = Readonly<{
  fill?: string;
  /** Pattern over the fill, in Excel's words; absent with a fill means Solid. */
  pattern?: string;
  patternColor?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  fontSize?: number;
  indent?: number;
  wrap?: boolean;
  horizontal?: string;
  vertical?: string;
  /** Whether the cell is locked; matters once its sheet is protected. True by default, as in Excel. */
  locked?: boolean;
  border?: string;
}>;

/** A change of a look: what is named is set, `null` takes it away. */
export type LookChange = Omit<CellLook, FillPart> & Readonly<{ [K in FillPart]?: string | null }>;

type FillPart = 'fill' | 'pattern' | 'patternColor';

/** One cell to write. `content: null` empties it; an absent property stays as it is. */
export type CellEdit = Readonly<{
  row: number;
  column: number;
  content?: CellContentState | null;
  numberFormat?: string;
}>;

/** A conditional format. Only those of type Custom carry a formula. */
export type ConditionalFormat = {
  id: string;
  type: string;
  ranges: readonly Range[];
  formula: string;
  fill: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: string | null;
  strikethrough: boolean | null;
  borders: Record<string, { style: string; color: string }>;
  stopIfTrue: boolean;
};

/** A link out of a cell, as `Range.hyperlink` has it. */
export type Hyperlink = Readonly<{
  documentReference?: string;
  address?: string;
  screenTip?: string;
  textToDisplay?: string;
}>;

/** A note (批注) on a cell. */
export type CellNote = Readonly<{ row: number; column: number; content: string; author: string }>;

/** A worksheet as the host needs it, whatever holds it. */
export interface SheetModel {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  isProtected: boolean;
  /** Properties the backing does nothing with, such as the page orientation. */
  readonly attributes: Map<string, unknown>;
  /** Smallest range that holds every value, or every value and format; null on an empty sheet. */
  bounds(valuesOnly: boolean): Range | null;
  content(row: number, column: number): CellContentState;
  numberFormat(row: number, column: number): string;
  /** What the cell displays. */
  text(row: number, column: number): string;
  look(row: number, column: number): CellLook;
  write(edits: readonly CellEdit[]): void;
  setLook(range: Range, look: LookChange): void;
  /** Takes contents, formats and links of a range away. */
  clear(range: Range, what: 'All' | 'Contents' | 'Formats' | 'Hyperlinks'): void;
  merges(): readonly Range[];
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
  /** Widths in points that were set by the client. */
  readonly columnWidths: ReadonlyMap<number, number>;
  setColumnWidth(column: number, points: number): void;
  hyperlink(row: number, column: number): Hyperlink | null;
  setHyperlink(row: number, column: number, link: Hyperlink | null): void;
  notes(): readonly CellNote[];
  /** `null` takes the note of a cell away. */
  setNote(row: number, column: number, note: Pick<CellNote, 'content' | 'author'> | null): void;
  /** In order of priority, first wins. */
  conditionalFormats(): readonly ConditionalFormat[];
  /** Adds or replaces by id; `priority` counts from 0, absent keeps or appends. */
  putConditionalFormat(format: ConditionalFormat, priority?: number): void;
  removeConditionalFormat(id: string): void;
}

export type UserEdit = Readonly<{ sheet: SheetModel; address: string }>;

/** A workbook as the host needs it: in memory for tests, Univer on the workbench page. */
export interface SpreadsheetModel {
  readonly name: string;
  readonly settings: Map<string, unknown>;
  sheets(): readonly SheetModel[];
  addSheet(name: string): SheetModel;
  removeSheet(id: string): void;
  activeSheet(): SheetModel;
  selection(): Range;
  select(sheet: SheetModel, range: Range): void;
  /** Resolves when formulas are computed after the last writes. */
  settle(): Promise<void>;
  /** Edits of a person, and those of the host itself where the backing cannot tell them apart. */
  onUserEdit(listener: (edit: UserEdit) => void): void;
  /** Formats that a person sets, where the backing tells them apart from edits. */
  onUserFormat(listener: (edit: UserEdit) => void): void;
  onSelection(listener: (sheet: SheetModel, address: string) => void): void;
}

export const BLANK: CellContentState = { value: null, formula: null, quoted: false };

/** A look after a change of it. */
export function changedLook(look: CellLook, change: LookChange): CellLook {
  const all = Object.entries({ ...look, ...change }).filter(([, value]) => value !== null);
  return Object.fromEntries(all);
}
