import { ONE } from '../scoring/number';
import type { Placed } from './compile-context';
import { QUANTITY_ENDING } from './condition-words';
import type { StepMeasure } from './deduction';
import { canonicalName, isRateName } from './names';
import type { Scanned } from './scan';
import { type Test, mentions } from './test';

/** What is to be reached, named without its figure: 每低于达标线1个百分点. */
export const UNPRINTED_AIM = /目标|标准|基准|指标值|要求|达标|任务|计划|下达|(?:控制|警戒|考核|及格|合格)线/;

/** 未完成下达指标的，每低0.1个百分点. */
const AIM_MISSED =
  /^(?:如|若|凡)?(?:未|没有|没)(?:能)?(?:按[时期])?(?:完成|达到|达成|实现|突破)[^#%,;。]{0,16}(?:目标|任务|指标|计划|要求|标准)[^#%,;。]{0,4}$/;

/**
 * Steps below an aim whose figure is printed nowhere are counted by whoever knows it: how many there are is asked. Where
 * some condition has a figure, or a baseline is printed, the steps begin there.
 */
export function countedFromAim(scanned: Scanned, placed: readonly Placed[]): readonly Placed[] {
  const figured = placed.some(
    ({ statement }) =>
      (statement.kind === 'grant' && (isMeasured(statement.test) || statement.outcome.kind === 'formula')) ||
      (statement.kind === 'modifier' && statement.outcome.kind === 'baseline'),
  );
  if (figured) return placed;
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'deduction' || statement.bonus || statement.measure.by !== 'steps') return one;
    if (!isFromAim(scanned, statement.measure, statement.condition)) return one;
    const measure = { by: 'count', size: ONE, unit: '', of: statement.condition } as const;
    return { ...one, statement: { ...statement, measure } };
  });
}

function isFromAim(
  scanned: Scanned,
  { against, from, of, size, test }: StepMeasure,
  condition: readonly [number, number],
): boolean {
  if (from || mentions(test).length > 0) return false;
  // 完成值每低于目标值3%: both amounts may be known.
  const amounts = of && !isRateName(canonicalName(of.name)) && QUANTITY_ENDING.test(against);
  if (amounts && size.unit === 'percent') return false;
  const words = scanned.shape.slice(...condition);
  const before = words.slice(0, Math.max(words.lastIndexOf('每'), 0)).replace(/[,;:的者时则]+$/, '');
  return UNPRINTED_AIM.test(against) || AIM_MISSED.test(before);
}

function isMeasured(test: Test): boolean {
  if (test.kind === 'between' || test.kind === 'at') return true;
  return (test.kind === 'all' || test.kind === 'any') && test.tests.some(isMeasured);
}
