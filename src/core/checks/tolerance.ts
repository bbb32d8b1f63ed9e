import { append } from '../lists';
import { exact, HUNDRED, ONE, sum, ZERO, type Exact } from '../scoring/number';
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
export function fixesDecimals({ cell }: NumberCell): boolean {
  if (!cell) return false;
  if (typeof cell.value === 'string') return true;
  return formatShape(cell.format).decimals !== null;
}

/** Where a number stands: its cell, and the factor from the unit printed there to 元 (1 for what is not money). */
export type Place = Readonly<{ cell: NumberCell; scale: Exact }>;

/** The last digit that a comparison can see: that of the place that prints coarsest. */
export type Grain = Readonly<{
  /** Worth of one of it in 元, or as counted. */
  step: Exact;
  /** Factor of the unit it is printed in, and its decimals there. */
  scale: Exact;
  decimals: number;
  /** Whether the places print different units. */
  mixed: boolean;
}>;

/** Decimals that amounts of 万元 and more are printed with: beside a number in 元, 205 is 205.00万元 without its zeros. */
const LARGE_UNIT_DECIMALS = 2;

/**
 * The last digit that some places print together, worth scale × 10^-decimals. Among places of one unit the coarsest that a
 * format or text fixes counts: it limits what the comparison can say. Numbers without a format drop trailing zeros (44
 * beside 36.67 is 44.00), so among those the finest counts. Among units the coarsest digit counts: 205.12万元 cannot be
 * compared with 2051234元 beyond the hundred.
 */
export function grainOf(places: readonly Place[]): Grain {
  const groups = byUnit(places);
  const mixed = groups.length > 1;
  const grains = groups.map((group) => grainInUnit(group, mixed));
  return grains.reduce((a, b) => (b.step.compare(a.step) > 0 ? b : a), grains[0] ?? NO_GRAIN);
}

const NO_GRAIN: Grain = { step: ONE, scale: ONE, decimals: 0, mixed: false };

function byUnit(places: readonly Place[]): readonly (readonly Place[])[] {
  const [first] = places;
  if (!first || places.every(({ scale }) => scale.equals(first.scale))) return [places];
  const groups = new Map<string, Place[]>();
  for (const place of places) append(groups, place.scale.toFraction(), place);
  return [...groups.values()];
}

/** The same for places of one unit, beside another one (`mixed`) or alone. */
export function grainInUnit(places: readonly Place[], mixed: boolean): Grain {
  const scale = places[0]?.scale ?? ONE;
  let coarsest: number | null = null;
  let finest = mixed && scale.compare(TEN_THOUSAND) >= 0 ? LARGE_UNIT_DECIMALS : 0;
  for (const { cell } of places) {
    if (cell.reading.kind !== 'number') continue;
    // Nought says nothing of how finely the others are printed.
    if (places.length > 1 && cell.reading.value.equals(ZERO)) continue;
    const { decimals } = cell.reading;
    if (fixesDecimals(cell)) coarsest = Math.min(coarsest ?? decimals, decimals);
    else finest = Math.max(finest, decimals);
  }
  const decimals = coarsest ?? finest;
  const step = isInHundreds(places, scale) ? HUNDRED : lastDigit(decimals).mul(scale);
  return { step, scale, decimals, mixed };
}

/**
 * Whether numbers in 元 were rounded in 万元 to two decimals before: all end in two zeros, though they are large and not
 * all round in 万元. Their last digit is the hundred, whatever the format shows.
 */
function isInHundreds(places: readonly Place[], scale: Exact): boolean {
  if (places.length <= 2 || !scale.equals(ONE)) return false;
  const filled = places.flatMap(({ cell: { reading } }) =>
    reading.kind === 'number' && !reading.value.equals(ZERO) ? [reading.value] : [],
  );
  return (
    filled.length > 2 &&
    filled.every((value) => value.mod(HUNDRED).equals(ZERO)) &&
    filled.some((value) => value.abs().compare(LARGE) >= 0) &&
    filled.some((value) => !value.mod(TEN_THOUSAND).equals(ZERO))
  );
}

/** Whether a difference is only a trace of binary arithmetic, given the size of the numbers. */
function isNoise(difference: Exact, size: Exact): boolean {
  return difference.abs().compare(size.mul(NOISE)) <= 0;
}

/**
 * Compares a total with the sum of its parts, all in 元. With n parts, rounding explains up to (n+1) × half of the last
 * digit. A difference too small to show (below half of the last digit) is none: it comes from digits that the sheet does
 * not print, or from a coarser unit.
 */
export function compareSum(
  total: Exact,
  parts: readonly Exact[],
  { step, mixed }: Pick<Grain, 'step' | 'mixed'>,
): Verdict {
  const whole = sum(parts);
  if (total.equals(whole)) return 'same';
  const difference = total.sub(whole).abs();
  const half = step.mul(HALF);
  const size = total.abs().add(sum(parts.map((part) => part.abs())));
  if (isNoise(difference, size) || isWithin(difference, half, mixed)) return 'same';
  return difference.compare(half.mul(exact(parts.length + 1))) <= 0 ? 'rounding' : 'different';
}

/** Half of a last digit is a difference that shows, unless the other number is printed finer and was rounded to it. */
function isWithin(difference: Exact, half: Exact, rounded: boolean): boolean {
  return rounded ? difference.compare(half) <= 0 : difference.compare(half) < 0;
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
 * Whether `a` exceeds `b`, both in 元 and printed in these places. Within one unit thresholds are unrounded; between two,
 * only what rounding to the coarser one does not explain exceeds.
 */
export function exceedsAmount(a: Exact, b: Exact, places: readonly Place[]): boolean {
  if (!exceeds(a, b)) return false;
  const { step, mixed } = grainOf(places);
  return !mixed || !isWithin(a.sub(b), step.mul(HALF), true);
}

/** The last digits of two places that may hold one quantity, each by itself. */
export function stepsOf(one: Place, other: Place): readonly [Exact, Exact] {
  const mixed = !one.scale.equals(other.scale);
  return [grainInUnit([one], mixed).step, grainInUnit([other], mixed).step];
}

/**
 * Whether one quantity stands in two places: equal, or, where one place prints coarser, equal within half of its last
 * digit.
 */
export function sameQuantity(a: Exact, b: Exact, [one, other]: readonly [Exact, Exact]): boolean {
  if (sameExactly(a, b)) return true;
  const coarser = one.compare(other) > 0 ? one : other;
  return isWithin(a.sub(b).abs(), coarser.mul(HALF), !one.equals(other));
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
