import { HUNDRED } from '../scoring/number';
import type { NumberCell } from './table';

/** Points of a cell: a weight in percent (20%) is that many points of a hundred. */
export function asPoints(cell: NumberCell): NumberCell {
  const { reading } = cell;
  if (reading.kind !== 'number' || !reading.percent) return cell;
  const { value, decimals, unit, sign } = reading;
  return {
    ...cell,
    reading: { kind: 'number', value: value.mul(HUNDRED), decimals, percent: false, unit, sign, quirks: [] },
  };
}
