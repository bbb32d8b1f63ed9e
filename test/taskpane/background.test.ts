import type { Review } from '../../src/core';
import { createBackground, type ReviewReply, type ReviewRequest } from '../../src/taskpane/background';
import { workbook } from '../support/sheet';
import { EMPTY, TOY_PROFILE } from '../support/toy-engine';

/** A worker of which the test says when it answers. */
class FakeWorker extends EventTarget {
  readonly asked: ReviewRequest[] = [];
  ended = false;
  postMessage(request: ReviewRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.ended = true;
  }
  say(reply: ReviewReply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }
}

const INPUT = [workbook({ 表: [['甲']] }), TOY_PROFILE, {}] as const;
const COMPUTED: Review = { ...EMPTY, summary: { ...EMPTY.summary, errors: 7 } };
const never = (): Review => {
  throw new Error('The pane computed itself.');
};

function withWorkers(engine = never) {
  const workers: FakeWorker[] = [];
  const background = createBackground(() => {
    const made = new FakeWorker();
    workers.push(made);
    return made as unknown as Worker;
  }, engine);
  return { workers, background };
}

describe('the engine in the background', () => {
  it('answers what the worker computed', async () => {
    const { workers, background } = withWorkers();
    const computing = background.review(...INPUT);
    expect(workers[0]?.asked[0]).toMatchObject({ snapshot: INPUT[0], profile: INPUT[1] });
    workers[0]!.say({ id: 1, review: COMPUTED });
    expect(await computing).toBe(COMPUTED);
  });

  it('ends the worker when it is stopped, and starts another for the next run', async () => {
    const { workers, background } = withWorkers();
    const given = background.review(...INPUT);
    background.stop();
    expect(await given).toBeNull();
    expect(workers[0]?.ended).toBe(true);
    const next = background.review(...INPUT);
    workers[1]!.say({ id: 2, review: COMPUTED });
    expect(await next).toBe(COMPUTED);
  });

  it('keeps its worker when there is nothing to stop', () => {
    const { workers, background } = withWorkers();
    background.stop();
    expect(workers.map((one) => one.ended)).toEqual([false]);
  });

  it('passes on what the engine says about its own failure', async () => {
    const { workers, background } = withWorkers();
    const computing = background.review(...INPUT);
    workers[0]!.say({ id: 1, error: '表太怪了' });
    await expect(computing).rejects.toThrow('表太怪了');
  });

  it('computes in the pane where workers are forbidden', async () => {
    const background = createBackground(
      () => {
        throw new Error('SecurityError');
      },
      () => COMPUTED,
    );
    expect(await background.review(...INPUT)).toBe(COMPUTED);
  });

  it('computes in the pane when the worker’s file did not arrive, also what was asked before', async () => {
    const { workers, background } = withWorkers(() => COMPUTED);
    const computing = background.review(...INPUT);
    workers[0]!.dispatchEvent(new Event('error'));
    expect(await computing).toBe(COMPUTED);
    expect(await background.review(...INPUT)).toBe(COMPUTED);
    expect(workers).toHaveLength(1);
  });
});
