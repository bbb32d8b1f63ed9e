import { serialiseKept, type CellPatch, type Kept } from '../../core';
import type { ChangeReport, RefusedPatch, WorkbookChange } from '../../hosts/ports';
import { marksOf } from '../state/marks';
import type { Book } from '../state/pane-state';
import { patchedSnapshot } from '../state/patched-snapshot';
import { comingValues } from '../state/writing';
import { toldBy, type Desk, type Wanted } from './desk';

/** What came of writing: the workbook as it is now, and what the host says about it. */
export type Written = Readonly<{ book: Book; report: ChangeReport; marked: number }>;

/** What is kept after patches were applied, and which marks then stand. */
export type Aftermath = Readonly<{ kept: Kept; marking: 'as-found' | 'lifted' | 'as-is' }>;

/**
 * Applies patches with what follows from them (record, marks) in one batch. What follows is computed first and can be
 * given up until the writing begins: `null`, and nothing has changed. Only when the host refused some patches is a second
 * batch needed, because record and marks then say too much.
 */
export async function applyAndReview(
  desk: Desk,
  wanted: Wanted,
  { snapshot, damaged, review }: Book,
  patches: readonly CellPatch[],
  aftermath: (applied: readonly CellPatch[], refused: readonly RefusedPatch[]) => Aftermath,
): Promise<Written | null> {
  const after = async (report: Pick<ChangeReport, 'applied' | 'refused'>, still: Wanted) => {
    const { kept, marking } = aftermath(report.applied, report.refused);
    const cells = patchedSnapshot(snapshot, report.applied, comingValues(review));
    const book = await desk.compute({ snapshot: cells, kept, damaged }, still);
    if (!book) return null;
    const marks = marking === 'as-is' ? null : marking === 'lifted' ? [] : marksOf(book.review);
    const change: WorkbookChange = {
      ...(marks && { marks }),
      settings: serialiseKept({ runs: kept.runs, marked: kept.marked }),
    };
    return { book, change, marked: marks?.length ?? 0 };
  };
  desk.step('computing');
  const hoped = await after({ applied: patches, refused: [] }, wanted);
  if (!hoped) return null;
  desk.step('writing');
  const report = await desk.host.apply({ patches, ...hoped.change });
  if (report.refused.length === 0) return { ...hoped, report };
  // Something is written: from here on nothing can be given up.
  const real = await after(report, () => true);
  if (!real) return null;
  const second = await desk.host.apply(real.change);
  return { ...real, report: { ...report, notes: toldBy(report, second).notes } };
}
