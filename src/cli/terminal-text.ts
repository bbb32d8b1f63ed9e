/** Characters that take two columns of a terminal (Unicode East Asian Width W and F). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/** Control characters would let the text of a cell drive the terminal. */
// eslint-disable-next-line no-control-regex -- they are what is removed
const CONTROL = /[\u0000-\u001F\u007F-\u009F]+/g;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** Text of a cell made harmless for a terminal. */
export const clean = (text: string): string => text.replace(CONTROL, ' ');
