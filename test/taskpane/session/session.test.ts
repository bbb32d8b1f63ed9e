import { KEPT_KEYS } from '../../../src/core';
import { HostError } from '../../../src/hosts/ports';
import { createSession } from '../../../src/taskpane/session/session';
import { bookOf } from '../../../src/taskpane/state/pane-state';
import { createStore } from '../../../src/taskpane/state/store';
import { FakeHost } from '../../support/fake-host';
import { workbook } from '../../support/sheet';
import { TOY_PROFILE, toyEngine } from '../../support/toy-engine';
import { at, kept, open, outcomeOf, reviewOf, ROWS } from '../../support/toy-session';

describe('checking', () => {
  it('writes nothing', async () => {
    const { host, session } = open();
    await session.check();
    expect(host.changes).toEqual([]);
    expect(session.store.state().phase.kind).toBe('reviewed');
    expect(outcomeOf(session)).toEqual({ kind: 'checked', appeared: 0, solved: 0, again: false });
  });

  it('says what came and what went since the last time', async () => {
    const { host, session } = open();
    await session.check();
    host.type('评分表', 'D2', 5);
    host.type('评分表', 'D4', 1);
    await session.check();
    expect(outcomeOf(session)).toEqual({ kind: 'checked', appeared: 1, solved: 1, again: true });
  });

  it("shows the host's own sentence when reading fails, and keeps the last result", async () => {
    const { host, session } = open();
    await session.check();
    host.fail.read = new HostError('edit-mode', '请先结束单元格编辑，再重试。');
    await session.check();
    const { phase } = session.store.state();
    expect(phase).toMatchObject({
      kind: 'failed',
      failure: { code: 'edit-mode', message: '请先结束单元格编辑，再重试。' },
    });
    expect(bookOf(phase)?.review.scores).toHaveLength(4);
  });

  it('can be given up while it reads', async () => {
    const { host, session } = open();
    let release = (): void => undefined;
    host.hold = new Promise((resolve) => {
      release = resolve;
    });
    const running = session.scoreNow();
    session.cancel();
    release();
    await running;
    expect(host.changes).toEqual([]);
    expect(session.store.state().phase.kind).toBe('idle');
    expect(outcomeOf(session)).toEqual({ kind: 'cancelled' });
  });

  it('refuses a second run while one lasts', async () => {
    const { host, session } = open();
    await Promise.all([session.scoreNow(), session.scoreNow()]);
    expect(host.changes).toHaveLength(1);
  });

  it('becomes stale when somebody types, and current by checking again', async () => {
    const { host, session } = open();
    const stop = await session.watch();
    await session.check();
    host.type('评分表', 'D3', 2);
    expect(session.store.state().phase).toMatchObject({
      stale: { changes: 1, sheet: '评分表', address: 'D3' },
    });
    await session.check();
    expect(session.store.state().phase).toMatchObject({ stale: null });
    await stop();
    host.type('评分表', 'D3', 4);
    expect(session.store.state().phase).toMatchObject({ stale: null });
  });
});

