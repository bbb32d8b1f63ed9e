import { exact, roundHalfUp } from '../scoring/number';
import { formatSections, GENERAL, type FormatShape } from './number-format';
import { isCellError, type Cell } from './snapshot';

/**
 * What a reader sees in a cell: the host's own text where there is one, else the value through its number format. Covers
 * the formats that tables of money use (decimals, grouping, percent, literals, sections, dates by day); in a format it
 * does not know, the plain value.
 *
 * @example displayedText({ row: 0, column: 0, value: 0.0324, format: '0.00%' }) // '3.24%'
 */
export function displayedText(cell: Cell): string {
  if (cell.text !== undefined) return cell.text;
  const { value } = cell;
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return numberText(value, cell.format ?? 'General');
}

function numberText(value: number, code: string): string {
  const sections = formatSections(code);
  const negative = value < 0 && sections.length > 1;
  const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0];
  const shape = section?.shape ?? GENERAL;
  const magnitude = negative ? -value : value;
  switch (shape.kind) {
    case 'general':
    case 'text':
      return String(cleanDouble(magnitude));
    case 'date':
      return dateText(value);
    case 'number':
    case 'percent':
      return section?.instead ?? digitsText(magnitude, shape);
  }
}

function digitsText(value: number, shape: FormatShape): string {
  const scale = (shape.kind === 'percent' ? 100 : 1) / 1000 ** shape.thousands;
  const decimals = shape.decimals ?? 0;
  const number = exact(cleanDouble(value));
  const rounded = roundHalfUp(scale === 1 ? number : number.mul(exact(scale)), decimals);
  const [whole = '0', fraction = ''] = rounded.abs().toString(decimals).split('.');
  const grouped = shape.grouping ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const digits = decimals > 0 ? `${grouped}.${fraction.padEnd(decimals, '0')}` : grouped;
  return `${rounded.valueOf() < 0 ? '-' : ''}${shape.prefix}${digits}${shape.suffix}`.trim();
}

/**
 * A double as Excel shows it: 15 significant digits, so that 81.90000000000001 is 81.9. The 16th and 17th digit are
 * traces of binary arithmetic that nobody typed.
 */
export function cleanDouble(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** Day of an Excel serial number (day 1 is 1900-01-01, with the leap day 1900 that never was). */
export function dateText(serial: number): string {
  const { year, month, day } = dayOf(Math.floor(serial));
  return `${year}年${month}月${day}日`;
}

/** Civil date of a serial number, by counting days from 1900-03-01 (serial 61), after the day that never was. */
function dayOf(serial: number): { year: number; month: number; day: number } {
  const days = serial >= 61 ? serial - 61 : serial - 60;
  // Years that begin in March put the leap day last; 1900-03-01 is day 693,960 from 0000-03-01; 400 years have 146,097 days.
  const shifted = days + 693_960;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
