import { type CellValue, isCellError } from '../../core';
import { ERROR_TEXT } from '../host/cell-input';
import { BLANK, type CellContentState } from '../host/model/spreadsheet';
import type { UniverCell } from './univer-api';

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED_TEXT = 4;

/** Content of a cell of Univer. */
export function fromUniverCell(
  cell: UniverCell | null | undefined,
  formula: string | null,
): CellContentState {
  const value = valueOf(cell);
  if (value === null && formula === null) return BLANK;
  return { value: value ?? (formula === null ? null : 0), formula, quoted: cell?.t === FORCED_TEXT };
}

function valueOf(cell: UniverCell | null | undefined): CellValue | null {
  const value = cell?.v;
  if (value === null || value === undefined || value === '') return null;
  if (cell?.t === BOOLEAN) return value === true || value === 1 || value === '1' || value === 'TRUE';
  if (cell?.t === NUMBER && typeof value === 'string') return Number(value);
  if (typeof value === 'string' && cell?.t !== FORCED_TEXT && ERROR_TEXT.test(value)) return { error: value };
  return value;
}

/** A content as Univer takes it; what the cell held before is gone. */
export function toUniverCell(content: CellContentState | null): UniverCell {
  const { value, formula } = content ?? BLANK;
  const rest = { f: formula, si: null, p: null };
  if (value === null) return { ...rest, v: null, t: null };
  if (isCellError(value)) return { ...rest, v: value.error, t: TEXT };
  if (typeof value === 'number') return { ...rest, v: value, t: NUMBER };
  if (typeof value === 'boolean') return { ...rest, v: value ? 1 : 0, t: BOOLEAN };
  // Text that looks like a number is kept as text only by force.
  return { ...rest, v: value, t: formula === null && /^[\d.,%+=@-]/.test(value) ? FORCED_TEXT : TEXT };
}
