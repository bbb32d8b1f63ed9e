import { checkOne, type CheckOutcome, type CheckTask } from './check-one';
import { readingContext, type ReadingContext } from './reading';

/** All tasks of a pool come with the same options: they are read once a thread. */
const contexts = new Map<string, ReadingContext>();

/** Runs in a worker thread: one workbook in, its report and its summary row out. */
export function checkInWorker({ path, format, colour, reading }: CheckTask): Promise<CheckOutcome> {
  const key = JSON.stringify(reading);
  const context = contexts.get(key) ?? readingContext(reading);
  contexts.set(key, context);
  return checkOne(path, context, { format, colour, oneALine: true });
}
