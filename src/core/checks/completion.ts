import { exact, max, ONE, roundHalfUp, ZERO, type Exact } from '../scoring/number';
import type { Profile } from '../profiles/profile';
import { perReview } from '../remember';
import { mayBeReverse, signOf } from '../scoring/target-sense';
import { comparable, type Pair } from '../scoring/target-units';
import { numbersSaid } from '../scoring/target-said';
import { squeeze } from '../snapshot/width';
import type { ReadNumber } from '../snapshot/number-reading';
import type { Indicator, IndicatorTable } from '../tables/table';
import type { CheckContext } from './check-context';

/** How far a target with a number was reached. */
export type Completion = Readonly<{
  /** Both in one unit; shares where one of them is a percentage. */
  actual: Exact;
  goal: Exact;
  percent: boolean;
  /** Decimals and unit that the target prints. */
  decimals: number;
  unit: string;
  /** Sense of the target: at least, at most, exactly. */
  sense: 'at-least' | 'at-most' | 'exactly';
  /** Whether the sense stands in the sheet (≥, ≤, =) or is taken from the kind of indicator. */
  printed: boolean;
  met: boolean;
  /** Share of the points that partial completion earns, the profile's reading first; empty where none is defined. */
  shares: readonly Exact[];
}>;

/**
 * Compares actual value and target. `null` when the two cannot surely be compared: text, different units, no sense, or a
 * printed standard that decides instead.
 */
export function completionOf(
  { profile }: CheckContext,
  table: IndicatorTable,
  indicator: Indicator,
): Completion | null {
  const known = completionsIn(table);
  const found = known.get(indicator);
  if (found !== undefined) return found;
  const completion = compared(table, indicator, profile);
  known.set(indicator, completion);
  return completion;
}

/** Several checks ask how far the same targets were reached; a review has one profile. */
const completionsIn = perReview((_table: IndicatorTable) => new Map<Indicator, Completion | null>());

function compared(table: IndicatorTable, indicator: Indicator, profile: Profile): Completion | null {
  const said = printsStandard(indicator) ? null : numbersSaid(indicator);
  if (!said) return null;
  const { target, actual } = said;
  // A sign before the actual value (≥95%) says no number that could be compared.
  if (actual.sign !== null && actual.sign !== '=') return null;
  // As the score compares them, so that a finding never speaks of other numbers than the score.
  const pair = comparable(indicator, target, actual);
  if (typeof pair === 'string') return null;
  const printed = signOf(indicator, target);
  const sense = senseOf(printed, table, indicator, pair);
  if (sense === null) return null;
  const met = isMet(pair.done, pair.goal, printed, sense);
  const percent = target.percent || actual.percent || pair.taken !== undefined;
  return {
    actual: pair.done,
    goal: pair.goal,
    percent,
    decimals: target.decimals,
    unit: target.unit ?? (percent ? '' : squeeze(indicator.measure?.text ?? '')),
    sense,
    printed: printed !== null,
    met,
    shares: met ? [ONE] : sharesOf(max(pair.done, ZERO), pair.goal, sense, profile),
  };
}

/** A column of standards may leave some lines to their targets. */
const printsStandard = ({ standard }: Indicator): boolean => (standard?.text.trim() ?? '') !== '';

function senseOf(
  sign: ReadNumber['sign'],
  table: IndicatorTable,
  indicator: Indicator,
  { goal, done }: Pair,
): Completion['sense'] | null {
  if (sign === '>=' || sign === '>') return 'at-least';
  if (sign === '<=' || sign === '<') return 'at-most';
  if (sign === '=') return 'exactly';
  const reverse = mayBeReverse(table, indicator);
  // Nought is a least of nothing: of what should not happen it is the most.
  if (goal.equals(ZERO)) return reverse ? 'at-most' : done.equals(ZERO) ? 'at-least' : null;
  return reverse ? null : 'at-least';
}

function isMet(actual: Exact, goal: Exact, sign: ReadNumber['sign'], sense: Completion['sense']): boolean {
  const order = actual.compare(goal);
  if (sign === '>') return order > 0;
  if (sign === '<') return order < 0;
  // More than an exact target is not “unmet”: whether it deserves a deduction is for people to say.
  return sense === 'at-most' ? order <= 0 : order >= 0;
}

function sharesOf(
  actual: Exact,
  goal: Exact,
  sense: Completion['sense'],
  profile: Profile,
): readonly Exact[] {
  if (goal.compare(ZERO) <= 0) return [];
  if (sense !== 'at-most') return [actual.div(goal)];
  const ratio = actual.equals(ZERO) ? ONE : goal.div(actual);
  const linear = max(ZERO, ONE.sub(actual.sub(goal).div(goal)));
  return profile.reverse === 'ratio' ? [ratio, linear] : [linear, ratio];
}

/** Longest text that is taken for a statement of outcome; a longer one is a report that people must judge. */
const LONGEST_OUTCOME = 24;

/** What a 完成情况 in words says of a target in words; `null` when it does not surely say one of the three. */
export function outcomeOf(indicator: Indicator): 'met' | 'partly' | 'missed' | null {
  const { target, actual } = indicator;
  if (printsStandard(indicator) || target?.reading.kind !== 'text' || actual?.reading.kind !== 'text')
    return null;
  const text = squeeze(actual.reading.text);
  if (text.length > LONGEST_OUTCOME) return null;
  if (/部分(?:达成|完成|实现|达到)/.test(text)) return 'partly';
  if (/^(?:未|没有|尚未)(?:能)?(?:达成|完成|实现|达到)|实现(?:目标)?程度较低/.test(text)) return 'missed';
  return /^(?:全部|已|均|均已|已全部|按期|按时|按计划)?(?:基本)?(?:达成|完成|实现|达到)/.test(text)
    ? 'met'
    : null;
}

/** Rounds a share of the points as scores are rounded. */
export function shareOf(points: Exact, share: Exact): Exact {
  return roundHalfUp(points.mul(share), 2);
}

/** One step of a score's second decimal. */
export const SCORE_STEP = exact('0.01');
