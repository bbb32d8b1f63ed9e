import { HUNDRED, ONE, sum, type Exact } from '../scoring/number';
import type { IndicatorTable, NumberCell } from './table';

/** Points of a cell: a weight in percent (20%) is that many points of a hundred. */
export function asPoints(cell: NumberCell): NumberCell {
  return cell.reading.kind === 'number' && cell.reading.percent ? timesHundred(cell) : cell;
}

/**
 * A table whose weights are typed as parts of one (0.2), with points of a hundred: so it is read when they add up to
 * exactly one and most scores are above their weight. Without scores nothing tells such a table from one of one point.
 */
export function withWholeWeights(table: IndicatorTable): IndicatorTable {
  if (!arePartsOfOne(table)) return table;
  const whole = (cell: NumberCell | null): NumberCell | null => cell && timesHundred(cell);
  const { total } = table;
  return {
    ...table,
    groups: table.groups.map((group) => ({ ...group, points: whole(group.points) })),
    indicators: table.indicators.map((indicator) => ({
      ...indicator,
      points: whole(indicator.points),
      sharedPoints: whole(indicator.sharedPoints),
    })),
    money: table.money.map((row) => ({ ...row, points: whole(row.points) })),
    subtotals: table.subtotals.map((one) => ({ ...one, points: one.points.map(timesHundred) })),
    total: total && { ...total, points: total.points.map(timesHundred) },
  };
}

function arePartsOfOne({ indicators, money }: IndicatorTable): boolean {
  const own = indicators.map(({ points, sharedPoints, score }) => ({
    points: points ?? sharedPoints,
    score,
  }));
  const lines = [...own, ...money].flatMap(({ points, score }) => {
    const weight = numberOf(points);
    return weight ? [{ cell: points?.ref.cell, weight, score: numberOf(score) }] : [];
  });
  const distinct = [...new Map(lines.map(({ cell, weight }) => [cell, weight])).values()];
  const scored = lines.filter(({ score }) => score !== null);
  const above = scored.filter(({ weight, score }) => score !== null && score.compare(weight) > 0);
  return distinct.length > 1 && sum(distinct).equals(ONE) && above.length * 2 > scored.length;
}

const numberOf = (cell: NumberCell | null): Exact | null =>
  cell?.reading.kind === 'number' && !cell.reading.percent ? cell.reading.value : null;

function timesHundred(cell: NumberCell): NumberCell {
  const { reading } = cell;
  if (reading.kind !== 'number') return cell;
  const { value, decimals, unit, sign } = reading;
  return {
    ...cell,
    reading: { kind: 'number', value: value.mul(HUNDRED), decimals, percent: false, unit, sign, quirks: [] },
  };
}
