import { cleanDouble } from '../snapshot/displayed-text';
import type { NumberReading, ReadNumber } from '../snapshot/number-reading';
import { squeeze } from '../snapshot/width';
import type { Need } from './score';
import { exact } from './number';
import type { TargetCase } from './target-result';

/** What a person supplied instead of the two cells; `null` for what was not. */
export type SuppliedValues = Readonly<{ target: ReadNumber | null; actual: ReadNumber | null }>;

const TARGET = /^(?:大于零的|年度|预期)*(?:指标值|目标值)$/;
const ACTUAL = /^(?:实际)?(?:完成值|完成情况)$/;

/** The values that were supplied by what the questions call them, with or without the indicator's name in front. */
export function suppliedValues({ indicator, given }: TargetCase): SuppliedValues {
  const own = squeeze(indicator.name);
  let target: ReadNumber | null = null;
  let actual: ReadNumber | null = null;
  for (const [name, value] of Object.entries(given.quantities ?? {})) {
    const key = squeeze(name);
    const what = key.startsWith(own) ? key.slice(own.length) : key;
    if (TARGET.test(what)) target ??= suppliedNumber(value, indicator.actual?.reading);
    else if (ACTUAL.test(what) || key.startsWith(own))
      actual ??= suppliedNumber(value, indicator.target?.reading);
  }
  return { target, actual };
}

/** A supplied number is a rate where the other one of the pair is: 90% is supplied as 0.9. */
function suppliedNumber(value: number, other: NumberReading | undefined): ReadNumber {
  return {
    kind: 'number',
    value: exact(cleanDouble(value)),
    decimals: 0,
    percent: other?.kind === 'number' && other.percent,
    unit: null,
    sign: null,
    quirks: [],
  };
}

const IN_TIME = '按期完成';
const LATE = '未按期完成';

/** What is asked where dates do not tell whether a deadline was kept. */
export const deadlineNeed = ({ indicator: { name } }: TargetCase): Need => ({
  name,
  kind: 'choice',
  about: `${name}是否按期完成`,
  options: [IN_TIME, LATE],
});

/** Whether a person said that the deadline was kept; `null` where nobody did. */
export function saidInTime({ given }: TargetCase): boolean | null {
  for (const { chosen, about } of given.answers ?? []) {
    if (chosen && about === IN_TIME) return true;
    if (chosen && about === LATE) return false;
  }
  return null;
}
