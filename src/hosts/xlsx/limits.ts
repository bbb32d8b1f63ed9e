/** What a workbook may cost. Set so that reading stays below 1 GB and 10 s on two cores, whatever the file claims. */
export type Limits = Readonly<{
  /** Zip entries, read or not. */
  entries: number;
  /** Bytes of one part after inflating. A sheet of 50,000 × 9 cells has 23 MB. */
  partBytes: number;
  /** Bytes of all parts that are read. */
  totalBytes: number;
  /** Inflated ÷ packed size of a part above {@link Limits.freeBytes}; repetitive sheets reach about 60. */
  ratio: number;
  /** Parts up to this size may have any ratio: an empty sheet of spaces harms nobody. */
  freeBytes: number;
  sheets: number;
  /** Non-empty cells of all sheets. */
  cells: number;
  /** Rows over which merged areas reach, of all areas of one sheet. */
  mergedRows: number;
}>;

export const LIMITS: Limits = {
  entries: 60_000,
  partBytes: 96 * 2 ** 20,
  totalBytes: 192 * 2 ** 20,
  ratio: 250,
  freeBytes: 4 * 2 ** 20,
  sheets: 20_000,
  cells: 2_000_000,
  mergedRows: 4_000_000,
};
