import { parseA1 } from '../snapshot/address';
import { rowLabel } from './row-labels';
import { labelOf, numberOf, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountRow, AmountTable } from './table';

/** A table that stands beside others under one header, with the columns it takes. */
export type Half = Readonly<{ table: AmountTable; signature: string; from: number; to: number }>;

/**
 * Tables beside each other that one line closes together: 公用经费合计 below two columns of its accounts, with its number under
 * the last of them. These are one table, which goes on at the top of the next column.
 */
export function joinedHalves(view: SheetView, halves: readonly Half[]): readonly Half[] {
  const bottom = Math.max(...halves.map(({ table }) => table.range.bottom));
  const line = view.lines.find(({ row }) => row === bottom);
  const sum = line && sumOver(line, halves);
  if (!sum) return halves;
  const joined = halves.slice(sum.first, sum.last + 1);
  const [first] = joined;
  const last = joined.at(-1);
  if (!first || !last || !joined.every(({ table }) => alike(table, first.table))) return halves;
  const own = joined.map(({ table }) => table.rows.filter((row) => rowOf(row) !== bottom));
  const rows = own.flatMap((part, index): readonly AmountRow[] => {
    const before = own.slice(0, index).reduce((count, { length }) => count + length, 0);
    return part.map((row) => ({ ...row, parent: row.parent === null ? null : row.parent + before }));
  });
  const total: AmountRow = {
    label: labelOf(view, sum.label),
    role: 'total',
    depth: 0,
    parent: null,
    unit: null,
    note: null,
    cells: [numberOf(view, sum.value)],
  };
  const range = { ...first.table.range, right: last.table.range.right, bottom };
  const table: AmountTable = { ...first.table, range, rows: [...rows, total] };
  return [...halves.slice(0, sum.first), { ...first, table, to: last.to }, ...halves.slice(sum.last + 1)];
}

type Sum = Readonly<{ first: number; last: number; label: Piece; value: Piece }>;

/** The sum whose label stands under one of the tables and whose number under another, with nothing between them. */
function sumOver({ pieces }: Line, halves: readonly Half[]): Sum | null {
  const halfOf = ({ column }: Piece): number =>
    halves.findIndex(({ from, to }) => column >= from && column <= to);
  for (const [index, label] of pieces.entries()) {
    const value = pieces[index + 1];
    if (label.kind !== 'text' || value?.kind !== 'number' || rowLabel(label.text).totals === null) continue;
    const [first, last] = [halfOf(label), halfOf(value)];
    if (first >= 0 && last > first) return { first, last, label, value };
  }
  return null;
}

const alike = (a: AmountTable, b: AmountTable): boolean =>
  a.kind === b.kind &&
  a.columns.length === 1 &&
  b.columns.length === 1 &&
  a.columns[0]?.header.text === b.columns[0]?.header.text;

const rowOf = ({ label }: AmountRow): number => parseA1(label.ref.cell)?.row ?? -1;
