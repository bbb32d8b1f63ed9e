import { inverse, type CellPatch } from '../../core';
import type { RefusedPatch } from '../../hosts/ports';
import { cellKey } from '../state/patched-snapshot';
import { applyAndReview } from './applying';
import { toldBy, type Desk } from './desk';

/** Takes back the latest run. */
export async function undoLatest(desk: Desk): Promise<void> {
  await undo(desk, 0, 'all');
}

/**
 * Takes back a run, or single cells of it. The workbook is read again first: the ribbon may ask before the pane has read
 * anything, and the record in the file is the one that counts. A cell that holds something else than what was written is
 * left as it is and named; it also leaves the record, because what it held before is no longer ours to bring back.
 */
export async function undo(desk: Desk, at: number, cells: 'all' | readonly CellPatch[]): Promise<void> {
  await desk.run('reading', async (wanted) => {
    const read = await desk.read(wanted);
    if (!read) return;
    const run = read.kept.runs[at];
    const wantedCells = cells === 'all' ? null : new Set(cells.map(cellKey));
    const patches = run?.patches.filter((patch) => wantedCells?.has(cellKey(patch)) ?? true) ?? [];
    if (!run || (patches.length === 0 && cells !== 'all')) {
      desk.store.dispatch({
        type: 'reviewed',
        book: read,
        outcome: { kind: 'nothing-to-undo' },
        fresh: true,
      });
      return;
    }
    const done = await applyAndReview(desk, wanted, read, patches.map(inverse), (_applied, refused) => {
      const left = [
        ...run.patches.filter((patch) => !patches.includes(patch)),
        ...stillOurs(patches, refused),
      ];
      const runs = read.kept.runs.flatMap((one, index) =>
        index !== at ? [one] : left.length > 0 ? [{ ...run, patches: left }] : [],
      );
      // The latest run takes the marks along that it brought.
      const marked = read.kept.marked && (at > 0 || left.length > 0 || run.markedBefore);
      const marking = !read.kept.marked ? 'as-is' : marked ? 'as-found' : 'lifted';
      return { kept: { ...read.kept, runs, marked }, marking };
    });
    if (!done) return;
    const { book, report } = done;
    const outcome = { kind: 'undone', restored: report.applied.length, report: toldBy(report) } as const;
    desk.store.dispatch({ type: 'reviewed', book, outcome, fresh: true });
  });
}

/** Of the cells that could not be restored, those that still hold what was written: a protected sheet can be opened later. */
function stillOurs(patches: readonly CellPatch[], refused: readonly RefusedPatch[]): readonly CellPatch[] {
  const locked = new Set(
    refused.filter((one) => one.reason === 'protected').map((one) => cellKey(one.patch)),
  );
  return patches.filter((patch) => locked.has(cellKey(patch)));
}
