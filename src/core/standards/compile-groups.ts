import { sum, type Exact } from '../scoring/number';
import type { Placed } from './compile-context';
import { nodes } from './expression';
import { canonicalName, isPointer } from './names';
import type { Statement } from './statement';
import { mentions } from './test';

/** A run of statements that score one quantity, with the points it carries. */
export type Group = { title: string; named: boolean; points: Exact; placed: Placed[]; rules: number };

type Grant = Extract<Statement, { kind: 'grant' }>;

/**
 * Runs of statements that each score a quantity of their own (6月底支付进度…得2分，每低…；11月底支付进度…得2分，每低…)
 * and whose points add up to those of the whole; null where the statements are not of that sort.
 */
export function groupsOf(placed: readonly Placed[], points: Exact): Group[] | null {
  const groups: Group[] = [];
  for (const one of placed) {
    const { statement } = one;
    const current = groups.at(-1);
    if (statement.kind === 'bands' || statement.kind === 'unparsed') return null;
    if (statement.kind === 'grant' || statement.kind === 'deduction') {
      const name = opens(statement);
      if (name === null) return null;
      if (statement.kind === 'grant' && (name !== '' || !current)) {
        const worth = worthOf(statement);
        if (name === '' || !worth) return null;
        if (!current || !sameName(current.title, name)) {
          const named = statement.outcome.kind !== 'formula' || statement.test.kind !== 'always';
          groups.push({ title: name, named, points: worth, placed: [one], rules: 1 });
          continue;
        }
        if (worth.compare(current.points) > 0) current.points = worth;
      } else if (!current || (name !== '' && !sameName(current.title, name))) return null;
      current.rules++;
    }
    current?.placed.push(one);
  }
  const keys = new Set(groups.map(({ title }) => title));
  const several = groups.some(({ rules, named }) => rules > 1 || !named);
  if (groups.length < 2 || keys.size < groups.length || !several) return null;
  return sum(groups.map((group) => group.points)).equals(points) ? groups : null;
}

/**
 * Runs that each begin with a formula of so many points, or with a circumstance and its points, and go on with what is taken
 * from it; null where they do not add up, or where nothing but plain items stands there.
 */
export function additiveRuns(
  placed: readonly Placed[],
  points: Exact,
  shape: string,
): { points: Exact; placed: Placed[] }[] | null {
  const runs: { points: Exact; placed: Placed[] }[] = [];
  let mixed = false;
  for (const one of placed) {
    const { statement } = one;
    if (statement.kind === 'bands' || statement.kind === 'unparsed') return null;
    if (statement.kind === 'definition' || statement.kind === 'note') continue;
    if (statement.kind === 'grant') {
      if (statement.outcome.kind === 'zero') {
        // 配置不超标得2分，超标不得分: the zero is that item's, where one sentence says both.
        const last = runs.at(-1)?.placed.at(-1)?.statement;
        const own =
          last && statement.scope !== 'whole' && shape.slice(last.span[1], statement.span[0]) === ',';
        if (!own) continue;
        runs.at(-1)?.placed.push({ ...one, numbered: true, alone: false });
        mixed = true;
        continue;
      }
      const worth = worthOf(statement);
      const formula = statement.outcome.kind === 'formula' && statement.test.kind === 'always';
      const item = statement.outcome.kind === 'points' && statement.test.kind === 'state';
      if (!worth || (!formula && !item)) return null;
      mixed ||= formula;
      runs.push({ points: worth, placed: [one] });
      continue;
    }
    if (statement.kind === 'deduction') {
      if (statement.measure.by === 'steps' || statement.bonus) return null;
      mixed = true;
    }
    if (
      statement.kind === 'modifier' &&
      statement.outcome.kind !== 'cap' &&
      statement.outcome.kind !== 'remark'
    )
      return null;
    const last = runs.at(-1)?.placed;
    const before = last?.at(-1)?.statement;
    // What stands in a sentence of its own is said of all, not of the last item.
    if (
      !last ||
      !before ||
      (statement.kind === 'deduction' && /[。;\n]/.test(shape.slice(before.span[1], statement.span[0])))
    )
      return null;
    last.push(one);
  }
  if (!mixed || runs.length < 2) return null;
  return sum(runs.map((run) => run.points)).equals(points) ? runs : null;
}

/** A shorter name goes on with the rate before; a longer one (到位率, then 及时到位率) is another. */
function sameName(a: string, b: string): boolean {
  return a.endsWith(b);
}

/** The quantity a rule names, `''` where it goes on with the one before; null where it rests on a circumstance. */
function opens(statement: Extract<Statement, { kind: 'grant' | 'deduction' }>): string | null {
  if (statement.kind === 'deduction') {
    const { measure } = statement;
    if (measure.by !== 'steps') return null;
    const [named] = [measure.of, ...mentions(measure.test)].filter((mention) => mention !== null);
    return named ? plainName(named.name) : '';
  }
  const { test, outcome } = statement;
  if (test.kind === 'otherwise') return '';
  if (test.kind === 'always')
    return outcome.kind === 'formula' && statement.label !== undefined
      ? canonicalName(statement.label)
      : null;
  if (test.kind !== 'between' && test.kind !== 'at') return null;
  const [named] = mentions(test);
  if (named === undefined) return null;
  return named ? plainName(named.name) : '';
}

function plainName(name: string): string {
  const key = canonicalName(name);
  return isPointer(key) ? '' : key;
}

/** Points a rule can give at most, in plain figures. */
function worthOf({ outcome }: Grant): Exact | null {
  if (outcome.kind === 'points') return outcome.value;
  if (outcome.kind !== 'formula') return null;
  for (const node of nodes(outcome.expression)) {
    if (node.kind === 'number' && node.unit === 'points') return node.value;
  }
  return null;
}
