import type { Rows } from '../../sheet';

/** A workbook in the manner of one office: its sheets, and single mistakes with the finding and the cell that must tell each. */
export type OfficeForm = Readonly<{
  name: string;
  sheets: Readonly<Record<string, Rows>>;
  merges: Readonly<Record<string, readonly string[]>>;
  /** Number of lines that are scored. */
  scores: number;
  planted: readonly Planted[];
}>;

/** Sheet, cell and wrong value; id and cell of the finding. */
export type Planted = readonly [sheet: string, cell: string, value: string | number, id: string, at: string];
