import type { Placed } from './compile-context';
import type { StepMeasure } from './deduction';
import type { Expression } from './expression';
import type { Test } from './test';

/**
 * Deductions for things counted that are steps of a quantity the text around them bounds: after “不超过2000元得5分”,
 * 每超过100元 is measured from 2000元; without such a bound (每逾期1天) it stays a question of how many.
 */
export function anchorSteps(placed: readonly Placed[]): readonly Placed[] {
  const bounds = placed.flatMap(({ statement }) => (statement.kind === 'grant' ? boundsOf(statement.test) : []));
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'deduction' || statement.measure.by !== 'count') return one;
    const { steps } = statement.measure;
    if (!steps || !isAnchored(steps, [...bounds, ...boundsOf(steps.test)])) return one;
    return { ...one, statement: { ...statement, measure: steps } };
  });
}

/** Numbers and quantities a condition sets something against. */
function boundsOf(test: Test): Expression[] {
  switch (test.kind) {
    case 'between':
      return [test.low, test.high].flatMap((bound) => (bound ? [bound.at] : []));
    case 'at':
      return [test.value];
    case 'all':
    case 'any':
      return test.tests.flatMap(boundsOf);
    case 'always':
    case 'otherwise':
    case 'absent':
    case 'present':
    case 'state':
      return [];
  }
}

/** How long past a date something was: counted from the date itself, whatever other tiers say. */
const FROM_THE_DATE = /逾期|延期|延迟|推迟|滞后|迟/;

function isAnchored({ size, direction, against }: StepMeasure, bounds: readonly Expression[]): boolean {
  if (direction === null || FROM_THE_DATE.test(against)) return false;
  return bounds.some((at) => {
    if (at.kind !== 'number') return size.in !== undefined;
    return at.unit === size.unit && at.in?.dimension === size.in?.dimension;
  });
}
