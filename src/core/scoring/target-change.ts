import { readText } from '../snapshot/read-number';
import type { NumberReading, ReadNumber } from '../snapshot/number-reading';
import { squeeze } from '../snapshot/width';

type Way = 'up' | 'down';
type Change = Readonly<{ way: Way; number: ReadNumber }>;

const SINCE = '(?:同比|环比|(?:较|比)(?:上年|去年|上一年|上年度|上年同期|去年同期))?';
const WAYS: readonly (readonly [Way, RegExp])[] = [
  ['up', new RegExp(`^${SINCE}(?:增长|增加|提高|提升|上升)(?:率|幅度|比例)?(.+)$`)],
  ['down', new RegExp(`^${SINCE}(?:下降|降低|减少|压减|压缩)(?:率|幅度|比例)?(.+)$`)],
];
const NAMED: Readonly<Record<Way, RegExp>> = {
  up: /增长|增加|提高|提升|上升|增幅|增速/,
  down: /下降|降低|减少|压减|压缩|降幅/,
};

/** 同比增长≥5%, 下降4%: by how much something changed, and which way; `null` for anything else. */
function changeOf(text: string): Change | null {
  const squeezed = squeeze(text);
  for (const [way, pattern] of WAYS) {
    const rest = pattern.exec(squeezed)?.[1];
    const number = rest === undefined ? null : readText(rest, { measured: true });
    if (number?.kind === 'number') return { way, number };
  }
  return null;
}

/**
 * 同比增长≥5% beside 4% or 增长4%: both numbers of the same change, of which so much or more is aimed at. `null` where the two do
 * not say the same, so that a fall is never taken for growth.
 */
export function changePair(
  target: string,
  actual: NumberReading,
  said: string,
): { target: ReadNumber; actual: ReadNumber } | null {
  const goal = changeOf(target);
  if (!goal) return null;
  const done = actual.kind === 'number' ? null : changeOf(said);
  // A plain number beside 下降5% may be what is left as well as what it fell by.
  const number =
    actual.kind === 'number' && goal.way === 'up' ? actual : done?.way === goal.way ? done.number : null;
  return number && { target: withSign(goal.number, goal.number.sign ?? '>='), actual: number };
}

/** 增长4% of an indicator that is about growth: the number alone. */
export function changeNamed(name: string, said: string): ReadNumber | null {
  const done = changeOf(said);
  return done && NAMED[done.way].test(name) ? done.number : null;
}

const withSign = (
  { value, decimals, percent, unit, quirks }: ReadNumber,
  sign: ReadNumber['sign'],
): ReadNumber => ({
  kind: 'number',
  value,
  decimals,
  percent,
  unit,
  sign,
  quirks,
});
