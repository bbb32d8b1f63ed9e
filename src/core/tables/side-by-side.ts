import { amountHeaderAt, namesRows, tellsAmounts } from './amount-header';
import { perText } from '../remember';
import type { Range } from '../snapshot/address';
import { isUnit } from '../snapshot/units';
import { startOf } from './amount-table';
import { amountMeaning, sideColumn } from './amount-words';
import { bareListsAt } from './bare-list';
import { unitLine } from './headings';
import type { ReadTable } from './continuation';
import { indicatorHeaderAt } from './indicator-header';
import { indicatorColumn } from './indicator-words';
import { isIndicatorTable, type NumberCell } from './table';
import { partOfView, type Line, type Piece, type SheetView } from './sheet-view';

/** Reads the tables of a view. */
type Reading = (view: SheetView) => readonly ReadTable[];

/**
 * A sheet as one view or, where tables stand beside each other, as several: the whole without what stands at the right, and
 * the right side by itself. Two tables are beside each other when each can be read without the columns of the other and
 * they share rows; a sheet is looked at closer only where a second table could begin.
 */
export function viewsOf(view: SheetView, read: Reading): readonly SheetView[] {
  for (const column of secondStarts(view)) {
    const split = splitAt(view, column, read);
    if (split) return [split.main, ...viewsOf(split.side, read)];
  }
  return [view];
}

/** Columns where a table may begin that has others at its left: where a header opens, and behind an empty column. */
function secondStarts(view: SheetView): readonly number[] {
  const filled = filledColumns(view);
  const starts = new Set(filled.filter((column, index) => index > 0 && filled[index - 1] !== column - 1));
  for (const [at, line] of view.lines.entries()) {
    const openings = openingsOn(line);
    for (const { start, column } of openings)
      if (!starts.has(start) && opensTable(view, line, at, column)) starts.add(start);
    const glued = openings.length > 0 ? gluedList(view, line, at) : null;
    if (glued !== null) starts.add(glued);
    if (starts.size > MOST_STARTS + LABELS) return [];
  }
  // A table has a column of labels and one of values; a single column at the left only names what stands beside it.
  const least = filled[LABELS - 1] ?? Number.POSITIVE_INFINITY;
  const found = [...starts].filter((column) => column > least);
  return found.length > MOST_STARTS ? [] : found.sort((a, b) => a - b);
}

/** Columns that the least of tables has. */
const LABELS = 2;

/** Sheets with more places where tables may begin are stacks of many forms, not tables beside each other. */
const MOST_STARTS = 6;

/** More words on one line that could open a table open none. */
const MOST_OPENINGS = 40;

/** Pieces of a line that could open a table, each with the first column of that table. */
function openingsOn({ pieces }: Line): readonly Readonly<{ start: number; column: number }>[] {
  const found = pieces.flatMap((piece) =>
    isOpening(piece) ? [{ start: startOf(pieces, piece), column: piece.column }] : [],
  );
  return found.length > MOST_OPENINGS ? [] : found;
}

/** Columns in which anything stands, merged areas included; a title over the whole sheet says nothing about them. */
function filledColumns(view: SheetView): readonly number[] {
  const filled: boolean[] = [];
  for (const { pieces } of view.lines) {
    if (pieces.length < 2) continue;
    for (const piece of pieces)
      for (let column = piece.column; column <= piece.right; column += 1) filled[column] = true;
  }
  const columns: number[] = [];
  filled.forEach((_, column) => columns.push(column));
  return columns;
}

const isOpening = ({ kind, text }: Piece): boolean =>
  kind === 'text' && text.length <= 20 && opensHeaders(text);

const opensHeaders = perText((text): boolean => {
  const column = indicatorColumn(text);
  return (column?.role === 'level' && column.level === 1) || column?.role === 'name' || namesRows({ text });
});

/**
 * Column where a list without a header begins right behind the columns of a table, with nothing between them; `null` when
 * none does. On the line of the table's header it shows by its numbers, else by what stands right of the last header word.
 */
