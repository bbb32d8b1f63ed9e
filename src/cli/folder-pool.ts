import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import type { CheckOutcome, CheckTask } from './check-one';

/** Where workbooks are checked; `workers` of them at a time. */
export type CheckPool = Readonly<{
  workers: number;
  check: (task: CheckTask) => Promise<CheckOutcome>;
  close: () => Promise<void>;
}>;

/** A file that needs more than this is refused instead of taking the machine down; the readers' own limits lie below. */
const HEAP_MB = 1024;

/** Opens worker threads; a thread that dies fails its own file and is replaced. */
export function openPool(workers: number): CheckPool {
  const pool = new Tinypool({
    filename: join(__dirname, 'check-worker.js'),
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  return {
    workers,
    check: (task) => pool.run(task) as Promise<CheckOutcome>,
    close: () => pool.destroy(),
  };
}
