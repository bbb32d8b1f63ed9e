/** Where a cell stands on its sheet; row and column count from 0. */
export type Position = Readonly<{ row: number; column: number }>;

/** A rectangle of cells, both corners included, counted from 0. */
export type Range = Readonly<{ top: number; left: number; bottom: number; right: number }>;

/** A cell of the workbook as it leaves the program: sheet name and A1 address (a range is allowed where noted). */
export type CellRef = Readonly<{ sheet: string; cell: string }>;

/** Excel's own limits: 1,048,576 rows (row 1 to 1048576) and 16,384 columns (A to XFD). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Letters of a column counted from 0: 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetters(column: number): string {
  return FIRST_COLUMNS[column] ?? lettersOf(column);
}

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Columns that tables use, by heart: every cell of a review names one. */
const FIRST_COLUMNS: readonly string[] = Array.from({ length: 64 }, (_, column) => lettersOf(column));

/** A1 text of a position: `{ row: 0, column: 2 }` → `C1`. */
export function toA1({ row, column }: Position): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A1 text of a range; a single cell is written without a colon. */
export function rangeToA1({ top, left, bottom, right }: Range): string {
  const first = toA1({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${toA1({ row: bottom, column: right })}`;
}

const A1 = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;

/** Position named by an A1 address, `null` when the text is none or lies outside Excel's grid. */
export function parseA1(address: string): Position | null {
  const match = A1.exec(address);
  if (!match) return null;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column > MAX_COLUMNS || row > MAX_ROWS ? null : { row: row - 1, column: column - 1 };
}

/** Range named by `B2` or `B2:D9` (corners in any order), `null` when the text is none. */
export function parseRange(address: string): Range | null {
  const [from = '', to = from, ...rest] = address.split(':');
  const a = parseA1(from);
  const b = parseA1(to);
  if (!a || !b || rest.length > 0) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** Whether the position lies inside the range. */
export function contains(range: Range, { row, column }: Position): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
