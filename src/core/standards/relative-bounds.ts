import { ZERO, type Exact } from '../scoring/number';
import type { CompileContext, Placed } from './compile-context';
import { canonicalName, isRateName } from './names';
import type { Bound, Test } from './test';

type Between = Extract<Test, { kind: 'between' }>;

const UP = /超|高|增|升|多/;
const DOWN = /低|降|减|少|缺|差/;
/** 低5个百分点以内: words that only say which way. */
const TURNS = /^(?:超|高|低|超出|高出|高于|低于|降低|下降|减少|增加|上升|相差|少|多)$/;
/** Rates that are differences themselves: of them a percentage point is what they count. */
const CHANGES = /增长|增加|提高|提升|上升|下降|降低|减少|变动|变化|增幅|降幅|偏差|偏离|差异|调整/;

/**
 * ≤100%得5分，每超过1个百分点扣0.5分，超过5个百分点不得分: percentage points in a bound are counted from where the full points end.
 * Where that cannot be told nothing is scored.
 */
export function relativeBounds(
  context: CompileContext,
  placed: readonly Placed[],
  points: Exact,
): readonly Placed[] {
  if (!placed.some(({ statement }) => isRelative(testOf(statement)))) return placed;
  // 误差不超过3个百分点得5分，超过3个百分点不得分: all of them are counted in points.
  if (placed.some(({ statement }) => isPlainInPoints(statement, points))) return placed;
  const full = placed.flatMap(({ statement }) => (isFull(statement, points) ? [testOf(statement)] : []));
  return placed.map((one) => {
    const { statement } = one;
    const test = testOf(statement);
    if (!isRelative(test) || full.includes(test)) return one;
    const words = context.scanned.shape.slice(
      ...(statement.kind === 'grant' ? statement.condition : statement.span),
    );
    const moved = full.length === 1 ? moveTo(test, full[0] ?? null, words) : null;
    if (!moved) {
      context.problem(`“${context.text(statement.span)}”没有写明从多少起算。`);
      return one;
    }
    if (statement.kind === 'grant') return { ...one, statement: { ...statement, test: moved } };
    return statement.kind === 'deduction' && statement.measure.by === 'once'
      ? { ...one, statement: { ...statement, measure: { by: 'once', test: moved } } }
      : one;
  });
}

function testOf(statement: Placed['statement']): Test | null {
  if (statement.kind === 'grant') return statement.test;
  return statement.kind === 'deduction' && statement.measure.by === 'once' ? statement.measure.test : null;
}

function isRelative(test: Test | null): test is Between {
  if (test?.kind !== 'between' || test.inPoints !== true || test.absolute) return false;
  const name = test.of === null ? '' : canonicalName(test.of.name);
  return name === '' || TURNS.test(name) || (isRateName(name) && !CHANGES.test(name));
}

/** Full points for a quantity that is itself so many percentage points. */
function isPlainInPoints(statement: Placed['statement'], points: Exact): boolean {
  if (statement.kind !== 'grant' || statement.test.kind !== 'between') return false;
  const { outcome, test } = statement;
  const all = outcome.kind === 'full' || (outcome.kind === 'points' && outcome.value.equals(points));
  return all && test.inPoints === true && test.of !== null && !isRelative(test);
}

function isFull(statement: Placed['statement'], points: Exact): boolean {
  if (statement.kind !== 'grant') return false;
  const { outcome, test } = statement;
  const all = outcome.kind === 'full' || (outcome.kind === 'points' && outcome.value.equals(points));
  return (
    all && (test.kind === 'between' || test.kind === 'at') && !(test.kind === 'between' && test.inPoints)
  );
}

/** The bounds, counted from the end of the stretch that has the full points. */
function moveTo(test: Between, full: Test | null, words: string): Between | null {
  const up = UP.test(words.replace(/超过|以上/g, DOWN.test(words) ? '' : '超'));
  if (up === DOWN.test(words) || !full) return null;
  const edge =
    full.kind === 'at' ? full.value : full.kind === 'between' ? (up ? full.high : full.low)?.at : undefined;
  if (edge?.kind !== 'number' || edge.unit !== 'percent') return null;
  const inside = /(?:以内|之内|以下)/.test(words);
  const [near, far] = [
    test.low ?? (inside ? undefined : test.high),
    test.low || inside ? test.high : undefined,
  ];
  const at = (bound: Bound | undefined, hold: Bound['hold']): Bound | null => {
    const size = bound ? (bound.at.kind === 'number' ? bound.at.value : null) : ZERO;
    return size && { at: { ...edge, value: up ? edge.value.add(size) : edge.value.sub(size) }, hold };
  };
  const first = at(near, near && test.low ? near.hold : 0);
  const last = far ? at(far, far.hold) : null;
  if (!first) return null;
  const [low, high] = up ? [first, last] : [last, first];
  const of = test.of && TURNS.test(canonicalName(test.of.name)) ? null : test.of;
  return { kind: 'between', of, ...(low ? { low } : {}), ...(high ? { high } : {}) };
}
