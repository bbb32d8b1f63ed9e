import type { CellContentState } from './model/spreadsheet';
import { invalidArgument } from './rich-error';

/** What Excel makes of something written into a cell, and the number format it then gives a cell that had none. */
export type Interpreted = Readonly<{ content: CellContentState | null; numberFormat?: string }>;

export const ERROR_TEXT = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(?:\.\d*)?(?:[eE][+-]?\d+)?$/;
const PERCENT = /^([+-]?\d+(\.\d+)?)%$/;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
/** Days from Excel's day 0 (1899-12-30) to 1970-01-01. */
const EPOCH_DAYS = 25_569;

/**
 * Reads a value as Excel does when it is written through `values` or `formulas`: text that looks like a number becomes
 * one, `=`, `+`, `-` and `@` begin a formula, an apostrophe makes text of what follows.
 */
export function interpret(value: unknown, numberFormat: string): Interpreted {
  // A cell of the text format makes text of whatever is written into it.
  if (typeof value === 'number' && Number.isFinite(value))
    return plain(numberFormat === '@' ? String(value) : value);
  if (typeof value === 'boolean') return plain(value);
  if (typeof value !== 'string') throw invalidArgument();
  if (value === '') return { content: null };
  if (value.startsWith("'")) return { content: { value: value.slice(1), formula: null, quoted: true } };
  if (numberFormat === '@') return plain(value);
  if (value.startsWith('=') && value.length > 1) return formula(value);
  const trimmed = value.trim();
  if (NUMBER.test(trimmed)) return plain(Number(trimmed.replaceAll(',', '')));
  const percent = PERCENT.exec(trimmed);
  if (percent)
    return { ...plain(Number(percent[1]) / 100), numberFormat: percent[2] === undefined ? '0%' : '0.00%' };
  const date = DATE.exec(trimmed);
  if (date) {
    const days = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / 86_400_000;
    return { ...plain(days + EPOCH_DAYS), numberFormat: 'yyyy/m/d' };
  }
  if (/^(?:true|false)$/i.test(trimmed)) return plain(trimmed.toLowerCase() === 'true');
  if (ERROR_TEXT.test(trimmed))
    return { content: { value: { error: trimmed }, formula: null, quoted: false } };
  if (/^[+\-@]./.test(value)) return formula(`=${value}`);
  return plain(value);
}

const plain = (value: number | boolean | string): Interpreted => ({
  content: { value, formula: null, quoted: false },
});

const formula = (text: string): Interpreted => ({ content: { value: 0, formula: text, quoted: false } });
