import type { Cell, Snapshot } from '../../../core/snapshot/snapshot';
import { completeResults, type Completed } from '../compute/unsaved-results';
import { forFile } from '../file-fault';
import { WorkbookPackage, type OpenOptions } from '../package/workbook-package';
import { readDefinedNames } from './defined-names';
import { readSharedStrings } from './shared-strings';
import { readSheet, type CellBudget } from './read-sheet';
import { readStyles } from './styles-part';
import { readWorkbookPart, type WorkbookPart } from './workbook-part';

/**
 * Reads a workbook file (`.xlsx`, `.xlsm`) from its bytes; `name` may have folders before it. Parts that no cell
 * depends on are not even inflated. A file that is no workbook, is damaged, or costs more than the limits allow ends
 * with a `WorkbookFileError`.
 */
export function readXlsx(bytes: Uint8Array, name: string, options: OpenOptions = {}): Snapshot {
  const file = fileName(name);
  return forFile(file, () => {
    const book = new WorkbookPackage(bytes, options);
    return { name: file, sheets: readSheets(book, readWorkbookPart(book)).sheets };
  });
}

/** Reads all sheets of an opened workbook, with the results of formulas that were saved without one. */
export function readSheets(book: WorkbookPackage, part: WorkbookPart): Completed {
  const { stylesPath, stringsPath } = part;
  let strings: readonly string[] | null = null;
  const context = {
    styles: stylesPath === null ? [] : readStyles(book.text(stylesPath).xml, stylesPath),
    strings: () =>
      (strings ??= stringsPath === null ? [] : readSharedStrings(book.text(stringsPath).xml, stringsPath)),
    unsaved: new Set<Cell>(),
  };
  const budget: CellBudget = { left: book.limits.cells };
  const sheets = part.sheets.map((entry) =>
    readSheet(entry, book.text(entry.path).xml, context, book.limits, budget),
  );
  const { workbookPath } = book;
  return completeResults(sheets, context.unsaved, () =>
    readDefinedNames(book.text(workbookPath).xml, workbookPath),
  );
}

/** Name of a file without its folders, on either kind of system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