function gluedList(view: SheetView, { words, pieces }: Line, at: number): number | null {
  const value = pieces.findIndex((piece, index) => piece.kind !== 'text' || isUnitBehindBlank(pieces, index));
  const label = pieces[value - 1];
  const last = words ? [...pieces].reverse().find(({ text }) => isHeaderWord(text)) : undefined;
  const start = value > 2 ? label?.column : last && last.right + 1;
  if (start === undefined || !hasPiecesFrom(view, at + 1, start)) return null;
  const part = partOfView(view, rightOf(start), at, at + HEADER);
  return part.lines.some((_, line) => line < 3 && bareListsAt(part, line, []) !== null) ? start : null;
}

/** A unit that leaves one cell free for the value before it: the first line of a list that is not filled in. */
const isUnitBehindBlank = (pieces: readonly Piece[], index: number): boolean => {
  const [before, piece] = [pieces[index - 1], pieces[index]];
  return !!before && !!piece && piece.column === before.right + 2 && isUnit(piece.text);
};

const isHeaderWord = (text: string): boolean =>
  indicatorColumn(text) !== null || amountMeaning(text, null) !== null || sideColumn(text) !== null;

/** Whether anything stands at or right of a column on one of the next lines. */
const hasPiecesFrom = ({ lines }: SheetView, from: number, column: number): boolean =>
  lines.slice(from, from + 3).some(({ pieces }) => (pieces.at(-1)?.column ?? -1) >= column);

/** Whether the pieces of a line from a column on are a header by themselves. */
function opensTable(view: SheetView, line: Line, at: number, column: number): boolean {
  if (line.pieces.filter((piece) => piece.column >= column).length < 2) return false;
  const part = column === line.pieces[0]?.column ? view : partOfView(view, rightOf(column), at, at + HEADER);
  const start = part === view ? at : 0;
  if (indicatorHeaderAt(part, start)) return true;
  const amounts = amountHeaderAt(part, start, null);
  return amounts !== null && tellsAmounts(amounts);
}

/** Lines that the longest header takes. */
const HEADER = 6;

const rightOf =
  (column: number) =>
  (piece: Piece): boolean =>
    piece.column >= column;

type Split = Readonly<{ main: SheetView; side: SheetView }>;

function splitAt(view: SheetView, column: number, read: Reading): Split | null {
  const left = read(partOfView(view, (piece) => piece.column < column));
  const right = read(partOfView(view, rightOf(column)));
  const beside = right.filter(({ table }) => left.some((other) => shareRows(other.table.range, table.range)));
  const partners = left.filter(({ table }) =>
    beside.some((other) => shareRows(other.table.range, table.range)),
  );
  if (beside.length === 0) return null;
  // A label column of the right table, such as the vertical 绩效指标, stands left of where its header opens.
  const edge = Math.max(...partners.map(({ table }) => table.range.right)) + 1;
  if (edge > column) return null;
  const whole = read(view);
  const sides = [...left, ...right];
  if (saysMore(whole, sides) || areOne(whole, sides)) return null;
  const top = Math.min(...[...beside, ...partners].map(({ table }) => table.range.top));
  const bottom = Math.max(...beside.map(({ table }) => table.range.bottom));
  const start = Math.min(...beside.map(({ table }) => table.range.left));
  const rows = stretch(view, edge, top, bottom, [...left, ...right]);
  const isSide = (piece: Piece): boolean =>
    piece.column >= edge && piece.row >= rows.from && piece.row <= rows.to;
  const level = partners.some(({ table }) =>
    beside.some((other) => other.table.range.top === table.range.top),
  );
  const shared = level ? rowsWithout(view, edge, rows.from, top) : new Set<number>();
  const above = ({ row }: Piece): boolean => shared.has(row);
  const unitless = partners.every(({ table }) => !isIndicatorTable(table) && table.unit === null);
  const unit = level && unitless ? unitOverBoth(view, edge, rows.from, top) : null;
  return {
    main: partOfView(view, (piece) => !isSide(piece) || piece === unit),
    side: partOfView(view, (piece) => isSide(piece) || above(piece) || heads(piece, start, rows.from, top)),
  };
}

