import { toA1 } from '../../../core';
import { HostObject } from '../host-object';
import type { CellNote, SheetModel } from '../model/spreadsheet';
import { accessDenied, invalidArgument, itemNotFound, RichError } from '../rich-error';
import type { HostSession } from '../session';
import { rangeOf } from './addresses';

/** Author of what an add-in writes: whoever is signed in. */
const AUTHOR = 'workbench';

/** `worksheet.notes`: at most one note a cell, named by the cell's address. */
export function notesObject(session: HostSession, sheet: SheetModel): HostObject {
  const at = (address: unknown): CellNote | undefined => {
    const { top, left } = cellOf(address);
    return sheet.notes().find(({ row, column }) => row === top && column === left);
  };
  const object = (note: CellNote): HostObject => noteObject(session, sheet, note);
  const item = (address: unknown): HostObject => {
    const note = at(address);
    if (!note) throw itemNotFound();
    return object(note);
  };
  return new HostObject({
    type: 'NoteCollection',
    items: () => sheet.notes().map(object),
    item,
    methods: {
      add: (address, content) => {
        if (sheet.isProtected) throw accessDenied();
        if (typeof content !== 'string') throw invalidArgument();
        if (at(address)) throw new RichError('ItemAlreadyExists', 'The cell already has a note.');
        const { top, left } = cellOf(address);
        sheet.setNote(top, left, { content, author: AUTHOR });
        session.changes();
        return item(address);
      },
      getCount: () => sheet.notes().length,
      getItemOrNullObject: (address) => {
        const note = at(address);
        return note ? object(note) : null;
      },
    },
  });
}

function cellOf(address: unknown): Readonly<{ top: number; left: number }> {
  const range = rangeOf(address);
  if (range.top !== range.bottom || range.left !== range.right)
    throw new RichError('InvalidCellAddress', 'A note belongs to a single cell.');
  return range;
}

function noteObject(session: HostSession, sheet: SheetModel, { row, column, author }: CellNote): HostObject {
  const now = (): CellNote => {
    const note = sheet.notes().find((one) => one.row === row && one.column === column);
    if (!note) throw itemNotFound();
    return note;
  };
  const change = (note: Pick<CellNote, 'content' | 'author'> | null): null => {
    if (sheet.isProtected) throw accessDenied();
    sheet.setNote(row, column, note);
    session.changes();
    return null;
  };
  return new HostObject({
    type: 'Note',
    identity: () => ({ _Id: toA1({ row, column }) }),
    scalars: {
      authorName: { get: () => author },
      content: {
        get: () => now().content,
        set: (value) => change({ content: String(value), author }),
      },
    },
    methods: {
      delete: () => change(null),
      getLocation: () => session.objects.range(sheet, { top: row, left: column, bottom: row, right: column }),
    },
  });
}
