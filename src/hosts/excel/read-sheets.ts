import { parseRange, type Position, type Range, type Sheet } from '../../core';
import { MARK_FORMULA } from './marks';
import { hasExcelApi, MERGED_AREAS_API } from './requirements';
import { cellsOf, hiddenLines, localAddress, visibilityOf } from './sheet-data';

/** A sheet as it was read, with what stays inside the host. */
export type ReadSheet = Readonly<{
  id: string;
  sheet: Sheet;
  markIds: readonly string[];
  /** Writable cells of a protected sheet. */
  unlocked: readonly Position[];
  /** Cells of the text format, blank ones too. */
  textCells: readonly Position[];
}>;

/** What a range holds; also the part of {@link ReadSheet} that comes from its cells. */
export type CellsRead = Pick<ReadSheet, 'unlocked' | 'textCells'> & Pick<Sheet, 'cells'>;

/** Excel answered less than it was asked for; the careful way of reading must be taken. */
export class IncompleteAnswer extends Error {
  readonly code = 'IncompleteAnswer';
}

export const LINES = { rowHidden: true } as const;
export const COLUMNS = { columnHidden: true } as const;

/** What is loaded of a range's cells. */
export type LoadedCells = Readonly<{
  range: Excel.Range;
  properties: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
}>;

/** Queues the load of a range's cells; `locked` also asks which cells may be written. */
export function loadCells(range: Excel.Range, locked: boolean): LoadedCells {
  range.load('rowIndex,columnIndex,values,formulas,numberFormat');
  const format: Excel.CellPropertiesFormatLoadOptions = { indentLevel: true };
  if (locked) format.protection = true;
  return { range, properties: range.getCellProperties({ format }) };
}

/** Cells and writable cells of a range that was loaded. */
export function readCells({ range, properties }: LoadedCells): CellsRead {
  // Above its limit of cells Excel answers null and no error.
  if (!isMatrix(range.values) || !isMatrix(range.formulas) || !isMatrix(range.numberFormat))
    throw new IncompleteAnswer();
  const top = range.rowIndex;
  const left = range.columnIndex;
  const formats = properties.value;
  const indents = formats.map((row) => row.map((cell) => cell.format?.indentLevel ?? 0));
  const { values, formulas, numberFormat } = range as Record<
    'values' | 'formulas' | 'numberFormat',
    unknown[][]
  >;
  return {
    cells: cellsOf({ top, left, values, formulas, numberFormat, indents }),
    unlocked: where(formats, top, left, (cell) => cell.format?.protection?.locked === false),
    textCells: where(numberFormat, top, left, (format) => format === '@'),
  };
}

/** Positions of a matrix's elements for which something holds. */
function where<T>(
  rows: readonly (readonly T[])[],
  top: number,
  left: number,
  holds: (item: T) => boolean,
): Position[] {
  return rows.flatMap((row, rowOffset) =>
    row.flatMap((item, offset) => (holds(item) ? [{ row: top + rowOffset, column: left + offset }] : [])),
  );
}

const isMatrix = (value: unknown): value is unknown[][] => Array.isArray(value);

/** Merged areas of a range that were loaded. */
export function loadMerges(range: Excel.Range): Excel.RangeAreas | null {
  if (!hasExcelApi(MERGED_AREAS_API)) return null;
  const merged = range.getMergedAreasOrNullObject();
  merged.load('areas/items/address');
  return merged;
}

export function readMerges(merged: Excel.RangeAreas | null): Range[] {
  if (!merged || merged.isNullObject) return [];
  return merged.areas.items.flatMap(({ address }) => parseRange(localAddress(address)) ?? []);
}

/** Conditional formats of a sheet, among which ours are found by their formula. */
export function loadMarks(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return formats;
}

export function readMarks(formats: Excel.ConditionalFormatCollection): string[] {
  return formats.items
    .filter(
      ({ type, customOrNullObject }) =>
        type === 'Custom' && MARK_FORMULA.test(customOrNullObject.rule.formula),
    )
    .map(({ id }) => id);
}

/** What is loaded of a sheet apart from its cells: little, and Excel does not tell of all changes to it. */
export type LoadedFrame = Readonly<{
  sheet: Excel.Worksheet;
  used: Excel.Range;
  merges: Excel.RangeAreas | null;
  rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  marks: Excel.ConditionalFormatCollection;
}>;

/** Queues the load of what a sheet has beside its cells. */
export function loadFrame(sheet: Excel.Worksheet): LoadedFrame {
  // A blank sheet answers its first cell: nothing has to hang on an object that may be null.
  const used = sheet.getUsedRange(true);
  return {
    sheet,
    used,
    merges: loadMerges(used),
    rows: used.getRowProperties(LINES),
    columns: used.getColumnProperties(COLUMNS),
    marks: loadMarks(sheet),
  };
}

/** A sheet of a frame that was loaded and of cells. */
export function readFrame(
  { sheet, used, merges, rows, columns, marks }: LoadedFrame,
  cells: CellsRead,
): ReadSheet {
  return assemble(sheet, {
    ...cells,
    merges: readMerges(merges),
    hiddenRows: hiddenLines(
      used.rowIndex,
      rows.value.map((row) => row.rowHidden),
    ),
    hiddenColumns: hiddenLines(
      used.columnIndex,
      columns.value.map((column) => column.columnHidden),
    ),
    markIds: readMarks(marks),
  });
}

/** Reads all sheets in one round trip. Throws when an answer is too large or incomplete. */
export async function readAtOnce(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<ReadSheet[]> {
  const loads = sheets.map(loadWhole);
  await context.sync();
  return loads.map(readWhole);
}

type LoadedSheet = Readonly<{ frame: LoadedFrame; cells: LoadedCells }>;

/** Queues the load of everything of a sheet. */
export function loadWhole(sheet: Excel.Worksheet): LoadedSheet {
  const frame = loadFrame(sheet);
  return { frame, cells: loadCells(frame.used, sheet.protection.protected) };
}

export const readWhole = ({ frame, cells }: LoadedSheet): ReadSheet => readFrame(frame, readCells(cells));

type Parts = Partial<
  Pick<Sheet, 'cells' | 'merges' | 'hiddenRows' | 'hiddenColumns'> & Omit<ReadSheet, 'id' | 'sheet'>
>;

/** Puts the parts of a sheet together; what is absent is empty. */
export function assemble(
  sheet: Excel.Worksheet,
  { markIds = [], unlocked = [], textCells = [], ...parts }: Parts,
): ReadSheet {
  return {
    id: sheet.id,
    markIds,
    unlocked,
    textCells,
    sheet: {
      name: sheet.name,
      visibility: visibilityOf(sheet.visibility),
      protected: sheet.protection.protected,
      cells: [],
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      ...parts,
    },
  };
}
