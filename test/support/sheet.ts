import {
  contains,
  parseRange,
  type Cell,
  type CellValue,
  type Range,
  type Sheet,
  type SheetVisibility,
  type Snapshot,
} from '../../src/core';

/** A cell of a test sheet: a plain value, or a value with what else the cell carries; `null` is an empty cell. */
export type CellInput =
  | CellValue
  | null
  | Readonly<{ value: CellValue; formula?: string; format?: string; indent?: number; text?: string }>;

/** Rows of a test sheet from A1 on; rows may have different lengths. */
export type Rows = readonly (readonly CellInput[])[];

/** What a test workbook has besides its values; every map is keyed by sheet name. */
export type WorkbookOptions = Readonly<{
  name?: string;
  /** A1 ranges, for example `{ 评分表: ['A1:H1'] }`. */
  merges?: Readonly<Record<string, readonly string[]>>;
  /** Number formats by A1 range, for example `{ 表1: { 'B2:B9': '0.00%' } }`. */
  formats?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  visibility?: Readonly<Record<string, SheetVisibility>>;
  /** Row numbers as Excel counts them, from 1. */
  hiddenRows?: Readonly<Record<string, readonly number[]>>;
  protected?: readonly string[];
}>;

/**
 * Builds a snapshot from arrays of arrays, as a host would read it.
 *
 * @example workbook({ 表1: [['项目', '金额'], ['合计', 3]] }, { merges: { 表1: ['A1:B1'] } })
 */
export function workbook(sheets: Readonly<Record<string, Rows>>, options: WorkbookOptions = {}): Snapshot {
  return {
    name: options.name ?? '测试.xlsx',
    sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows, options)),
  };
}

function sheetOf(name: string, rows: Rows, options: WorkbookOptions): Sheet {
  const formats = Object.entries(options.formats?.[name] ?? {}).map(([address, format]) => ({
    range: rangeOf(address),
    format,
  }));
  const cells: Cell[] = [];
  rows.forEach((values, row) => {
    values.forEach((input, column) => {
      if (input === null) return;
      const content = typeof input === 'object' && 'value' in input ? input : { value: input };
      const format = formats.find(({ range }) => contains(range, { row, column }))?.format;
      cells.push({ row, column, ...(format === undefined ? {} : { format }), ...content });
    });
  });
  return {
    name,
    visibility: options.visibility?.[name] ?? 'visible',
    protected: options.protected?.includes(name) ?? false,
    cells,
    merges: (options.merges?.[name] ?? []).map(rangeOf),
    hiddenRows: (options.hiddenRows?.[name] ?? []).map((row) => row - 1),
    hiddenColumns: [],
  };
}

function rangeOf(address: string): Range {
  const range = parseRange(address);
  if (!range) throw new Error(`not an A1 range: ${address}`);
  return range;
}
