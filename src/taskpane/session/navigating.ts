import type { CellRef } from '../../core';
import { groupFindings, keyedFindings, neighbour } from '../state/finding-list';
import { failureOf, type Desk } from './desk';

/** Selects a cell; where Excel cannot go there (hidden sheet, another workbook in front), the pane says so. */
export async function select(desk: Desk, { sheet, cell }: CellRef): Promise<void> {
  const ref = { sheet, cell };
  try {
    await desk.host.select(ref);
  } catch (error) {
    desk.store.dispatch({ type: 'told', outcome: { kind: 'nowhere', ref, failure: failureOf(error) } });
  }
}

/** The cell or range that is selected in the workbook; `null` when there is none or Excel does not say. */
export async function selection(desk: Desk): Promise<CellRef | null> {
  try {
    return await desk.host.selection();
  } catch (error) {
    desk.store.dispatch({ type: 'failed', failure: failureOf(error) });
    return null;
  }
}

/** Opens the next or the previous finding of the list as it is filtered now, and goes to its cell. */
export async function goToFinding(desk: Desk, step: 1 | -1): Promise<void> {
  const book = desk.book();
  if (!book) return;
  const { filter, finding } = desk.store.state();
  const found = neighbour(groupFindings(keyedFindings(book.review), filter), finding, step);
  if (!found) return;
  desk.store.dispatch({ type: 'tab-chosen', tab: 'findings' });
  desk.store.dispatch({ type: 'finding-opened', key: found.key });
  await select(desk, found.finding);
}
