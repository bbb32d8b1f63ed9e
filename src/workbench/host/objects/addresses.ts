import { MAX_COLUMNS, MAX_ROWS, parseRange, type Range, rangeToA1 } from '../../../core';
import { quotedName } from '../model/sheet-base';
import type { SheetModel } from '../model/spreadsheet';
import { invalidArgument } from '../rich-error';

export const WHOLE_SHEET: Range = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** Excel cuts longer address texts off. */
const MAX_ADDRESS_LENGTH = 8192;

/** Range of an address as `getRange` takes it; whole columns (`A:C`) and rows (`1:3`) are allowed, nothing is the sheet. */
export function rangeOf(address: unknown): Range {
  if (address === null || address === undefined || address === '') return WHOLE_SHEET;
  if (typeof address !== 'string') throw invalidArgument();
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(local);
  const whole = columns ? parseRange(`${columns[1] ?? ''}1:${columns[2] ?? ''}${MAX_ROWS}`) : rowsOf(local);
  const range = whole ?? parseRange(local);
  if (!range) throw invalidArgument();
  return range;
}

function rowsOf(local: string): Range | null {
  const rows = /^(\d+):(\d+)$/.exec(local);
  return rows ? parseRange(`A${rows[1] ?? ''}:XFD${rows[2] ?? ''}`) : null;
}

/** Ranges of an address list as `getRanges` takes it. */
export function rangesOf(addresses: unknown): readonly Range[] {
  if (addresses === null || addresses === undefined) return [WHOLE_SHEET];
  if (typeof addresses !== 'string' || addresses.length > MAX_ADDRESS_LENGTH) throw invalidArgument();
  return addresses.split(',').map((address) => rangeOf(address.trim()));
}

/** Address of a range with its sheet, as `Range.address` has it. */
export const fullAddress = (sheet: SheetModel, range: Range): string =>
  `${quotedName(sheet.name)}!${rangeToA1(range)}`;

/** Part that two ranges share, null for none. */
export function intersection(a: Range, b: Range): Range | null {
  const both = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top > both.bottom || both.left > both.right ? null : both;
}

export const rowCount = (range: Range): number => range.bottom - range.top + 1;
export const columnCount = (range: Range): number => range.right - range.left + 1;
