import { toA1, type Sheet, type Snapshot } from '../../../src/core';
import type { MarkedCell } from './form-sheet';

/** A marked cell wherever it stands now. */
export type MarkedPlace = Readonly<{ mark: string; sheet: string; cell: string; value: MarkedCell['value'] }>;

/** All marked cells of a workbook. */
export const marksOf = ({ sheets }: Snapshot): readonly MarkedPlace[] =>
  sheets.flatMap(({ name, cells }) =>
    (cells as readonly MarkedCell[]).flatMap((cell) =>
      cell.mark === undefined ? [] : [{ mark: cell.mark, sheet: name, cell: toA1(cell), value: cell.value }],
    ),
  );

/** The workbook with other values in marked cells. */
export const withMarked = (book: Snapshot, values: Readonly<Record<string, string | number>>): Snapshot => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: (sheet.cells as readonly MarkedCell[]).map((cell) => {
      const value = cell.mark === undefined ? undefined : values[cell.mark];
      return value === undefined ? cell : { ...cell, value };
    }),
  })),
});

/** Two sheets as one, the second at the right of the first and some rows lower. */
export function beside(left: Sheet, right: Sheet, gap: number, lower = 0): Sheet {
  const width =
    Math.max(...left.cells.map(({ column }) => column), ...left.merges.map((merge) => merge.right)) + 1 + gap;
  const cells = right.cells.map((cell) => ({
    ...cell,
    row: cell.row + lower,
    column: cell.column + width,
  }));
  const merges = right.merges.map((merge) => ({
    top: merge.top + lower,
    bottom: merge.bottom + lower,
    left: merge.left + width,
    right: merge.right + width,
  }));
  return {
    ...left,
    cells: [...left.cells, ...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    merges: [...left.merges, ...merges],
  };
}
