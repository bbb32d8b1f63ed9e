import type { Streams } from './streams';

const WIDTH = 30;

/** Redrawing more often than this only costs time. */
const PAUSE_MS = 100;

const ERASE = '\r\u001B[K';

export type Progress = Readonly<{
  /** One more is done. */
  step: () => void;
  /** Takes the bar away, so that a line can be printed where it stood. */
  clear: () => void;
}>;

/** A bar on standard error; nothing at all where that is no terminal. */
export function progressBar(streams: Streams, total: number, now: () => number = Date.now): Progress {
  if (streams.terminal !== true) return { step: () => undefined, clear: () => undefined };
  const start = now();
  let done = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    step: () => {
      done += 1;
      const time = now();
      if (time - drawn < PAUSE_MS && done < total) return;
      drawn = time;
      streams.error(`${ERASE}${barOf(done, total, time - start)}`);
    },
    clear: () => {
      streams.error(ERASE);
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}

function barOf(done: number, total: number, elapsed: number): string {
  const full = Math.round((done / total) * WIDTH);
  const left = Math.ceil(((elapsed / done) * (total - done)) / 1000);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}　还需约${left}秒`;
}
