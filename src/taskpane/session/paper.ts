import { workingPaper } from '../../core';
import { toldBy, type Desk } from './desk';
import { select } from './navigating';

/** 评分底稿: writes the working paper of the workbook as it is now, in place of an earlier one. */
export async function makePaper(desk: Desk): Promise<void> {
  await desk.run('reading', async (wanted) => {
    const book = await desk.read(wanted);
    if (!book) return;
    desk.step('writing');
    const sheet = workingPaper(book.review, book.snapshot.name, book.kept.notes);
    const report = await desk.host.apply({ sheet });
    desk.store.dispatch({
      type: 'reviewed',
      book,
      outcome: { kind: 'paper', name: sheet.name, report: toldBy(report) },
      fresh: true,
    });
    await select(desk, { sheet: sheet.name, cell: 'A1' });
  });
}
