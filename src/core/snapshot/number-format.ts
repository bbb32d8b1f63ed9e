import { perText } from '../remember';

/** What a number format code says about the numbers shown with it. */
export type FormatShape = Readonly<{
  kind: 'general' | 'number' | 'percent' | 'date' | 'text';
  /** Decimals that are shown; `null` where the format does not fix them. */
  decimals: number | null;
  grouping: boolean;
  /** Literal text before and after the digits. */
  prefix: string;
  suffix: string;
  /** Thousands that trailing commas divide by: `0,` shows 1234 as 1. */
  thousands: number;
}>;

/** How a number without a format is shown. */
export const GENERAL: FormatShape = {
  kind: 'general',
  decimals: null,
  grouping: false,
  prefix: '',
  suffix: '',
  thousands: 0,
};

/** One section of a format code. */
export type FormatSection = Readonly<{
  shape: FormatShape;
  /** The text that stands in place of the number, in a section without places for digits; else `null`. */
  instead: string | null;
}>;

/** Sections of a code: positive; negative; zero; text. Semicolons inside quotes do not separate. */
export const formatSections: (code: string) => readonly FormatSection[] = perText((code) =>
  (code.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;|$)/g) ?? []).map((section) => ({
    shape: sectionShape(section),
    instead: /[#0?]/.test(section.replace(/"[^"]*"|\\./g, '')) ? null : section.replace(/"/g, ''),
  })),
);

/** Literals of a section in the order of the code; conditions, colours and alignment carry nothing to read. */
function literalsOf(section: string): string {
  return section.replace(/\[[^\]]*\]/g, '').replace(/_.|\*./g, '');
}

const unquote = (text: string): string => text.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1');

/** Reads one section of a format code, for example `#,##0.00_ ` or `0.00%` or `yyyy"年"m"月"`. */
function sectionShape(section: string): FormatShape {
  const plain = literalsOf(section);
  const bare = plain.replace(/"[^"]*"|\\./g, '');
  if (/^general$/i.test(bare.trim()) || bare.trim() === '')
    return bare.trim() === '' && plain !== '' ? { ...GENERAL, kind: 'number', decimals: 0 } : GENERAL;
  if (bare.includes('@')) return { ...GENERAL, kind: 'text' };
  if (/[ymdhs年月日]/i.test(bare) && !/[#0?]/.test(bare.replace(/\.0+/g, '')))
    return { ...GENERAL, kind: 'date' };
  const digits = /[#0?][#0?,]*(?:\.([#0?]*))?(,*)/.exec(plain);
  if (!digits) return GENERAL;
  const body = digits[0];
  const suffix = unquote(plain.slice(digits.index + body.length));
  return {
    kind: plain.includes('%') ? 'percent' : 'number',
    decimals: (digits[1] ?? '').length,
    grouping: /[#0?],[#0?]/.test(body),
    prefix: unquote(plain.slice(0, digits.index)),
    suffix,
    thousands: /,*$/.exec(body)?.[0].length ?? 0,
  };
}

/** What the first section of a format code says. */
export function formatShape(code: string | undefined): FormatShape {
  if (code === undefined || code === 'General') return GENERAL;
  return formatSections(code)[0]?.shape ?? GENERAL;
}
