import type { SheetVisibility } from '../../../core';
import { HostObject, type Scalar } from '../host-object';
import type { SheetModel } from '../model/spreadsheet';
import { invalidArgument, itemNotFound, requireFront, RichError } from '../rich-error';
import type { HostSession } from '../session';
import type { EventKind } from '../wire';
import { rangeOf, rangesOf, WHOLE_SHEET } from './addresses';
import { notesObject } from './notes';
import { rangeAreasObject } from './range-areas';
import { rangeObject } from './range';
import { keyedCollection } from './settings';

const VISIBILITY: Readonly<Record<SheetVisibility, string>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** `workbook.worksheets`. */
export function worksheetsObject(session: HostSession): HostObject {
  const { model } = session;
  const find = (key: unknown): SheetModel | undefined =>
    model
      .sheets()
      .find((sheet) => sheet.id === key || sheet.name.toLowerCase() === String(key).toLowerCase());
  const object = (sheet: SheetModel): HostObject => worksheetObject(session, sheet);
  return new HostObject({
    type: 'WorksheetCollection',
    items: () => model.sheets().map(object),
    item: (key) => {
      const sheet = find(key);
      if (!sheet) throw itemNotFound();
      return object(sheet);
    },
    methods: {
      add: (name) => {
        const wanted = typeof name === 'string' ? name : `Sheet${model.sheets().length + 1}`;
        if (!isSheetName(wanted)) throw invalidArgument();
        if (find(wanted))
          throw new RichError('ItemAlreadyExists', 'A resource with the same name already exists.');
        const sheet = model.addSheet(wanted);
        session.changes();
        return object(sheet);
      },
      getActiveWorksheet: () => object(model.activeSheet()),
      getCount: (onlyVisible) =>
        model.sheets().filter((sheet) => onlyVisible !== true || sheet.visibility === 'visible').length,
      getFirst: () => first(model.sheets().map(object)),
      getItemOrNullObject: (key) => {
        const sheet = find(key);
        return sheet ? object(sheet) : null;
      },
      ...eventMethods(session, 'Workbook'),
    },
  });
}

function first(sheets: readonly HostObject[]): HostObject {
  const [sheet] = sheets;
  if (!sheet) throw itemNotFound();
  return sheet;
}

/** Excel's rules for the name of a sheet. */
const isSheetName = (name: string): boolean =>
  name.length >= 1 && name.length <= 31 && !/[\\/?*[\]:]/.test(name);

