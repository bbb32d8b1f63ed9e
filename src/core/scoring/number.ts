import Fraction from 'fraction.js';
import { perText } from '../remember';

/**
 * An exact rational number. Every amount, rate and score inside core is one, so that 1.2 ÷ 30 is 4% and not
 * 3.9999…%; conversion to a JavaScript number happens once, at the edge.
 */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);
export const HUNDRED: Exact = new Fraction(100);

/** Exact value of a number as it prints (0.1 is one tenth), or of decimal text such as `1234.50`. */
export function exact(value: number | string): Exact {
  if (typeof value === 'string') return ofText(value);
  if (!Number.isSafeInteger(value)) return ofText(decimalText(value));
  return value >= 0 && value <= LARGEST_KEPT ? (WHOLE[value] ??= new Fraction(value)) : new Fraction(value);
}

/** Points and percentages are whole numbers up to a hundred over and over again; rationals are never changed. */
const LARGEST_KEPT = 100;
const WHOLE: Exact[] = [];

/** Reading decimal text costs ten times an addition, and the same points and scores stand in a workbook again and again. */
const ofText = perText((text) => new Fraction(text));

/** A double in plain decimal notation: fraction.js reads no exponents such as `1e-7`. */
function decimalText(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', head = '', tail = '', exponent = ''] = match;
  const shift = Number(exponent);
  const digits = head + tail;
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${digits}`;
  return sign + digits.padEnd(shift + 1, '0');
}

/** Sum of exact numbers; 0 for none. Most are hundredths or whole, so that one common denominator serves them all. */
export function sum(values: Iterable<Exact>): Exact {
  let numerator = 0n;
  let denominator = 1n;
  for (const { s, n, d } of values) {
    if (denominator % d === 0n) {
      numerator += s * n * (denominator / d);
    } else {
      numerator = numerator * d + s * n * denominator;
      denominator *= d;
    }
  }
  return new Fraction(numerator, denominator);
}

/** Rounds half away from zero (四舍五入) to a number of decimals. */
export function roundHalfUp(value: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  if (scale % value.d === 0n) return value;
  // n/d · scale + 1/2, cut down to a whole number.
  const rounded = (2n * value.n * scale + value.d) / (2n * value.d);
  return new Fraction(value.s * rounded, scale);
}

/** The nearest JavaScript number, for display and JSON. */
export function toNumber(value: Exact): number {
  return value.valueOf();
}

export function min(a: Exact, b: Exact): Exact {
  return a.compare(b) <= 0 ? a : b;
}

export function max(a: Exact, b: Exact): Exact {
  return a.compare(b) >= 0 ? a : b;
}
