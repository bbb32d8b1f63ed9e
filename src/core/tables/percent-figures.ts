import { readNumber } from '../snapshot/read-number';
import { squeeze } from '../snapshot/width';
import type { ReadRow } from './amount-block';
import { saysPercent } from './headings';
import type { AmountColumn, NumberCell } from './table';

/**
 * Rows whose small rates are read as the others of their column are typed: under 增减（%） 1.55 is 1.55% where another one is
 * 4.17, and 155% only where all are parts of one.
 */
export function withPercentFigures(
  rows: readonly ReadRow[],
  columns: readonly AmountColumn[],
): readonly ReadRow[] {
  const shown = columns.map(
    ({ meaning, header }, column) =>
      meaning === 'rate' &&
      saysPercent(squeeze(header.text)) &&
      rows.some(({ cells }) => isFigure(cells[column])),
  );
  if (!shown.includes(true)) return rows;
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => (shown[column] && !isFigure(cell) ? asFigure(cell) : cell)),
  }));
}

const isFigure = (cell: NumberCell | undefined): boolean =>
  cell?.reading.kind === 'number' && cell.reading.bareFigure === true;

const asFigure = (cell: NumberCell): NumberCell => ({
  ...cell,
  reading: readNumber(cell.cell, { rate: 'all-figures' }),
});