describe('一键评分', () => {
  it('fills blank score cells and marks the findings in one batch', async () => {
    const { host, session } = open();
    await session.scoreNow();
    expect(host.changes).toHaveLength(1);
    expect(host.content(at('D2'))).toBe(5);
    expect(host.content(at('D3'))).toBe(4);
    expect(host.marks.map((mark) => [mark.cell, mark.severity])).toEqual([['D3', 'error']]);
    expect(outcomeOf(session)).toMatchObject({ kind: 'scored', written: 1, differing: 1, marked: 1 });
    expect(session.store.state().dialog).toBeNull();
  });

  it('marks nothing where marks are switched off', async () => {
    const { host, session } = open();
    await session.check();
    await session.setPreferences({ marks: false });
    await session.scoreNow();
    expect(host.marks).toEqual([]);
    expect(kept(host).marked).toBe(false);
  });

  it('writes live formulas where that is chosen', async () => {
    const { host, session } = open();
    await session.check();
    await session.setPreferences({ write: 'formulas' });
    await session.scoreNow();
    expect(host.content(at('D2'))).toEqual({ formula: '=5+0' });
    // The review after writing knows what the formula will show.
    expect(reviewOf(session).scores[0]!.reported).toBe(5);
  });

  it('shows what a person typed before it replaces it, and only what stays ticked', async () => {
    const { host, session } = open();
    await session.check();
    await session.setPreferences({ mode: 'overwrite' });
    await session.scoreNow();
    const { dialog } = session.store.state();
    expect(dialog).toMatchObject({
      kind: 'preview',
      purpose: 'replace',
      rows: [
        { about: '控制率', patch: { cell: 'D3', before: 4, after: 2 } },
        { about: null, patch: { cell: 'D6', before: 15, after: 18 } },
      ],
    });
    expect(host.content(at('D3'))).toBe(4);
    if (dialog?.kind !== 'preview') throw new Error('no preview');
    await session.applyPreview(dialog.rows, 'score');
    expect([host.content(at('D3')), host.content(at('D6'))]).toEqual([2, 18]);
  });

  it('names a cell that changed between reading and writing, and leaves it', async () => {
    const rows = ROWS.slice(0, -1);
    const { host, session } = open(rows);
    await session.check();
    const pending = session.writeScores([0], 'values');
    host.snapshot = workbook({
      评分表: [...rows.slice(0, 1), ['采购执行率', 5, 5, 1], ...rows.slice(2)],
      数据: [],
    });
    await pending;
    expect(host.content(at('D2'))).toBe(1);
    expect(outcomeOf(session)).toMatchObject({
      kind: 'written',
      report: { refused: [{ reason: 'changed', patch: { cell: 'D2' } }] },
    });
    expect(
      kept(host)
        .runs.flatMap((run) => run.patches)
        .map((patch) => patch.cell),
    ).not.toContain('D2');
  });

  it('says which cells of a protected sheet could not be written', async () => {
    const { host, session } = open();
    host.locked.add('评分表!D2');
    await session.scoreNow();
    expect(outcomeOf(session)).toMatchObject({ written: 0, report: { refused: [{ reason: 'protected' }] } });
    // What could not be filled is still blank, and is marked as that.
    expect(host.marks.map((mark) => mark.cell)).toEqual(['D2', 'D3']);
  });

  it('ends in a result where there is nothing to check', async () => {
    const host = new FakeHost(workbook({ 封面: [['部门整体支出']] }));
    const session = createSession({
      host,
      engine: toyEngine,
      profiles: [TOY_PROFILE],
      store: createStore(),
      now: () => '',
      paint: () => Promise.resolve(),
    });
    await session.scoreNow();
    expect(reviewOf(session).ignoredSheets).toEqual([{ sheet: '封面', reason: '没有可识别的表格' }]);
    expect(outcomeOf(session)).toMatchObject({ kind: 'scored', written: 0, marked: 0 });
  });
});

describe('undo', () => {
  it('brings cells and marks back as they were', async () => {
    const { host, session } = open();
    const before = host.snapshot;
    await session.scoreNow();
    await session.undoLatest();
    expect(host.snapshot).toEqual(before);
    expect(host.marks).toEqual([]);
    expect(host.settings).toEqual({});
    expect(outcomeOf(session)).toMatchObject({ kind: 'undone', restored: 1 });
  });

  it('works in a pane that was opened again', async () => {
    const { host, session } = open();
    await session.scoreNow();
    const later = createSession({
      host,
      engine: toyEngine,
      profiles: [TOY_PROFILE],
      store: createStore(),
      now: () => '',
      paint: () => Promise.resolve(),
    });
    await later.undoLatest();
    expect(host.content(at('D2'))).toBeNull();
  });

  it('leaves a cell that somebody changed after the run, names it, and restores the others', async () => {
    const { host, session } = open([...ROWS.slice(0, 4), ['满意度', 8, 6, null]]);
    await session.scoreNow();
    host.type('评分表', 'D5', 7);
    await session.undoLatest();
    expect([host.content(at('D2')), host.content(at('D5'))]).toEqual([null, 7]);
    expect(outcomeOf(session)).toMatchObject({
      restored: 1,
      report: { refused: [{ reason: 'changed', patch: { cell: 'D5' } }] },
    });
    expect(kept(host).runs).toEqual([]);
  });

  it('takes back a single cell and keeps the rest of the run', async () => {
    const { host, session } = open([...ROWS.slice(0, 4), ['满意度', 8, 6, null]]);
    await session.scoreNow();
    await session.undo(0, [kept(host).runs[0]!.patches[0]!]);
    expect([host.content(at('D2')), host.content(at('D5'))]).toEqual([null, 6]);
    expect(kept(host).runs[0]!.patches.map((patch) => patch.cell)).toEqual(['D5']);
    expect(kept(host).marked).toBe(true);
  });

  it('keeps the record of a cell that is only locked, so that it can be restored later', async () => {
    const { host, session } = open();
    await session.scoreNow();
    host.locked.add('评分表!D2');
    await session.undoLatest();
    expect(kept(host).runs[0]!.patches.map((patch) => patch.cell)).toEqual(['D2']);
    host.locked.clear();
    await session.undoLatest();
    expect(host.content(at('D2'))).toBeNull();
  });

  it('takes back marks alone, when the run wrote no cell', async () => {
    const { host, session } = open(ROWS.filter((row) => row[0] !== '采购执行率'));
    await session.scoreNow();
    expect(host.marks).toHaveLength(1);
    await session.undoLatest();
    expect(host.marks).toEqual([]);
  });

  it('says so when there is nothing to take back', async () => {
    const { session } = open();
    await session.undoLatest();
    expect(outcomeOf(session)).toEqual({ kind: 'nothing-to-undo' });
  });
});

