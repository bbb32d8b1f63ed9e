import { sum, ZERO, type Exact } from '../scoring/number';
import type { Indicator, IndicatorTotal, NumberCell } from './table';

/**
 * Indicators that have their points together: one merged cell over several of them, or the same number filled into each when
 * the merge was taken apart. What each of them is worth is not printed; together they are worth it once.
 */
export function withSharedPoints(
  indicators: readonly Indicator[],
  total: IndicatorTotal | null,
): readonly Indicator[] {
  const counts = new Map<string, number>();
  for (const { points } of indicators) {
    if (points) counts.set(points.ref.cell, (counts.get(points.ref.cell) ?? 0) + 1);
  }
  const merged = indicators.map((one) =>
    (counts.get(one.points?.ref.cell ?? '') ?? 0) > 1 ? sharing(one, one.points) : one,
  );
  return isFilledDown(merged, total) ? filledDown(merged) : merged;
}

const sharing = (indicator: Indicator, points: NumberCell | null): Indicator => ({
  ...indicator,
  points: null,
  sharedPoints: points,
});

/** Whether the total line counts equal points one below the other only once. */
function isFilledDown(indicators: readonly Indicator[], total: IndicatorTotal | null): boolean {
  const [printed, another] = (total?.points ?? []).map(valueOf);
  if (!printed || another || indicators.some(({ points, sharedPoints }) => !valueOf(points ?? sharedPoints)))
    return false;
  const runs = sum(indicators.map((one, index) => (repeats(one, indicators[index - 1]) ? ZERO : worth(one))));
  return !sum(indicators.map(worth)).equals(printed) && runs.equals(printed);
}

/** The first of a run of equal points stands for all of them. */
function filledDown(indicators: readonly Indicator[]): readonly Indicator[] {
  let head: NumberCell | null = null;
  return indicators.map((one, index) => {
    const repeated = repeats(one, indicators[index - 1]);
    if (!repeated) head = one.points;
    return repeated || repeats(indicators[index + 1], one) ? sharing(one, head) : one;
  });
}

/** Whether an indicator repeats the points of the one above it in the same group. */
function repeats(one: Indicator | undefined, above: Indicator | undefined): boolean {
  const [own, before] = [one?.points ?? null, above?.points ?? null].map(valueOf);
  return !!own && !!before && one?.group !== null && one?.group === above?.group && own.equals(before);
}

const valueOf = (cell: NumberCell | null): Exact | null =>
  cell?.reading.kind === 'number' ? cell.reading.value : null;

const worth = ({ points }: Indicator): Exact => valueOf(points) ?? ZERO;
