import { isCellError, type CellError, type CellValue } from '../../../core/snapshot/snapshot';

/** What a part of a formula comes to; `null` is an empty cell. */
export type Value = CellValue | null;

/** Thrown for a formula that goes beyond what is computed here: its value is left to Excel. */
export class BeyondUs extends Error {}

/** A value where a number is wanted: text that is plainly a number counts, as in Excel. */
export function numberOf(value: Value): number | CellError {
  if (isCellError(value)) return value;
  if (typeof value === 'string') {
    // Dates, percentages and thousands in text depend on the place Excel runs at.
    if (!/^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(value)) {
      if (/\d/.test(value)) throw new BeyondUs();
      return { error: '#VALUE!' };
    }
    return Number(value);
  }
  return Number(value ?? 0);
}

/** A value where a text is wanted. */
export function textOf(value: Value): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isCellError(value)) throw new BeyondUs();
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : (value ?? '');
}

/** Order as Excel has it: numbers before texts before truth values, texts without regard to case. */
export function order(a: Value, b: Value): number {
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  if (typeof left !== typeof right) return rank(left) - rank(right);
  if (typeof left === 'string') {
    const [x, y] = [left.toLowerCase(), textOf(right).toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  // Excel compares 15 digits: 0.1+0.2 equals 0.3 there.
  return Number(Number(left).toPrecision(15)) - Number(Number(right).toPrecision(15));
}

function blankLike(value: Value): CellValue {
  return typeof value === 'string' ? '' : typeof value === 'boolean' ? false : 0;
}

function rank(value: Value): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}
