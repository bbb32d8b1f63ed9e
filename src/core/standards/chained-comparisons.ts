/** Comparisons in words and the signs for them, the longest first. */
const SIGNS: readonly (readonly [word: string, sign: string])[] = [
  ['大于或者等于', '≥'],
  ['小于或者等于', '≤'],
  ['大于或等于', '≥'],
  ['小于或等于', '≤'],
  ['大于等于', '≥'],
  ['小于等于', '≤'],
  ['不低于', '≥'],
  ['不少于', '≥'],
  ['不小于', '≥'],
  ['不高于', '≤'],
  ['不超过', '≤'],
  ['不大于', '≤'],
  ['大于', '>'],
  ['高于', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['不足', '<'],
];

/** First letters of the words. */
export const COMPARES: ReadonlySet<string> = new Set(SIGNS.map(([word]) => word.charAt(0)));

const WORDS = SIGNS.map(([word]) => word).join('|');
/** What a chain goes on with behind its first comparison: the name of the quantity, the second one and a figure. */
const SECOND = new RegExp(`^[^,;。:\\n\\d<>≤≥=]{1,20}?(?:[<>≤≥]|${WORDS})\\d`);
/** A chain up to its second comparison. */
const FIRST = /[%#][<>≤≥][^,;。:\n<>≤≥%#]{1,20}$/;

/** Letters that are looked at behind a word. */
export const LONGEST_CHAIN = 32;

/**
 * The sign for a comparison in words inside a chain around the name of a quantity: 80%小于或等于满意度小于90%,
 * 80%≤满意度低于90%. `before` is the shape read so far, `ahead` the letters from the word on. Elsewhere the words mean the same but are read
 * with what stands around them.
 */
export function chainedSign(before: string, ahead: string): readonly [word: string, sign: string] | null {
  const found = SIGNS.find(([word]) => ahead.startsWith(word));
  if (!found) return null;
  const behind = ahead.slice(found[0].length);
  const opens = /[%#]$/.test(before) && SECOND.test(behind);
  const closes = /^\d/.test(behind) && FIRST.test(before);
  return opens || closes ? found : null;
}
