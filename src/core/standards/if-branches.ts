import { parseCondition } from './condition';
import type { Span } from './expression';
import { parseExpression } from './expression-parser';
import type { Outcome } from './outcome';
import { mentionsPoints } from './outcome-patterns';
import type { Scanned } from './scan';
import type { Statement } from './statement';
import { denial, type Test } from './test';

type Grant = Extract<Statement, { kind: 'grant' }>;
type Between = Extract<Test, { kind: 'between' }>;

const OPENS = /^[,;:、]?(?:[^#%,;:。=()]{0,12}(?:得分|分数|公式|计算方法))?[=:]*(?:IF|if|If)\(/;
/** Excel nests deeper, but nobody prints such a formula as a standard. */
const MOST = 12;

/**
 * 得分=IF(执行率>=95%,5,IF(执行率>=90%,3,0)): every branch holds where the ones before it do not. `null` where the sentence is
 * no such formula, an empty list where it is one that cannot be read.
 */
export function readBranches(scanned: Scanned, from: number, to: number): readonly Grant[] | null {
  const opening = OPENS.exec(scanned.shape.slice(from, to));
  if (!opening) return null;
  return branches(scanned, from + opening[0].length, to, []) ?? [];
}

function branches(
  scanned: Scanned,
  from: number,
  to: number,
  denied: readonly Test[],
): readonly Grant[] | null {
  const [condition, then, otherwise, ...more] = partsOf(scanned.shape, from, to);
  if (!condition || !then || !otherwise || more.length > 0 || denied.length >= MOST) return null;
  const test = conditionOf(scanned, condition);
  if (!test) return null;
  const held = withDenied(test, denied);
  const met = outcomeOf(scanned, then);
  const refused = denial(test);
  if (!met || !refused) return null;
  const grant: Grant = {
    kind: 'grant',
    span: [condition[0], then[1]],
    condition,
    test: held,
    outcome: met,
    scope: null,
  };
  const nested = /^(?:IF|if|If)\(/.exec(scanned.shape.slice(...otherwise));
  if (nested) {
    const rest = branches(scanned, otherwise[0] + nested[0].length, otherwise[1], [...denied, refused]);
    return rest && [grant, ...rest];
  }
  const last = outcomeOf(scanned, otherwise);
  if (!last) return null;
  return [
    grant,
    {
      kind: 'grant',
      span: otherwise,
      condition: otherwise,
      test: { kind: 'otherwise' },
      outcome: last,
      scope: null,
    },
  ];
}

/** 执行率>=90%, AND(…,…), OR(…,…); null where anything in it is no bound of a quantity. */
function conditionOf(scanned: Scanned, [from, to]: Span): Test | null {
  const call = /^(AND|OR)\(/i.exec(scanned.shape.slice(from, to));
  if (!call) {
    const test = parseCondition(scanned, from, to);
    return test.kind === 'between' || isJoined(test) ? test : null;
  }
  const parts = partsOf(scanned.shape, from + call[0].length, to);
  const tests = parts.map((part) => conditionOf(scanned, part));
  const known = tests.filter((test) => test !== null);
  if (known.length < 2 || known.length < tests.length) return null;
  return { kind: /^AND/i.test(call[0]) ? 'all' : 'any', tests: known };
}

/** 0.8≤执行率<0.9 of two quantities, or of one with both its ends. */
function isJoined(test: Test): boolean {
  return (test.kind === 'all' || test.kind === 'any') && test.tests.every(({ kind }) => kind === 'between');
}

/** Arguments up to the bracket that closes the call; nothing may stand behind it. */
function partsOf(shape: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let start = from;
  for (let i = from; i < to; i++) {
    const char = shape.charAt(i);
    if (char === '(') depth++;
    else if (char === ')' && depth-- === 0)
      return /^[分,;。]?$/.test(shape.slice(i + 1, to)) || shape.charAt(i + 1) === ')'
        ? [...found, [start, i]]
        : [];
    else if (char === ',' && depth === 0) {
      found.push([start, i]);
      start = i + 1;
    }
  }
  return [];
}

function outcomeOf(scanned: Scanned, [a, b]: Span): Outcome | null {
  const parsed = parseExpression(scanned, a, b);
  if (parsed?.end !== b) return null;
  const { expression } = parsed;
  if (expression.kind === 'points') return { kind: 'full' };
  if (expression.kind !== 'number') return { kind: 'formula', expression, bare: !mentionsPoints(expression) };
  if (expression.unit === 'percent' || expression.in) return null;
  return expression.value.equals(0) ? { kind: 'zero' } : { kind: 'points', value: expression.value };
}

function withDenied(test: Test, denied: readonly Test[]): Test {
  const bounds = denied.filter((one) => one.kind === 'between');
  const last = bounds.at(-1);
  if (denied.length === 0) return test;
  const plain = test.kind === 'between' && bounds.length === denied.length;
  if (!plain || !last || !bounds.every(({ of }) => of?.name === test.of?.name))
    return { kind: 'all', tests: [test, ...denied] };
  // Of several denied bounds on one side the last is the narrowest where they go down or up one by one.
  const joined: Between = { ...last, ...test, of: test.of };
  const apart = (test.low && last.low) ?? (test.high && last.high);
  return apart ||
    bounds.length > 2 ||
    bounds.some((one) => (one.low === undefined) !== (last.low === undefined))
    ? { kind: 'all', tests: [test, ...denied] }
    : joined;
}
