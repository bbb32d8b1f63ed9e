import type { Profile } from '../profiles/profile';
import type { ReadNumber } from '../snapshot/number-reading';
import { moneyFactor } from '../snapshot/units';
import type { Indicator } from '../tables/table';
import { exact, HUNDRED, max, ONE, ZERO, type Exact } from './number';
import type { Need } from './score';
import { mayBeReverse, signOf } from './target-sense';
import {
  asScore,
  inWords,
  liveCell,
  livePoints,
  percentText,
  plainText,
  reading,
  type Outcome,
  type TargetCase,
} from './target-result';

/** What is asked of the actual value. */
export type Sense = 'at-least' | 'at-most' | 'exactly';

type Sign = NonNullable<ReadNumber['sign']>;

/** A plain number above this beside a percentage is a percent figure: 98 beside ≥90%. */
const LARGEST_PLAIN_RATE = 2;

/** Scores a line whose target and actual value are numbers. */
export function scoreNumbers(of: TargetCase, target: ReadNumber, actual: ReadNumber): Outcome {
  const pair = comparable(of.indicator, target, actual);
  const asWritten = `指标值${signText(signOf(of.indicator, target))}${inWords(target)}，完成值${inWords(actual)}`;
  if (!pair) {
    const { score } = scoreShare(of, { goal: target.value, done: actual.value }, 'at-least', '');
    return {
      status: 'needs-input',
      needs: [quantityNeed(of.indicator, '单位与指标值一致的完成值')],
      ...(score ? { alternatives: [reading('视为同一单位，按比例计算', score)] } : {}),
      trace: [`${asWritten}：单位不同，不能比较`],
    };
  }
  const sign = signOf(of.indicator, target);
  const sense = senseOf(sign) ?? givenSense(of) ?? impliedSense(of);
  if (sense !== null)
    return withOperands(
      of,
      target,
      actual,
      boundedActual(of, actual, pair, sense, asWritten) ?? scoreShare(of, pair, sense, asWritten),
    );
  const upward = scoreShare(of, pair, 'at-least', asWritten);
  const downward = scoreShare(of, pair, 'at-most', asWritten);
  if (upward.score && downward.score?.equals(upward.score)) return withOperands(of, target, actual, upward);
  return {
    status: 'needs-input',
    needs: [
      {
        name: of.indicator.name,
        kind: 'choice',
        about: `${of.indicator.name}的指标值没有写≥或≤`,
        options: ['越高越好（≥）', '越低越好（≤）'],
      },
    ],
    alternatives: [
      ...(upward.score ? [reading('越高越好（≥）', upward.score)] : []),
      ...(downward.score ? [reading('越低越好（≤）', downward.score)] : []),
    ],
    trace: [`${asWritten}：指标值没有写明是不低于还是不高于`],
  };
}

/** Target and actual value in one unit. */
type Pair = Readonly<{ goal: Exact; done: Exact }>;

/** Brings both numbers to one unit; `null` when their units differ. A number without a unit takes the other's. */
function comparable({ measure }: Indicator, target: ReadNumber, actual: ReadNumber): Pair | null {
  const [goal, done] = [target.value, actual.value];
  if (target.percent !== actual.percent) {
    const plain = target.percent ? actual : target;
    if (plain.unit !== null) return null;
    const fraction = plain.value.compare(LARGEST_PLAIN_RATE) > 0 ? plain.value.div(HUNDRED) : plain.value;
    return target.percent ? { goal, done: fraction } : { goal: fraction, done };
  }
  const unit = target.unit ?? measure?.text.trim() ?? null;
  if (target.percent || actual.unit === null || unit === null || unit === '' || unit === actual.unit)
    return { goal, done };
  const from = moneyFactor(actual.unit);
  const to = moneyFactor(unit);
  return from === null || to === null ? null : { goal: goal.mul(exact(to)), done: done.mul(exact(from)) };
}

function senseOf(sign: ReadNumber['sign']): Sense | null {
  if (sign === null) return null;
  return sign === '=' ? 'exactly' : sign.startsWith('>') ? 'at-least' : 'at-most';
}

function givenSense({ given }: TargetCase): Sense | null {
  const chosen = (given.answers ?? []).find(
    ({ chosen: yes, about }) => yes && /越[高低大小]越好|[≥≤]/.test(about),
  );
  if (!chosen) return null;
  return /越[低小]越好|≤/.test(chosen.about) ? 'at-most' : 'at-least';
}

/** Without a sign a target is a least, unless less may be better. */
function impliedSense({ indicator, table }: TargetCase): Sense | null {
  return mayBeReverse(table, indicator) ? null : 'at-least';
}

/** An actual value with a sign of its own (≥95%) is a bound: it settles the score only where the bound already meets the target. */
function boundedActual(
  of: TargetCase,
  actual: ReadNumber,
  { goal, done }: Pair,
  sense: Sense,
  asWritten: string,
): Outcome | null {
  if (actual.sign === null || actual.sign === '=') return null;
  const meets =
    (sense === 'at-least' && actual.sign.startsWith('>') && done.compare(goal) >= 0) ||
    (sense === 'at-most' && actual.sign.startsWith('<') && done.compare(goal) <= 0);
  if (meets) return null;
  return {
    status: 'needs-input',
    needs: [quantityNeed(of.indicator, '实际完成值')],
    trace: [`${asWritten}：完成值写成了范围，请填写实际数`],
  };
}

