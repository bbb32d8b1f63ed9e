import type { Placed } from './compile-context';
import type { Expression } from './expression';
import { canonicalName } from './names';
import type { Scanned } from './scan';
import type { Bound, Test } from './test';

/** Rates that say by how much less was spent than meant. */
const SAVING = /(?:节约|节支|节省)率$/;
const OVERSPENT = /^(?:成本|费用|支出|资金|投资)?(?:超支|超出|超预算|超概算)(?:率|比例)?$/;

/**
 * 成本节约率≥0得满分，每超支1%扣0.5分，超支20%以上不得分: of a rate of saving, what was overspent is less than nothing. Not where the
 * text has a rate of overspending besides.
 */
export function overspending(scanned: Scanned, placed: readonly Placed[], about: string): readonly Placed[] {
  if (!SAVING.test(canonicalName(about)) || /超支率/.test(scanned.shape)) return placed;
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind === 'grant') {
      const test = turned(statement.test);
      return test === statement.test ? one : { ...one, statement: { ...statement, test } };
    }
    if (statement.kind !== 'deduction' || statement.measure.by !== 'steps') return one;
    const { measure } = statement;
    const overspent = /每(?:再)?(?:超支|超出|超)[#%]/.test(scanned.shape.slice(...statement.condition));
    if (!overspent || measure.direction !== 'up' || measure.size.unit !== 'percent') return one;
    const of = measure.of && OVERSPENT.test(canonicalName(measure.of.name)) ? null : measure.of;
    const step = { ...measure, of, direction: 'down', test: turned(measure.test) } as const;
    return { ...one, statement: { ...statement, measure: step } };
  });
}

function turned(test: Test): Test {
  if (test.kind !== 'between' || test.of === null || !OVERSPENT.test(canonicalName(test.of.name)))
    return test;
  const { low, high } = test;
  return {
    kind: 'between',
    of: null,
    ...(high ? { low: below(high) } : {}),
    ...(low ? { high: below(low) } : {}),
  };
}

function below(bound: Bound): Bound {
  return { ...bound, at: negative(bound.at) };
}

function negative(at: Expression): Expression {
  return at.kind === 'number' ? { ...at, value: at.value.neg() } : at;
}
