import { exact, HUNDRED, sum, ZERO, type Exact } from '../scoring/number';
import { formatShape } from '../snapshot/number-format';
import type { NumberCell } from '../tables/table';
import { lastDigit } from './quantity';

/** How two sides compare: the same, apart by no more than rounding explains, or different. */
export type Verdict = 'same' | 'rounding' | 'different';

const HALF = exact(1).div(2);
const TEN_THOUSAND = exact(10_000);
/** Printed in 万元, such an amount would be a thousand million: few tables hold one, and none in round hundreds. */
const LARGE = exact(100_000);

/** Traces of binary arithmetic: Excel keeps 15 digits, and a long sum loses a few of them. */
const NOISE = exact(1).div(exact('10000000000000'));

/** Whether a cell fixes how many decimals it shows; a number without a format drops its trailing zeros. */
function fixesDecimals({ cell }: NumberCell): boolean {
  if (!cell) return false;
  if (typeof cell.value === 'string') return true;
  return formatShape(cell.format).decimals !== null;
}

/**
 * Decimals that a group of numbers is printed with. Where formats or text fix them, the coarsest counts: it limits what
 * the comparison can say. Numbers without a format drop trailing zeros (44 beside 36.67 is 44.00), so among those the
 * finest counts.
 */
export function printedDecimals(cells: readonly NumberCell[]): number {
  let coarsest: number | null = null;
  let finest = 0;
  for (const cell of cells) {
    if (cell.reading.kind !== 'number') continue;
    const { decimals } = cell.reading;
    if (fixesDecimals(cell)) coarsest = Math.min(coarsest ?? decimals, decimals);
    else finest = Math.max(finest, decimals);
  }
  return coarsest ?? finest;
}

/** Whether a difference is only a trace of binary arithmetic, given the size of the numbers. */
function isNoise(difference: Exact, size: Exact): boolean {
  return difference.abs().compare(size.mul(NOISE)) <= 0;
}

/**
 * Compares a total with the sum of its parts. With n parts printed with d decimals, rounding explains up to
 * (n+1) × 0.5 × 10^-d. A difference too small to show in d decimals (below half of the last digit) is none: it comes
 * from digits that the sheet does not print.
 */
export function compareSum(total: Exact, parts: readonly Exact[], decimals: number): Verdict {
  const whole = sum(parts);
  if (total.equals(whole)) return 'same';
  const difference = total.sub(whole).abs();
  const unit = lastStep([total, ...parts], decimals);
  const size = total.abs().add(sum(parts.map((part) => part.abs())));
  if (isNoise(difference, size) || difference.compare(unit.mul(HALF)) < 0) return 'same';
  const allowed = unit.mul(HALF).mul(exact(parts.length + 1));
  return difference.compare(allowed) <= 0 ? 'rounding' : 'different';
}

/**
 * The smallest step that a group of amounts is printed in. Amounts that were rounded in 万元 to two decimals and then
 * written in 元 all end in two zeros, though they are large and not all round in 万元: their step is the hundred, whatever
 * the format shows.
 */
export function lastStep(values: readonly Exact[], decimals: number): Exact {
  const filled = values.filter((value) => !value.equals(ZERO));
  const inHundreds =
    filled.length > 2 &&
    filled.some((value) => value.abs().compare(LARGE) >= 0) &&
    filled.every((value) => value.mod(HUNDRED).equals(ZERO)) &&
    filled.some((value) => !value.mod(TEN_THOUSAND).equals(ZERO));
  return inHundreds ? HUNDRED : lastDigit(decimals);
}

/** Compares numbers that are not rounded, such as counts of people or typed scores; only binary noise is forgiven. */
export function sameExactly(a: Exact, b: Exact): boolean {
  return a.equals(b) || isNoise(a.sub(b), a.abs().add(b.abs()));
}

/** Whether `a` exceeds `b` by more than binary noise. Thresholds are compared with this, unrounded. */
export function exceeds(a: Exact, b: Exact): boolean {
  return a.compare(b) > 0 && !sameExactly(a, b);
}

/**
 * Whether one quantity stands in two places: equal, or, where one place prints fewer decimals, equal within half of its
 * last digit. `decimals` are those of the coarser place.
 */
export function sameQuantity(a: Exact, b: Exact, coarser: number, finer: number): boolean {
  if (sameExactly(a, b)) return true;
  const half = lastDigit(coarser).mul(HALF);
  const difference = a.sub(b).abs();
  return coarser < finer ? difference.compare(half) <= 0 : difference.compare(half) < 0;
}

/** Whether a printed percentage is the recomputed one: off by no more than half of its last digit. */
export function sameRate(printed: Exact, recomputed: Exact, decimals: number): boolean {
  const half = lastDigit(decimals).div(HUNDRED).mul(HALF);
  const difference = printed.sub(recomputed).abs();
  return difference.compare(half) <= 0 || isNoise(difference, printed.abs().add(recomputed.abs()));
}

/** Whether a number is zero. */
export function isZero(value: Exact): boolean {
  return value.equals(ZERO);
}
