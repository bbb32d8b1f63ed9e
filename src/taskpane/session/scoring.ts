import {
  recentRuns,
  scorePatches,
  serialiseKept,
  type CellPatch,
  type Kept,
  type Preferences,
  type Run,
} from '../../core';
import type { ChangeReport } from '../../hosts/ports';
import { marksOf } from '../state/marks';
import type { Book, PreviewRow } from '../state/pane-state';
import { patchedSnapshot } from '../state/patched-snapshot';
import {
  chosenPatches,
  comingValues,
  differingCount,
  planWriting,
  previewRows,
  type Which,
} from '../state/writing';
import { toldBy, type Desk } from './desk';

/** What came of writing: the workbook as it is now, and what the host says about it. */
type Written = Readonly<{ book: Book; report: ChangeReport; marked: number }>;

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
    desk.step('writing');
    const { book, report, marked } = await writePatches(desk, read, fills, 'score', marks);
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
  await desk.run('writing', async () => {
    const current = desk.book();
    if (!current) return;
    const { book, report } = await writePatches(desk, current, patches, kind, current.kept.marked);
    const outcome = { kind: 'written', written: report.applied.length, report: toldBy(report) } as const;
    desk.store.dispatch({ type: 'reviewed', book, outcome, fresh: false });
  });
}

/**
 * Applies patches with the marks of what is left, the run's record and the state of the marks in one batch. Only when the
 * host refused some of them is a second batch needed, because record and marks then say too much.
 */
async function writePatches(
  desk: Desk,
  { snapshot, kept, damaged, review }: Book,
  patches: readonly CellPatch[],
  kind: Run['kind'],
  marking: boolean,
): Promise<Written> {
  const after = (applied: readonly CellPatch[]): Book => {
    const run: Run = { at: desk.now(), kind, patches: applied, markedBefore: kept.marked };
    // A run that only brought marks can be taken back as well.
    const changed = applied.length > 0 || (marking && !kept.marked);
    const next: Kept = {
      ...kept,
      runs: changed ? recentRuns([run, ...kept.runs]) : kept.runs,
      marked: kept.marked || marking,
    };
    return desk.reviewed(patchedSnapshot(snapshot, applied, comingValues(review)), next, damaged);
  };
  const change = (book: Book): Parameters<typeof desk.host.apply>[0] => ({
    ...(marking && { marks: marksOf(book.review) }),
    settings: serialiseKept({ runs: book.kept.runs, marked: book.kept.marked }),
  });
  const hoped = after(patches);
  const report = await desk.host.apply({ patches, ...change(hoped) });
  const marked = marking ? marksOf(hoped.review).length : 0;
  if (report.refused.length === 0) return { book: hoped, report, marked };
  const real = after(report.applied);
  const second = await desk.host.apply(change(real));
  return {
    book: real,
    report: { ...report, ...toldBy(report, second), refused: report.refused },
    marked: marking ? marksOf(real.review).length : 0,
  };
}
