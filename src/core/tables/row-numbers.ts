import { squeeze } from '../snapshot/width';
import type { Line, Piece } from './sheet-view';

/** The number that a line prints before its label (序号), by which formulas call the line; `null` for none. */
export function numberBefore({ pieces }: Line, label: Piece): number | null {
  const [first] = pieces;
  if (!first || first.column >= label.column) return null;
  const text = typeof first.cell.value === 'object' ? '' : squeeze(String(first.cell.value));
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}
