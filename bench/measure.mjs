import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const AT_EXIT = fileURLToPath(new URL('./cpu-at-exit.cjs', import.meta.url));

/** A Node program with its arguments, measured whole: wall time, processor time, most memory. */
export function nodeProgram(script, ...args) {
  return program(process.execPath, ['--require', AT_EXIT, script, ...args]);
}

export function program(command, args) {
  return () => {
    const start = performance.now();
    const { output, status, error } = spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    const wall = performance.now() - start;
    // Findings end with 1, which a failed program may do as well; what it wrote to stderr tells them apart.
    if (error ?? (status > 1 || output[2] !== ''))
      throw error ?? new Error(`${command} ${args.join(' ')}：${output[2]}`);
    const [cpu, memory] = output[3].split(' ').map(Number);
    return { wall, cpu, memory };
  };
}

/** Node programs that run at the same time, each held to one core (taskset of Linux); the time until the last has ended. */
export function onCores(cores, ...programs) {
  const quoted = programs.map(
    (words, n) =>
      `taskset -c ${cores[n]} "${process.execPath}" ${words.map((word) => `'${word}'`).join(' ')} &`,
  );
  return () => {
    const start = performance.now();
    const { status, stderr } = spawnSync('sh', ['-c', `${quoted.join('\n')}\nwait`], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0 || stderr !== '') throw new Error(stderr);
    return { wall: performance.now() - start };
  };
}

/** Runs the programs in turn, `rounds` times, so that what else the machine does falls on all alike. */
export function sideBySide(programs, rounds) {
  const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (const run of Object.values(programs)) run();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, run] of Object.entries(programs)) samples[name].push(run());
  return samples;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median of the ratios round by round, with the smallest and the largest. */
export function ratio(above, below, of) {
  const ratios = above.map((sample, n) => of(sample) / of(below[n]));
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}

/** Milliseconds of one call, the median of several after one to warm up. */
export function timed(work, rounds = 7) {
  work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return { median: median(times), low: Math.min(...times), high: Math.max(...times) };
}

export const printRatio = ({ median: middle, low, high }) =>
  `${middle.toFixed(2)}（${low.toFixed(2)}—${high.toFixed(2)}）`;
export const printMs = ({ median: middle, low, high }) =>
  `${middle.toFixed(1)} ms（${low.toFixed(1)}—${high.toFixed(1)}）`;
