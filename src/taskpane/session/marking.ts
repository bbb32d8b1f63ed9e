import { serialiseKept } from '../../core';
import { toldBy, type Desk } from './desk';

/** 清除标记: lifts every mark of ours off, also those that stood when the pane was opened. */
export async function clearMarks(desk: Desk): Promise<void> {
  await desk.run('reading', async (wanted) => {
    const book = desk.book() ?? (await desk.read(wanted));
    if (!book || !wanted()) return;
    desk.step('writing');
    const report = await desk.host.apply({ marks: [], settings: serialiseKept({ marked: false }) });
    desk.store.dispatch({
      type: 'reviewed',
      book: { ...book, kept: { ...book.kept, marked: false } },
      outcome: { kind: 'cleared', report: toldBy(report) },
      fresh: false,
    });
  });
}
