import type { Expression } from './expression';
import { HUNDRED, roundHalfUp, toNumber, type Exact } from '../scoring/number';

/** A number as a person writes it: at most four decimals, no trailing zeros. */
export function showNumber(value: Exact): string {
  const text = String(toNumber(roundHalfUp(value, 4)));
  return text.includes('e') ? value.toString(4) : text;
}

/** A fraction as a percentage, up to four decimals, so that 5.0004% does not read as 5%. */
export function showPercent(value: Exact): string {
  return `${showNumber(value.mul(HUNDRED))}%`;
}

/** Points with at most four decimals and their unit. */
export function showPoints(value: Exact): string {
  return `${showNumber(value)}分`;
}

/** A number of the text as it was printed: 5%, 2000元, 3. */
export function showLiteral({ value, unit, in: measure }: Extract<Expression, { kind: 'number' }>): string {
  if (measure) return `${showNumber(value.div(measure.factor))}${measure.word}`;
  return unit === 'percent' ? showPercent(value) : showNumber(value);
}
