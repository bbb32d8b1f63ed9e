import { type CellContent, type CellPatch, rangeToA1, sameContent } from '../../core';
import type { ChangeReport, HostNote, RefusedPatch, SheetDraft, WorkbookChange } from '../ports';
import { place, type PlacedPatch, runsOf, toWrite, type WriteRun } from './cell-writing';
import type { ChangeFilter } from './change-listener';
import { freeName, queueDraft } from './draft-sheet';
import { errorPlace, officeCode } from './failures';
import { bySheet } from './grouped';
import { blankSheet, cellKey, type KnownSheet, type KnownWorkbook } from './known-workbook';
import { prepareMarks, queueAllMarks } from './marking';
import { stillPainted } from './painted-marks';
import { refresh } from './refresh';
import { queueDraftSheet, queueSettings } from './settings';
import { paperRenamed } from './told';

/** What survives when a change has to be written a second time. */
export type Attempt = { verdict: Verdict | null };

/**
 * Writes a change in one round trip and keeps what is known up to date. Where Excel refuses conditional formats, it is
 * written again with painted cells for marks.
 */
export async function applyChange(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  filter: ChangeFilter,
  change: WorkbookChange,
  attempt: Attempt,
): Promise<ChangeReport> {
  attempt.verdict ??= judge(known, change.patches ?? []);
  const { verdict } = attempt;
  try {
    return await write(context, known, filter, change, verdict);
  } catch (error) {
    if (!change.marks || known.paints || !refusesFormats(error)) throw error;
    // What stood before the refusal is done: the cells are written, and painted ones have their fills back.
    await refresh(context, known, change.patches ?? [], true);
    known.paints = true;
    known.painted = stillPainted(known);
    return write(context, known, filter, change, verdict);
  }
}

/** Whether it was a conditional format that Excel refused. Its code for that is not published; the place is told. */
function refusesFormats(error: unknown): boolean {
  return officeCode(error) !== null && /conditional/i.test(errorPlace(error));
}

async function write(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  filter: ChangeFilter,
  change: WorkbookChange,
  { allowed, refused }: Verdict,
): Promise<ChangeReport> {
  const { worksheets } = context.workbook;
  const notes: HostNote[] = [];
  const marking = change.marks && (await prepareMarks(context, known, change.marks));
  for (const [name, placed] of allowed) {
    const own = known.sheets.get(name);
    if (!own) continue;
    const sheet = worksheets.getItem(name);
    for (const run of runsOf(placed.filter((one) => !isWritten(own, one)))) {
      queueRun(sheet, run, known, own);
      filter.expect(own.id, addressOf(run));
    }
  }
  // The record of what was there comes before the paint.
  if (change.settings) queueSettings(context.workbook, change.settings);
  const marked = marking && queueAllMarks(context, known, marking, notes);
  const draft = change.sheet ? queueSheet(context, known, change.sheet, notes) : null;
  await context.sync();
  if (marked) {
    for (const { own, formats } of marked.formats) own.markIds = formats.map(({ id }) => id);
    known.painted = marked.painted;
  }
  if (draft) rememberDraft(known, draft);
  for (const [name, placed] of allowed)
    for (const { patch, position } of placed)
      known.sheets.get(name)?.contents.set(cellKey(position), patch.after);
  return { applied: [...allowed.values()].flat().map(({ patch }) => patch), refused, notes };
}

/** Whether an earlier attempt has written a cell already. */
function isWritten({ contents }: KnownSheet, { patch, position }: PlacedPatch): boolean {
  const now = contents.get(cellKey(position)) ?? null;
  return sameContent(now, patch.after) && !sameContent(now, patch.before);
}

/** Patches that may be written, by the name of their sheet, and the others with the reason. */
type Verdict = Readonly<{
  allowed: ReadonlyMap<string, readonly PlacedPatch[]>;
  refused: readonly RefusedPatch[];
}>;

/** Which patches may be written, by sheet, and why the others may not. */
function judge(known: KnownWorkbook, patches: readonly CellPatch[]): Verdict {
  const allowed = new Map<string, PlacedPatch[]>();
  const refused: RefusedPatch[] = [];
  for (const [name, own] of bySheet(patches)) {
    const sheet = known.sheets.get(name);
    const { placed, unplaced } = place(own);
    for (const patch of sheet ? unplaced : own) refused.push({ patch, reason: 'missing' });
    if (!sheet) continue;
    const good = placed.filter((item) => {
      const reason = refusal(sheet, item);
      if (reason) refused.push({ patch: item.patch, reason });
      return reason === null;
    });
    if (good.length > 0) allowed.set(name, good);
  }
  return { allowed, refused };
}

function refusal(sheet: KnownSheet, { patch, position }: PlacedPatch): RefusedPatch['reason'] | null {
  const key = cellKey(position);
  if (!sameContent(sheet.contents.get(key) ?? null, patch.before)) return 'changed';
  return sheet.protected && !sheet.unlocked.has(key) ? 'protected' : null;
}

function queueRun(sheet: Excel.Worksheet, run: WriteRun, { loosened }: KnownWorkbook, own: KnownSheet): void {
  const range = sheet.getRangeByIndexes(run.top, run.left, run.patches.length, 1);
  const formats = run.patches.map(({ after, sheet: name }, offset) => {
    const key = cellKey({ row: run.top + offset, column: run.left });
    return [textFormatChange(after, key, name, own, loosened)];
  });
  // null leaves a cell as it is.
  if (formats.some(([format]) => format !== null)) range.numberFormat = formats;
  range.formulas = run.patches.map(({ after }) => [toWrite(after)]);
}

/**
 * In a cell of the text format a number would be kept as text and a formula never computed: it loses the format, and
 * gets it back when the number is taken out again.
 */
function textFormatChange(
  after: CellContent,
  key: string,
  name: string,
  { textCells }: KnownSheet,
  loosened: Set<string>,
): 'General' | '@' | null {
  const remembered = `${name}!${key}`;
  const needsNumber = after !== null && typeof after !== 'string';
  if (needsNumber && textCells.delete(key)) {
    loosened.add(remembered);
    return 'General';
  }
  if (needsNumber || !loosened.delete(remembered)) return null;
  textCells.add(key);
  return '@';
}

const addressOf = ({ top, left, patches }: WriteRun): string =>
  rangeToA1({ top, left, bottom: top + patches.length - 1, right: left });

/** Deleting a sheet would empty Excel's undo stack: an earlier sheet of ours is emptied and written again. */
function queueSheet(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  draft: SheetDraft,
  notes: HostNote[],
): Excel.Worksheet | null {
  const { worksheets } = context.workbook;
  const taken = new Set([...known.sheets.keys()].map((name) => name.toLowerCase()));
  const ours = known.draftSheet !== null && known.sheets.has(known.draftSheet) ? known.draftSheet : null;
  if (ours !== null) {
    queueDraft(worksheets.getItem(ours), draft);
    return null;
  }
  const name = freeName(draft.name, taken);
  if (name !== draft.name) notes.push(paperRenamed(draft.name, name));
  const sheet = worksheets.add(name);
  sheet.load('id,name');
  queueDraft(sheet, draft);
  queueDraftSheet(context.workbook, name);
  return sheet;
}

function rememberDraft(known: KnownWorkbook, { id, name }: Excel.Worksheet): void {
  known.draftSheet = name;
  known.sheets.set(name, blankSheet(id, name));
}
