import { readFileSync } from 'node:fs';
import { version } from '../../package.json';
import { run } from './run';
import type { Streams } from './streams';

export { checkInWorker } from './check-worker';

const STDIN = 0;

/** The program on a real terminal: answers with the exit code when all is printed. */
export async function main(words: readonly string[]): Promise<void> {
  // A reader that closes the pipe early (`| head`) has seen enough; anything else is worth a word.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`输出失败：${error.message}\n`);
    process.exit();
  });
  process.exitCode = await runWith(words, {
    print: (text) => {
      process.stdout.write(text);
    },
    error: (text) => {
      process.stderr.write(text);
    },
    colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    terminal: process.stderr.isTTY,
    readInput: () => readFileSync(STDIN, 'utf8'),
  });
}

/** The same with other streams: the build runs it once, so that what is compiled then need not be compiled again. */
export function runWith(words: readonly string[], streams: Streams): Promise<number> {
  return run(words, version, streams);
}
