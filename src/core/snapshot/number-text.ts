import { perText } from '../remember';
import { CHINESE_NUMERAL, chineseNumber } from './chinese-number';
import type { NumberQuirk, ReadNumber } from './number-reading';
import { COUNTED_IN_WORDS, isUnit, PER_MILLE_UNITS, PERCENT_UNITS } from './units';
import { squeeze } from './width';

/** A number found in text, before it is put to use. */
export type ParsedNumber = Readonly<{
  /** Plain decimal digits with a leading minus where negative; of a percentage, the percent figure. */
  digits: string;
  decimals: number;
  percent: boolean;
  unit: string | null;
  sign: ReadNumber['sign'];
  quirks: readonly NumberQuirk[];
}>;

/** What people write where no number applies. */
const NOT_APPLICABLE =
  /^(?:[-—–―─_]+|[/\\]+|\*+|无|无此项|无此项内容|没有|不适用|不涉及|未涉及|未开展|n\/?a|notapplicable)$/i;

type Sign = NonNullable<ReadNumber['sign']>;

/** Comparison signs and the words used for them, longest first; 以上 and the like stand behind the number. */
const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [
    /^(?:≥=?|>=|=>|大于(?:或|和)?等于|高于(?:或)?等于|不低于|不少于|不小于|至少|不得低于|不得少于|达到|达)/,
    '>=',
  ],
  [
    /^(?:≤=?|<=|=<|小于(?:或|和)?等于|低于(?:或)?等于|不高于|不超过|不大于|不多于|至多|最多|不得高于|不得超过|控制在)/,
    '<=',
  ],
  [/^(?:>|大于|高于|超过|多于)/, '>'],
  [/^(?:<|小于|低于|少于|不足|不到|不满)/, '<'],
  [/^(?:=|等于)/, '='],
];
const SIGNS_BEHIND: readonly (readonly [RegExp, Sign])[] = [
  [/(?:\(含\))?(?:及)?以上(?:\(含\))?$/, '>='],
  [/(?:\(含\))?(?:及)?(?:以下|以内|之内)(?:\(含\))?$/, '<='],
  // 30天内, 6个月内, 控制在500万元内.
  [/(?<=天|\d日|小时|分钟|周|个月|工作日|元|%)内$/, '<='],
];

