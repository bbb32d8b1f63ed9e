import { sum, ZERO, type Exact } from '../scoring/number';
import type { Placed } from './compile-context';
import { canonicalName } from './names';
import type { Outcome } from './outcome';
import { mentions, speaksOfQuantity } from './test';

/** Sentences that each score something of their own, and what is said of the whole beside them. */
export type SentenceGroups = Readonly<{
  groups: readonly Readonly<{ points: Exact; placed: readonly Placed[] }>[];
  whole: readonly Placed[];
}>;

/** More sentences than any list of criteria in one cell. */
const MOST = 8;

/**
 * 自评覆盖率100%得2分，每低10%扣0.5分；自评质量优秀得3分，良好得2分: a rate in one sentence, grades in another. Within a sentence
 * either one thing holds (its best grant counts) or several add up; only where exactly one way of counting reaches the
 * points is the text read so.
 */
export function sentenceGroups(
  placed: readonly Placed[],
  points: Exact,
  shape: string,
): SentenceGroups | null {
  const bySentence = grouped(sentencesOf(placed, shape, /[。;\n]/), points);
  if (bySentence) return bySentence;
  // 制度健全得2分；基本健全得1分。执行有效得2分；基本有效得1分。: grades of one thing between full stops.
  const runs = sentencesOf(placed, shape, /[。\n]/);
  const stretches = runs.every(descends) ? runs : closedByNothing(placed);
  return stretches.length >= 2 && stretches.every(descends) ? grouped(stretches, points) : null;
}

/** Stretches that end where nothing is granted: whatever stops stand between, 不健全，不得分 closes the grades of one thing. */
function closedByNothing(placed: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [[]];
  for (const one of placed) {
    runs.at(-1)?.push(one);
    if (one.statement.kind === 'grant' && one.statement.outcome.kind === 'zero') runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Grades of one thing, each worth less than the one before. */
function descends(run: readonly Placed[]): boolean {
  const values = worthOf(run);
  const told = run.every((one) => !isMeasured(one) && one.statement.kind !== 'deduction');
  return (
    told &&
    values.length >= 2 &&
    values.every((value, i) => i === 0 || value.compare(values[i - 1] ?? ZERO) < 0)
  );
}

function grouped(runs: readonly (readonly Placed[])[], points: Exact): SentenceGroups | null {
  const groups: Placed[][] = [];
  const whole: Placed[] = [];
  for (const run of runs) {
    if (run.some(({ statement }) => statement.kind === 'bands' || statement.kind === 'unparsed')) return null;
    if (run.some(gives)) groups.push([...run]);
    else if (run.some(isSteps)) {
      const last = groups.at(-1);
      if (!last) return null;
      last.push(...run);
    } else whole.push(...run);
  }
  const measured = groups.filter((run) => run.some(isMeasured));
  const told = groups.filter((run) => !run.some(isMeasured));
  if (groups.length < 2 || groups.length > MOST) return null;
  // 制度健全得3分，较健全得2分；执行到位得2分，执行一般得1分: grades of two things, where adding all of them up is no reading.
  const graded =
    told.every((run) => run.filter(gives).length > 1) && !sum(told.flatMap(worthOf)).equals(points);
  if (told.length === 0 || (measured.length === 0 && !graded)) return null;
  // 80%以上得2分 beside items of one rule each is an item too; 其余不得分 speaks of what stands before it.
  if (!groups.some((run) => run.filter(isRule).length > 1) || whole.some(isRest)) return null;
  // What goes on with the rate of the sentence before (80%-90%得2分) is no group of its own.
  const names = measured.map(openingName);
  if (names.some((name) => name === '') || new Set(names).size < names.length) return null;
  const worths = groups.map((run) => waysOf(run));
  if (worths.some((ways) => ways.length === 0)) return null;
  const found = combinations(worths).filter((way) => sum(way).equals(points));
  const [only] = found;
  if (!only || found.length > 1) return null;
  return { groups: groups.map((run, i) => ({ points: only[i] ?? ZERO, placed: run })), whole };
}

function sentencesOf(placed: readonly Placed[], shape: string, stop: RegExp): Placed[][] {
  const runs: Placed[][] = [];
  let end = 0;
  for (const one of placed) {
    const [from, to] = one.statement.span;
    const last = runs.at(-1);
    if (!last || stop.test(shape.slice(end, from))) runs.push([one]);
    else last.push(one);
    end = to;
  }
  return runs;
}

function gives({ statement }: Placed): boolean {
  return statement.kind === 'grant' && statement.outcome.kind !== 'zero' && statement.outcome.kind !== 'loss';
}

function isRule({ statement }: Placed): boolean {
  return statement.kind === 'grant' || statement.kind === 'deduction';
}

function isRest({ statement }: Placed): boolean {
  return statement.kind === 'grant' && statement.test.kind === 'otherwise';
}

function isSteps({ statement }: Placed): boolean {
  return statement.kind === 'deduction' && statement.measure.by === 'steps';
}

function isMeasured(one: Placed): boolean {
  const { statement } = one;
  return isSteps(one) || (statement.kind === 'grant' && speaksOfQuantity(statement.test));
}

/** The rate a sentence opens with; '' where it names none. */
function openingName(run: readonly Placed[]): string {
  for (const { statement } of run) {
    if (statement.kind === 'deduction' && statement.measure.by === 'steps' && statement.measure.of)
      return canonicalName(statement.measure.of.name);
    if (statement.kind !== 'grant' || !speaksOfQuantity(statement.test)) continue;
    return canonicalName(mentions(statement.test)[0]?.name ?? '');
  }
  return '';
}

function worthOf(run: readonly Placed[]): Exact[] {
  return run.flatMap(({ statement }) =>
    statement.kind === 'grant' && statement.outcome.kind === 'points' ? [statement.outcome.value] : [],
  );
}

/** 未达到的按比例得分: a part of what the sentence grants in plain figures. */
function isShare({ kind }: Outcome): boolean {
  return kind === 'formula' || kind === 'proportion' || kind === 'half' || kind === 'interpolation';
}

/** What a sentence can be worth: its best grant, or the sum of them where all are circumstances. */
function waysOf(run: readonly Placed[]): Exact[] {
  const values: Exact[] = [];
  for (const { statement } of run) {
    if (statement.kind !== 'grant' || statement.outcome.kind === 'zero' || statement.outcome.kind === 'loss') continue;
    if (statement.outcome.kind === 'judgement' && !statement.outcome.takes && statement.outcome.high) values.push(statement.outcome.high);
    else if (statement.outcome.kind === 'points') values.push(statement.outcome.value);
    else if (!isShare(statement.outcome)) return [];
  }
  const best = values.reduce((a, b) => (b.compare(a) > 0 ? b : a), ZERO);
  if (values.length === 0) return [];
  if (values.length < 2 || run.some(isMeasured)) return [best];
  return [best, sum(values)];
} // prettier-ignore

function combinations(ways: readonly (readonly Exact[])[]): Exact[][] {
  return ways.reduce<Exact[][]>(
    (found, own) => found.flatMap((before) => own.map((worth) => [...before, worth])),
    [[]],
  );
}
