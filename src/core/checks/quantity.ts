import { exact, HUNDRED, roundHalfUp, type Exact } from '../scoring/number';
import type { NumberCell } from '../tables/table';

/**
 * A number with the precision it is printed in: what a message shows. `trim` drops trailing zeros (scores are written
 * 5 and 5.92, amounts 5.00 and 5.92). A percentage is a fraction, its decimals are those of the percent figure.
 */
export type Quantity = Readonly<{
  value: Exact;
  decimals: number;
  percent: boolean;
  trim: boolean;
  unit: string;
  /** What the value is multiplied with when it is written: its place prints another unit than it is compared in. */
  factor?: Exact;
}>;

/** More decimals than this help nobody: two numbers that still print the same are shown as they are. */
const MAX_EXTRA_DECIMALS = 8;

/** An amount with a fixed number of decimals, as amounts are printed. */
export function amount(value: Exact, decimals: number, unit = ''): Quantity {
  return { value, decimals, percent: false, trim: false, unit };
}

/** A score or points: at most 2 decimals unless more were typed, no trailing zeros. */
export function points(value: Exact, decimals = 2): Quantity {
  return { value, decimals: Math.max(2, decimals), percent: false, trim: true, unit: '' };
}

/** A rate given as a fraction; `decimals` are those of the percent figure. */
export function rate(value: Exact, decimals = 2): Quantity {
  return { value, decimals, percent: true, trim: false, unit: '' };
}

/** The number of a cell as it is printed there. */
export function printedIn(cell: NumberCell, value: Exact): Quantity {
  const { reading } = cell;
  if (reading.kind !== 'number') return amount(value, 2);
  return { value, decimals: reading.decimals, percent: reading.percent, trim: false, unit: '' };
}

/** The number that is written: the percent figure, or the amount in the unit of its place. */
function written({ value, percent, factor }: Quantity): Exact {
  if (percent) return value.mul(HUNDRED);
  return factor ? value.mul(factor) : value;
}

/** Writes a quantity: half up to its own decimals, without grouping so that it can be searched in the sheet. */
export function write(quantity: Quantity): string {
  const { decimals, percent, trim, unit } = quantity;
  const { s, n, d } = roundHalfUp(written(quantity), decimals);
  const digits = String((n * 10n ** BigInt(decimals)) / d).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const tail = digits.slice(digits.length - decimals);
  const fraction = trim ? tail.replace(/0+$/, '') : tail;
  const negative = s < 0n && n > 0n;
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}${percent ? '%' : ''}${unit}`;
}

/**
 * Gives two different quantities enough decimals to look different, so that no message says “填报0%，应为0%”.
 * Equal quantities are left alone, and so are those of different units.
 */
export function tellApart(left: Quantity, right: Quantity): readonly [Quantity, Quantity] {
  if (left.value.equals(right.value) || left.factor || right.factor) return [left, right];
  const alike = (extra: number): boolean =>
    write({ ...left, decimals: left.decimals + extra }) ===
    write({ ...right, decimals: left.decimals + extra });
  let extra = Math.max(0, right.decimals - left.decimals);
  while (extra < MAX_EXTRA_DECIMALS && alike(extra)) extra += 1;
  const more = { decimals: left.decimals + extra };
  const keep = write(left) !== write({ ...right, ...more }) && isPrinted(left);
  return [keep ? left : { ...left, ...more }, { ...right, ...more }];
}

/** Whether the quantity's decimals show its whole value. */
function isPrinted(quantity: Quantity): boolean {
  const scaled = written(quantity);
  return roundHalfUp(scaled, quantity.decimals).equals(scaled);
}

/** The steps that tables print. */
const LAST_DIGITS = ['1', '0.1', '0.01', '0.001', '0.0001', '0.00001', '0.000001'].map(exact);

/** The smallest step of a number printed with some decimals: 2 → 0.01. */
export function lastDigit(decimals: number): Exact {
  return LAST_DIGITS[decimals] ?? exact(1).div(exact(`1${'0'.repeat(decimals)}`));
}
