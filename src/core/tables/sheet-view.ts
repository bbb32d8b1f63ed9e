import { rangeToA1, toA1, type CellRef, type Range } from '../snapshot/address';
import { gridOf, type Grid } from '../snapshot/grid';
import { formatShape } from '../snapshot/number-format';
import { parseNumberText } from '../snapshot/number-text';
import { BLANK, readNumber, type NumberContext } from '../snapshot/read-number';
import type { Cell, Sheet } from '../snapshot/snapshot';
import { squeeze, tidy } from '../snapshot/width';
import type { NumberCell, TextCell } from './table';

/** What a reader takes for one cell: a filled cell with the area it covers. */
export type Piece = Readonly<{
  row: number;
  column: number;
  right: number;
  bottom: number;
  cell: Cell;
  /** Text without spaces in ordinary width; numbers as JavaScript prints them. */
  text: string;
  kind: 'text' | 'number' | 'dash';
}>;

/** A row that holds at least one filled cell. */
export type Line = Readonly<{ row: number; pieces: readonly Piece[] }>;

/** A sheet as a reader sees it: filled cells with their merged areas, row by row. */
export type SheetView = Readonly<{
  name: string;
  grid: Grid;
  lines: readonly Line[];
  /** The piece that covers a position. */
  at(row: number, column: number): Piece | undefined;
  ref(row: number, column: number): CellRef;
}>;

/** Reads a sheet once. Cells of spaces alone count as empty; cells hidden under a merged area are not seen by anyone. */
export function viewOf(sheet: Sheet): SheetView {
  const grid = gridOf(sheet);
  const lines: Line[] = [];
  const byCell = new Map<Cell, Piece>();
  for (const { row, cells } of grid.rows) {
    const pieces: Piece[] = [];
    for (const cell of cells) {
      const piece = pieceOf(cell, grid.mergeAt(row, cell.column));
      if (!piece) continue;
      pieces.push(piece);
      byCell.set(cell, piece);
    }
    if (pieces.length > 0) lines.push({ row, pieces: joined(pieces) });
  }
  return {
    name: sheet.name,
    grid,
    lines,
    at: (row, column) => {
      const cell = grid.shown(row, column);
      return cell && byCell.get(cell);
    },
    ref: (row, column) => {
      const merge = grid.mergeAt(row, column);
      return {
        sheet: sheet.name,
        cell: toA1(merge ? { row: merge.top, column: merge.left } : { row, column }),
      };
    },
  };
}

/**
 * Neighbours with the same words are one piece again: what was a merged title or header before somebody took the merges
 * apart and filled them. The cells themselves stay as they are.
 */
function joined(pieces: readonly Piece[]): readonly Piece[] {
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

function pieceOf(cell: Cell, merge: Range | undefined): Piece | undefined {
  if (merge && (merge.top !== cell.row || merge.left !== cell.column)) return undefined;
  const { value } = cell;
  const text =
    typeof value === 'string' ? squeeze(value) : typeof value === 'object' ? value.error : String(value);
  if (text === '') return undefined;
  const { row, column } = cell;
  return {
    row,
    column,
    right: merge?.right ?? column,
    bottom: merge?.bottom ?? row,
    cell,
    text,
    kind: pieceKind(cell, text),
  };
}

function pieceKind(cell: Cell, text: string): Piece['kind'] {
  const { value } = cell;
  if (typeof value === 'number') return formatShape(cell.format).kind === 'date' ? 'text' : 'number';
  if (typeof value === 'object') return 'number';
  if (typeof value === 'boolean' || text.length > 16) return 'text';
  const parsed = parseNumberText(text);
  if (parsed === null) return 'text';
  return parsed === 'not-applicable' ? 'dash' : 'number';
}

/** Text of a piece with its cell, for names and labels. */
export function labelOf(view: SheetView, piece: Piece): TextCell {
  return { text: tidy(rawText(piece)), ref: view.ref(piece.row, piece.column) };
}

/** Text of a piece exactly as it stands in the cell, so that offsets into it hold. */
export function proseOf(view: SheetView, piece: Piece): TextCell {
  return { text: rawText(piece), ref: view.ref(piece.row, piece.column) };
}

/** Value of a piece as text; what a number format adds is left out. */
export function rawText(piece: Piece): string {
  const { value } = piece.cell;
  return typeof value === 'object' ? value.error : String(value);
}

/** The place for a number at a position, read with what is known about it. */
export function numberAt(view: SheetView, row: number, column: number, context?: NumberContext): NumberCell {
  const cell = view.grid.shown(row, column);
  return { ref: view.ref(row, column), reading: cell ? readNumber(cell, context) : BLANK, cell };
}

/** A1 text of the area a piece covers. */
export function areaOf(piece: Piece): string {
  return rangeToA1({ top: piece.row, left: piece.column, bottom: piece.bottom, right: piece.right });
}
