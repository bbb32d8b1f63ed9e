import { type CellRef, parseRange } from '../../core';
import { isOwnPaper } from '../../core/tables/own-paper';
import {
  type ChangeReport,
  HostError,
  type InteractiveHost,
  type MissingFeature,
  type ReadResult,
  type WorkbookChange,
} from '../ports';
import { applyChange, type Attempt } from './apply-change';
import { ChangeFilter } from './change-listener';
import { officeCode, requireExcel, toHostError } from './failures';
import { type KnownWorkbook, knownSheets } from './known-workbook';
import { hasNotes, replaceNotes } from './notes';
import { readAgain } from './read-again';
import { readAtOnce, type ReadSheet } from './read-sheets';
import { readInBlocks } from './read-in-blocks';
import { refresh } from './refresh';
import { hasExcelApi, MERGED_AREAS_API, UNDO_GROUP_API } from './requirements';
import { loadSettings, readDraftSheet, readPainted, readSettings } from './settings';
import { localAddress } from './sheet-data';

/** Excel drops some change events (fast typing, validation lists): what was read longer ago is asked for again. */
const TRUST_MS = 15_000;

/** Codes after which reading again in small blocks makes no sense. */
const HOPELESS = new Set([
  'InvalidOperationInCellEditMode',
  'InvalidOrTimedOutSession',
  'ConnectionFailure',
  'ApiNotFound',
]);

/** The workbook that is open in Excel, through office.js. */
export class ExcelHost implements InteractiveHost {
  private known: KnownWorkbook | null = null;
  private readAt = Number.NEGATIVE_INFINITY;
  private dirty = true;
  private listening = false;
  /** Sheets as last read, by ID; `null` when what has changed since is not known. */
  private lastRead: ReadonlyMap<string, ReadSheet> | null = null;
  /** IDs of the sheets that were changed since, by whomever. */
  private changedSheets = new Set<string>();
  private readonly filter = new ChangeFilter();
  private readonly listeners = new Set<(sheet: string, address: string) => void>();

  constructor(private readonly now: () => number = Date.now) {}

  async read(): Promise<ReadResult> {
    return this.run('读取工作簿', async (context) => this.readInto(context));
  }

  async apply(change: WorkbookChange): Promise<ChangeReport> {
    const attempt: Attempt = { verdict: null };
    return this.run('写入工作簿', async (context) => {
      const fresh = this.known && !this.dirty && this.now() - this.readAt < TRUST_MS;
      if (!this.known) await this.readInto(context);
      else if (!fresh) await refresh(context, this.known, change.patches ?? [], change.marks !== undefined);
      if (!this.known) throw new Error('The workbook was read and is not known.');
      const { known } = this;
      const report = await applyChange(context, known, this.filter, change, attempt);
      // Not every write of ours comes back as an event.
      for (const { sheet } of [
        ...report.applied,
        ...(change.sheet ? [{ sheet: known.draftSheet ?? '' }] : []),
      ])
        this.changedSheets.add(known.sheets.get(sheet)?.id ?? '');
      if (!change.marks) return report;
      const notes = await replaceNotes(context, known, change.marks);
      return { ...report, notes: [...report.notes, ...notes] };
    });
  }

