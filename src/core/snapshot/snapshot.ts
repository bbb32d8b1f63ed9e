import type { Range } from './address';

/** An error value as Excel shows it, for example `#REF!`. */
export type CellError = Readonly<{ error: string }>;

/** What a cell holds. Percentages, dates and currency are numbers; their kind is in the number format. */
export type CellValue = string | number | boolean | CellError;

/**
 * One non-empty cell. A formula cell has its last computed value in `value` (`''` where the file keeps none).
 * A cell that only carries a format is not in the snapshot.
 */
export type Cell = Readonly<{
  row: number;
  column: number;
  value: CellValue;
  /** Formula without the leading `=`. */
  formula?: string;
  /** Number format code, for example `0.00%`; absent for `General`. */
  format?: string;
  /** Indentation steps of the alignment, for example 1 for a part under its total; absent for 0. */
  indent?: number;
  /** What the host itself displays, where the host can say so (Office.js `text`). */
  text?: string;
}>;

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

/** One worksheet. `cells` stand in reading order: by row, then by column, each position at most once. */
export type Sheet = Readonly<{
  name: string;
  visibility: SheetVisibility;
  protected: boolean;
  cells: readonly Cell[];
  merges: readonly Range[];
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
}>;

/** A workbook as it was read at one moment: plain frozen data, no host behind it. */
export type Snapshot = Readonly<{
  /** File name, without folders. */
  name: string;
  sheets: readonly Sheet[];
}>;

/** Whether a value is an Excel error such as `#DIV/0!`. */
export function isCellError(value: CellValue | null | undefined): value is CellError {
  return typeof value === 'object' && value !== null;
}
