import { toA1, type CellRef, type Range } from '../snapshot/address';
import { gridOf, inColumn } from '../snapshot/grid';
import { formatShape } from '../snapshot/number-format';
import { placeOfNumber } from '../snapshot/missing-number';
import { mayBeNumber, parseNumberText } from '../snapshot/number-text';
import { BLANK, readNumber, type NumberContext } from '../snapshot/read-number';
import type { Cell, Sheet } from '../snapshot/snapshot';
import { perText } from '../remember';
import { squeeze, tidy } from '../snapshot/width';
import { isColumnNumbers } from './column-numbers';
import type { NumberCell, TextCell } from './table';

/** What a reader takes for one cell: a filled cell with the area it covers. */
export type Piece = Readonly<{
  row: number;
  column: number;
  right: number;
  bottom: number;
  cell: Cell;
  /** Text without spaces in ordinary width; empty for a cell that holds a number. */
  text: string;
  kind: 'text' | 'number' | 'dash';
}>;

/** A row that holds at least one filled cell. */
export type Line = Readonly<{
  row: number;
  pieces: readonly Piece[];
  /** No number stands on the line: only such a line can be a header. */
  words: boolean;
}>;

const lineOf = (row: number, pieces: readonly Piece[]): Line => {
  let words = true;
  for (const { kind } of pieces) if (kind === 'number') words = false;
  return { row, pieces, words };
};

/** A sheet as a reader sees it: filled cells with their merged areas, row by row. */
export type SheetView = Readonly<{
  name: string;
  lines: readonly Line[];
  /** The piece that covers a position. */
  at(row: number, column: number): Piece | undefined;
  /** Cell at a position; inside a merged area, its first cell. */
  ref(row: number, column: number): CellRef;
  /** What stands at a position, spaces included. */
  cell(row: number, column: number): Cell | undefined;
}>;

/** Reads a sheet once. Cells of spaces alone count as empty; cells hidden under a merged area are not seen by anyone. */
export function viewOf(sheet: Sheet): SheetView {
  const grid = gridOf(sheet);
  const mergeAt = sheet.merges.length > 0 ? grid.mergeAt : (): undefined => undefined;
  const lines: Line[] = [];
  // Rows that lie close together are found by their number; a few far apart would make a long list of nothing.
  const close = grid.used !== null && grid.used.bottom < 1000 + 4 * grid.rows.length;
  const list: (readonly Piece[])[] = [];
  const byRow = new Map<number, readonly Piece[]>();
  const piecesOf = (row: number): readonly Piece[] | undefined => (close ? list[row] : byRow.get(row));
  for (const { row, cells } of grid.rows) {
    const pieces: Piece[] = [];
    for (const cell of cells) {
      const piece = pieceOf(cell, mergeAt(row, cell.column));
      if (piece) pieces.push(piece);
    }
    if (pieces.length === 0) continue;
    const line = lineOf(row, joined(pieces));
    if (!isColumnNumbers(line, lines.at(-1))) lines.push(line);
    if (close) list[row] = pieces;
    else byRow.set(row, pieces);
  }
  return {
    name: sheet.name,
    lines,
    at: (row, column) => {
      const merge = mergeAt(row, column);
      return merge ? inColumn(piecesOf(merge.top), merge.left) : inColumn(piecesOf(row), column);
    },
    ref: (row, column) => {
      const merge = mergeAt(row, column);
      return {
        sheet: sheet.name,
        cell: toA1(merge ? { row: merge.top, column: merge.left } : { row, column }),
      };
    },
    cell: grid.shown,
  };
}

/** The pieces of some lines that are asked for, as a sheet of their own; lines that keep none are left out. */
export function partOfView(
  view: SheetView,
  keeps: (piece: Piece) => boolean,
  from = 0,
  to = view.lines.length,
): SheetView {
  const lines: Line[] = [];
  for (const line of view.lines.slice(from, to)) {
    const { row, pieces } = line;
    const inside = pieces.filter(keeps);
    if (inside.length > 0) lines.push(inside.length === pieces.length ? line : lineOf(row, inside));
  }
  return { ...view, lines };
}

/**
 * Neighbours with the same words are one piece again: what was a merged title or header before somebody took the merges
 * apart and filled them. The cells themselves stay as they are.
 */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  let repeats = false;
  let before = '';
  for (const { text } of pieces) {
    if (text === before && text !== '') repeats = true;
    before = text;
  }
  if (!repeats) return pieces;
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const same =
      last?.kind === 'text' &&
      last.text === piece.text &&
      last.right + 1 === piece.column &&
      last.bottom === piece.bottom;
    if (same) result[result.length - 1] = { ...last, right: piece.right };
    else result.push(piece);
  }
  return result;
}

/** No title, header or label is longer; of prose, the beginning tells that it is prose. */
const LONGEST_READ = 160;

function pieceOf(cell: Cell, merge: Range | undefined): Piece | undefined {
  const { row, column, value } = cell;
  if (merge && (merge.top !== row || merge.left !== column)) return undefined;
  const right = merge?.right ?? column;
  const bottom = merge?.bottom ?? row;
  if (typeof value === 'number' || typeof value === 'object') {
    const date = typeof value === 'number' && formatShape(cell.format).kind === 'date';
    return { row, column, right, bottom, cell, text: '', kind: date ? 'text' : 'number' };
  }
  const { text, kind } = wordOf(typeof value === 'string' ? value : String(value));
  return text === '' ? undefined : { row, column, right, bottom, cell, text, kind };
}

const wordOf = perText((value): Pick<Piece, 'text' | 'kind'> => {
  const text = squeeze(value.length > LONGEST_READ ? value.slice(0, LONGEST_READ) : value);
  return { text, kind: textKind(text) };
});

/** A number that was typed wrongly, or is still to come, holds its place: the line is one of values all the same. */
function textKind(text: string): Piece['kind'] {
  if (text.length > 16) return 'text';
  const parsed = mayBeNumber(text) ? parseNumberText(text) : null;
  if (parsed === null) return placeOfNumber(text) ?? 'text';
  return parsed === 'not-applicable' ? 'dash' : 'number';
}

/** Cell of a piece; a merged area goes by its first cell. */
export const refOf = (view: SheetView, { row, column }: Piece): CellRef => ({
  sheet: view.name,
  cell: toA1({ row, column }),
});

/** Text of a piece with its cell, for names and labels. */
export function labelOf(view: SheetView, piece: Piece): TextCell {
  return { text: tidy(rawText(piece)), ref: refOf(view, piece) };
}

/** Text of a piece exactly as it stands in the cell, so that offsets into it hold. */
export function proseOf(view: SheetView, piece: Piece): TextCell {
  return { text: rawText(piece), ref: refOf(view, piece) };
}

/** Value of a piece as text; what a number format adds is left out. */
export function rawText(piece: Piece): string {
  const { value } = piece.cell;
  return typeof value === 'object' ? value.error : String(value);
}

/** The place for a number at a position, read with what is known about it. */
export function numberAt(view: SheetView, row: number, column: number, context?: NumberContext): NumberCell {
  const piece = view.at(row, column);
  if (piece) return numberOf(view, piece, context);
  return { ref: view.ref(row, column), reading: BLANK, cell: view.cell(row, column) };
}

/** The number of a piece. */
export function numberOf(view: SheetView, piece: Piece, context?: NumberContext): NumberCell {
  return { ref: refOf(view, piece), reading: readNumber(piece.cell, context), cell: piece.cell };
}
