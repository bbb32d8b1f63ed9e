import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { CheckCommand } from './check';
import { checkOne, failedOutcome, type CheckOutcome, type CheckTask } from './check-one';
import type { CheckPool } from './folder-pool';
import { progressBar } from './progress';
import type { ReadingContext } from './reading';
import { openResume, type ResumeFile } from './resume';
import type { Streams } from './streams';
import { summaryTable } from './summary-table';
import { summaryTarget, writeSummary } from './summary-file';
import { CLEAN, exitOf, type SummaryRow } from './summary-row';

/** A thread costs about as much to start as this many workbooks cost to check. */
const FILES_A_WORKER = 4;

type Opener = (workers: number) => CheckPool | Promise<CheckPool>;

/**
 * Checks many workbooks: each is printed as it finishes, what is finished is noted for `--resume`, and a summary closes
 * the run. Of a workbook only its summary row stays in memory.
 */
export async function checkFolder(
  command: CheckCommand,
  files: readonly string[],
  streams: Streams,
  context: ReadingContext,
  openPool?: Opener,
): Promise<number> {
  const summary = command.summary === null ? null : summaryTarget(command.summary, files);
  const resume = command.resume === null ? null : openResume(command.resume, command);
  const workers = Math.min(command.jobs ?? availableParallelism(), Math.ceil(files.length / FILES_A_WORKER));
  const open = openPool ?? (workers > 1 ? threads : () => here(context));
  const pool = await open(workers);
  try {
    const rows = await checkAll(command, files, streams, pool, resume);
    if (summary !== null) writeSummary(summary, rows);
    const table = summaryTable(rows);
    if (command.format === 'text') streams.print(table);
    else if (streams.terminal) streams.error(table);
    return rows.reduce((exit, row) => Math.max(exit, exitOf(row)), CLEAN);
  } finally {
    await pool.close();
    resume?.close();
  }
}

async function threads(workers: number): Promise<CheckPool> {
  const { openPool } = await import(/* webpackChunkName: "folder-pool" */ './folder-pool');
  return openPool(workers);
}

/** A few files are done sooner in this thread than others are started. */
function here(context: ReadingContext): CheckPool {
  return {
    workers: 1,
    check: ({ path, format, colour }) => checkOne(path, context, { format, colour, oneALine: true }),
    close: () => Promise.resolve(),
  };
}

/** Rows in the order of the files, whatever order they finish in. */
async function checkAll(
  command: CheckCommand,
  files: readonly string[],
  streams: Streams,
  pool: CheckPool,
  resume: ResumeFile | null,
): Promise<readonly SummaryRow[]> {
  const bar = progressBar(streams, files.length);
  const rows: SummaryRow[] = [];
  const queue = files.entries();
  // Each lane takes the next file when its last one is done: no more tasks wait than there are threads.
  const lane = async (): Promise<void> => {
    for (const [index, path] of queue) {
      const stamp = resume ? stampOf(path) : null;
      const known = stamp === null ? null : (resume?.find(path, stamp) ?? null);
      if (known === null) {
        const { output, notes, row } = await checked(pool, {
          path,
          format: command.format,
          colour: streams.colour,
          reading: { profile: command.profile, inputs: command.inputs },
        });
        bar.clear();
        for (const note of notes) streams.error(`${note}\n`);
        streams.print(output);
        if (stamp !== null && row.problem === null) resume?.add(path, stamp, row);
        rows[index] = row;
      } else rows[index] = { ...known, path };
      bar.step();
    }
  };
  await Promise.all(Array.from({ length: pool.workers }, lane));
  bar.clear();
  return rows;
}

async function checked(pool: CheckPool, task: CheckTask): Promise<CheckOutcome> {
  try {
    return await pool.check(task);
  } catch (error) {
    return failedOutcome(task.path, deathOf(error));
  }
}

function deathOf(error: unknown): unknown {
  const outOfMemory = (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory ? new Error('检查这个文件所需的内存超过上限，没有检查。', { cause: error }) : error;
}

/** Size and time of a file; `null` when it is not there, which the check itself will say. */
function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size}/${stat.mtimeMs}` : null;
}
