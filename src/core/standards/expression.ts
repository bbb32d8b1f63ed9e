import type { Exact } from '../scoring/number';
import type { Unit } from './units';

/** A place in the scanned text, in tokens. */
export type Span = readonly [number, number];

/**
 * Arithmetic of a standard. `points` is 分值, the points of the part the formula stands in; `name` is a quantity
 * under its printed name; `each` is a mean or sum over all quantities of a kind (Σ（每个季度的执行率）). A number with a
 * unit of measure (2000元, 30日) has its value in the base unit of that measure, and `in` is the unit printed.
 */
export type Expression =
  | Readonly<{ kind: 'number'; value: Exact; unit: 'none' | 'percent' | 'points'; label?: string; in?: Unit }>
  | Readonly<{ kind: 'points' }>
  | Readonly<{ kind: 'name'; name: string; span: Span }>
  | Readonly<{ kind: 'each'; name: string; span: Span }>
  | Readonly<{ kind: 'abs'; of: Expression }>
  /** The smaller of two; with `floor` the larger. */
  | Readonly<{ kind: 'cap'; of: Expression; at: Expression; floor?: true }>
  /** Readings of one phrase that differ in value; the first is the default. */
  | Readonly<{ kind: 'variant'; choices: readonly Readonly<{ reading: string; expression: Expression }>[] }>
  | Readonly<{ kind: 'binary'; operator: '+' | '-' | '×' | '/'; left: Expression; right: Expression }>;

/** Two expressions joined by a sign. */
export function binary(operator: '+' | '-' | '×' | '/', left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right };
}

/** Every node of an expression, the expression itself first. */
export function* nodes(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.kind) {
    case 'abs':
      yield* nodes(expression.of);
      return;
    case 'cap':
      yield* nodes(expression.of);
      yield* nodes(expression.at);
      return;
    case 'binary':
      yield* nodes(expression.left);
      yield* nodes(expression.right);
      return;
    case 'variant':
      for (const choice of expression.choices) yield* nodes(choice.expression);
      return;
    case 'number':
    case 'points':
    case 'name':
    case 'each':
  }
}

/** The same expression with each name replaced by what `replace` gives. */
export function mapNames(
  expression: Expression,
  replace: (leaf: Extract<Expression, { kind: 'name' | 'each' }>) => Expression,
): Expression {
  switch (expression.kind) {
    case 'name':
    case 'each':
      return replace(expression);
    case 'abs':
      return { ...expression, of: mapNames(expression.of, replace) };
    case 'cap':
      return { ...expression, of: mapNames(expression.of, replace), at: mapNames(expression.at, replace) };
    case 'binary':
      return {
        ...expression,
        left: mapNames(expression.left, replace),
        right: mapNames(expression.right, replace),
      };
    case 'variant':
      return {
        ...expression,
        choices: expression.choices.map((choice) => ({
          ...choice,
          expression: mapNames(choice.expression, replace),
        })),
      };
    case 'number':
    case 'points':
      return expression;
  }
}

/** Names an expression uses, in order of appearance. */
export function namesOf(expression: Expression): string[] {
  const names: string[] = [];
  for (const node of nodes(expression)) if (node.kind === 'name') names.push(node.name);
  return names;
}

/** An expression in one line, the same for the same arithmetic. */
export function written(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return `${expression.value.toFraction()}${expression.unit}${expression.in?.word ?? ''}`;
    case 'name':
    case 'each':
      return `${expression.kind}:${expression.name}`;
    case 'abs':
      return `|${written(expression.of)}|`;
    case 'cap':
      return `${expression.floor ? 'max' : 'min'}(${written(expression.of)},${written(expression.at)})`;
    case 'binary':
      return `(${written(expression.left)}${expression.operator}${written(expression.right)})`;
    case 'variant':
      return expression.choices.map((choice) => written(choice.expression)).join('|');
    case 'points':
      return 'points';
  }
}
