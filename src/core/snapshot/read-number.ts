import { exact, HUNDRED, type Exact } from '../scoring/number';
import { cleanDouble, displayedText } from './displayed-text';
import { formatShape } from './number-format';
import type { NumberQuirk, NumberReading, ReadNumber } from './number-reading';
import { parseNumberText } from './number-text';
import { isCellError, type Cell } from './snapshot';
import { isBlankText } from './width';

/** What is known about a cell besides the cell itself. */
export type NumberContext = Readonly<{
  /**
   * The row or column holds rates: a plain 98 means 98%. `figures` where it says so itself (`执行率（%）`), `all-figures` where
   * its other numbers show besides that 1.5 means 1.5%.
   */
  rate?: boolean | 'figures' | 'all-figures';
  /** The cell is a target or an actual value, where `≥50个` and `90%` are written as text by custom. */
  measured?: boolean;
}>;

/**
 * Above this, a plain number where a rate belongs is a percent figure. Rates above 200% are rare and are then written
 * with a percent sign; percent figures below 2 stand in cells with a percent format.
 */
const LARGEST_PLAIN_RATE = 2;

const NO_QUIRKS: readonly NumberQuirk[] = [];
const MISSING_PERCENT: readonly NumberQuirk[] = ['missing-percent'];

/** What stands in a cell where nothing does. */
export const BLANK: NumberReading = { kind: 'blank' };

/**
 * Reads the number of a cell as a person would: full-width digits, separators, percentages as text, units inside the
 * cell, brackets for negative amounts. Blank is unknown and dashes are not applicable; neither is 0. Dates are text.
 *
 * @example readNumber({ row: 0, column: 0, value: '１０９．４５％' }) // 1.0945, percent, quirks text and full-width
 */
export function readNumber(cell: Cell | undefined, context: NumberContext = {}): NumberReading {
  if (!cell) return BLANK;
  const { value } = cell;
  if (typeof value === 'number') return readDouble(cell, value, context);
  if (isCellError(value)) return { kind: 'error', error: value.error };
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' };
  return readText(value, context);
}

/** Reads a number from text alone, with the same rules as a text cell. */
export function readText(text: string, context: NumberContext = {}): NumberReading {
  if (isBlankText(text)) return BLANK;
  const parsed = parseNumberText(text);
  if (parsed === null) return { kind: 'text', text };
  if (parsed === 'not-applicable') return { kind: 'not-applicable', text: text.trim() };
  const plain = !parsed.percent && parsed.unit === null;
  const shift = context.rate && plain ? rateShift(Number(parsed.digits), context) : null;
  const quirks = context.measured
    ? parsed.quirks.filter((quirk) => quirk !== 'text' && quirk !== 'unit-in-cell')
    : parsed.quirks;
  return new LazyNumber(
    parsed.digits,
    parsed.percent || shift === 'figure',
    shift === 'fraction' ? Math.max(0, parsed.decimals - 2) : parsed.decimals,
    parsed.unit,
    parsed.sign,
    shift === 'figure' && context.rate === true ? [...quirks, 'missing-percent'] : quirks,
    parsed.percent || shift !== null,
    shift === 'figure',
  );
}

/** A number given by its plain digits, with nothing unusual about it. */
export function plainNumber(digits: string): ReadNumber {
  const point = digits.indexOf('.');
  return new LazyNumber(
    digits,
    false,
    point < 0 ? 0 : digits.length - point - 1,
    null,
    null,
    [],
    false,
    false,
  );
}

function readDouble(cell: Cell, raw: number, context: NumberContext): NumberReading {
  const shape = formatShape(cell.format);
  if (shape.kind === 'date') return { kind: 'text', text: displayedText(cell) };
  const value = cleanDouble(raw);
  const percent = shape.kind === 'percent';
  const shift = context.rate && !percent ? rateShift(value, context) : null;
  const printed = shape.decimals ?? plainDecimals(value, percent);
  const decimals = shift === 'fraction' ? Math.max(0, printed - 2) : printed;
  return new LazyNumber(
    value,
    shift === 'figure',
    decimals,
    null,
    null,
    shift === 'figure' && context.rate === true ? MISSING_PERCENT : NO_QUIRKS,
    percent || shift !== null,
    shift === 'figure',
  );
}

/** Whether a plain number in a place for rates is a fraction already (0.98, 1.37) or a percent figure (98). */
function rateShift(value: number, { rate }: NumberContext): 'fraction' | 'figure' {
  return rate === 'all-figures' || Math.abs(value) > LARGEST_PLAIN_RATE ? 'figure' : 'fraction';
}

/** Decimals of a number without a format, as Excel prints it. */
function plainDecimals(value: number, percent: boolean): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  const exponent = /e-(\d+)$/.exec(text);
  const point = text.indexOf('.');
  const tail = point < 0 ? 0 : text.replace(/e.*$/, '').length - point - 1;
  return Math.max(0, tail + Number(exponent?.[1] ?? 0) - (percent ? 2 : 0));
}

/**
 * A number whose exact value is made when it is first asked for: most cells of a large workbook are never computed with,
 * and rationals are costly.
 */
class LazyNumber implements ReadNumber {
  readonly kind = 'number';
  #value: Exact | null = null;

  constructor(
    private readonly source: number | string,
    /** The source is a percent figure: 98 for 0.98. */
    private readonly figure: boolean,
    readonly decimals: number,
    readonly unit: string | null,
    readonly sign: ReadNumber['sign'],
    readonly quirks: readonly NumberQuirk[],
    readonly percent: boolean,
    readonly bareFigure: boolean,
  ) {}

  get value(): Exact {
    this.#value ??= this.figure ? exact(this.source).div(HUNDRED) : exact(this.source);
    return this.#value;
  }
}
