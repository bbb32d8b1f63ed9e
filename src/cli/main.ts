import { readFileSync } from 'node:fs';
import { version } from '../../package.json';
import { run } from './run';

const STDIN = 0;

// A reader that closes the pipe early (`| head`) has seen enough; anything else is worth a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`输出失败：${error.message}\n`);
  process.exit();
});

void run(process.argv.slice(2), version, {
  print: (text) => {
    process.stdout.write(text);
  },
  error: (text) => {
    process.stderr.write(text);
  },
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  terminal: process.stderr.isTTY,
  readInput: () => readFileSync(STDIN, 'utf8'),
}).then((code) => {
  process.exitCode = code;
});
