import type { Exact } from '../scoring/number';
import { mapNames } from './expression';
import type { Scanned } from './scan';
import type { Statement } from './statement';
import type { Bound, Test } from './test';
import { trim } from './trim';

const TARGET = /目标|指标值/;
/** 未完成的按比例得分, where no more is said of the aim. */
const MISSED = /^(?:未|没有|没|达不)/;
/** 目标值≤5% is reached by less. */
const AT_MOST = /≤|不超过|不高于/;
const AIM = /^(?:年度|年初|预期|既定|设定|绩效|考核)*(?:目标|指标)值?$/;
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
      ? [{ at: statement.outcome.at, most: AT_MOST.test(scanned.shape.slice(...statement.span)) }]
      : [],
  );
  const [printedAim, another] = printed;
  if (printedAim === undefined || another !== undefined) return [...statements];
  const { at: target, most } = printedAim;
  return statements.map((statement) => {
    if (statement.kind !== 'grant') return statement;
    const words = scanned.shape.slice(...trim(scanned.shape, ...statement.condition));
    const missed = statement.test.kind === 'otherwise' && MISSED.test(words);
    const [side, other] = most ? (['high', 'low'] as const) : (['low', 'high'] as const);
    const at = figure(target);
    const test: Test = REACHED.test(words)
      ? { kind: 'between', of: null, [side]: { at, hold: 3 } }
      : missed
        ? { kind: 'between', of: null, [other]: { at, hold: 0 } }
        : named(statement.test, target);
    const { outcome } = statement;
    if (outcome.kind !== 'formula') return { ...statement, test };
    const expression = mapNames(outcome.expression, (leaf) =>
      leaf.kind === 'name' && AIM.test(leaf.name) ? figure(target) : leaf,
    );
    return { ...statement, test, outcome: { ...outcome, expression } };
  });
}

const figure = (value: Exact) => ({ kind: 'number', value, unit: 'percent' }) as const;

/** Bounds that name the aim (低于目标值的) are bounds at its figure. */
function named(test: Test, target: Exact): Test {
  if (test.kind !== 'between') return test;
  const settled = (bound: Bound): Bound =>
    bound.at.kind === 'name' && AIM.test(bound.at.name) ? { ...bound, at: figure(target) } : bound;
  const { low, high } = test;
  return { ...test, ...(low ? { low: settled(low) } : {}), ...(high ? { high: settled(high) } : {}) };
}
