import { sum, ZERO, type Exact } from '../scoring/number';
import type { IndicatorTable, NumberCell } from '../tables/table';
import type { CheckContext } from './check-context';
import { fullMark } from './full-mark';
import { outermostPoints, pointsInColumn } from './point-sums';
import { executionLines } from './scored-lines';
import { numberIn } from './table-words';
import { sameExactly } from './tolerance';

/** Level-1 points and the money line's points together. */
export function outermostCells(table: IndicatorTable): readonly NumberCell[] | null {
  const cells = outermostPoints(table).map((part) => part.cell);
  const all = [...executionPoints(table), ...cells];
  return all.length > 0 && all.every((cell) => cell !== null && numberIn(cell) !== null)
    ? (all as NumberCell[])
    : null;
}

/** A points cell of the total line that is not the sum of its column. */
export type ColumnGap = Readonly<{
  cell: NumberCell;
  printed: Exact;
  total: Exact;
  parts: readonly NumberCell[];
}>;

/** Compares each points column of the total line with the points that stand in that column. */
export function columnGaps(context: CheckContext, table: IndicatorTable): readonly ColumnGap[] {
  return (table.total?.points ?? []).flatMap((cell): readonly ColumnGap[] => {
    const printed = numberIn(cell);
    const own = pointsInColumn(table, cell.ref);
    if (printed === null || own.length === 0) return [];
    if (mayLackMoney(table, totalOf(own), printed)) return [];
    const withMoney = [...executionPoints(table), ...own];
    // The money line's points stand in the same column or beside it; they count when the total says so.
    const parts = isNearer(printed, totalOf(withMoney), totalOf(own)) ? withMoney : own;
    const total = totalOf(parts);
    if (sameExactly(printed, total)) return [];
    // The level-1 column of a total line that prints the full mark: already told as “合计应为”.
    const isTold =
      isOutermost(table, own) && sameExactly(printed, fullMark(context, table, totalOf(withMoney)));
    return isTold ? [] : [{ cell, printed, total, parts }];
  });
}

/** Whether points that are missing may be those of the money line, which has a score and does not say out of how many. */
export function mayLackMoney(table: IndicatorTable, found: Exact, wanted: Exact): boolean {
  const [execution] = executionLines(table);
  const printed = execution?.points ? numberIn(execution.points) : null;
  return (
    execution !== undefined &&
    printed === null &&
    numberIn(execution.score) !== null &&
    found.compare(wanted) < 0
  );
}

/** Points of the money lines that print them. */
const executionPoints = (table: IndicatorTable): readonly NumberCell[] =>
  executionLines(table).flatMap(({ points }) => (points && numberIn(points) !== null ? [points] : []));

function isOutermost(table: IndicatorTable, parts: readonly NumberCell[]): boolean {
  const cells = new Set(outermostPoints(table).map((part) => part.cell?.ref.cell));
  return parts.length === cells.size && parts.every((part) => cells.has(part.ref.cell));
}

/** Sum of the numbers in cells. */
export function totalOf(cells: readonly NumberCell[]): Exact {
  return sum(cells.map((cell) => numberIn(cell) ?? ZERO));
}

function isNearer(printed: Exact, a: Exact, b: Exact): boolean {
  return printed.sub(a).abs().compare(printed.sub(b).abs()) < 0;
}