/** Whether tables that would be cut apart are one that goes on in the next columns, closed by one line for all of them. */
const areOne = (whole: readonly ReadTable[], parts: readonly ReadTable[]): boolean =>
  whole.some(({ table }) => {
    if (isIndicatorTable(table) || table.columns.length > 1) return false;
    const inside = parts.filter((part) => isInside(part.table.range, table.range));
    return inside.length > 1 && inside.every((part) => !isIndicatorTable(part.table));
  });

const isInside = (part: Range, { top, left, bottom, right }: Range): boolean =>
  part.top >= top && part.bottom <= bottom && part.left >= left && part.right <= right;

/**
 * Whether a sheet read as a whole has more to say than its two sides: what belongs together was cut. Amounts count only where
 * nothing is scored, because two score tables taken for one are full of them.
 */
function saysMore(whole: readonly ReadTable[], sides: readonly ReadTable[]): boolean {
  const scored = linesScored(sides);
  return linesScored(whole) > scored || (scored === 0 && amountsRead(whole) > amountsRead(sides));
}

/** Amounts under their headers; a table that is cut behind its labels loses them. */
const amountsRead = (tables: readonly ReadTable[]): number =>
  tables.reduce(
    (sum, { table }) =>
      isIndicatorTable(table)
        ? sum
        : table.rows.reduce((own, { cells }) => own + cells.filter(isNumber).length, sum),
    0,
  );

const isNumber = ({ reading }: NumberCell): boolean => reading.kind === 'number';

/** Lines that can be scored; a form that a blank column runs through has fewer of them when it is cut there. */
const linesScored = (tables: readonly ReadTable[]): number =>
  tables.reduce((sum, { table }) => {
    if (!isIndicatorTable(table)) return sum;
    const weighted = table.indicators.filter(({ points }) => points?.reading.kind === 'number');
    return sum + weighted.length + table.money.length;
  }, 0);

/** Rows above tables of one height that hold a title or unit at the left alone: it is meant for both. */
function rowsWithout(view: SheetView, edge: number, from: number, to: number): ReadonlySet<number> {
  const rows = view.lines.filter(
    ({ row, pieces }) => row >= from && row < to && pieces.every(({ column }) => column < edge),
  );
  return new Set(rows.map(({ row }) => row));
}

/** The unit that is printed once, at the right above tables of one height: it is meant for both. */
function unitOverBoth(view: SheetView, edge: number, from: number, to: number): Piece | null {
  const units = view.lines
    .filter(({ row }) => row >= from && row < to)
    .flatMap(({ pieces }) => pieces.filter(({ text }) => unitLine(text) !== null));
  const [only, another] = units;
  return only && !another && only.column >= edge ? only : null;
}

/** A title across both tables heads them both. */
const heads = (piece: Piece, start: number, from: number, top: number): boolean =>
  piece.row >= from && piece.row < top && piece.column < start && piece.right >= start;

/** The rows of tables beside each other with their titles above and notes below. */
function stretch(
  view: SheetView,
  edge: number,
  top: number,
  bottom: number,
  tables: readonly ReadTable[],
): { from: number; to: number } {
  const ends = tables.map(({ table }) => table.range.bottom).filter((row) => row < top);
  const starts = tables.map(({ table }) => table.range.top).filter((row) => row > bottom);
  const next = Math.min(Number.POSITIVE_INFINITY, ...starts);
  const across = view.lines.find(
    ({ row, pieces }) => row > bottom && pieces.some((piece) => piece.column < edge && piece.right >= edge),
  );
  return { from: Math.max(-1, ...ends) + 1, to: Math.min(next, across?.row ?? next) - 1 };
}

const shareRows = (
  a: Readonly<{ top: number; bottom: number }>,
  b: Readonly<{ top: number; bottom: number }>,
): boolean => a.top <= b.bottom && b.top <= a.bottom;
