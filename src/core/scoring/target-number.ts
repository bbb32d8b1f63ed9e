import type { Profile } from '../profiles/profile';
import type { ReadNumber } from '../snapshot/number-reading';
import type { Indicator } from '../tables/table';
import { exact, max, ONE, ZERO, type Exact } from './number';
import type { Need } from './score';
import { mayBeReverse, signOf } from './target-sense';
import { comparable, type Incomparable, type Pair } from './target-units';
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

/** Scores a line whose target and actual value are numbers. */
export function scoreNumbers(of: TargetCase, target: ReadNumber, actual: ReadNumber): Outcome {
  const pair = comparable(of.indicator, target, actual);
  const taken = typeof pair === 'string' ? undefined : pair.taken;
  const [goalText, doneText] = [
    taken?.of === 'goal' ? taken.words : inWords(target),
    taken?.of === 'done' ? taken.words : inWords(actual),
  ];
  const asWritten = `指标值${signText(signOf(of.indicator, target))}${goalText}，完成值${doneText}`;
  if (typeof pair === 'string') return notCompared(of, target, actual, pair, asWritten);
  const sign = signOf(of.indicator, target);
  const sense = senseOf(sign) ?? givenSense(of) ?? impliedSense(of, pair);
  if (sense !== null)
    return withOperands(
      of,
      target,
      actual,
      pair,
      boundedActual(of, actual, pair, sense, asWritten) ?? scoreShare(of, pair, sense, asWritten),
    );
  const upward = scoreShare(of, pair, 'at-least', asWritten);
  const downward = scoreShare(of, pair, 'at-most', asWritten);
  if (upward.score && downward.score?.equals(upward.score))
    return withOperands(of, target, actual, pair, upward);
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

const TEN_THOUSAND = 10_000;

const NOT_COMPARED: Readonly<Record<Incomparable, string>> = {
  unit: '单位不同，不能比较',
  percent: '一个写了百分号，一个没有写，不能确定是比率还是百分数',
  scale: '完成值没有写单位，与指标值相差千倍以上，请核对单位（如元与万元、人与万人）',
};

/** 90 beside ≤900000元 keeps to it in 元 and in 万元 alike. */
function inEitherUnit(
  of: TargetCase,
  target: ReadNumber,
  actual: ReadNumber,
  asWritten: string,
): Outcome | null {
  const [goal, done] = [target.value, actual.value];
  const scaled = done.compare(goal) < 0 ? done.mul(TEN_THOUSAND) : done.div(TEN_THOUSAND);
  const sense = senseOf(signOf(of.indicator, target)) ?? givenSense(of) ?? impliedSense(of, { goal, done });
  if (sense === null) return null;
  const [plain, other] = [done, scaled].map((one) => scoreShare(of, { goal, done: one }, sense, asWritten));
  const same = plain?.score && other?.score && plain.score.equals(other.score);
  return same ? withOperands(of, target, actual, { goal, done }, { ...plain, formula: null }) : null;
}

function notCompared(
  of: TargetCase,
  target: ReadNumber,
  actual: ReadNumber,
  why: Incomparable,
  asWritten: string,
): Outcome {
  if (why === 'scale') {
    const same = inEitherUnit(of, target, actual, asWritten);
    if (same) return same;
  }
  const { score } =
    why === 'unit' ? scoreShare(of, { goal: target.value, done: actual.value }, 'at-least', '') : {};
  return {
    status: 'needs-input',
    needs: [quantityNeed(of.indicator, '单位与指标值一致的完成值')],
    ...(score ? { alternatives: [reading('视为同一单位，按比例计算', score)] } : {}),
    trace: [`${asWritten}：${NOT_COMPARED[why]}`],
  };
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

/**
 * Without a sign a target is a least, unless less may be better. Nought is a least of nothing: of what should not happen it is
 * the most, of anything else it says nothing.
 */
function impliedSense({ indicator, table }: TargetCase, { goal, done }: Pair): Sense | null {
  const reverse = mayBeReverse(table, indicator);
  if (goal.equals(ZERO)) return reverse ? 'at-most' : done.equals(ZERO) ? 'at-least' : null;
  return reverse ? null : 'at-least';
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
  pair: Pair,
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
    // Cells that mean another number than they hold are nothing for a formula.
    ...(pair.taken === undefined ? {} : { formula: null }),
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
