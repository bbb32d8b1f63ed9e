import { ONE } from '../scoring/number';
import { nodes, written, type Expression } from './expression';
import type { Printed } from './glossary';
import type { Statement } from './statement';
import type { Mention, Test } from './test';

/** 甲数/乙数×100% is 甲数/乙数. */
function withoutPercent(expression: Expression): Expression {
  if (expression.kind !== 'binary' || expression.operator !== '×') return expression;
  const { left, right } = expression;
  return right.kind === 'number' && right.unit === 'percent' && right.value.equals(ONE) ? left : expression;
}

/** What is set against a number where that is worked out from quantities: 支出数/预算数≥95%, 决算数-预算数≤0. */
export function workedOut(expression: Expression): Expression | null {
  const plain = withoutPercent(expression);
  const named = plain.kind === 'binary' && [...nodes(plain)].some(({ kind }) => kind === 'name');
  return named ? plain : null;
}

/**
 * Conditions that print how their rate is worked out define it. A rate the text defines in the same way is that rate; the only
 * one of a text that defines none is what the indicator measures.
 */
export function printedQuotients(
  indicator: string,
  statements: readonly Statement[],
  printed: readonly Printed[],
): Printed[] {
  const found = new Map<string, Printed>();
  for (const { name, expression } of statements.flatMap(testsOf).flatMap(mentioned))
    if (expression) found.set(name, { name, expression, source: 'text' });
  const ways = new Set([...found.values()].map(({ expression }) => written(expression)));
  const own = ways.size === 1 && printed.length === 0;
  const named = own ? { name: indicator, expression: [...found.values()][0]?.expression } : null;
  const first: Printed[] = named?.expression
    ? [{ name: indicator, expression: named.expression, source: 'text' }]
    : [];
  const defined = [...printed, ...first];
  return [...first, ...[...found.values()].map((one) => {
    const same = defined.find((other) => written(withoutPercent(other.expression)) === written(one.expression));
    return same ? { ...one, expression: { kind: 'name', name: same.name, span: [0, 0] } as const } : one;
  })];
} // prettier-ignore

function testsOf(statement: Statement): Test[] {
  if (statement.kind === 'grant') return [statement.test];
  return statement.kind === 'deduction' && statement.measure.by !== 'count' ? [statement.measure.test] : [];
}

function mentioned(test: Test): NonNullable<Mention>[] {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.flatMap(mentioned);
  return (test.kind === 'between' || test.kind === 'at') && test.of ? [test.of] : [];
}
