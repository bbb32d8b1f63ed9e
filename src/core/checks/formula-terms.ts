import type { FactBook } from '../facts/fact';
import { inFull } from '../facts/table-part';
import { ONE, type Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import { parseExpression } from '../standards/expression-parser';
import type { Expression } from '../standards/expression';
import { scan } from '../standards/scan';
import { amount, type Quantity } from './quantity';

/** One side of a printed fraction, worked out from the cells its words name. */
export type Term = Readonly<{
  /** In 元 for money; `null` when a cell it needs is empty. */
  value: Exact | null;
  refs: readonly CellRef[];
  /** Those of them that are taken off. */
  less?: readonly CellRef[];
  /** How far two amounts are apart, whichever is larger. */
  apart?: boolean;
  /** As the sheet prints it, where one cell says it all. */
  shown: Quantity | null;
}>;

export type Fraction = Readonly<{ numerator: Term; denominator: Term }>;

/** The rate that a formula defines. */
export type RateOf = Readonly<{
  name: string;
  /** Year of the table that prints the formula; without one it is the report's. */
  year?: number | null;
}>;

/**
 * Reads “A/B×100%” and works out both sides from the workbook. `null` when the text is no fraction or one of its names
 * is not surely a cell: a rate is recomputed only from numbers that its definition names.
 */
export function fractionOf(formula: string, facts: FactBook, of: RateOf): Fraction | null {
  const scanned = scan(formula);
  const parsed = parseExpression(scanned, 0, scanned.shape.length);
  const rest = parsed ? scanned.shape.slice(parsed.end).replace(/[。;,\s]/g, '') : '?';
  if (parsed?.expression.kind !== 'binary' || parsed.expression.operator !== '/' || rest !== '') return null;
  const numerator = termOf(parsed.expression.left, facts, of);
  const denominator = termOf(parsed.expression.right, facts, of);
  return numerator && denominator ? { numerator, denominator } : null;
}

function termOf(expression: Expression, facts: FactBook, of: RateOf): Term | null {
  switch (expression.kind) {
    case 'number':
      return { value: expression.value, refs: [], shown: null };
    case 'name':
      return namedTerm(inFull(of.name, expression.name), facts, of.year);
    case 'abs': {
      const inner = termOf(expression.of, facts, of);
      return inner && { ...inner, value: inner.value?.abs() ?? null, shown: null };
    }
    case 'binary': {
      const left = termOf(expression.left, facts, of);
      const right = termOf(expression.right, facts, of);
      return left && right ? combine(expression.operator, left, right) : null;
    }
    default:
      return null;
  }
}

/** The number that a name means; `null` where the workbook does not surely say. */
export function namedTerm(name: string, facts: FactBook, year: number | null = null): Term | null {
  const resolution = facts.resolve(name, year);
  if (resolution.kind !== 'found') return null;
  const [fact] = resolution.facts;
  return {
    value: fact.value,
    refs: resolution.facts.map(({ ref }) => ref),
    shown: fact.percent ? null : amount(fact.printed, fact.decimals, fact.unit ?? ''),
  };
}

function combine(operator: '+' | '-' | '×' | '/', a: Term, b: Term): Term | null {
  const refs = [...a.refs, ...b.refs];
  if (a.value === null || b.value === null) return { value: null, refs, shown: null };
  switch (operator) {
    case '+':
      return { value: a.value.add(b.value), refs, shown: null };
    case '-':
      return { value: a.value.sub(b.value), refs, shown: null };
    case '×':
      return { value: a.value.mul(b.value), refs, shown: null };
    case '/':
      return b.value.equals(0) ? null : { value: a.value.mul(ONE.div(b.value)), refs, shown: null };
  }
}
