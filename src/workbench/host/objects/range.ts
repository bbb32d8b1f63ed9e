import { type Range, rangeToA1 } from '../../../core';
import { HostObject } from '../host-object';
import type { Hyperlink, SheetModel } from '../model/spreadsheet';
import { accessDenied, invalidArgument, requireFront, RichError } from '../rich-error';
import type { HostSession } from '../session';
import { columnCount, fullAddress, intersection, rangeOf, rowCount } from './addresses';
import { cellProperties, rangeFormatObject, setCellProperties } from './range-format';
import { matrix, writeMatrix } from './range-values';

/** Above this number of merged areas `getMergedAreasOrNullObject` fails. */
const MAX_MERGED_AREAS = 512;

/** The cells behind an object that came as an argument. */
const cellsBehind = new WeakMap<HostObject, Range>();

/** `Range`. */
export function rangeObject(session: HostSession, sheet: SheetModel, range: Range): HostObject {
  const at = (part: Range): HostObject => rangeObject(session, sheet, part);
  const readWrite = (property: 'values' | 'formulas' | 'numberFormat') => ({
    get: () => matrix(session, sheet, range, property),
    set: (value: unknown) => {
      writeMatrix(session, sheet, range, property, value);
    },
  });
  const object: HostObject = new HostObject({
    type: 'Range',
    identity: () => ({ _ReferenceId: session.referenceId(object) }),
    scalars: {
      address: { get: () => fullAddress(sheet, range) },
      rowIndex: { get: () => range.top },
      columnIndex: { get: () => range.left },
      rowCount: { get: () => rowCount(range) },
      columnCount: { get: () => columnCount(range) },
      cellCount: { get: () => rowCount(range) * columnCount(range) },
      values: readWrite('values'),
      formulas: readWrite('formulas'),
      numberFormat: readWrite('numberFormat'),
      text: { get: () => matrix(session, sheet, range, 'text') },
      valueTypes: { get: () => matrix(session, sheet, range, 'valueTypes') },
      rowHidden: { get: () => allOrNone(range.top, range.bottom, (row) => sheet.isRowHidden(row)) },
      columnHidden: {
        get: () => allOrNone(range.left, range.right, (column) => sheet.isColumnHidden(column)),
      },
      hyperlink: {
        get: () => sheet.hyperlink(range.top, range.left),
        set: (value) => {
          if (sheet.isProtected) throw accessDenied();
          sheet.setHyperlink(range.top, range.left, value as Hyperlink);
          session.changes();
        },
      },
    },
    children: {
      format: () => rangeFormatObject(session, sheet, range),
      conditionalFormats: () => session.objects.conditionalFormats(sheet, [range]),
      worksheet: () => session.objects.worksheet(sheet),
    },
    methods: {
      getCell: (row, column) => at(offset(range, Number(row), Number(column))),
      getRow: (row) => {
        const top = range.top + Number(row);
        if (!(top >= 0)) throw invalidArgument();
        return at({ ...range, top, bottom: top });
      },
      getBoundingRect: (other) => {
        const cells = other instanceof HostObject ? cellsBehind.get(other) : rangeOf(other);
        if (!cells) throw invalidArgument();
        return at(bounding(range, cells));
      },
      // The client writes more than 1,500 cells in parts, and has the whole size checked before the first.
      _ValidateArraySize: (rows, columns) => {
        if (rows !== rowCount(range) || columns !== columnCount(range)) throw invalidArgument();
        return null;
      },
      getUsedRangeOrNullObject: (valuesOnly) => {
        const used = sheet.bounds(valuesOnly === true);
        const both = used && intersection(used, range);
        return both ? at(both) : null;
      },
      getMergedAreasOrNullObject: () => {
        // Excel only tells of areas whose first cell lies inside the range that is asked.
        const inside = sheet
          .merges()
          .filter((merge) => intersection(range, { ...merge, bottom: merge.top, right: merge.left }));
        if (inside.length > MAX_MERGED_AREAS)
          throw new RichError('GeneralException', 'There are too many merged areas.');
        return inside.length === 0 ? null : session.objects.rangeAreas(sheet, inside);
      },
      getCellProperties: (wanted) => cellProperties(sheet, range, wanted),
      setCellProperties: (given) => setCellProperties(session, sheet, range, given),
      getRowProperties: (wanted) =>
        lineProperties(range.top, range.bottom, wanted, 'rowHidden', (row) => sheet.isRowHidden(row)),
      getColumnProperties: (wanted) =>
        lineProperties(range.left, range.right, wanted, 'columnHidden', (column) =>
          sheet.isColumnHidden(column),
        ),
      select: () => {
        requireFront(session);
        if (sheet.visibility !== 'visible')
          throw new RichError('InvalidOperation', 'The sheet is not visible.');
        session.model.select(sheet, range);
        return null;
      },
      clear: (what) => {
        if (sheet.isProtected) throw accessDenied();
        sheet.clear(range, clearKind(what));
        session.changes(sheet, rangeToA1(range));
        return null;
      },
    },
  });
  cellsBehind.set(object, range);
  return object;
}

function allOrNone(from: number, to: number, holds: (index: number) => boolean): boolean | null {
  const first = holds(from);
  for (let index = from + 1; index <= to; index += 1) if (holds(index) !== first) return null;
  return first;
}

function lineProperties(
  from: number,
  to: number,
  wanted: unknown,
  property: string,
  holds: (index: number) => boolean,
): Record<string, unknown>[] {
  const names = Object.keys(wanted as object);
  if (names.some((name) => name !== property)) throw invalidArgument();
  return Array.from({ length: to - from + 1 }, (_, index) => ({ [property]: holds(from + index) }));
}

function offset(range: Range, row: number, column: number): Range {
  const [top, left] = [range.top + row, range.left + column];
  if (!(top >= 0 && left >= 0)) throw invalidArgument();
  return { top, left, bottom: top, right: left };
}

function bounding(a: Range, b: Range): Range {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function clearKind(what: unknown): 'All' | 'Contents' | 'Formats' | 'Hyperlinks' {
  if (what === null || what === undefined) return 'All';
  if (what === 'All' || what === 'Contents' || what === 'Formats' || what === 'Hyperlinks') return what;
  throw invalidArgument();
}
