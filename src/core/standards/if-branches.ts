import { parseCondition } from './condition';
import type { Span } from './expression';
import { parseExpression } from './expression-parser';
import type { Outcome } from './outcome';
import { mentionsPoints } from './outcome-patterns';
import type { Scanned } from './scan';
import type { Statement } from './statement';
import type { Bound, Test } from './test';

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
  denied: readonly Between[],
): readonly Grant[] | null {
  const [condition, then, otherwise, ...more] = partsOf(scanned.shape, from, to);
  if (!condition || !then || !otherwise || more.length > 0 || denied.length >= MOST) return null;
  const test = parseCondition(scanned, ...condition);
  const held = withDenied(test, denied);
  const met = outcomeOf(scanned, then);
  const refused = test.kind === 'between' ? denial(test) : null;
  if (!held || !met || !refused) return null;
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

/** What holds where a bound does not. */
function denial(test: Between): Between | null {
  const { of, low, high } = test;
  if (test.absolute || (low && high)) return null;
  const turned = ({ at, hold }: Bound): Bound => ({ at, hold: hold === 0 ? 3 : 0 });
  if (low) return { kind: 'between', of, high: turned(low) };
  return high ? { kind: 'between', of, low: turned(high) } : null;
}

function withDenied(test: Test, denied: readonly Between[]): Test | null {
  if (test.kind !== 'between') return null;
  const last = denied.at(-1);
  if (!last) return test;
  const alike = denied.every(({ of }) => of?.name === test.of?.name);
  if (!alike) return { kind: 'all', tests: [test, ...denied] };
  // Of several denied bounds on one side the last is the narrowest where they go down or up one by one.
  const joined: Between = { ...last, ...test, of: test.of };
  const apart = (test.low && last.low) ?? (test.high && last.high);
  return apart ||
    denied.length > 2 ||
    denied.some((one) => (one.low === undefined) !== (last.low === undefined))
    ? { kind: 'all', tests: [test, ...denied] }
    : joined;
}
