import type { Cell } from '../../core';
import {
  IncompleteAnswer,
  type LoadedFrame,
  loadFrame,
  loadWhole,
  readFrame,
  type ReadSheet,
  readWhole,
} from './read-sheets';
import { cellsOf } from './sheet-data';

/**
 * Reads the sheets again of which something may have changed since `before` was read, and of the others only as much as
 * shows that nothing has: Excel loses events of fast typing, and raises none for what formulas come to. So the values of
 * all cells are compared, and the formulas where there are any. What is left out is costly and hardly ever changes
 * without an event: number formats and indents. One round trip, two when a change without an event is found.
 */
export async function readAgain(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  before: ReadonlyMap<string, ReadSheet>,
  changed: ReadonlySet<string>,
): Promise<ReadSheet[]> {
  const loads = sheets.map((sheet) => {
    const known = changed.has(sheet.id) ? undefined : before.get(sheet.id);
    // Which cells of a protected sheet may be written is not among what is compared.
    return known && !known.sheet.protected && !sheet.protection.protected
      ? { sheet, glance: loadGlance(sheet, known) }
      : { sheet, whole: loadWhole(sheet) };
  });
  await context.sync();
  const first = loads.map(({ sheet, glance, whole }) => ({
    sheet,
    read: glance ? unchanged(glance) : readWhole(whole),
  }));
  const rest = new Map(
    first.flatMap(({ sheet, read }) => (read ? [] : [[sheet.id, loadWhole(sheet)] as const])),
  );
  if (rest.size > 0) await context.sync();
  return first.map(({ sheet, read }) => {
    const late = rest.get(sheet.id);
    if (late) return readWhole(late);
    if (!read) throw new IncompleteAnswer();
    return read;
  });
}

type Glance = Readonly<{ known: ReadSheet; frame: LoadedFrame; withFormulas: boolean }>;

function loadGlance(sheet: Excel.Worksheet, known: ReadSheet): Glance {
  const frame = loadFrame(sheet);
  const withFormulas = known.sheet.cells.some(({ formula }) => formula !== undefined);
  frame.used.load(`rowIndex,columnIndex,values${withFormulas ? ',formulas' : ''}`);
  return { known, frame, withFormulas };
}

/** The sheet with the cells that are known of it; `null` when they are others by now. */
function unchanged({ known, frame, withFormulas }: Glance): ReadSheet | null {
  const { used } = frame;
  const { rowIndex, columnIndex } = used;
  const values = used.values as unknown;
  const formulas: unknown = withFormulas ? used.formulas : values;
  if (!Array.isArray(values) || !Array.isArray(formulas)) throw new IncompleteAnswer();
  const now = cellsOf({
    top: rowIndex,
    left: columnIndex,
    values: values as unknown[][],
    formulas: formulas as unknown[][],
    numberFormat: [],
    indents: null,
  });
  const { cells } = known.sheet;
  if (now.length !== cells.length || !now.every((cell, index) => sameCell(cell, cells[index]))) return null;
  const { unlocked, textCells } = known;
  return readFrame(frame, { cells, unlocked, textCells });
}

function sameCell(now: Cell, before: Cell | undefined): boolean {
  return (
    before !== undefined &&
    now.row === before.row &&
    now.column === before.column &&
    now.formula === before.formula &&
    (now.value === before.value || JSON.stringify(now.value) === JSON.stringify(before.value))
  );
}
