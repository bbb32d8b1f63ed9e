import { difference } from '../state/finding-list';
import { marksOf } from '../state/marks';
import { failureOf, type Desk } from './desk';

/** Reads the workbook and shows what was found. Writes nothing, except that marks which already stand are renewed. */
export async function check(desk: Desk): Promise<void> {
  const before = desk.book();
  await desk.run('reading', async (wanted) => {
    const book = await desk.read(wanted);
    if (!book) return;
    if (book.kept.marked) {
      desk.step('writing');
      await desk.host.apply({ marks: marksOf(book.review) });
    }
    const { appeared, solved } = difference(before?.review ?? null, book.review);
    desk.store.dispatch({
      type: 'reviewed',
      book,
      outcome: { kind: 'checked', appeared, solved, again: before !== null },
      fresh: true,
    });
  });
}

/** Marks the result stale when somebody else changes the workbook; returns how to stop. */
export async function watch(desk: Desk): Promise<() => Promise<void>> {
  try {
    return await desk.host.onChanged((sheet, address) => {
      desk.store.dispatch({ type: 'sheet-changed', sheet, address });
    });
  } catch (error) {
    desk.store.dispatch({ type: 'failed', failure: failureOf(error) });
    return () => Promise.resolve();
  }
}
