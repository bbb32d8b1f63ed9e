/** What a standard is called at its head, or where one cell holds the explanation before it. */
const NAME =
  '(?:(?:具体|本项|本指标)?(?:评分|计分|评价|考核|考评|打分|赋分|得分|扣分|加分|评定|评审)(?:标准|方法|办法|规则|细则|方式|依据|说明|要求|内容)(?:如下|为)?|(?:具体)?要求)';
const ORDINAL = '(?:[一二三四五六七八九十]、|\\([一二三四五六七八九十\\d]\\)|\\d[.、])?';

/** 评分标准：…, 【计分办法】…, 一、评分标准 on a line of its own. Letters are plain, a line break of any kind is `\n`. */
const LABEL = new RegExp(`^(?:\\[${NAME}\\]:?|${ORDINAL}${NAME}(?::|\\n))\\n?`);

/** What a quantity is called by: [资金到位率]=100% names it, and is no tag. */
const QUANTITY = '(?:率|度|数|额|(?<![质数定])量|比例?|经费|支出|资金|费)';

/** 【定量指标】满意度…, （定量）满意度…: a word that sorts the standard. Where 得 or a stop follows, it says when. */
const TAG = new RegExp(
  `^(?:\\[[^[\\]()\\d%,;。:<>≥≤=]{1,8}(?<!${QUANTITY})\\]|` +
    `\\((?![一二三四五六七八九十]\\))(?!不?含|包)[^()\\d%,;。:<>≥≤=]{1,8}(?<!${QUANTITY})\\))\\n?(?!得(?!分=)|[计记扣加减](?!分(?:标准|方法|办法|规则|细则))|[不,;。:\\n])`,
);

/** A sign before a line of a list that prints no numbers. */
const BULLET = /^[-*•●○★☆◆◇■□▪►▶]\n?(?=[\u4e00-\u9fff(①]|\d[.、])/;
const LONGEST = 20;
/** A text with more of them is no standard. */
const MOST = 20;

/** The first number of a list and what its second would be; alone it numbers nothing. */
const FIRST: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [/^1[.、](?!\d)\n?/, /2[.、]/],
  [/^\(1\)\n?/, /\(2\)/],
  [/^1\)\n?/, /2\)/],
  [/^①\n?/, /②/],
  [/^一、\n?/, /二、/],
  [/^\(一\)\n?/, /\(二\)/],
];

/** Behind these a name may stand. */
const BEFORE = /[\n。;]/;

/** A stretch of letters: the first, and the one behind the last. */
type Stretch = readonly [from: number, to: number];

/**
 * Where plain letters say nothing of how points are given, from the last such stretch to the first: names of the standard
 * itself, tags before it, a list number without a list, quotation marks around it all. Before a quantity they would be taken for a part
 * of its name.
 */
export function openingLabels(letters: string): readonly Stretch[] {
  const found: Stretch[] = [];
  const quoted = letters.startsWith('“') && letters.indexOf('”') === letters.length - 1;
  /** Where the standard itself begins: at the start, and behind each of its names. */
  let begins = quoted ? 1 : 0;
  let named = true;
  for (let i = begins; i < letters.length && found.length < MOST; i++) {
    if (i !== begins && !BEFORE.test(letters.charAt(i - 1))) continue;
    const label = labelAt(letters, i);
    const length = label || (named && i === begins ? orphanAt(letters, i) : 0);
    if (length === 0) continue;
    named = label > 0;
    found.unshift([i, i + length]);
    begins = i + length;
    i += length - 1;
  }
  return quoted ? [[letters.length - 1, letters.length], ...found, [0, 1]] : found;
}

function labelAt(letters: string, at: number): number {
  const ahead = letters.slice(at, at + LONGEST);
  return (LABEL.exec(ahead) ?? TAG.exec(ahead) ?? BULLET.exec(ahead))?.[0].length ?? 0;
}

/** Length of a first list number that no second follows. */
function orphanAt(letters: string, at: number): number {
  const ahead = letters.slice(at, at + LONGEST);
  for (const [first, second] of FIRST) {
    const length = first.exec(ahead)?.[0].length ?? 0;
    if (length > 0 && !second.test(letters)) return length;
  }
  return 0;
}