function scoreShare(
  { indicator, points, profile }: TargetCase,
  { goal, done }: Pair,
  sense: Sense,
  asWritten: string,
): Outcome {
  const order = done.compare(goal);
  const met = sense === 'at-most' ? order <= 0 : order >= 0;
  const full = `得满分${plainText(points)}分`;
  if (met) {
    const over =
      sense !== 'at-most' && goal.compare(ZERO) > 0 && done.div(goal).compare(exact(profile.overshoot)) >= 0;
    const more = sense === 'exactly' && order > 0 && done.compare(ZERO) > 0;
    return {
      status: 'scored',
      score: points,
      trace: [
        `${asWritten}：已完成，${full}`,
        ...(over ? [`完成值为指标值的${percentText(done.div(goal))}，请说明指标值是否偏低`] : []),
      ],
      alternatives: more
        ? [reading('指标值为“等于”，超过部分按偏离程度计算', points.mul(goal.div(done)))]
        : [],
      formula: formulaFor(indicator, points, sense, profile.reverse),
    };
  }
  if (sense === 'at-most') return missedCeiling({ goal, done }, indicator, points, profile, asWritten);
  if (goal.compare(ZERO) <= 0)
    return {
      status: 'needs-input',
      needs: [quantityNeed(indicator, '大于零的指标值')],
      trace: [`${asWritten}：指标值不大于零，不能按比例计算`],
    };
  const share = max(done, ZERO).div(goal);
  const score = points.mul(share);
  return {
    status: 'scored',
    score,
    trace: [
      `${asWritten}：完成${percentText(share)}，${percentText(share)} × ${plainText(points)}分 = ${plainText(asScore(score))}分`,
    ],
    formula: formulaFor(indicator, points, sense, profile.reverse),
  };
}

/** A ceiling that was exceeded: by the profile's reading, the other one beside it. */
function missedCeiling(
  { goal, done }: Pair,
  indicator: Indicator,
  points: Exact,
  { reverse }: Profile,
  asWritten: string,
): Outcome {
  const ratio = max(goal, ZERO).div(done);
  const linear = goal.compare(ZERO) > 0 ? max(ZERO, ONE.sub(done.sub(goal).div(goal))) : ZERO;
  const readings = {
    ratio: { share: ratio, text: '按指标值÷完成值' },
    'linear-to-zero': { share: linear, text: '按超出比例扣减' },
  } as const;
  const own = readings[reverse];
  const other = readings[reverse === 'ratio' ? 'linear-to-zero' : 'ratio'];
  return {
    status: 'scored',
    score: points.mul(own.share),
    trace: [
      `${asWritten}：超过指标值，${own.text}得${percentText(own.share)}，× ${plainText(points)}分 = ${plainText(asScore(points.mul(own.share)))}分`,
    ],
    alternatives: [reading(other.text, points.mul(other.share))],
    formula: formulaFor(indicator, points, 'at-most', reverse),
  };
}

/** Live formula where target and actual value are plain numbers of the same form. */
function formulaFor(
  { target, actual, points: cell }: Indicator,
  points: Exact,
  sense: Sense,
  reverse: Profile['reverse'],
): string | null {
  const goal = liveCell(target);
  const done = liveCell(actual);
  if (
    goal === null ||
    done === null ||
    target?.reading.kind !== 'number' ||
    actual?.reading.kind !== 'number'
  )
    return null;
  if (target.reading.percent !== actual.reading.percent) return null;
  const full = livePoints(cell, points);
  if (sense !== 'at-most') return `=IF(${done}>=${goal},${full},ROUND(MAX(0,${done})/${goal}*${full},2))`;
  const share = reverse === 'ratio' ? `${goal}/${done}` : `MAX(0,1-(${done}-${goal})/${goal})`;
  return `=IF(${done}<=${goal},${full},ROUND(${share}*${full},2))`;
}

function withOperands(
  { indicator }: TargetCase,
  target: ReadNumber,
  actual: ReadNumber,
  outcome: Outcome,
): Outcome {
  const used = (name: string, { value, unit }: ReadNumber, cell: Indicator['target']) => ({
    name,
    value: value.valueOf(),
    unit,
    ref: cell?.ref ?? null,
  });
  return {
    ...outcome,
    operands: [used('指标值', target, indicator.target), used('完成值', actual, indicator.actual)],
  };
}

/** What has to be supplied for a line. */
export const quantityNeed = (indicator: Indicator, what: string): Need => ({
  name: `${indicator.name}${what}`,
  kind: 'quantity',
  about: what,
});

const SIGN_TEXT: Readonly<Record<Sign, string>> = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝' };

const signText = (sign: ReadNumber['sign']): string => (sign === null ? '' : SIGN_TEXT[sign]);
