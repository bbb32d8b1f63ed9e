// After the bundle is written: runs the program on a sample once and keeps what V8 compiled, so that no run starts from text.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist/cli');
const SAMPLE = join(ROOT, 'assets/samples/department-2020.xlsx');

const { loadProgram } = createRequire(import.meta.url)(join(DIST, 'load-program.js'));
const { program, compiled } = loadProgram();
const silent = { print: () => {}, error: () => {}, colour: false, readInput: () => '[]' };
for (const words of [
  ['check', SAMPLE, '--format', 'json'],
  ['check', SAMPLE],
])
  await program.runWith(words, silent);
writeFileSync(join(DIST, 'program.compiled'), compiled());
