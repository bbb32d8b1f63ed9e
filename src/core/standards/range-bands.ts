import { exact, HUNDRED, type Exact } from '../scoring/number';
import { trim } from './trim';
import type { Span } from './expression';
import type { Scanned } from './scan';
import type { RangeBand, Statement } from './statement';

const RANGE = '[%#](?:\\(含\\))?(?:-|至)%(?:\\((?:不)?含%?\\))?';
/** `100%-80%（含80%）、80%-50%（含50%）、50%-0%`: ranges in a row. */
const RANGES = new RegExp(`${RANGE}(?:[、,和及]${RANGE})+`);
/** `效果显著（90%-100%）、效果较好（80%-90%）、…`: a name with its range, in a row. */
const NAMED = new RegExp(
  `([^、,;。:()\\n#%]{1,24})\\((?:得?(?:分值|权重|满分)的?)?(?:${RANGE}|%(?:\\(含\\))?(?:及?以[下上]))(?:的?(?:分值|权重|满分))?\\)`,
  'g',
);
const JUDGING =
  /分别(?:对应)?(?:记|计|得|按)|(?:合理|酌情|综合|适当)?(?:确定|评定|计算|乘以|计)(?:相应|具体)?(?:得分|分值|分数)?|[计记]分|打分|评分|赋分/;
/** What closes a list of band names: 三档, 四个等级, or the word that hands out the ranges. */
const LIST_END = /等?[#一二三四五]?个?(?:档|等次|等级|级别|级|层次|种情况|种情形)|,?(?:分别|对应|依次)/;
const ZERO = exact(0);
const ONE = exact(1);

/** Bands that carry a share of the points and leave the rest to judgement; null where the sentence has none. */
export function readRangeBands(scanned: Scanned, from: number, to: number): Statement | null {
  const text = scanned.shape.slice(from, to);
  if (!text.includes('%') || text.length > 1000 || !JUDGING.test(text)) return null;
  const bands = namedRanges(scanned, text, from) ?? listedRanges(scanned, text, from);
  return bands ? { kind: 'bands', span: [from, to], bands } : null;
}

function shares(scanned: Scanned, text: string, from: number): Exact[] {
  const found: Exact[] = [];
  for (let i = 0; i < text.length; i++) {
    const value = scanned.numbers[from + i]?.value;
    if (text.charAt(i) === '%' && value) found.push(value);
    // In 100-80% the first figure is a percentage too.
    else if (value && /^#(?:\(含\))?(?:-|至)%/.test(text.slice(i))) found.push(value.div(HUNDRED));
  }
  return found;
}

function ordered(a: Exact, b: Exact): { low: Exact; high: Exact } | null {
  const [low, high] = a.compare(b) <= 0 ? [a, b] : [b, a];
  return low.compare(ZERO) >= 0 && high.compare(ONE) <= 0 ? { low, high } : null;
}

function namedRanges(scanned: Scanned, text: string, from: number): RangeBand[] | null {
  const bands: RangeBand[] = [];
  for (const match of text.matchAll(NAMED)) {
    const [whole, name = ''] = match;
    const at = from + match.index;
    const [a = ZERO, b] = shares(scanned, whole, at);
    const range =
      b === undefined ? (whole.includes('上') ? ordered(a, ONE) : ordered(ZERO, a)) : ordered(a, b);
    if (!range) return null;
    const label: Span = trim(scanned.shape, at, at + name.length);
    bands.push({ label, ...range });
  }
  return bands.length >= 2 ? bands : null;
}

/** Names and ranges listed apart and joined by 分别: 甲、乙、丙三档，分别按照……。 */
function listedRanges(scanned: Scanned, text: string, from: number): RangeBand[] | null {
  const match = RANGES.exec(text);
  if (!match) return null;
  const values = shares(scanned, match[0], from + match.index);
  const ranges: { low: Exact; high: Exact }[] = [];
  const inner = match[0].split(/[、,和及]/);
  let cursor = 0;
  for (const piece of inner) {
    const [a, b] = [values[cursor], values[cursor + 1]];
    const range = a && b ? ordered(a, b) : null;
    if (!range) return null;
    ranges.push(range);
    cursor += 2 + (/含%/.test(piece) ? 1 : 0);
  }
  const lead = text.slice(0, match.index);
  const opens = ['分为', '按照', '分成'].map(
    (word) => lead.lastIndexOf(word) + (lead.includes(word) ? word.length : 0),
  );
  const colon = Math.max(lead.lastIndexOf(':'), lead.lastIndexOf(';')) + 1;
  const begin =
    colon > 0
      ? colon
      : Math.max(0, ...opens.filter((at) => at < lead.length - 2 && at > 0 && lead.indexOf('、', at) > 0));
  const close = lead.slice(begin).search(LIST_END);
  const end = close < 0 ? lead.length : begin + close;
  const bands: RangeBand[] = [];
  let at = begin;
  for (const name of lead.slice(begin, end).split(/[、]/)) {
    const range = ranges[bands.length];
    if (range) bands.push({ label: trim(scanned.shape, from + at, from + at + name.length), ...range });
    else return null;
    at += name.length + 1;
  }
  return bands.length === ranges.length ? bands : null;
}