/** `Worksheet`. */
export function worksheetObject(session: HostSession, sheet: SheetModel): HostObject {
  const attribute = (key: string, fallback: unknown): Scalar => ({
    get: () => sheet.attributes.get(key) ?? fallback,
    set: (value) => {
      sheet.attributes.set(key, value);
      session.changes();
    },
  });
  const used = (valuesOnly: unknown): HostObject | null => {
    const bounds = sheet.bounds(valuesOnly === true);
    return bounds ? rangeObject(session, sheet, bounds) : null;
  };
  return new HostObject({
    type: 'Worksheet',
    identity: () => ({ Id: sheet.id }),
    scalars: {
      id: { get: () => sheet.id },
      name: {
        get: () => sheet.name,
        set: (value) => {
          if (!isSheetName(String(value))) throw invalidArgument();
          sheet.name = String(value);
          session.wipesUndo('Worksheet.name');
        },
      },
      position: { get: () => session.model.sheets().indexOf(sheet) },
      visibility: {
        get: () => VISIBILITY[sheet.visibility],
        set: (value) => {
          const found = Object.entries(VISIBILITY).find(([, name]) => name === value);
          if (!found) throw invalidArgument();
          sheet.visibility = found[0] as SheetVisibility;
          session.wipesUndo('Worksheet.visibility');
        },
      },
      tabColor: attribute('tabColor', ''),
      gridlines: attribute('gridlines', true),
    },
    children: {
      protection: () => protectionObject(session, sheet),
      notes: () => notesObject(session, sheet),
      pageLayout: () =>
        new HostObject({
          type: 'PageLayout',
          scalars: {
            orientation: attribute('orientation', 'Portrait'),
            paperSize: attribute('paperSize', 'Letter'),
            zoom: attribute('zoom', { scale: 100 }),
          },
          methods: {
            setPrintTitleRows: (rows) => {
              sheet.attributes.set('printTitleRows', rows);
              return null;
            },
          },
        }),
      freezePanes: () =>
        new HostObject({
          type: 'WorksheetFreezePanes',
          methods: {
            freezeRows: (rows) => {
              sheet.attributes.set('frozenRows', rows);
              session.changes();
              return null;
            },
            unfreeze: () => {
              sheet.attributes.delete('frozenRows');
              session.changes();
              return null;
            },
          },
        }),
      customProperties: () => keyedCollection(session, 'WorksheetCustomProperty', customProperties(sheet)),
    },
    methods: {
      getRange: (address) => rangeObject(session, sheet, rangeOf(address)),
      getRanges: (addresses) => rangeAreasObject(session, sheet, rangesOf(addresses)),
      getCell: (row, column) => rangeByIndexes(session, sheet, [row, column, 1, 1]),
      getRangeByIndexes: (...numbers) => rangeByIndexes(session, sheet, numbers),
      // A blank sheet answers its first cell here, and a null object there.
      getUsedRange: (valuesOnly) => used(valuesOnly) ?? rangeByIndexes(session, sheet, [0, 0, 1, 1]),
      getUsedRangeOrNullObject: used,
      activate: () => {
        requireFront(session);
        if (sheet.visibility !== 'visible')
          throw new RichError('InvalidOperation', 'The sheet is not visible.');
        session.model.select(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
        return null;
      },
      delete: () => {
        session.model.removeSheet(sheet.id);
        session.wipesUndo('Worksheet.delete');
        return null;
      },
      ...eventMethods(session, sheet.id),
    },
  });
}

function rangeByIndexes(session: HostSession, sheet: SheetModel, numbers: readonly unknown[]): HostObject {
  const [top = -1, left = -1, rows = 0, columns = 0] = numbers.map(Number);
  const range = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  if (
    top < 0 ||
    left < 0 ||
    rows < 1 ||
    columns < 1 ||
    range.bottom > WHOLE_SHEET.bottom ||
    range.right > WHOLE_SHEET.right
  )
    throw invalidArgument();
  return rangeObject(session, sheet, range);
}

function customProperties(sheet: SheetModel): Map<string, unknown> {
  const known = sheet.attributes.get('customProperties');
  if (known instanceof Map) return known as Map<string, unknown>;
  const made = new Map<string, unknown>();
  sheet.attributes.set('customProperties', made);
  return made;
}

function protectionObject(session: HostSession, sheet: SheetModel): HostObject {
  return new HostObject({
    type: 'WorksheetProtection',
    scalars: { protected: { get: () => sheet.isProtected } },
    methods: {
      protect: () => {
        sheet.isProtected = true;
        session.wipesUndo('WorksheetProtection.protect');
        return null;
      },
      unprotect: () => {
        sheet.isProtected = false;
        session.wipesUndo('WorksheetProtection.unprotect');
        return null;
      },
    },
  });
}

function eventMethods(session: HostSession, target: string): Record<string, () => null> {
  const kinds: readonly [EventKind, string][] = [
    ['DataChanged', 'DataChangedEvent'],
    ['SelectionChanged', 'SelectionChangedEvent'],
    ['FormatChanged', 'FormatChangedEvent'],
  ];
  return Object.fromEntries(
    kinds.flatMap(([kind, name]) => [
      [`_Register${name}`, () => session.listen(kind, target, true)],
      [`_Unregister${name}`, () => session.listen(kind, target, false)],
    ]),
  );
}
