import { perReview } from '../remember';
import { isIndicatorTable, type IndicatorTable, type NumberCell } from '../tables/table';
import type { CheckContext } from './check-context';

/**
 * Where a number belongs: `counted` cells hold one or nothing, in `measured` cells (targets and actual values) text with a
 * unit is the custom, in `listed` ones (a list's value without a unit) any text may stand.
 */
type NumberPlace = 'counted' | 'measured' | 'listed';

export type PlacedNumber = Readonly<{ cell: NumberCell; place: NumberPlace }>;

type Add = (place: NumberPlace, cells: readonly (NumberCell | null | undefined)[]) => void;

/** Every cell of every recognised table where a number belongs, each once, although a table may name it twice. */
export const numberCells = perReview((context: CheckContext): readonly PlacedNumber[] => {
  const found: PlacedNumber[] = [];
  const seen = new Map<string, Set<string>>();
  const add: Add = (place, cells) => {
    for (const cell of cells) {
      if (!cell) continue;
      const { sheet, cell: address } = cell.ref;
      const ofSheet = seen.get(sheet) ?? new Set();
      if (ofSheet.size === 0) seen.set(sheet, ofSheet);
      if (ofSheet.has(address)) continue;
      ofSheet.add(address);
      found.push({ cell, place });
    }
  };
  for (const table of context.recognition.tables) {
    if (isIndicatorTable(table)) addIndicators(table, add);
    else
      for (const { unit, cells } of table.rows)
        add(table.kind === 'data-list' && unit === null ? 'listed' : 'counted', cells);
  }
  return found;
});

function addIndicators({ groups, indicators, total, money }: IndicatorTable, add: Add): void {
  for (const group of groups) add('counted', [group.points]);
  for (const { points, score, target, actual } of indicators) {
    add('counted', [points, score]);
    add('measured', [target, actual]);
  }
  if (total) add('counted', [...total.points, total.score]);
  for (const row of money)
    add('counted', [row.initial, row.budget, row.executed, row.points, row.rate, row.score]);
}
