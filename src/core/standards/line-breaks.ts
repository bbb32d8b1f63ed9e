/** What only set type before a letter: nothing, spaces, or the line break of a cell. */
export const Gap = { none: 0, space: 1, line: 2 } as const;

/** Characters that end a line in a cell. */
export const LINE_ENDS: ReadonlySet<number> = new Set(
  Array.from('\n\r\v\f\u2028\u2029\u0085', (char) => char.charCodeAt(0)),
);

/** What goes on with a figure a line ends at: 95%↵以上, 90%（含）↵至95%, 90分↵以下. */
const BEHIND_FIGURE =
  /^(?:及?以(?:上(?![各述几])|[下内外](?![各列]))|之[间内]|的|至|到(?!位)|得(?!分)|计(?![算划分])|扣(?!分)|\((?:不?含|包)|给|为(?!进|了|加|确|规)|封顶)/;
/** What goes on with a word that ends in 分: 百分↵点, 评分↵标准, 5分↵钟. */
const BEHIND_PART = /^(?:[值制率类段布析配]|标准|规则|方法|办法|细则|依据|[点之])/;
/** Words that only begin with 分 or have it inside: 部分, 充分. */
const WORDS_OF_PART: ReadonlySet<string> = new Set('部充区百划成十处');
const LONGEST_WORD = 4;

/** Letters of a text as far as they are read: `at` gives one behind the break, breaks left out; `before` the last ones. */
export type Beside = Readonly<{ before: string; after: string }>;

/** Whether what stands behind a break finishes what a figure, a bracket or 分 began. */
export function goesOnBehind({ before, after }: Beside): boolean {
  const last = before.slice(-1);
  const words = after.slice(0, LONGEST_WORD);
  if (last === '%') return BEHIND_FIGURE.test(words);
  if (last === ')') return before.endsWith('含)') && BEHIND_FIGURE.test(words);
  if (last !== '分') return false;
  const previous = before.slice(-2, -1);
  if (/\d/.test(previous)) return BEHIND_FIGURE.test(words) || /^(?:钟|制|值(?!班))/.test(words);
  return WORDS_OF_PART.has(previous) || BEHIND_PART.test(words);
}

/** 得5分↵90%—95%得3分: points end what was said, and a figure begins the next. */
export function endsPoints({ before, after }: Beside): boolean {
  return /(?:\d|[满零得计]|不得)分$/.test(before) && /^\d/.test(after);
}

/** Pairs of letters a text holds side by side: what stands so elsewhere is one word where a line parts it. */
export function pairsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}