/** First characters of numbers, their signs and words, and of what stands for no number; most texts of a sheet have others. */
const OPENS_NUMBER =
  /^[\s\u200b\u2060]*[\d０-９.．+＋\-－−–—―─_＿/／\\*＊(（△▲¥￥＄$≥≧⩾≤≦⩽<＜〈>＞〉=＝零〇一二两三四五六七八九十百千万无没不未大小高低至最达超多少控等nNｎＮ]/;

const NUMBER = /^([-+]?)[¥￥$]?(\d{1,3}(?:,\d{3})+(?!\d)|\d+)?(\.\d+)?(.*)$/;
const SEPARATED = /\d,\d/;

/**
 * Reads one number and what belongs to it (sign of comparison, unit, percent); `null` when the text is something else, so
 * that a sentence, a date or `5/8` is never taken for a number.
 */
export function parseNumberText(text: string): ParsedNumber | 'not-applicable' | null {
  // A number with unit and sign is short; longer text is prose.
  if (text.length > 60) return null;
  return mayBeNumber(text) ? parsed(text) : null;
}

const parsed = perText((text) => parseSqueezed(text, squeeze(text)));

/** Whether a text could be a number or stand for none; most texts of a sheet begin otherwise. */
export function mayBeNumber(text: string): boolean {
  return OPENS_NUMBER.test(text);
}

/** A full stop behind a number (≥95%。) closes the cell and says nothing. */
const STOP = /[。;]$/;

function parseSqueezed(text: string, written: string): ParsedNumber | 'not-applicable' | null {
  const squeezed = written.replace(STOP, '');
  if (NOT_APPLICABLE.test(squeezed)) return 'not-applicable';
  const front = takeSign(squeezed, SIGNS, 'front');
  const behind = takeSign(front.rest, SIGNS_BEHIND, 'behind');
  const sign = front.sign ?? behind.sign;
  const amount = takeNegative(behind.rest);
  const read = parseAmount(amount.rest);
  if (!read) return null;
  // 12月 is a month of the year; so many months are 12个月.
  if (read.unit === '月' && sign === null && /^(?:[1-9]|1[0-2])$/.test(read.digits)) return null;
  const digits = amount.negative ? negate(read.digits) : read.digits;
  return { ...read, digits, sign, quirks: quirksOf(text, squeezed, read.unit, amount.negative) };
}

function takeSign(
  text: string,
  signs: readonly (readonly [RegExp, Sign])[],
  side: 'front' | 'behind',
): { sign: Sign | null; rest: string } {
  for (const [pattern, sign] of signs) {
    const match = pattern.exec(text);
    if (match)
      return { sign, rest: side === 'front' ? text.slice(match[0].length) : text.slice(0, match.index) };
  }
  return { sign: null, rest: text };
}

/** Accountants' negative amounts: `(123.45)`, `△123.45`. A single digit in brackets is an item number. */
function takeNegative(text: string): { negative: boolean; rest: string } {
  const bracketed = /^\((\d[\d,]*(?:\.\d+)?%?)\)$/.exec(text);
  if (bracketed?.[1] !== undefined && bracketed[1].length > 1) return { negative: true, rest: bracketed[1] };
  const marked = /^[△▲](\d.*)$/.exec(text);
  return marked?.[1] === undefined ? { negative: false, rest: text } : { negative: true, rest: marked[1] };
}

const negate = (digits: string): string => (digits.startsWith('-') ? digits.slice(1) : `-${digits}`);

const CHINESE = new RegExp(`^(百分之)?(${CHINESE_NUMERAL}(?:点${CHINESE_NUMERAL})?)(.*)$`);

type Amount = Readonly<{ digits: string; decimals: number; percent: boolean; unit: string | null }>;

function parseAmount(text: string): Amount | null {
  const chinese = CHINESE.exec(text);
  if (chinese) return chineseAmount(chinese[1] !== undefined, chinese[2] ?? '', chinese[3] ?? '');
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, minus = '', whole, fraction = '', tail = ''] = match;
  if (whole === undefined && fraction === '') return null;
  const unit = unitOf(tail);
  if (unit === undefined) return null;
  // 2023年 names a year, 5年 is a length of time.
  if (unit === '年' && fraction === '' && /^(?:19|20)\d\d$/.test(whole ?? '')) return null;
  const digits = `${minus === '-' ? '-' : ''}${(whole ?? '0').replaceAll(',', '')}${fraction}`;
  return withUnit(digits, unit);
}

function chineseAmount(percent: boolean, numeral: string, tail: string): Amount | null {
  const digits = chineseNumber(numeral);
  const unit = unitOf(tail);
  if (digits === null || unit === undefined) return null;
  if (percent) return unit === null ? withUnit(digits, '%') : null;
  // A lone numeral is more often a heading number (一、二) than a quantity.
  return unit !== null && COUNTED_IN_WORDS.has(unit) ? withUnit(digits, unit) : null;
}

/** Unit behind a number: `null` for none, `undefined` when the rest is not a unit. */
function unitOf(tail: string): string | null | undefined {
  if (tail === '') return null;
  const bare = /^\((.+)\)$/.exec(tail)?.[1] ?? tail;
  return isUnit(bare) ? bare : undefined;
}

function withUnit(printed: string, unit: string | null): Amount {
  const mille = unit !== null && PER_MILLE_UNITS.has(unit);
  if (mille) return withUnit(tenth(printed), '%');
  const digits = printed;
  const percent = unit !== null && PERCENT_UNITS.has(unit);
  const point = digits.indexOf('.');
  return {
    digits,
    decimals: point < 0 ? 0 : digits.length - point - 1,
    percent,
    unit: percent && unit === '%' ? null : unit,
  };
}

/** A tenth of a number in digits: 5‰ is 0.5%. */
function tenth(digits: string): string {
  const [, minus = '', whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(digits) ?? [];
  const padded = whole.padStart(2, '0');
  return `${minus}${padded.slice(0, -1)}.${padded.slice(-1)}${fraction}`;
}

function quirksOf(
  text: string,
  squeezed: string,
  unit: string | null,
  negative: boolean,
): readonly NumberQuirk[] {
  const quirks: NumberQuirk[] = ['text'];
  if (/[０-９．％，＋－（）]/.test(text)) quirks.push('full-width');
  if (text.replace(/[\s\u200b\u2060]/g, '').length !== text.length) quirks.push('spaces');
  if (SEPARATED.test(squeezed)) quirks.push('thousands');
  if (negative) quirks.push('parentheses');
  if (unit !== null) quirks.push('unit-in-cell');
  return quirks;
}
