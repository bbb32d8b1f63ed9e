import { perText } from '../remember';

/** Spaces of every kind that people and programs leave in cells: blank, tab, line break, no-break, full-width, zero-width. */
const SPACE = /\s|\u200b|\u200c|\u200d|\u2060/;
const SPACES = new RegExp(`(?:${SPACE.source})+`, 'g');

/** Signs that full-width typing produces and that have no counterpart in the FF01–FF5E block, with what they mean. */
const OTHER_SIGNS: Readonly<Record<string, string>> = {
  '﹪': '%',
  '﹐': ',',
  '﹒': '.',
  '−': '-',
  '﹣': '-',
  '≧': '≥',
  '≦': '≤',
  '⩾': '≥',
  '⩽': '≤',
  '〉': '>',
  '〈': '<',
  '﹥': '>',
  '﹤': '<',
  '﹦': '=',
};
const WIDE = /[！-～﹪﹐﹒−﹣≧≦⩾⩽〉〈﹥﹤﹦]/;
const EVERY_WIDE = new RegExp(WIDE, 'g');

/** Full-width letters, digits and signs in their ordinary width: `９８％` → `98%`. Same length as before. */
export function toHalfWidth(text: string): string {
  return WIDE.test(text) ? text.replace(EVERY_WIDE, narrow) : text;
}

const narrow = (sign: string): string =>
  OTHER_SIGNS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** Text without any space, in ordinary width: the form in which words are compared (`合 计（万元）` → `合计(万元)`). */
export function squeeze(text: string): string {
  return toHalfWidth(SPACE.test(text) ? text.replace(SPACES, '') : text);
}

/** Whether a text has nothing to read in it. */
export function isBlankText(text: string): boolean {
  return text.replace(SPACES, '') === '';
}

/**
 * Label as a person would copy it: line breaks and padding removed, also the spaces that stretch a word (`合 计`), while
 * a space between two Latin words stays.
 */
export const tidy = perText((text): string => {
  const trimmed = text.trim();
  if (!SPACE.test(trimmed)) return trimmed;
  return trimmed.replace(SPACES, (spaces, at: number, whole: string) => {
    const before = whole[at - 1] ?? '';
    const after = whole[at + spaces.length] ?? '';
    return /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after) ? ' ' : '';
  });
});
