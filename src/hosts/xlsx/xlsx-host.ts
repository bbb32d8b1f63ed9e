import type { CellPatch } from '../../core/patches/patch';
import type { CellRef } from '../../core/snapshot/address';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { ChangeReport, HostNote, ReadResult, WorkbookChange, WorkbookHost } from '../ports';
import { applyMarks } from './marks/apply-marks';
import { applyPaper } from './paper/apply-paper';
import { forFile } from './file-fault';
import { PackageEditor } from './package/package-editor';
import { WorkbookPackage, type OpenOptions } from './package/workbook-package';
import { fileName, readSheets } from './read/read-xlsx';
import { readStyles } from './read/styles-part';
import { readWorkbookPart, type WorkbookPart } from './read/workbook-part';
import { applySettings, readSettings } from './settings/apply-settings';
import { applyPatches, type PatchResult } from './write/apply-patches';
import { dropCalculationChain, requestRecalculation } from './write/recalculation';

type Opened = Readonly<{
  book: WorkbookPackage;
  part: WorkbookPart;
  snapshot: Snapshot;
  unknownResults: readonly CellRef[];
}>;

/**
 * A workbook file in memory. Reading and writing work on its bytes; nothing outside is touched, so that it runs in a
 * browser as well. What a change does not concern keeps its bytes.
 */
export class XlsxHost implements WorkbookHost {
  readonly name: string;
  private opened: Opened | null = null;

  constructor(
    private bytes: Uint8Array,
    path: string,
    private readonly options: OpenOptions = {},
  ) {
    this.name = fileName(path);
  }

  read(): Promise<ReadResult> {
    return attempt(() =>
      forFile(this.name, () => ({
        snapshot: this.open().snapshot,
        settings: readSettings(this.open().book),
        unknownResults: this.open().unknownResults,
      })),
    );
  }

  apply(change: WorkbookChange): Promise<ChangeReport> {
    return attempt(() => forFile(this.name, () => this.change(change)));
  }

  /** The file as it is now: the bytes it was made from until something is changed. */
  save(): Uint8Array {
    return this.bytes;
  }

  private open(): Opened {
    if (this.opened) return this.opened;
    const book = new WorkbookPackage(this.bytes, this.options);
    const part = readWorkbookPart(book);
    const { sheets, unknown } = readSheets(book, part);
    this.opened = { book, part, snapshot: { name: this.name, sheets }, unknownResults: unknown };
    return this.opened;
  }

  private change(change: WorkbookChange): ChangeReport {
    const { part } = this.open();
    // Opened again, so that reading and changing do not share one allowance of bytes.
    const editor = new PackageEditor(new WorkbookPackage(this.bytes, this.options));
    const notes: HostNote[] = [];
    const { applied, refused } = this.patch(editor, change.patches ?? []);
    if (change.marks) applyMarks(editor, part, change.marks, notes);
    if (change.sheet) applyPaper(editor, part, change.sheet, notes);
    if (change.settings) applySettings(editor, change.settings);
    this.bytes = editor.save();
    this.opened = null;
    return { applied, refused, notes };
  }

  private patch(editor: PackageEditor, patches: readonly CellPatch[]): PatchResult {
    const { part, snapshot } = this.open();
    const { stylesPath } = part;
    const sheets = snapshot.sheets.map((sheet, n) => ({ sheet, path: part.sheets[n]?.path ?? '' }));
    const styles = stylesPath === null ? [] : readStyles(editor.text(stylesPath), stylesPath);
    const result = applyPatches(editor, sheets, styles, patches);
    if (result.formulas) dropCalculationChain(editor);
    const computes = snapshot.sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));
    if (result.formulas || (computes && result.applied.length > 0)) requestRecalculation(editor);
    return result;
  }
}

/** Runs synchronous work for an asynchronous port: what it throws becomes a rejection. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
