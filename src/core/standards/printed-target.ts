import type { Exact } from '../scoring/number';
import type { Scanned } from './scan';
import type { Statement } from './statement';
import type { Bound, Test } from './test';
import { trim } from './trim';

const TARGET = /目标/;
const REACHED = /^(?:达到|达成|完成|实现)了?(?:年度|年初|预期|既定|设定|绩效|考核)*(?:目标|指标)值?的?$/;

/**
 * 达到目标得满分……目标值为90%: the aim that is spoken of is the figure that is printed for it. With none printed, or with
 * more than one, the words stay what they are.
 */
export function withTarget(scanned: Scanned, statements: readonly Statement[]): Statement[] {
  const printed = statements.flatMap((statement) =>
    statement.kind === 'modifier' &&
    statement.outcome.kind === 'baseline' &&
    TARGET.test(scanned.shape.slice(...statement.span))
      ? [statement.outcome.at]
      : [],
  );
  const [target, another] = printed;
  if (target === undefined || another !== undefined) return [...statements];
  return statements.map((statement) => {
    if (statement.kind !== 'grant') return statement;
    const words = scanned.shape.slice(...trim(scanned.shape, ...statement.condition));
    const test = REACHED.test(words)
      ? ({ kind: 'between', of: null, low: { at: figure(target), hold: 3 } } as const)
      : named(statement.test, target);
    return { ...statement, test };
  });
}

const figure = (value: Exact) => ({ kind: 'number', value, unit: 'percent' }) as const;

/** Bounds that name the aim (低于目标值的) are bounds at its figure. */
function named(test: Test, target: Exact): Test {
  if (test.kind !== 'between') return test;
  const settled = (bound: Bound): Bound =>
    bound.at.kind === 'name' && /^(?:年度|预期)?(?:目标|指标)值?$/.test(bound.at.name)
      ? { ...bound, at: figure(target) }
      : bound;
  const { low, high } = test;
  return { ...test, ...(low ? { low: settled(low) } : {}), ...(high ? { high: settled(high) } : {}) };
}
