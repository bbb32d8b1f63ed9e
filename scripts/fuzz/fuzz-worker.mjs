// One kind of cases after another; what breaks a promise is sent to the main thread with the input that did it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadEngine } from '../engine/load-engine.mjs';
import { spoilt } from './fuzz-bytes.mjs';
import { disturbed, splice } from './fuzz-cells.mjs';
import { randomFrom, seedOf } from './random.mjs';

const { engine: path, seed, kind, from, to, until, progress, fixtures } = workerData;
const engine = loadEngine(path);
const profile = engine.PROFILES[0];
const names = readdirSync(fixtures).filter((name) => name.endsWith('.xlsx'));
const files = names.map((name) => readFileSync(join(fixtures, name)));
const standards = JSON.parse(readFileSync(join(fixtures, 'standards.json'), 'utf8'));
const texts = standards.map(({ text }) => text);

class Broken extends Error {}

/** Each kind makes an input and says what must hold of it. */
const CASES = {
  bytes: {
    make: (random) => spoilt(random, files),
    check: async (bytes) => {
      const host = new engine.XlsxHost(bytes, '自评表.xlsx');
      const { snapshot } = await foreseen(() => host.read());
      if (!snapshot) return;
      const result = engine.review(snapshot, profile, {});
      reviewHolds(result);
      const patches = engine.scorePatches(result, snapshot, { mode: 'overwrite', write: 'values' });
      const marks = result.findings.map(({ sheet, cell, severity, message }) => ({
        sheet,
        cell,
        severity,
        message,
      }));
      const done = await foreseen(() => host.apply({ patches, marks }));
      if (done.applied) await new engine.XlsxHost(host.save(), '自评表.xlsx').read();
    },
    keep: (bytes) => bytes,
  },
  cells: {
    make: (random) => disturbed(random, snapshots(), texts),
    check: (snapshot) => {
      reviewHolds(engine.review(snapshot, profile, {}));
    },
    keep: (snapshot) => JSON.stringify(snapshot),
  },
  standards: {
    make: (random) => standardInput(random),
    check: (input) => {
      // A text of nothing but blanks is refused with a sentence.
      if (input.text.trim() !== '') scoreHolds(engine.scoreStandard(input), input.text);
    },
    keep: (input) => JSON.stringify(input, null, 1),
  },
};

let read = null;
function snapshots() {
  read ??= files.map((bytes, n) => engine.readXlsx(bytes, names[n]));
  return read;
}

/** A sentence for people is an answer; anything else is not. */
async function foreseen(work) {
  try {
    return await work();
  } catch (error) {
    const forPeople = error instanceof engine.HostError || error instanceof engine.WorkbookFileError;
    if (!forPeople) throw error;
    if (!/[\u4e00-\u9fff].*。$/u.test(error.message)) throw new Broken(`不是一句话：${error.message}`);
    return {};
  }
}

function reviewHolds(result) {
  JSON.stringify(result);
  engine.textReport(result, '自评表.xlsx', { colour: false });
  if (/<(script|img)/.test(engine.htmlReport(result, '自评表.xlsx')))
    throw new Broken('HTML 报告里有未转义的标记');
  for (const { sheet, cell, message } of result.findings) {
    if (!/^\$?[A-Z]{1,3}\d+(:[A-Z]{1,3}\d+)?$/.test(cell))
      throw new Broken(`发现的位置不是单元格：${sheet}!${cell}`);
    if (/undefined|NaN|Infinity|\[object/.test(message))
      throw new Broken(`发现的文字里有程序的词：${message.slice(0, 200)}`);
  }
}

/** Within the points, or none; beyond them only where the text itself speaks of adding or taking away. */
function scoreHolds({ status, score, points, range, trace }, text) {
  const open = /加\s*\d|加分|倒扣|负分|扣/.test(text);
  const within = (value) => Number.isFinite(value) && (open || (value >= 0 && value <= points));
  if (score !== null && !within(score)) throw new Broken(`得分不在 0 与分值之间：${score}，分值 ${points}`);
  if (status === 'scored' && score === null) throw new Broken('已算出却没有得分');
  if (range !== null && !(range[0] <= range[1])) throw new Broken(`区间颠倒：${range}`);
  if (trace.some((line) => /undefined|NaN|Infinity|\[object/.test(line)))
    throw new Broken(`过程里有程序的词：${trace.join('；').slice(0, 200)}`);
}

function standardInput(random) {
  const source = random.pick(standards);
  const given = random.pick(source.cases)?.given ?? {};
  const quantities = Object.fromEntries(
    Object.entries(given.quantities ?? {}).map(([name, value]) => [
      name,
      random.chance(0.5) ? value : random.pick([0, -1, 1, 0.5, 1e9, -1e9, 1e-9, 1 / 3, 100, 1.0000001]),
    ]),
  );
  return {
    indicator: source.indicator,
    points: random.chance(0.8) ? source.points : random.pick([0.5, 1, 3, 100]),
    text: random.chance(0.4) ? splice(random, [source.text]) + source.text : splice(random, texts),
    ...(source.formula
      ? { formula: random.chance(0.7) ? source.formula : splice(random, [source.formula, source.text]) }
      : {}),
    given: {
      ...given,
      quantities,
      ...(random.chance(0.3)
        ? {
            answers: random.times(3, () => ({
              about: random.pick(texts).slice(0, 12) || '甲',
              count: random.below(9),
            })),
          }
        : {}),
      ...(random.chance(0.3) ? { otherwise: 'met' } : {}),
    },
  };
}

const { make, check, keep } = CASES[kind];
for (let index = from; index < to && Date.now() < until; index += 1) {
  Atomics.store(progress, 0, index);
  const input = make(randomFrom(seedOf(seed, kind, index)));
  try {
    await check(input);
  } catch (error) {
    const where =
      error instanceof Broken ? '' : ` ${(error.stack ?? '').split('\n').slice(1, 3).join(' ').trim()}`;
    parentPort.postMessage({
      name: `${kind}:${index}`,
      what: `${error.name}: ${error.message}${where}`,
      input: keep(input),
    });
  }
  Atomics.store(progress, 0, index + 1);
}
