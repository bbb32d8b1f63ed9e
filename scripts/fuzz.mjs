// `npm run fuzz`: bytes, cells and standards that nobody would write. `--seconds 60 --seed 1`, or one case again with
// `--case bytes:17`. A case that breaks a promise is written down in test-artifacts/fuzz and the run ends with code 1.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearInterval, setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { buildEngine } from './engine/load-engine.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const FOUND = join(ROOT, 'test-artifacts/fuzz');
const KINDS = ['bytes', 'cells', 'standards'];

/** No file may hold the program longer than this, nor take more memory. */
const HANG_MS = 10_000;
const HEAP_MB = 1024;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
  },
});
const seed = Number(values.seed);
const engine = await buildEngine({ minimize: false });
const deadline = Date.now() + Number(values.seconds) * 1000;
mkdirSync(FOUND, { recursive: true });

const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
const failures = new Map();
if (values.case === undefined) {
  // Kinds in turn and in slices, so that a short run sees all three.
  const next = { bytes: 0, cells: 0, standards: 0 };
  for (let turn = 0; Date.now() < deadline; turn += 1) {
    const kind = KINDS[turn % KINDS.length];
    next[kind] = await slice(kind, next[kind], Math.min(deadline, Date.now() + 10_000), Infinity);
  }
} else {
  const [kind, number] = values.case.split(':');
  await slice(kind, Number(number), Infinity, Number(number) + 1);
}

for (const [what, { name, times }] of failures) console.log(`${name}（${times} 次）：${what}`);
console.log(
  `种子 ${seed}：${KINDS.map((kind) => `${kind} ${counts[kind]}`).join('，')}；` +
    (failures.size === 0 ? '没有发现问题。' : `${failures.size} 种问题，见 ${FOUND}`),
);
process.exitCode = failures.size === 0 ? 0 : 1;

/** Runs cases of one kind in a thread until time or number is up; answers where to go on. */
async function slice(kind, from, until, to) {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  Atomics.store(progress, 0, from);
  const worker = new Worker(join(ROOT, 'scripts/fuzz/fuzz-worker.mjs'), {
    workerData: { engine, seed, kind, from, to, until, progress, fixtures: join(ROOT, 'test/fixtures') },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  let last = from;
  let since = Date.now();
  const watch = setInterval(() => {
    const at = Atomics.load(progress, 0);
    if (at !== last) [last, since] = [at, Date.now()];
    else if (Date.now() - since > HANG_MS) {
      note(`${kind}:${at}`, `超过 ${HANG_MS / 1000} 秒没有结果`, '');
      void worker.terminate();
    }
  }, 250);
  await new Promise((done) => {
    worker.on('message', ({ name, what, input }) => note(name, what, input));
    worker.on('error', (error) => note(`${kind}:${Atomics.load(progress, 0)}`, error.message, ''));
    worker.on('exit', done);
  });
  clearInterval(watch);
  const end = Math.max(Atomics.load(progress, 0), last) + (failedAt(`${kind}:${last}`) ? 1 : 0);
  counts[kind] += end - from;
  return end;
}

function failedAt(name) {
  return [...failures.values()].some((failure) => failure.last === name);
}

function note(name, what, input) {
  const known = failures.get(what);
  failures.set(what, { name: known?.name ?? name, times: (known?.times ?? 0) + 1, last: name });
  if (known) return;
  const file = join(FOUND, `${seed}-${name.replace(':', '-')}`);
  if (input instanceof Uint8Array) writeFileSync(`${file}.xlsx`, input);
  else if (input !== '') writeFileSync(`${file}.json`, input);
  writeFileSync(`${file}.txt`, `${what}\n`);
}
