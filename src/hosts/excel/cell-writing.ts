import { type CellContent, type CellPatch, isFormula, parseA1, type Position } from '../../core';

/** A patch with its position. */
export type PlacedPatch = Readonly<{ patch: CellPatch; position: Position }>;

/** Cells one below the other that are written with one call. */
export type WriteRun = Readonly<{ top: number; left: number; patches: readonly CellPatch[] }>;

/** Texts of Chinese characters without a digit are never taken for a number, date or formula. */
const SURELY_TEXT = /^[\p{Script=Han}（《“【][^0-9０-９]*$/u;

/**
 * A content as it must be written so that the cell then holds exactly it. Excel reads what is written as if it were
 * typed: an apostrophe before a text keeps `=1+1`, `-`, `2020-1` and `100` texts.
 */
export function toWrite(content: CellContent): string | number | boolean {
  if (content === null) return '';
  if (isFormula(content)) return content.formula;
  if (typeof content !== 'string' || SURELY_TEXT.test(content)) return content;
  return `'${content}`;
}

/** Patches of one sheet whose address is no cell, and the others with their positions. */
export function place(patches: readonly CellPatch[]): { placed: PlacedPatch[]; unplaced: CellPatch[] } {
  const placed: PlacedPatch[] = [];
  const unplaced: CellPatch[] = [];
  for (const patch of patches) {
    const position = parseA1(patch.cell);
    if (position) placed.push({ patch, position });
    else unplaced.push(patch);
  }
  return { placed, unplaced };
}

/** Groups patches of one sheet into runs down a column. */
export function runsOf(patches: readonly PlacedPatch[]): WriteRun[] {
  const sorted = [...patches].sort(
    (a, b) => a.position.column - b.position.column || a.position.row - b.position.row,
  );
  const runs: { top: number; left: number; patches: CellPatch[] }[] = [];
  for (const { patch, position } of sorted) {
    const last = runs.at(-1);
    const next = last?.left === position.column && last.top + last.patches.length === position.row;
    if (last && next) last.patches.push(patch);
    else runs.push({ top: position.row, left: position.column, patches: [patch] });
  }
  return runs;
}
