import type { Cell, CellValue, Range, SheetVisibility } from '../../core';

/** The values of a range as Excel hands them over: matrices of one shape. */
export type RangeData = Readonly<{
  top: number;
  left: number;
  values: readonly (readonly unknown[])[];
  formulas: readonly (readonly unknown[])[];
  numberFormat: readonly (readonly unknown[])[];
  /** Indentation of each cell, where it was asked for. */
  indents: readonly (readonly number[])[] | null;
}>;

/** Error values come as text; a cell that holds one of these as typed text is not worth another round trip. */
const ERROR =
  /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/;

/** Non-empty cells of a range in reading order. */
export function cellsOf(data: RangeData): Cell[] {
  const cells: Cell[] = [];
  for (const [rowOffset, row] of data.values.entries()) {
    for (const [columnOffset, raw] of row.entries()) {
      const formula = formulaOf(data.formulas[rowOffset]?.[columnOffset], raw);
      if (raw === '' && formula === null) continue;
      const format = data.numberFormat[rowOffset]?.[columnOffset];
      const indent = data.indents?.[rowOffset]?.[columnOffset] ?? 0;
      cells.push({
        row: data.top + rowOffset,
        column: data.left + columnOffset,
        value: valueOf(raw),
        ...(formula === null ? {} : { formula: formula.slice(1) }),
        ...(typeof format === 'string' && format !== 'General' ? { format } : {}),
        ...(indent > 0 ? { indent } : {}),
      });
    }
  }
  return cells;
}

/** Formula with its `=`, null for none. Text such as `=A1` answers itself as its formula; no formula has itself as value. */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula : null;
}

/** A value of Excel as a snapshot has it. */
export function valueOf(raw: unknown): CellValue {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  const text = String(raw);
  return ERROR.test(text) ? { error: text } : text;
}

/** Excel's word for a sheet's visibility → ours. */
export function visibilityOf(word: string): SheetVisibility {
  if (word === 'Hidden') return 'hidden';
  return word === 'VeryHidden' ? 'veryHidden' : 'visible';
}

/** Indexes from `first` on for which the line is hidden. */
export function hiddenLines(first: number, hidden: readonly (boolean | undefined)[]): number[] {
  return hidden.flatMap((isHidden, offset) => (isHidden === true ? [first + offset] : []));
}

/** Address of Excel (`'表 1'!$B$2:C3`) without its sheet. */
export const localAddress = (address: string): string =>
  address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');

/** Each merge once; blocks of a large sheet may name one twice. */
export function distinctRanges(ranges: readonly Range[]): Range[] {
  return [...new Map(ranges.map((range) => [Object.values(range).join(), range])).values()];
}
