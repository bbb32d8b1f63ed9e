import type { Snapshot } from '../../core/snapshot/snapshot';
import type { ChangeReport, ReadResult, WorkbookChange, WorkbookHost } from '../ports';
import { forFile } from './file-fault';
import { PackageEditor } from './package/package-editor';
import { WorkbookPackage, type OpenOptions } from './package/workbook-package';
import { fileName, readSheets } from './read/read-xlsx';
import { readStyles } from './read/styles-part';
import { readWorkbookPart, type WorkbookPart } from './read/workbook-part';
import { applyPatches } from './write/apply-patches';
import { dropCalculationChain, requestRecalculation } from './write/recalculation';

type Opened = Readonly<{ book: WorkbookPackage; part: WorkbookPart; snapshot: Snapshot }>;

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
    return attempt(() => forFile(this.name, () => ({ snapshot: this.open().snapshot, settings: {} })));
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
    this.opened = { book, part, snapshot: { name: this.name, sheets: readSheets(book, part) } };
    return this.opened;
  }

  private change({ patches = [] }: WorkbookChange): ChangeReport {
    const { book, part, snapshot } = this.open();
    const editor = new PackageEditor(book);
    const notes: string[] = [];
    const sheets = snapshot.sheets.map((sheet, n) => ({ sheet, path: part.sheets[n]?.path ?? '' }));
    const styles = part.stylesPath === null ? [] : readStyles(editor.text(part.stylesPath), part.stylesPath);
    const { applied, refused, formulas } = applyPatches(editor, sheets, styles, patches);
    if (formulas) dropCalculationChain(editor);
    const computes =
      formulas || snapshot.sheets.some(({ cells }) => cells.some((cell) => cell.formula !== undefined));
    if (applied.length > 0 && computes) requestRecalculation(editor);
    this.bytes = editor.save();
    this.opened = null;
    return { applied, refused, notes };
  }
}

/** Runs synchronous work for an asynchronous port: what it throws becomes a rejection. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
