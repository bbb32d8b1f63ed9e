import type { Review } from '../../../src/core';
import type { Background } from '../../../src/taskpane/background';
import type { Session } from '../../../src/taskpane/session/session';
import { TOY_PROFILE, toyEngine } from '../../support/toy-engine';
import { kept, open, outcomeOf, reviewOf, ROWS } from '../../support/toy-session';

describe('a long computation', () => {
  /** A background that answers when the test says so. */
  function slow() {
    let answer: ((review: Review | null) => void) | null = null;
    const background: Background = {
      review: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      stop: () => answer?.(null),
    };
    return { background, answer: (review: Review) => answer?.(review), asked: () => answer !== null };
  }
  const until = async (holds: () => boolean): Promise<void> => {
    for (let turns = 0; !holds(); turns += 1) {
      if (turns > 1000) throw new Error('never happened');
      await Promise.resolve();
    }
  };

  it('is given up at once, writes nothing, and lets the next run begin', async () => {
    const { background, answer, asked } = slow();
    const { host, session } = open(ROWS, {}, background);
    const scoring = session.scoreNow();
    await until(asked);
    expect(session.store.state().phase).toMatchObject({ kind: 'reading', step: 'computing' });
    session.cancel();
    await scoring;
    expect(outcomeOf(session)).toEqual({ kind: 'cancelled' });
    expect(host.changes).toEqual([]);

    const checking = session.check();
    await until(() => session.store.state().phase.kind === 'reading');
    await until(asked);
    for (let turns = 0; turns < 50; turns += 1) await Promise.resolve();
    answer(toyEngine(host.snapshot, TOY_PROFILE, {}));
    await checking;
    expect(session.store.state().phase.kind).toBe('reviewed');
  });

  /** A background that computes at once, and keeps its results back while it is held. */
  function gated() {
    let stop: (() => void) | null = null;
    const gate = { held: false, asked: 0 };
    const background: Background = {
      review: (...input) => {
        gate.asked += 1;
        if (!gate.held) return Promise.resolve(toyEngine(...input));
        return new Promise((resolve) => {
          stop = () => {
            resolve(null);
          };
        });
      },
      stop: () => stop?.(),
    };
    return { background, gate };
  }

  const BEGUN: Readonly<Record<string, (session: Session) => Promise<void>>> = {
    'checking again': (session) => session.check(),
    'an answer': (session) => session.answer('满意度', { quantities: { 满意人数: 6 } }),
    'a bound cell': (session) =>
      session.bind({ indicator: '满意度', name: '满意人数', sheet: '数据', cell: 'B1' }),
    'another local practice': (session) => session.chooseProfile({ id: TOY_PROFILE.id, readings: {} }),
    'another preference': (session) => session.setPreferences({ write: 'formulas' }),
    'an explanation': (session) =>
      session.keepNote(reviewOf(session).findings[0]!, 'ignored', '已与财政核实'),
    'writing scores': (session) => session.writeScores([0], 'values'),
    undoing: (session) => session.undoLatest(),
    'the working paper': (session) => session.makePaper(),
  };

  it.each(Object.keys(BEGUN))(
    'after %s is given up: the last result stays, nothing is written',
    async (name) => {
      jest.useFakeTimers();
      const { background, gate } = gated();
      const { host, session } = open(ROWS.slice(0, -1), {}, background);
      if (name === 'undoing') await session.scoreNow();
      await session.check();
      const before = {
        review: reviewOf(session),
        changes: host.changes.length,
        settings: { ...host.settings },
      };
      gate.held = true;
      const asked = gate.asked;
      const running = BEGUN[name]!(session);
      await until(() => gate.asked > asked);
      jest.advanceTimersByTime(1000);
      expect(session.store.state().phase).toMatchObject({ kind: 'reading', step: 'computing' });
      session.cancel();
      await running;
      jest.useRealTimers();
      expect(outcomeOf(session)).toEqual({ kind: 'cancelled' });
      expect(reviewOf(session)).toBe(before.review);
      expect(host.changes).toHaveLength(before.changes);
      expect(host.settings).toEqual(before.settings);
      // And the pane goes on working.
      gate.held = false;
      await session.answer('满意度', { quantities: { 满意人数: 6 } });
      expect(reviewOf(session).scores[3]!.score).toBe(6);
    },
  );

  it('that is over soon shows no progress', async () => {
    const { background } = gated();
    const { session } = open(ROWS, {}, background);
    await session.check();
    const phases: string[] = [];
    session.store.subscribe(() => phases.push(session.store.state().phase.kind));
    await session.answer('满意度', { quantities: { 满意人数: 6 } });
    expect(phases).toEqual(['reviewed']);
  });

  it('of a second answer does not forget the first, nor does a run that begins meanwhile', async () => {
    const { background } = gated();
    const { host, session } = open([...ROWS.slice(0, 5), ['参与度', 5, '参与人数', 5]], {}, background);
    await session.check();
    const answers = [
      session.answer('满意度', { quantities: { 满意人数: 6 } }),
      session.answer('参与度', { quantities: { 参与人数: 4 } }),
      session.scoreNow(),
    ];
    await Promise.all(answers);
    expect(Object.keys(kept(host).answers.indicators ?? {})).toEqual(['满意度', '参与度']);
    expect(reviewOf(session).scores.map(({ score }) => score)).toEqual([5, 2, 3, 6, 4]);
  });

  it('that fails is told', async () => {
    const failing: Background = {
      review: () => Promise.reject(new Error('表太怪了')),
      stop: () => undefined,
    };
    const { session } = open(ROWS, {}, failing);
    await session.check();
    expect(session.store.state().phase).toMatchObject({ kind: 'failed', failure: { message: '表太怪了' } });
  });
});
