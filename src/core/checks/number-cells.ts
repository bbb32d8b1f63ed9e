import { perReview } from '../remember';
import { isIndicatorTable, type IndicatorTable, type NumberCell } from '../tables/table';
import type { CheckContext } from './check-context';

/** A cell where a number belongs. In `measured` cells (targets and actual values) text with a unit is the custom. */
export type PlacedNumber = Readonly<{ cell: NumberCell; measured: boolean }>;

/** Every cell of every recognised table where a number belongs, each once, although a table may name it twice. */
export const numberCells = perReview((context: CheckContext): readonly PlacedNumber[] => {
  const found: PlacedNumber[] = [];
  const seen = new Map<string, Set<string>>();
  const place = (measured: boolean, cells: readonly (NumberCell | null | undefined)[]): void => {
    for (const cell of cells) {
      if (!cell) continue;
      const { sheet, cell: address } = cell.ref;
      const ofSheet = seen.get(sheet) ?? new Set();
      if (ofSheet.size === 0) seen.set(sheet, ofSheet);
      if (ofSheet.has(address)) continue;
      ofSheet.add(address);
      found.push({ cell, measured });
    }
  };
  for (const table of context.recognition.tables) {
    if (isIndicatorTable(table)) placeIndicators(table, place);
    else for (const row of table.rows) place(false, row.cells);
  }
  return found;
});

function placeIndicators(
  { groups, indicators, total, money }: IndicatorTable,
  place: (measured: boolean, cells: readonly (NumberCell | null | undefined)[]) => void,
): void {
  for (const group of groups) place(false, [group.points]);
  for (const { points, score, target, actual } of indicators) {
    place(false, [points, score]);
    place(true, [target, actual]);
  }
  if (total) place(false, [...total.points, total.score]);
  for (const row of money)
    place(false, [row.initial, row.budget, row.executed, row.points, row.rate, row.score]);
}
