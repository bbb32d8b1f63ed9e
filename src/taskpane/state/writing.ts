import {
  cellReader,
  contentOf,
  sameContent,
  scorePatches,
  type CellPatch,
  type Preferences,
  type Review,
  type Score,
  type Snapshot,
} from '../../core';
import { cellKey } from './patched-snapshot';
import type { Book, PreviewRow } from './pane-state';

/** What writing scores would change: blank cells may be filled at once, what a person typed is shown first. */
export type WritePlan = Readonly<{ blanks: readonly CellPatch[]; typed: readonly CellPatch[] }>;

/** Scores that are written: all of them, or those with these indices. */
export type Which = 'all' | readonly number[];

/**
 * Plans the writing of computed scores. For all, a reported score that another reading of the standard gives is left
 * alone; for scores that were picked one by one, the computed score is written whatever stands there.
 */
export function planWriting(
  { snapshot, review }: Book,
  which: Which,
  write: Preferences['write'],
): WritePlan {
  const read = cellReader(snapshot);
  const wanted = which === 'all' ? review : only(review, new Set(which));
  const patches = new Map(
    scorePatches(wanted, snapshot, { mode: 'overwrite', write }).map((patch) => [cellKey(patch), patch]),
  );
  wanted.scores.forEach((score) => {
    const after = contentFor(score, write);
    const picked = which !== 'all' || (write === 'formulas' && score.score === score.reported);
    if (after === null || !picked || patches.has(cellKey(score))) return;
    const before = contentOf(read(score));
    if (sameContent(before, after)) return;
    patches.set(cellKey(score), { sheet: score.sheet, cell: score.cell, before, after });
  });
  const all = [...patches.values()];
  const isBlank = ({ before }: CellPatch): boolean =>
    before === null || (typeof before === 'string' && before.trim() === '');
  return { blanks: all.filter(isBlank), typed: all.filter((patch) => !isBlank(patch)) };
}

/** The rows of a preview, named by indicator. */
export function previewRows(patches: readonly CellPatch[], review: Review): readonly PreviewRow[] {
  const names = new Map(review.scores.map((score) => [cellKey(score), indicatorKey(score)]));
  return patches.map((patch) => ({ patch, about: names.get(cellKey(patch)) ?? null, chosen: true }));
}

/**
 * The patches of the rows that stayed ticked. A total is written as the sum of what is really written: leaving out a
 * score changes it.
 */
export function chosenPatches(rows: readonly PreviewRow[], { snapshot, review }: Book): readonly CellPatch[] {
  const left = new Set(rows.filter((row) => !row.chosen).map((row) => cellKey(row.patch)));
  const totals = new Set(review.totals.map(cellKey));
  const chosen = rows.filter((row) => row.chosen).map((row) => row.patch);
  if (left.size === 0 || !chosen.some((patch) => totals.has(cellKey(patch)))) return chosen;
  const reduced = {
    ...review,
    scores: review.scores.map((score) => (left.has(cellKey(score)) ? unscored(score) : score)),
  };
  const written = new Set(chosen.map(cellKey));
  const again = scorePatches(reduced, snapshot, { mode: 'overwrite', write: 'values' });
  const sums = again.filter((patch) => totals.has(cellKey(patch)) && written.has(cellKey(patch)));
  return [...chosen.filter((patch) => !totals.has(cellKey(patch))), ...sums];
}

/** What the cells of patches will show, where a formula is written. */
export function comingValues(review: Review): ReadonlyMap<string, number> {
  return new Map(
    review.scores.flatMap((score) => (score.score === null ? [] : [[cellKey(score), score.score]])),
  );
}

/** Name under which answers are kept for an indicator. */
export function indicatorKey(score: Pick<Score, 'project' | 'indicator'>): string {
  return score.project === null ? score.indicator : `${score.project}/${score.indicator}`;
}

/** The computed score as a cell would hold it; `null` where there is none. */
function contentFor(score: Score, write: Preferences['write']): CellPatch['after'] {
  if (score.score === null) return null;
  return write === 'formulas' && score.formula !== null ? { formula: score.formula } : score.score;
}

function only(review: Review, indices: ReadonlySet<number>): Review {
  return {
    ...review,
    scores: review.scores.map((score, index) => (indices.has(index) ? score : unscored(score))),
  };
}

const unscored = (score: Score): Score => ({ ...score, score: null });

/** Scores that differ from what was reported and that no reading of the standard gives. */
export function differingCount(review: Review, snapshot: Snapshot): number {
  const totals = new Set(review.totals.map(cellKey));
  const patches = scorePatches(review, snapshot, { mode: 'overwrite', write: 'values' });
  return patches.filter((patch) => patch.before !== null && !totals.has(cellKey(patch))).length;
}