  async select({ sheet: name, cell }: CellRef): Promise<void> {
    await this.run('定位单元格', async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('visibility');
      await context.sync();
      if (sheet.isNullObject)
        throw new HostError('not-found', `找不到工作表“${name}”，它可能已被删除或改名。请重新检查。`);
      if (sheet.visibility !== 'Visible')
        throw new HostError(
          'refused',
          `工作表“${name}”是隐藏的。请先取消隐藏（右键单击任一工作表标签 → 取消隐藏），再定位到 ${cell}。`,
        );
      sheet.activate();
      sheet.getRange(cell).select();
      await context.sync();
    });
  }

  async selection(): Promise<CellRef | null> {
    return this.run('读取所选单元格', async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address,worksheet/name');
      try {
        await context.sync();
      } catch (error) {
        // A chart is selected, or several areas.
        if (officeCode(error) === 'InvalidSelection') return null;
        throw error;
      }
      const cell = localAddress(range.address);
      return parseRange(cell) ? { sheet: range.worksheet.name, cell } : null;
    });
  }

  async onChanged(listener: (sheet: string, address: string) => void): Promise<() => Promise<void>> {
    this.listeners.add(listener);
    if (!this.listening)
      await this.run('监听改动', async (context) => {
        this.listen(context);
        await context.sync();
        this.listening = true;
      });
    return () => {
      this.listeners.delete(listener);
      return Promise.resolve();
    };
  }

  private async readInto(context: Excel.RequestContext): Promise<ReadResult> {
    const { workbook } = context;
    workbook.load('name');
    workbook.worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
    const settings = loadSettings(workbook);
    this.listen(context);
    // A change that comes while the sheets are read makes the result doubtful, and belongs to the next one.
    this.dirty = false;
    const { lastRead, changedSheets } = this;
    this.lastRead = null;
    this.changedSheets = new Set();
    await context.sync();
    this.listening = true;
    const sheets = await this.readSheets(context, workbook.worksheets.items, lastRead, changedSheets);
    this.lastRead = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    this.known = {
      sheets: knownSheets(sheets),
      // A paper that the command line wrote is ours as well, though no setting names it.
      draftSheet:
        readDraftSheet(settings) ?? sheets.find(({ sheet }) => isOwnPaper(sheet))?.sheet.name ?? null,
      loosened: this.known?.loosened ?? new Set(),
      // Somebody may have written into a note meanwhile, or deleted it.
      notes: null,
      painted: readPainted(settings),
      // The workbook may no longer be shared: conditional formats are tried again.
      paints: false,
    };
    this.readAt = this.now();
    return {
      snapshot: { name: workbook.name, sheets: sheets.map(({ sheet }) => sheet) },
      settings: readSettings(settings),
    };
  }

  private async readSheets(
    context: Excel.RequestContext,
    sheets: readonly Excel.Worksheet[],
    lastRead: ReadonlyMap<string, ReadSheet> | null,
    changed: ReadonlySet<string>,
  ): Promise<ReadSheet[]> {
    try {
      if (lastRead) return await readAgain(context, sheets, lastRead, changed);
      return await readAtOnce(context, sheets);
    } catch (error) {
      const code = officeCode(error);
      if (code === null || HOPELESS.has(code)) throw error;
      return readInBlocks(context, sheets);
    }
  }

  /** Queues the registration for changes, until it has succeeded once: that is enough for the life of the pane. */
  private listen(context: Excel.RequestContext): void {
    if (this.listening) return;
    const { worksheets } = context.workbook;
    worksheets.onChanged.add((event) => {
      this.changed(event);
      return Promise.resolve();
    });
    worksheets.onFormatChanged.add(({ worksheetId }) => {
      this.changedSheets.add(worksheetId);
      return Promise.resolve();
    });
  }

  private changed(event: Excel.WorksheetChangedEventArgs): void {
    this.changedSheets.add(event.worksheetId);
    if (this.filter.isOurs(event)) return;
    this.dirty = true;
    const sheet = [...(this.known?.sheets.values() ?? [])].find(({ id }) => id === event.worksheetId);
    for (const listener of this.listeners) listener(sheet?.name ?? '', localAddress(event.address));
  }

  private async run<T>(doing: string, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    requireExcel();
    try {
      return await this.runGrouped(batch);
    } catch (error) {
      // What became of the batch is not known: look again before the next one.
      this.dirty = true;
      this.lastRead = null;
      throw toHostError(error, doing);
    }
  }

  /** All round trips of one step become one step of Excel's undo, where Excel can do that. */
  private async runGrouped<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    if (!hasExcelApi(UNDO_GROUP_API)) return Excel.run({ delayForCellEdit: true }, batch);
    try {
      return await Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, batch);
    } catch (error) {
      // A workbook in which a step cannot be grouped (shared the old way, for example) can still be worked on.
      if (officeCode(error) !== 'UndoNotSupported') throw error;
      this.dirty = true;
      return Excel.run({ delayForCellEdit: true }, batch);
    }
  }
}

/** What this Excel cannot do; empty where nothing is missing. */
export function missingFeatures(): MissingFeature[] {
  return [
    ...(hasExcelApi(MERGED_AREAS_API) ? [] : ['merged-areas' as const]),
    ...(hasNotes() ? [] : ['notes' as const]),
    ...(hasExcelApi(UNDO_GROUP_API) ? [] : ['undo-group' as const]),
  ];
}
