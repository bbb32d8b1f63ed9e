import { exact, type Exact } from '../scoring/number';
import type { Expression } from './expression';
import type { Outcome } from './outcome';
import type { Scanned } from './scan';

/** What a pattern found, with the figures in it. */
export type Reading = Readonly<{
  scanned: Scanned;
  at: number;
  limit: number;
  match: RegExpExecArray;
  figures: readonly Exact[];
}>;
/** Words of an outcome, and what they say. */
export type Pattern = Readonly<{
  pattern: RegExp;
  read: (reading: Reading) => Outcome | null | { outcome: Outcome; end: number };
}>;

/** Words for the indicator a standard belongs to. */
export const ITEM = '(?:本项指标|该项指标|此项指标|本指标|该指标|此指标|本项|该项|此项|指标|小项)';
/** Words for the points it carries. */
export const WORTH = '(?:分值|权重分值|权重分|权重|满分|标准分|总分)';
/** Where a statement ends. */
export const ENDS = '(?=[,;。:\\n)、]|$)';

/** So many points; none is a zero. */
export const points = (value: Exact): Outcome =>
  value.equals(0) ? { kind: 'zero' } : { kind: 'points', value };
/** A number in a formula. */
export const number = (value: Exact, unit: 'points' | 'none' = 'points'): Expression => ({
  kind: 'number',
  value,
  unit,
});
/** A share of the points. */
export const worth = (share: Exact): Expression => ({
  kind: 'binary',
  operator: '×',
  left: number(share, 'none'),
  right: { kind: 'points' },
});
/** The first figure that was found. */
export const first = (reading: Reading): Exact => reading.figures[0] ?? exact(0);
/** A pattern that is tried at one place. */
export const p = (source: string, read: Pattern['read']): Pattern => ({
  pattern: new RegExp(source, 'y'),
  read,
});
/** Judgement between the figures found. */
export const judged =
  (takes: boolean) =>
  ({ figures }: Reading): Outcome => {
    const [low, high] = figures;
    if (low === undefined) return { kind: 'judgement', takes };
    if (high === undefined) return { kind: 'judgement', takes, low: exact(0), high: low };
    return {
      kind: 'judgement',
      takes,
      ...(low.compare(high) <= 0 ? { low, high } : { low: high, high: low }),
    };
  };
