import type { Review } from '../core';
import type { Engine } from './state/pane-state';

type EngineInput = Parameters<Engine>;

export type ReviewRequest = Readonly<{
  id: number;
  snapshot: EngineInput[0];
  profile: EngineInput[1];
  answers: EngineInput[2];
}>;
export type ReviewReply = Readonly<{ id: number; review: Review } | { id: number; error: string }>;

/** Computes a review without holding up the pane. */
export type Background = Readonly<{
  /** `null` when it was stopped meanwhile. Rejects when the engine throws. */
  review: (...input: EngineInput) => Promise<Review | null>;
  /** Ends what is being computed. */
  stop: () => void;
}>;

type Waiting = Readonly<{
  input: EngineInput;
  resolve: (review: Review | null) => void;
  reject: (error: Error) => void;
}>;

/**
 * The engine in a worker. Where a worker cannot be started or loaded (a web view that forbids it), the engine computes in
 * the pane: slower to the eye, and nothing else is different.
 */
export function createBackground(start: () => Worker, engine: Engine): Background {
  let worker: Worker | null = null;
  let forbidden = false;
  let latest = 0;
  const waiting = new Map<number, Waiting>();

  const giveUpWorkers = (): void => {
    forbidden = true;
    worker = null;
    const left = [...waiting.values()];
    waiting.clear();
    for (const one of left) here(one);
  };
  const here = ({ input, resolve, reject }: Waiting): void => {
    try {
      resolve(engine(...input));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const receive = ({ data }: MessageEvent<ReviewReply>): void => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('review' in data) one?.resolve(data.review);
    else one?.reject(new Error(data.error));
  };
  const ready = (): Worker | null => {
    if (worker || forbidden) return worker;
    try {
      worker = start();
    } catch {
      // Whatever forbids workers here, the pane computes itself.
      forbidden = true;
      return null;
    }
    worker.addEventListener('message', receive);
    worker.addEventListener('error', giveUpWorkers);
    return worker;
  };

  // Started at once: it loads the engine while Office is still busy with itself.
  ready();
  return {
    review: (...input) =>
      new Promise((resolve, reject) => {
        const thread = ready();
        const one = { input, resolve, reject };
        if (!thread) {
          here(one);
          return;
        }
        latest += 1;
        waiting.set(latest, one);
        const [snapshot, profile, answers] = input;
        const request: ReviewRequest = { id: latest, snapshot, profile, answers };
        thread.postMessage(request);
      }),
    stop: () => {
      if (waiting.size === 0) return;
      worker?.terminate();
      worker = null;
      for (const one of waiting.values()) one.resolve(null);
      waiting.clear();
    },
  };
}
