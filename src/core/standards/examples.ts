/** A stretch of letters: the first, and the one behind the last. */
type Stretch = readonly [from: number, to: number];

/** How an example begins; 例 alone heads one only before a colon or a number of its own. */
const NAMED = '(?:例如|比如|譬如|举例(?:说明|来说)?|示例|例(?=\\d?:|\\d))\\d?[:,]?';
/** 如执行率为96%，则扣2分; 如：执行率85%，得8.5分. A rate that equals one figure, and what comes of it; 0 and 100% are ends of a scale. */
const OF_ONE_RATE =
  '(?:假如|假设|假定|如果|如|若)[:,]?[^,;。:\\n()%\\d]{2,24}?(?:为|是|=|仅为|只有)?(?<![到达于过足])(?!0%|100(?:\\.0+)?%)\\d{1,3}(?:\\.\\d+)?%(?:时|的)*,(?:则|即|就|应|可|该项|本项)*[^,;。\\n()%]{0,8}?(?:得|扣|计|记)[^,;。\\n()%\\d]{0,6}\\d';

const IN_BRACKETS = new RegExp(`\\((?:${NAMED}|如:|${OF_ONE_RATE})`, 'g');
const IN_WORDS = new RegExp(`(?<=^|[。;,\\n)])(?:${NAMED}|${OF_ONE_RATE})`, 'g');
const OPENING = new RegExp(`^${NAMED}`);
const POINTS = /\d分|[得计记扣]分|不得分|满分/;
/** What an example follows from: steps, a formula, a share, or things that are counted. */
const RULE = /每|×|\*|比例|率[得计]分|得分=|实际[^,;。]{0,8}[得计]分|[少低降超高缺漏]\d/;
/** A text with more of them is no standard. */
const MOST = 20;

/**
 * Where plain letters only work out for one case what was said before, from the last such stretch to the first: 例如：执行率95%，得9.5分. Read
 * as rules they would count twice.
 */
export function exampleStretches(letters: string): readonly Stretch[] {
  if (!/例|如|若|假/.test(letters)) return [];
  const rule = letters.search(RULE);
  if (rule < 0) return [];
  const found: Stretch[] = [];
  const add = (from: number, endOf: (from: number) => number): void => {
    if (from <= rule || found.length >= MOST) return;
    if (found.some(([a, b]) => from >= a && from < b)) return;
    const to = endOf(from);
    const inside = found.some(([a, b]) => from < b && to > a);
    if (to > from && !inside && POINTS.test(letters.slice(from, to))) found.push([from, to]);
  };
  for (const { index } of letters.matchAll(IN_BRACKETS)) add(index, (from) => closing(letters, from));
  for (const { index } of letters.matchAll(IN_WORDS)) add(index, (from) => ending(letters, from));
  return found.sort(([a], [b]) => b - a);
}

/** Longer brackets hold more than an example. */
const LONGEST = 120;

/** Behind the bracket that closes the one at `at`; -1 for none. */
function closing(letters: string, at: number): number {
  let open = 0;
  for (let i = at; i < letters.length && i - at < LONGEST; i++) {
    if (letters.charAt(i) === '(') open++;
    if (letters.charAt(i) === ')' && --open === 0) return i + 1;
  }
  return -1;
}

/** Behind the sentence at `at`, and behind those that say the same of other figures. */
function ending(letters: string, at: number): number {
  const stop = (from: number): number => {
    const ends = /[。;\n]/.exec(letters.slice(from, from + LONGEST));
    return ends ? from + ends.index : Math.min(letters.length, from + LONGEST);
  };
  const form = (words: string): string => words.replace(/\d+(?:\.\d+)?/g, '#').replace(OPENING, '');
  let end = stop(at);
  const first = form(letters.slice(at, end));
  while (letters.charAt(end) === ';') {
    const next = stop(end + 1);
    if (form(letters.slice(end + 1, next)) !== first) break;
    end = next;
  }
  return end;
}
