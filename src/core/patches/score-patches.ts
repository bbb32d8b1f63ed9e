import type { Review, ReviewedTotal } from '../review-result';
import { exact, roundHalfUp, sum, toNumber } from '../scoring/number';
import type { Score } from '../scoring/score';
import { parseA1, type CellRef } from '../snapshot/address';
import { gridOf } from '../snapshot/grid';
import { isCellError, type Cell, type Snapshot } from '../snapshot/snapshot';
import { sameContent, type CellContent, type CellPatch } from './patch';

export type ScoreWriting = Readonly<{
  /** fill: blank score cells only. overwrite: also a reported score that no reading of the standard gives. */
  mode: 'fill' | 'overwrite';
  write: 'values' | 'formulas';
}>;

/** Reader of a snapshot's cells by sheet name and A1 address. */
export function cellReader(snapshot: Snapshot): (ref: CellRef) => Cell | undefined {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  return ({ sheet: name, cell }) => {
    const sheet = sheets.get(name);
    const position = parseA1(cell);
    if (!sheet || !position) return undefined;
    return gridOf(sheet).at(position.row, position.column);
  };
}

/** What a cell holds now, as the `before` of a patch. */
export function contentOf(cell: Cell | undefined): CellContent {
  if (!cell) return null;
  if (cell.formula !== undefined) return { formula: `=${cell.formula}` };
  return isCellError(cell.value) ? cell.value.error : cell.value;
}

/** Whether a score cell waits to be filled: empty, or nothing but spaces. */
function isBlank(cell: Cell | undefined): boolean {
  return !cell || (cell.formula === undefined && typeof cell.value === 'string' && cell.value.trim() === '');
}

/**
 * Patches that write the computed scores. Only a score that the standard and the data decide is written; a range, a need
 * or a manual item stays as it is. A reported score that equals another defensible reading is not replaced.
 * A total is written only when every part of it is known, and never over a formula.
 */
export function scorePatches(
  review: Review,
  snapshot: Snapshot,
  writing: ScoreWriting,
): readonly CellPatch[] {
  const read = cellReader(snapshot);
  const patches: CellPatch[] = [];
  const written = new Map<number, number>();
  review.scores.forEach((score, index) => {
    if (score.score === null) return;
    const cell = read(score);
    const blank = isBlank(cell);
    if (!blank && (writing.mode === 'fill' || !differs(score))) return;
    const after =
      writing.write === 'formulas' && score.formula !== null ? { formula: score.formula } : score.score;
    const before = contentOf(cell);
    if (sameContent(before, after)) return;
    patches.push({ sheet: score.sheet, cell: score.cell, before, after });
    written.set(index, score.score);
  });
  for (const total of review.totals) {
    const patch = totalPatch(review, total, written, read, writing);
    if (patch) patches.push(patch);
  }
  return patches;
}

/** Whether the reported score is a number that neither the computed score nor another reading gives. */
function differs(score: Score): boolean {
  if (score.reported === null) return false;
  return ![score.score, ...score.alternatives.map((other) => other.score)].includes(score.reported);
}

function totalPatch(
  review: Review,
  total: ReviewedTotal,
  written: ReadonlyMap<number, number>,
  read: (ref: CellRef) => Cell | undefined,
  writing: ScoreWriting,
): CellPatch | null {
  const cell = read(total);
  if (total.isFormula) return null;
  const blank = isBlank(cell);
  const touched = total.scores.some((index) => written.has(index));
  if (!blank && (writing.mode === 'fill' || !touched || total.reported === null)) return null;
  const parts: number[] = [];
  for (const index of total.scores) {
    const value = written.get(index) ?? review.scores[index]?.reported ?? null;
    if (value === null) return null;
    parts.push(value);
  }
  const after = toNumber(roundHalfUp(sum(parts.map(exact)), 2));
  const before = contentOf(cell);
  return sameContent(before, after) ? null : { sheet: total.sheet, cell: total.cell, before, after };
}
