import { NOTHING_KEPT } from '../../../src/core';
import { bookOf, INITIAL, type Book, type PaneState } from '../../../src/taskpane/state/pane-state';
import { reduce, type Action } from '../../../src/taskpane/state/reducer';
import { EMPTY } from '../../support/toy-engine';

const book: Book = {
  snapshot: { name: '甲.xlsx', sheets: [] },
  kept: NOTHING_KEPT,
  damaged: [],
  review: EMPTY,
};
const score = { scores: [{}] } as unknown as Book['review'];
const kept = { kind: 'kept' } as const;

const after = (...actions: Action[]): PaneState => actions.reduce(reduce, INITIAL);
const reviewed: Action = { type: 'reviewed', book, outcome: kept, fresh: true };
const changed: Action = { type: 'sheet-changed', sheet: '评分表', address: 'H5' };
const failed: Action = { type: 'failed', failure: { code: 'lost', message: '断开' } };

describe('phases', () => {
  it.each<[string, Action[], PaneState['phase']['kind']]>([
    ['nothing was read yet', [], 'idle'],
    ['a run began', [{ type: 'started', step: 'reading' }], 'reading'],
    [
      'it was given up before anything was known',
      [
        { type: 'started', step: 'reading' },
        { type: 'stopped', outcome: null },
      ],
      'idle',
    ],
    [
      'it was given up over an earlier result',
      [reviewed, { type: 'started', step: 'reading' }, { type: 'stopped', outcome: null }],
      'reviewed',
    ],
    ['a result came', [{ type: 'started', step: 'reading' }, reviewed], 'reviewed'],
    ['it failed', [{ type: 'started', step: 'reading' }, failed], 'failed'],
    ['the failure was read and put away', [reviewed, failed, { type: 'outcome-dismissed' }], 'reviewed'],
    ['a failure without any result was put away', [failed, { type: 'outcome-dismissed' }], 'idle'],
  ])('%s', (_, actions, kind) => {
    expect(after(...actions).phase.kind).toBe(kind);
  });

  it('keeps the last result through runs and failures', () => {
    expect(bookOf(after(reviewed, { type: 'started', step: 'reading' }, failed).phase)).toBe(book);
  });
});

describe('the stale marker', () => {
  const stale = (state: PaneState): unknown => ('stale' in state.phase ? state.phase.stale : undefined);
  it.each<[string, Action[], unknown]>([
    [
      'counts changes and names the last',
      [reviewed, changed, { ...changed, address: 'H6' }],
      { changes: 2, sheet: '评分表', address: 'H6' },
    ],
    ['goes with a fresh result', [reviewed, changed, reviewed], null],
    [
      'stays with a result over the old cells',
      [reviewed, changed, { ...reviewed, fresh: false }],
      { changes: 1, sheet: '评分表', address: 'H5' },
    ],
    [
      'stays when a run is given up',
      [reviewed, changed, { type: 'started', step: 'reading' }, { type: 'stopped', outcome: null }],
      { changes: 1, sheet: '评分表', address: 'H5' },
    ],
    ['stays through a failure', [reviewed, changed, failed], { changes: 1, sheet: '评分表', address: 'H5' }],
    [
      'comes also while a run lasts, and stays with its result: what was read may be older',
      [
        reviewed,
        { type: 'started', step: 'reading' },
        changed,
        { type: 'started', step: 'computing' },
        reviewed,
      ],
      { changes: 1, sheet: '评分表', address: 'H5' },
    ],
    [
      'is about the next run again once that has begun',
      [
        reviewed,
        { type: 'started', step: 'reading' },
        changed,
        reviewed,
        { type: 'started', step: 'reading' },
        reviewed,
      ],
      null,
    ],
    ['has nothing to be about before the first result', [changed], undefined],
  ])('%s', (_, actions, expected) => {
    expect(stale(after(...actions))).toEqual(expected);
  });
});

describe('what is open', () => {
  it('closes an indicator when the list of scores is another one', () => {
    const open = after(reviewed, { type: 'score-opened', index: 3 });
    expect(open).toMatchObject({ tab: 'scores', score: 3 });
    expect(reduce(open, reviewed).score).toBe(3);
    expect(reduce(open, { ...reviewed, book: { ...book, review: score } }).score).toBeNull();
  });

  it('unticks one row of a preview and leaves other dialogs alone', () => {
    const row = { patch: { sheet: '评分表', cell: 'H5', before: 1, after: 2 }, about: '甲', chosen: true };
    const opened = after({
      type: 'dialog-opened',
      dialog: { kind: 'preview', purpose: 'replace', rows: [row, row] },
    });
    const dialog = reduce(opened, { type: 'row-toggled', index: 1, chosen: false }).dialog;
    expect(dialog).toMatchObject({ rows: [{ chosen: true }, { chosen: false }] });
    const runs = after({ type: 'dialog-opened', dialog: { kind: 'runs' } });
    expect(reduce(runs, { type: 'row-toggled', index: 0, chosen: false })).toEqual(runs);
  });

  it('counts outcomes, so that the same one is announced twice', () => {
    const once = after({ type: 'told', outcome: kept });
    expect(reduce(once, { type: 'told', outcome: kept }).outcomes).toBe(once.outcomes + 1);
    expect(reduce(once, { type: 'outcome-dismissed' })).toMatchObject({
      outcome: null,
      outcomes: once.outcomes,
    });
  });

  it('changes a part of the filter', () => {
    const state = after(
      { type: 'filtered', filter: { text: '控制率' } },
      { type: 'filtered', filter: { severity: 'hint' } },
    );
    expect(state.filter).toEqual({ text: '控制率', severity: 'hint' });
    expect(reduce(state, { type: 'tab-chosen', tab: 'settings' })).toMatchObject({
      tab: 'settings',
      filter: state.filter,
    });
  });
});
