import { CLOSERS, OPENERS } from './condition-words';
import type { Span } from './expression';

/** First and last characters of the listed words: most tokens need no search of the lists. */
const OPENING = new Set(OPENERS.map((word) => word.charAt(0)));
const CLOSING = new Set(CLOSERS.map((word) => word.charAt(word.length - 1)));

/** Tokens without opening and closing words and punctuation. */
export function trim(shape: string, from: number, to: number): Span {
  let [a, b] = [from, to];
  for (let moved = true; moved && a < b;) {
    moved = false;
    while (a < b && ',;。:、\n.-)'.includes(shape.charAt(a)) && !isMinus(shape, a, b)) {
      a++;
      moved = true;
    }
    while (b > a && ',;。:、\n.(-'.includes(shape.charAt(b - 1))) {
      b--;
      moved = true;
    }
    // A、执行率≥95%: the letter of a list.
    if (a + 2 < b && shape.charAt(a + 1) === '、' && /[A-Z]/.test(shape.charAt(a))) {
      a += 2;
      moved = true;
    }
    const opener = OPENING.has(shape.charAt(a))
      ? OPENERS.find((word) => shape.startsWith(word, a) && a + word.length < b)
      : undefined;
    if (opener && !keepsOpener(shape.slice(a, b), opener)) {
      a += opener.length;
      moved = true;
    }
    const closer = CLOSING.has(shape.charAt(b - 1))
      ? CLOSERS.find((word) => b - word.length >= a && shape.startsWith(word, b - word.length))
      : undefined;
    if (closer && !(closer.length === 1 && keepsCloser(shape.slice(Math.max(a, b - 4), b)))) {
      b -= closer.length;
      moved = true;
    }
  }
  return [a, b];
}

/** 时间, 期间, 及时 and 用时 are words of their own, from which no 间 and no 时 is taken. */
function keepsCloser(text: string): boolean {
  return /(?:否则|[时期空区车房]间|[及按准同用耗历实临超计工课学小]时|目的)$/.test(text);
}

/** Whether the sign at `i` makes the number behind it negative. */
export function isMinus(shape: string, i: number, end: number): boolean {
  return shape.charAt(i) === '-' && i + 1 < end && '#%'.includes(shape.charAt(i + 1));
}

/** 年度, 全年, 对 and 指 may also begin a name (全年执行数, 指标值, 其中…). */
function keepsOpener(text: string, opener: string): boolean {
  if (opener === '指') return text.startsWith('指标');
  if (opener === '年度' || opener === '全年' || opener === '年度内') return true;
  if (opener === '对') return text.startsWith('对象') || text.startsWith('对外');
  return opener === '其中'
    ? text.length <= 4
    : opener === '当'
      ? /^当[年期月日季]/.test(text)
      : opener === '即' && text.startsWith('即时');
}
