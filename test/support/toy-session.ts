import { parseKept } from '../../src/core';
import type { Background } from '../../src/taskpane/background';
import { createSession, type Session } from '../../src/taskpane/session/session';
import { bookOf, type Outcome } from '../../src/taskpane/state/pane-state';
import { createStore } from '../../src/taskpane/state/store';
import { FakeHost } from './fake-host';
import { workbook, type Rows } from './sheet';
import { TOY_PROFILE, toyEngine } from './toy-engine';

/** A score table that the toy engine reads. */
export const ROWS: Rows = [
  ['指标', '分值', '应得', '得分'],
  ['采购执行率', 5, 5, null],
  ['控制率', 4, 2, 4],
  ['利用率', 3, 3, 3],
  ['满意度', 8, '满意人数', 8],
  ['合计', 20, null, 15],
];

/** A session on a workbook in memory. */
export function open(
  rows: Rows = ROWS,
  settings: Record<string, string> = {},
  background?: Background,
): { host: FakeHost; session: Session } {
  const host = new FakeHost(workbook({ 评分表: rows, 数据: [['满意人数', 7]] }), settings);
  const session = createSession({
    host,
    engine: toyEngine,
    profiles: [TOY_PROFILE],
    store: createStore(),
    now: () => '2026-01-02T03:04:05.000Z',
    paint: () => Promise.resolve(),
    ...(background && { background }),
  });
  return { host, session };
}

export const at = (cell: string): { sheet: string; cell: string } => ({ sheet: '评分表', cell });
export const outcomeOf = (session: Session): Outcome | null => session.store.state().outcome;
export const kept = (host: FakeHost): ReturnType<typeof parseKept>['kept'] => parseKept(host.settings).kept;
export const reviewOf = (session: Session): NonNullable<ReturnType<typeof bookOf>>['review'] =>
  bookOf(session.store.state().phase)!.review;
