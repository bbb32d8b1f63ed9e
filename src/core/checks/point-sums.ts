import { append } from '../lists';
import { perReview } from '../remember';
import type { Exact } from '../scoring/number';
import { sum } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import type { Indicator, IndicatorGroup, IndicatorTable, NumberCell } from '../tables/table';
import { labelOf, numberIn } from './table-words';

/** Points of a group beside the points of what stands directly below it. */
export type PointSum = Readonly<{
  name: string;
  /** 1 for 一级指标. */
  level: number;
  /** Whether the parts are indicators (the innermost level) rather than groups. */
  innermost: boolean;
  total: NumberCell;
  value: Exact;
  parts: readonly Readonly<{ name: string; cell: NumberCell; value: Exact }>[];
}>;

type Part = Readonly<{ name: string; points: NumberCell | null }>;

/** What stands directly below a group: its groups, or its indicators where the groups below print no points. */
function below(
  table: IndicatorTable,
  index: number,
  inside: ReadonlyMap<number, readonly Indicator[]>,
): Readonly<{ parts: readonly Part[]; innermost: boolean }> {
  const groups = table.groups.filter((group) => group.parent === index);
  if (groups.length > 0 && groups.every((group) => group.points !== null)) {
    return { parts: groups.map((group) => ({ name: group.name, points: group.points })), innermost: false };
  }
  const indicators = inside.get(index) ?? [];
  return { parts: withPoints(indicators), innermost: true };
}

/** Indicators with their points; those that have them together count once. */
export function withPoints(indicators: readonly Indicator[]): readonly Part[] {
  const shared = new Set<string>();
  return indicators.flatMap(({ name, points, sharedPoints }): readonly Part[] => {
    if (points || !sharedPoints) return [{ name, points }];
    const { cell } = sharedPoints.ref;
    if (shared.has(cell)) return [];
    shared.add(cell);
    return [{ name, points: sharedPoints }];
  });
}

/** The indicators of each group and of the groups inside it. */
function indicatorsInside(table: IndicatorTable): ReadonlyMap<number, readonly Indicator[]> {
  const inside = new Map<number, Indicator[]>();
  for (const indicator of table.indicators) {
    for (let index = indicator.group; index !== null; index = table.groups[index]?.parent ?? null) {
      append(inside, index, indicator);
    }
  }
  return inside;
}

/**
 * Every group whose points and whose parts' points are all printed, with them. A group with a part that prints no points
 * is left out: a missing number is never taken as 0.
 */
export const pointSums = perReview((table: IndicatorTable): readonly PointSum[] => {
  const inside = indicatorsInside(table);
  return table.groups.flatMap((group, index) => {
    const value = numberIn(group.points);
    const { parts, innermost } = below(table, index, inside);
    const known = parts.flatMap(({ name, points }) => {
      const of = numberIn(points);
      return points && of !== null && !sameCell(points, group)
        ? [{ name: labelOf(name), cell: points, value: of }]
        : [];
    });
    if (!group.points || value === null || known.length === 0 || known.length < parts.length) return [];
    return [
      { name: labelOf(group.name), level: group.level, innermost, total: group.points, value, parts: known },
    ];
  });
});

/** An indicator that takes its points from its group's name says nothing new about the group. */
function sameCell(points: NumberCell, group: IndicatorGroup): boolean {
  return (
    group.points !== null &&
    points.ref.cell === group.points.ref.cell &&
    points.ref.sheet === group.points.ref.sheet
  );
}

/** Points at the outermost level: of the level-1 groups and of the indicators that stand in none. */
export const outermostPoints = perReview(
  (table: IndicatorTable): readonly Readonly<{ name: string; cell: NumberCell | null }>[] => {
    const groups = table.groups.filter((group) => group.level === 1);
    if (groups.length > 0 && groups.every((group) => group.points !== null)) {
      return [
        ...groups.map((group) => ({ name: labelOf(group.name), cell: group.points })),
        ...withPoints(table.indicators.filter(({ group }) => group === null)).map(({ name, points }) => ({
          name: labelOf(name),
          cell: points,
        })),
      ];
    }
    return withPoints(table.indicators).map(({ name, points }) => ({ name: labelOf(name), cell: points }));
  },
);

/** Sum of what is known, and where it stands. */
export function sumOf(parts: readonly Readonly<{ value: Exact }>[]): Exact {
  return sum(parts.map((part) => part.value));
}

/** Cells of parts, for the finding's related places. */
export function refsOf(
  parts: readonly Readonly<{ cell: NumberCell }>[],
  role: string,
): readonly (CellRef & { role: string })[] {
  return parts.map(({ cell }) => ({ ...cell.ref, role }));
}

/**
 * Points of one level in the column of a cell, the innermost where several stand there; empty where one of them is not a
 * number.
 */
export function pointsInColumn(table: IndicatorTable, { cell }: CellRef): readonly NumberCell[] {
  const column = cell.replace(/\d+$/, '');
  const inColumn = (points: NumberCell | null): boolean => points?.ref.cell.replace(/\d+$/, '') === column;
  const levels = [
    withPoints(table.indicators).map(({ points }) => points),
    ...[...new Set(table.groups.map(({ level }) => level))]
      .sort((a, b) => b - a)
      .map((level) => table.groups.filter((group) => group.level === level).map(({ points }) => points)),
  ];
  // A group with a single indicator gives it its points: the column is the groups' all the same.
  const own =
    levels.find((level) => level.length > 0 && level.every(inColumn)) ??
    levels.find((level) => level.some(inColumn)) ??
    [];
  const cells = own.filter((points): points is NumberCell => points !== null && inColumn(points));
  const unique = [...new Map(cells.map((points) => [points.ref.cell, points])).values()];
  return unique.every((points) => numberIn(points) !== null) ? unique : [];
}
