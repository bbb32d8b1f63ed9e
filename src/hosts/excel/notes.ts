import { parseRange, type Severity, toA1 } from '../../core';
import type { HostNote, Mark } from '../ports';
import { officeCode } from './failures';
import { bySheet } from './grouped';
import type { KnownSheet, KnownWorkbook } from './known-workbook';
import { hasExcelApi, NOTES_API } from './requirements';
import { notesRefused } from './told';

/** Around every note of ours: a reader sees who wrote it and that it goes away, and we find it again by both. */
const HEAD = '绩效自评助手：';
const FOOT = '（清除标记时一并删除）';
const OWN = /^绩效自评助手：\s[\s\S]*\s（清除标记时一并删除）\s*$/;

/** More notes than this make Excel slow to scroll and are read by nobody; the pane lists all findings. */
const MAX_NOTES = 300;

const RANK: Readonly<Record<Severity, number>> = { error: 0, verify: 1, hint: 2 };

/** Whether this Excel can write notes, and the office.js that was loaded knows them too: the two are not updated together. */
export function hasNotes(): boolean {
  return hasExcelApi(NOTES_API) && 'notes' in Excel.Worksheet.prototype;
}

/**
 * Replaces the notes of ours by those of these marks. A cell that has a note of somebody else keeps it and gets none from
 * us; a note of ours that somebody wrote into is theirs from then on. Notes come after scores and marks, in round trips
 * of their own: where Excel refuses one (a cell with a threaded comment), nothing else is lost. Answers sentences for the
 * user.
 */
export async function replaceNotes(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  marks: readonly Mark[],
): Promise<HostNote[]> {
  if (!hasNotes()) return [];
  const wanted = wantedNotes(marks);
  const written = JSON.stringify(wanted);
  if (known.notes === written) return [];
  known.notes = null;
  try {
    const cells = bySheet(wanted);
    const sheets = [...known.sheets.values()].filter((sheet) => !sheet.protected);
    const found = sheets.map((sheet) => loadNotes(context, sheet, cells.get(sheet.name) ?? []));
    await context.sync();
    if (found.map(queueNotes).includes(true)) await context.sync();
    known.notes = written;
    return [];
  } catch (error) {
    const code = officeCode(error);
    // An error without a code is a bug of ours.
    if (code === null) throw error;
    return [notesRefused(code)];
  }
}

type Wanted = Readonly<{ sheet: string; cell: string; text: string }>;

/** The notes of marks, the gravest first, each at the first cell of its mark. */
function wantedNotes(marks: readonly Mark[]): Wanted[] {
  const byCell = new Map<string, Wanted>();
  for (const { sheet, cell, message } of [...marks].sort((a, b) => RANK[a.severity] - RANK[b.severity])) {
    const range = parseRange(cell);
    if (!range) continue;
    const first = toA1({ row: range.top, column: range.left });
    const key = `${sheet}!${first}`;
    if (!byCell.has(key)) byCell.set(key, { sheet, cell: first, text: `${HEAD}\n${message}\n${FOOT}` });
  }
  return [...byCell.values()].slice(0, MAX_NOTES);
}

type Found = Readonly<{
  notes: Excel.NoteCollection;
  /** What stands at each cell that is to get a note. */
  places: readonly Readonly<{ wanted: Wanted; there: Excel.Note }>[];
}>;

function loadNotes(context: Excel.RequestContext, { name }: KnownSheet, wanted: readonly Wanted[]): Found {
  const { notes } = context.workbook.worksheets.getItem(name);
  // Named leaves only: Excel on the web knows no size and no visibility of a note.
  notes.load('items/content');
  const places = wanted.map((one) => {
    const there = notes.getItemOrNullObject(one.cell);
    there.load('content');
    return { wanted: one, there };
  });
  return { notes, places };
}

/** Queues the exchange of notes on one sheet; tells whether there is anything to do. */
function queueNotes({ notes, places }: Found): boolean {
  const own = notes.items.filter((note) => OWN.test(note.content));
  for (const note of own) note.delete();
  const free = places.filter(({ there }) => there.isNullObject || OWN.test(there.content));
  for (const { wanted } of free) notes.add(wanted.cell, wanted.text);
  return own.length > 0 || free.length > 0;
}
