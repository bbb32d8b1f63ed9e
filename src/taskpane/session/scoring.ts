import { recentRuns, scorePatches, type CellPatch, type Preferences, type Run } from '../../core';
import type { Book, PreviewRow } from '../state/pane-state';
import { chosenPatches, differingCount, planWriting, previewRows, type Which } from '../state/writing';
import { applyAndReview, type Written } from './applying';
import { toldBy, type Desk, type Wanted } from './desk';

/**
 * 一键评分: reads, fills the blank score cells and marks the findings, all at once. Nothing that a person typed is
 * replaced; where that is asked for, the preview opens afterwards.
 */
export async function scoreNow(desk: Desk): Promise<void> {
  await desk.run('reading', async (wanted) => {
    const read = await desk.read(wanted);
    if (!read) return;
    const { mode, write, marks } = read.kept.preferences;
    const fills = scorePatches(read.review, read.snapshot, { mode: 'fill', write });
    const done = await writePatches(desk, wanted, read, fills, 'score', marks);
    if (!done) return;
    const { book, report, marked } = done;
    const differing = differingCount(book.review, book.snapshot);
    const written = report.applied.length;
    desk.store.dispatch({
      type: 'reviewed',
      book,
      outcome: { kind: 'scored', written, differing, marked, report: toldBy(report) },
      fresh: true,
    });
    if (mode === 'overwrite' && differing > 0) proposeReplacing(desk, 'all', write);
  });
}

/** Opens the preview of everything that a person typed and that the computed scores would replace. */
export function proposeReplacing(desk: Desk, which: Which, write: Preferences['write']): void {
  const book = desk.book();
  if (!book) return;
  const { typed, blanks } = planWriting(book, which, write);
  const rows = previewRows([...blanks, ...typed], book.review);
  if (rows.length > 0)
    desk.store.dispatch({ type: 'dialog-opened', dialog: { kind: 'preview', purpose: 'replace', rows } });
}

/** Writes computed scores that were asked for: blank cells at once, through the preview as soon as one was typed in. */
export async function writeScores(desk: Desk, which: Which, write: Preferences['write']): Promise<void> {
  const book = desk.book();
  if (!book) return;
  const { blanks, typed } = planWriting(book, which, write);
  if (typed.length > 0) {
    proposeReplacing(desk, which, write);
    return;
  }
  await applyPatches(desk, blanks, 'score');
}

/** Writes the rows of the preview that stayed ticked. */
export async function applyPreview(
  desk: Desk,
  rows: readonly PreviewRow[],
  kind: Run['kind'],
): Promise<void> {
  const book = desk.book();
  desk.store.dispatch({ type: 'dialog-closed' });
  if (book) await applyPatches(desk, chosenPatches(rows, book), kind);
}

async function applyPatches(desk: Desk, patches: readonly CellPatch[], kind: Run['kind']): Promise<void> {
  await desk.run('computing', async (wanted) => {
    const current = desk.book();
    const done = current && (await writePatches(desk, wanted, current, patches, kind, current.kept.marked));
    if (!done) return;
    const { book, report } = done;
    const outcome = { kind: 'written', written: report.applied.length, report: toldBy(report) } as const;
    desk.store.dispatch({ type: 'reviewed', book, outcome, fresh: false });
  });
}

/** Writes patches with the run's record and, where they are wanted, the marks of what is left. */
async function writePatches(
  desk: Desk,
  wanted: Wanted,
  book: Book,
  patches: readonly CellPatch[],
  kind: Run['kind'],
  marking: boolean,
): Promise<Written | null> {
  const { kept } = book;
  return applyAndReview(desk, wanted, book, patches, (applied) => {
    const run: Run = { at: desk.now(), kind, patches: applied, markedBefore: kept.marked };
    // A run that only brought marks can be taken back as well.
    const changed = applied.length > 0 || (marking && !kept.marked);
    return {
      kept: {
        ...kept,
        runs: changed ? recentRuns([run, ...kept.runs]) : kept.runs,
        marked: kept.marked || marking,
      },
      marking: marking ? 'as-found' : 'as-is',
    };
  });
}
