const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Characters a Chinese numeral is made of, for use in patterns. */
export const CHINESE_NUMERAL = '[零〇一二两三四五六七八九十百千万]+';

/**
 * Value of a Chinese numeral as decimal text (`九十五点五` → `95.5`), `null` when the text is none.
 */
export function chineseNumber(text: string): string | null {
  const [whole = '', fraction, ...rest] = text.split('点');
  if (whole === '' || rest.length > 0) return null;
  const value = chineseInteger(whole);
  if (value === null) return null;
  if (fraction === undefined) return String(value);
  const digits = Array.from(fraction, (sign) => DIGITS[sign]);
  return digits.length > 0 && digits.every((digit) => digit !== undefined)
    ? `${value}.${digits.join('')}`
    : null;
}

function chineseInteger(text: string): number | null {
  const [high, low, ...rest] = text.split('万');
  if (rest.length > 0) return null;
  if (low === undefined) return belowTenThousand(text);
  const top = belowTenThousand(high ?? '');
  const bottom = low === '' ? 0 : belowTenThousand(low);
  return top === null || bottom === null ? null : top * 10_000 + bottom;
}

function belowTenThousand(text: string): number | null {
  if (text === '') return null;
  let total = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const step = STEPS[sign];
    const value = DIGITS[sign];
    if (step !== undefined) {
      total += (digit ?? 1) * step;
      digit = null;
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else {
      return null;
    }
  }
  return total + (digit ?? 0);
}
