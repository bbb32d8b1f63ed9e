import { isCellError, type CellError } from '../../../core/snapshot/snapshot';
import { BeyondUs, numberOf, type Value } from './values';

/** Parameters of a function: one value each, or all numbers in them, or the first error among these. */
export type Parameters = Readonly<{
  values: () => readonly Value[];
  numbers: () => readonly number[] | CellError;
}>;

const overNumbers =
  (compute: (numbers: readonly number[]) => Value) =>
  ({ numbers }: Parameters): Value => {
    const found = numbers();
    return 'error' in found ? found : compute(found);
  };

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Rounds a number as Excel does: by its 15 decimal digits, half away from zero. */
function round(value: number, digits: number, how: (scaled: number) => number): number {
  const scale = 10 ** Math.trunc(digits);
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  return (Math.sign(value) * how(scaled)) / scale;
}

const rounding =
  (how: (scaled: number) => number) =>
  ({ values }: Parameters): Value => {
    const [value, digits] = values().map(numberOf);
    if (value === undefined || digits === undefined) throw new BeyondUs();
    if (typeof value !== 'number') return value;
    return typeof digits === 'number' ? round(value, digits, how) : digits;
  };

const one =
  (compute: (number: number) => number) =>
  ({ values }: Parameters): Value => {
    const value = numberOf(values()[0] ?? null);
    return typeof value === 'number' ? compute(value) : value;
  };

/** Truth of a condition; text is none, and an error stays one. */
function truth(value: Value): boolean | CellError {
  if (isCellError(value)) return value;
  if (typeof value === 'string') throw new BeyondUs();
  return Boolean(value);
}

const conditions =
  (compute: (all: readonly boolean[]) => boolean) =>
  ({ values }: Parameters): Value => {
    const all = values().map(truth);
    return all.find(isCellErrorOrBoolean) ?? compute(all as boolean[]);
  };

const isCellErrorOrBoolean = (value: boolean | CellError): value is CellError => typeof value === 'object';

function choose({ values }: Parameters): Value {
  const [condition, yes, no] = values();
  const holds = truth(condition ?? null);
  if (typeof holds !== 'boolean') return holds;
  // A choice that is left out is FALSE, one that is an empty cell shows 0.
  return holds ? (yes ?? 0) : no === undefined ? false : (no ?? 0);
}

/** Functions that scores and totals are made of. Every other one leaves its formula to Excel. */
export const FUNCTIONS: ReadonlyMap<string, (parameters: Parameters) => Value> = new Map<
  string,
  (parameters: Parameters) => Value
>([
  ['SUM', overNumbers(total)],
  ['PRODUCT', overNumbers((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => a * b, 1)))],
  [
    'AVERAGE',
    overNumbers((numbers) => (numbers.length === 0 ? { error: '#DIV/0!' } : total(numbers) / numbers.length)),
  ],
  ['MIN', overNumbers((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b))))],
  ['MAX', overNumbers((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b))))],
  [
    'COUNT',
    ({ numbers }) => {
      const found = numbers();
      if ('error' in found) throw new BeyondUs();
      return found.length;
    },
  ],
  ['ROUND', rounding((scaled) => Math.floor(scaled + 0.5))],
  ['ROUNDUP', rounding(Math.ceil)],
  ['ROUNDDOWN', rounding(Math.floor)],
  ['ABS', one(Math.abs)],
  ['INT', one(Math.floor)],
  ['IF', choose],
  ['AND', conditions((all) => all.every(Boolean))],
  ['OR', conditions((all) => all.some(Boolean))],
  ['NOT', conditions(([first]) => !first)],
  [
    'IFERROR',
    ({ values }) => {
      const [value, otherwise] = values();
      return isCellError(value ?? null) ? (otherwise ?? 0) : (value ?? 0);
    },
  ],
]);
