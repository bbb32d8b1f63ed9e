import { perObject } from '../remember';
import { isIndicatorTable, type IndicatorTable, type NumberCell, type Table } from '../tables/table';
import type { CheckContext } from './check-context';
import { keyOf } from './check-context';

/** A cell where a number belongs. In `measured` cells (targets and actual values) text with a unit is the custom. */
export type PlacedNumber = Readonly<{ cell: NumberCell; measured: boolean }>;

/** Every cell of every recognised table where a number belongs, each once, although a table may name it twice. */
export const numberCells = perObject((context: CheckContext): readonly PlacedNumber[] => {
  const seen = new Map<string, PlacedNumber>();
  for (const table of context.recognition.tables) {
    for (const placed of cellsOf(table)) {
      const key = keyOf(placed.cell.ref);
      if (!seen.has(key)) seen.set(key, placed);
    }
  }
  return [...seen.values()];
});

function cellsOf(table: Table): readonly PlacedNumber[] {
  if (isIndicatorTable(table)) return indicatorCells(table);
  return table.rows.flatMap((row) => row.cells.map((cell) => ({ cell, measured: false })));
}

function indicatorCells(table: IndicatorTable): readonly PlacedNumber[] {
  const placed = (
    measured: boolean,
    cells: readonly (NumberCell | null | undefined)[],
  ): readonly PlacedNumber[] => cells.flatMap((cell) => (cell ? [{ cell, measured }] : []));
  return [
    ...placed(
      false,
      table.groups.map((group) => group.points),
    ),
    ...table.indicators.flatMap(({ points, score, target, actual }) => [
      ...placed(false, [points, score]),
      ...placed(true, [target, actual]),
    ]),
    ...placed(false, [...(table.total?.points ?? []), table.total?.score]),
    ...table.money.flatMap((row) =>
      placed(false, [row.initial, row.budget, row.executed, row.points, row.rate, row.score]),
    ),
  ];
}
