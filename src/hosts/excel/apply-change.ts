import { type CellContent, type CellPatch, rangeToA1, sameContent } from '../../core';
import type { ChangeReport, Mark, RefusedPatch, SheetDraft, WorkbookChange } from '../ports';
import { place, type PlacedPatch, runsOf, toWrite, type WriteRun } from './cell-writing';
import type { ChangeFilter } from './change-listener';
import { freeName, queueDraft } from './draft-sheet';
import { blankSheet, cellKey, type KnownSheet, type KnownWorkbook } from './known-workbook';
import { queueMarks, queueUnmark } from './marks';
import { bySheet } from './refresh';
import { queueDraftSheet, queueSettings } from './settings';

/** Writes a change in one round trip and keeps what is known up to date. */
export async function applyChange(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  filter: ChangeFilter,
  change: WorkbookChange,
): Promise<ChangeReport> {
  const { worksheets } = context.workbook;
  const notes: string[] = [];
  const { allowed, refused } = judge(known, change.patches ?? []);
  for (const [own, placed] of allowed) {
    const sheet = worksheets.getItem(own.name);
    for (const run of runsOf(placed)) {
      queueRun(sheet, run, known, own);
      filter.expect(own.id, addressOf(run));
    }
  }
  const marks = change.marks ? queueAllMarks(context, known, change.marks, notes) : [];
  const draft = change.sheet ? queueSheet(context, known, change.sheet, notes) : null;
  if (change.settings) queueSettings(context.workbook, change.settings);
  await context.sync();
  for (const { own, formats } of marks) own.markIds = formats.map(({ id }) => id);
  if (draft) rememberDraft(known, draft);
  for (const [own, placed] of allowed)
    for (const { patch, position } of placed) own.contents.set(cellKey(position), patch.after);
  return { applied: [...allowed.values()].flat().map(({ patch }) => patch), refused, notes };
}

/** Which patches may be written, by sheet, and why the others may not. */
function judge(
  known: KnownWorkbook,
  patches: readonly CellPatch[],
): { allowed: Map<KnownSheet, PlacedPatch[]>; refused: RefusedPatch[] } {
  const allowed = new Map<KnownSheet, PlacedPatch[]>();
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
    if (good.length > 0) allowed.set(sheet, good);
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

type NewMarks = Readonly<{ own: KnownSheet; formats: readonly Excel.ConditionalFormat[] }>;

function queueAllMarks(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  marks: readonly Mark[],
  notes: string[],
): NewMarks[] {
  const wanted = bySheet(marks);
  const queued: NewMarks[] = [];
  for (const own of known.sheets.values()) {
    const cells = wanted.get(own.name) ?? [];
    if (cells.length === 0 && own.markIds.length === 0) continue;
    if (own.protected) {
      notes.push(`工作表“${own.name}”受保护，没有在上面做标记。问题仍列在窗格里。`);
      continue;
    }
    const sheet = context.workbook.worksheets.getItem(own.name);
    queueUnmark(sheet, own.markIds);
    queued.push({ own, formats: queueMarks(sheet, cells) });
  }
  return queued;
}

/** Deleting a sheet would empty Excel's undo stack: an earlier sheet of ours is emptied and written again. */
function queueSheet(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  draft: SheetDraft,
  notes: string[],
): Excel.Worksheet | null {
  const { worksheets } = context.workbook;
  const taken = new Set([...known.sheets.keys()].map((name) => name.toLowerCase()));
  const ours = known.draftSheet !== null && known.sheets.has(known.draftSheet) ? known.draftSheet : null;
  if (ours !== null) {
    queueDraft(worksheets.getItem(ours), draft);
    return null;
  }
  const name = freeName(draft.name, taken);
  if (name !== draft.name) notes.push(`工作簿里已有您自己的工作表“${draft.name}”，底稿写在“${name}”里。`);
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
