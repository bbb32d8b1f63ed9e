import { ONE, ZERO, type Exact } from '../scoring/number';
import { ONE_EXPRESSION, POINTS, type CompileContext, type PlacedGrant } from './compile-context';
import { binary, type Expression } from './expression';
import { showLiteral } from './format';
import type { Award } from './rule';
import type { Mention, Test } from './test';

/** The mark a rate is measured against, and on which side of it points are lost. */
type Mark = Readonly<{ at: Expression; of: Mention; side: 'short' | 'beyond' }>;

/**
 * 低于90%按比例扣分: what is lost is in proportion to what is missing (or to what goes beyond). Against 100% there is one
 * reading; against another mark the text does not say of what the share is taken, and the others are offered beside the
 * ratio to the mark, which is how a target that was missed is scored elsewhere. Null where no mark is to be found.
 */
export function proportionalLoss(
  context: CompileContext,
  grant: PlacedGrant,
  grants: readonly PlacedGrant[],
  subject: string,
  points: Exact,
  share: () => Expression,
): Award | null {
  const { test } = grant.statement;
  const others = grants.filter((other) => other !== grant);
  const granted = others.filter(({ statement: { outcome } }) => ['full', 'points'].includes(outcome.kind));
  const mark = ownMark(test, granted) ?? (bounded(test) ? null : markOf(granted, points));
  if (!mark) {
    const told = granted.length > 0 && granted.every(({ statement }) => !bounded(statement.test));
    const over = context.text(grant.statement.span).includes('超');
    return told && !over && !bounded(test) ? sure(ofPoints(share())) : null;
  }
  const beside = granted.filter(({ statement }) => touches(statement.test, mark));
  if (beside.some((other) => !isFull(other, points))) return null;
  const of = mark.of
    ? context.quantity(context.subject(mark.of, subject))
    : mark.at.kind === 'number'
      ? context.quantity(subject)
      : context.quantity(context.subject(null, subject));
  const at = mark.at.kind === 'number' ? mark.at : context.expression(mark.at, null);
  return sure(mark.side === 'short' ? shortOf(of, at) : beyond(of, at));
}

const sure = (expression: Expression): Award => ({ kind: 'amount', expression });
const ofPoints = (expression: Expression): Expression => binary('×', expression, POINTS);

function shortOf(of: Expression, at: Expression): Expression {
  const plain = ofPoints(binary('/', of, at));
  if (at.kind !== 'number') return plain;
  if (at.value.equals(ONE) && !at.in) return ofPoints(of);
  if (at.in || at.unit !== 'percent') return plain;
  const mark = showLiteral(at);
  return {
    kind: 'variant',
    choices: [
      { reading: `按实际与${mark}之比计分`, expression: plain },
      { reading: `比${mark}少几个百分点扣分值的百分之几`, expression: ofPoints(binary('-', ONE_EXPRESSION, binary('-', at, of))) },
      { reading: '按实际的比率计分', expression: ofPoints(of) },
    ],
  };
} // prettier-ignore

function beyond(of: Expression, at: Expression): Expression {
  const points = ofPoints(binary('-', ONE_EXPRESSION, binary('-', of, at)));
  if (at.kind === 'number' && at.value.equals(ZERO)) return points;
  const excess = ofPoints(binary('-', ONE_EXPRESSION, binary('/', binary('-', of, at), at)));
  const inverse = ofPoints(binary('/', at, of));
  const mark = at.kind === 'number' ? showLiteral(at) : '标准';
  const choices = [
    { reading: `按超出部分占${mark}的比例扣分`, expression: excess },
    { reading: `按${mark}与实际之比计分`, expression: inverse },
  ];
  const isShare = at.kind === 'number' && at.unit === 'percent' && !at.value.equals(ONE);
  if (isShare) choices.push({ reading: `比${mark}多几个百分点扣分值的百分之几`, expression: points });
  return { kind: 'variant', choices };
}

/**
 * 95%以上得满分，85%-95%按比例得分: the rate of the points is the usual reading; the ratio to the mark of the full points is
 * the other.
 */
export function proportionalGain(
  { statement: { test } }: PlacedGrant,
  grants: readonly PlacedGrant[],
  points: Exact,
  share: Expression,
): Award {
  const high = test.kind === 'between' && !test.absolute ? test.high : undefined;
  const plain = ofPoints(share);
  if (high?.at.kind !== 'number' || high.at.unit !== 'percent' || high.at.value.compare(ONE) >= 0)
    return sure(plain);
  const mark: Mark = { at: high.at, of: null, side: 'short' };
  const met = grants.some((other) => isFull(other, points) && touches(other.statement.test, mark));
  if (!met) return sure(plain);
  const choices = [
    { reading: '按实际的比率计分', expression: plain },
    { reading: `按实际与${showLiteral(high.at)}之比计分`, expression: ofPoints(binary('/', share, high.at)) },
  ];
  return sure({ kind: 'variant', choices });
}

function bounded(test: Test): boolean {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.some(bounded);
  return test.kind === 'between' || test.kind === 'at';
}

/** The mark the clause itself names; in 60%—90% the end that the full marks begin at. */
function ownMark(test: Test, granted: readonly PlacedGrant[]): Mark | null {
  if (test.kind !== 'between' || test.absolute) return null;
  const { low, high, of } = test;
  if (high && !low) return { at: high.at, of, side: 'short' };
  if (low && !high) return { at: low.at, of, side: 'beyond' };
  if (!low || !high) return null;
  const [short, over]: Mark[] = [
    { at: high.at, of, side: 'short' },
    { at: low.at, of, side: 'beyond' },
  ];
  const found = [short, over].filter((mark) => mark && granted.some(({ statement }) => touches(statement.test, mark)));
  return found.length === 1 ? (found[0] ?? null) : null;
} // prettier-ignore

/** 满意度达到90%得5分，否则按比例扣分: the mark the full marks begin at. */
function markOf(granted: readonly PlacedGrant[], points: Exact): Mark | null {
  const found = granted.filter((grant) => isFull(grant, points) && bounded(grant.statement.test));
  const test = found.length === 1 ? found[0]?.statement.test : undefined;
  if (test?.kind === 'at') return { at: test.value, of: test.of, side: 'short' };
  if (test?.kind !== 'between' || test.absolute) return null;
  if (test.low && !test.high) return { at: test.low.at, of: test.of, side: 'short' };
  return test.high && !test.low ? { at: test.high.at, of: test.of, side: 'beyond' } : null;
}

function isFull({ statement: { outcome } }: PlacedGrant, points: Exact): boolean {
  return outcome.kind === 'full' || (outcome.kind === 'points' && outcome.value.equals(points));
}

/** Whether another tier begins (or ends) at the mark. */
function touches(test: Test, { at, side }: Mark): boolean {
  if (at.kind !== 'number') return false;
  const same = (other: Expression | undefined): boolean =>
    other?.kind === 'number' && other.value.equals(at.value);
  if (test.kind === 'at') return same(test.value);
  return test.kind === 'between' && same(side === 'short' ? test.low?.at : test.high?.at);
}