describe('what is kept', () => {
  it('scores follow an answer at once, and the answer stays with the workbook', async () => {
    const { host, session } = open();
    await session.check();
    await session.answer('满意度', { quantities: { 满意人数: 6 } });
    expect(reviewOf(session).scores[3]).toMatchObject({ status: 'scored', score: 6 });
    expect(kept(host).answers).toEqual({ indicators: { 满意度: { quantities: { 满意人数: 6 } } } });
    await session.forget('满意度');
    expect(host.settings).toEqual({});
  });

  it('a bound cell is read again at every check', async () => {
    const { host, session } = open();
    await session.check();
    await session.bind({ indicator: '满意度', name: '满意人数', sheet: '数据', cell: 'B1' });
    expect(reviewOf(session).scores[3]!.score).toBe(7);
    host.type('数据', 'B1', 3);
    await session.check();
    expect(reviewOf(session).scores[3]!.score).toBe(3);
  });

  it('typing a number replaces the binding, and binding replaces the number', async () => {
    const { host, session } = open();
    await session.check();
    await session.bind({ indicator: '满意度', name: '满意人数', sheet: '数据', cell: 'B1' });
    await session.answer('满意度', { quantities: { 满意人数: 1 } });
    expect(kept(host).bindings).toEqual([]);
    await session.bind({ indicator: '满意度', name: '满意人数', sheet: '数据', cell: 'B1' });
    expect(kept(host).answers).toEqual({});
  });

  it('a finding that is set aside is settled, its mark is lifted, and it can be brought back', async () => {
    const { host, session } = open();
    await session.scoreNow();
    const finding = reviewOf(session).findings[0]!;
    await session.keepNote(finding, 'ignored', '已与财政核实');
    expect(reviewOf(session).settled).toHaveLength(1);
    expect(host.marks).toEqual([]);
    await session.dropNote(finding);
    expect(reviewOf(session).findings).toHaveLength(1);
    expect(host.marks).toHaveLength(1);
  });

  it('an answer does not make a changed sheet current', async () => {
    const { host, session } = open();
    await session.watch();
    await session.check();
    host.type('评分表', 'D3', 2);
    await session.answer('满意度', { quantities: { 满意人数: 6 } });
    expect(session.store.state().phase).toMatchObject({ kind: 'reviewed', stale: { changes: 1 } });
  });

  it('damaged texts are named and do not stop anything', async () => {
    const { session } = open(ROWS, { [KEPT_KEYS.answers]: '{"quanti' });
    await session.check();
    expect(bookOf(session.store.state().phase)!.damaged).toHaveLength(1);
  });

  it('says that an answer could not be kept', async () => {
    const { host, session } = open();
    await session.check();
    host.fail.apply = new HostError('lost', '与 Excel 的连接已断开，请重新打开窗格。');
    await session.answer('满意度', { quantities: { 满意人数: 6 } });
    expect(session.store.state().phase).toMatchObject({ kind: 'failed', failure: { code: 'lost' } });
    expect(reviewOf(session).scores[3]!.score).toBe(6);
  });
});

describe('marks and paper', () => {
  it('lifts marks off on request', async () => {
    const { host, session } = open();
    await session.scoreNow();
    await session.clearMarks();
    expect(host.marks).toEqual([]);
    expect(kept(host).marked).toBe(false);
  });

  it('renews marks that stand when it checks again', async () => {
    const { host, session } = open();
    await session.scoreNow();
    host.type('评分表', 'D3', 2);
    await session.check();
    expect(host.marks).toEqual([]);
  });

  it('writes the working paper with explanations', async () => {
    const { host, session } = open();
    await session.check();
    await session.keepNote(
      reviewOf(session).findings.find((one) => one.id === 'SCR-007')!,
      'explained',
      '已与财政核实',
    );
    await session.makePaper();
    expect(host.papers).toHaveLength(1);
    expect(JSON.stringify(host.papers[0])).toContain('已与财政核实');
    expect(outcomeOf(session)).toMatchObject({ kind: 'paper', name: '评分底稿' });
    expect(host.selected).toEqual([{ sheet: '评分底稿', cell: 'A1' }]);
  });
});

describe('going to cells', () => {
  it('goes through the findings and round at the end', async () => {
    const { host, session } = open();
    await session.check();
    for (const step of [1, 1, 1, -1] as const) await session.goToFinding(step);
    expect(host.selected.map((ref) => ref.cell)).toEqual(['D3', 'D2', 'D3', 'D2']);
  });

  it('explains where Excel cannot go', async () => {
    const { host, session } = open();
    await session.check();
    host.fail.select = new HostError('not-found', '工作表“表1”已隐藏，请先取消隐藏。');
    await session.select(at('D2'));
    expect(outcomeOf(session)).toMatchObject({
      kind: 'nowhere',
      failure: { message: '工作表“表1”已隐藏，请先取消隐藏。' },
    });
    expect(session.store.state().phase.kind).toBe('reviewed');
  });
});
