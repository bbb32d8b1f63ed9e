import { squeeze } from '../snapshot/width';

/** Days of a stretch of time as numbers that only compare: 2023-11-20 is 20231120. */
export type Stretch = Readonly<{ from: number; to: number }>;

const DAY = /(?:((?:19|20)\d{2})(?:年|[-./]))?(\d{1,2})(?:月|[-./])(\d{1,2})日?/;
const MONTH = /(?:((?:19|20)\d{2})(?:年|[-./]))?(?:度)?(\d{1,2})月份?(底|末|上旬|中旬|下旬|初)?/;
const QUARTER = /(?:((?:19|20)\d{2})年)?(?:度)?第?([一二三四1-4])季度/;
const HALF = /(?:((?:19|20)\d{2})年)?(?:度)?(上|下)半年/;
const YEAR = /(?:((?:19|20)\d{2})年)?(?:度)?(?:当年)?(?:年)?(?:底|末|内|度内)|((?:19|20)\d{2})年(?:度)?/;
/** What may stand around a date in a target or result; anything else makes it a sentence that people must read. */
const AROUND =
  /^(?:于|在|截至|截止|到|至|已于|已|计划)?(?:以?前|之前|内|底|末)?(?:全部|按时|按期)?(?:完成|竣工|验收|交付|完工|达成|结束|完毕)?(?:建设|任务|工作|项目)?$/;

/**
 * Stretch of days that a text names (`2023年11月底前` → all of November, with its last day as the deadline); `null` when
 * the text is no date. A date without a year belongs to the year given.
 */
export function dateStretch(text: string, year: number | null): Stretch | null {
  const squeezed = squeeze(text).replace(/\(含\)/g, '');
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(squeezed);
    if (!match) continue;
    const around = squeezed.slice(0, match.index) + squeezed.slice(match.index + match[0].length);
    const own = match.slice(1).find((part) => /^(?:19|20)\d{2}$/.test(part));
    const of = own === undefined ? year : Number(own);
    // 1/3 may be a third as well as a day.
    if (own === undefined && /^\d+[-./]\d+$/.test(squeezed)) return null;
    return of === null || !AROUND.test(around) ? null : read(match, of);
  }
  return null;
}

/** 12月: a month of the year, or months in number. */
export function isBareMonth(text: string): boolean {
  return /^\d{1,2}月$/.test(squeeze(text));
}

/** 6月前 may mean before June begins or before it ends; 6月底前 and 6月30日前 leave no doubt. */
export function endsInDoubt(text: string): boolean {
  const squeezed = squeeze(text);
  return /前/.test(squeezed) && !/[底末日号内旬]|\d[-./]\d/.test(squeezed);
}

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray, year: number) => Stretch | null];

const READERS: readonly Reader[] = [
  [DAY, (match, year) => days(year, Number(match[2]), Number(match[3]), Number(match[3]))],
  [MONTH, (match, year) => partOfMonth(year, Number(match[2]), match[3] ?? '')],
  [QUARTER, (match, year) => months(year, 3 * quarterOf(match[2] ?? '') - 2, 3 * quarterOf(match[2] ?? ''))],
  [HALF, (match, year) => (match[2] === '上' ? months(year, 1, 6) : months(year, 7, 12))],
  [YEAR, (_match, year) => months(year, 1, 12)],
];

const quarterOf = (sign: string): number =>
  '一二三四'.includes(sign) ? '一二三四'.indexOf(sign) + 1 : Number(sign);

function partOfMonth(year: number, month: number, part: string): Stretch | null {
  switch (part) {
    case '初':
    case '上旬':
      return days(year, month, 1, 10);
    case '中旬':
      return days(year, month, 11, 20);
    case '下旬':
      return days(year, month, 21, lastDay(year, month));
    default:
      return days(year, month, 1, lastDay(year, month));
  }
}

function months(year: number, from: number, to: number): Stretch {
  return { from: year * 10_000 + from * 100 + 1, to: year * 10_000 + to * 100 + lastDay(year, to) };
}

/** A month that was named is over with its own last day: 2023年6月 keeps 2023年6月30日前. */
function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function days(year: number, month: number, from: number, to: number): Stretch | null {
  const valid = month >= 1 && month <= 12 && from >= 1 && to <= 31;
  return valid ? { from: year * 10_000 + month * 100 + from, to: year * 10_000 + month * 100 + to } : null;
}
