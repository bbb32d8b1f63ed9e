import type { Cell, Position } from '../../core';
import { appendAll } from '../../core/lists';
import { officeCode } from './failures';
import {
  assemble,
  COLUMNS,
  LINES,
  loadCells,
  loadMarks,
  loadMerges,
  readCells,
  readMarks,
  readMerges,
  type ReadSheet,
} from './read-sheets';
import { distinctRanges, hiddenLines } from './sheet-data';

/** Cells asked for at once: with values, formulas and formats of long Chinese texts well below the 5 MB of Excel on the web. */
const BLOCK_CELLS = 5000;

type Rows = Readonly<{ top: number; bottom: number }>;

/** Reads large sheets block by block, and each block in halves where Excel still refuses. One round trip a block. */
export async function readInBlocks(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<ReadSheet[]> {
  const loads = sheets.map((sheet) => {
    const used = sheet.getUsedRange(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    return { sheet, used };
  });
  await context.sync();
  const read: ReadSheet[] = [];
  for (const { sheet, used } of loads)
    read.push(await readSheet(context, sheet, used, await marksOf(context, sheet)));
  return read;
}

/** Marks of ours, in a round trip of their own: a sheet that cannot tell them can still be read and scored. */
async function marksOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<string[]> {
  const marks = loadMarks(sheet);
  try {
    await context.sync();
    return readMarks(marks);
  } catch (error) {
    if (officeCode(error) === null) throw error;
    return [];
  }
}

async function readSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Excel.Range,
  markIds: readonly string[],
): Promise<ReadSheet> {
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const all: Rows = { top: rowIndex, bottom: rowIndex + rowCount - 1 };
  const part = ({ top, bottom }: Rows): Excel.Range =>
    sheet.getRangeByIndexes(top, columnIndex, bottom - top + 1, columnCount);
  const cells: Cell[] = [];
  const unlocked: Position[] = [];
  const textCells: Position[] = [];
  for (const block of blocks(all, Math.max(1, Math.floor(BLOCK_CELLS / columnCount)))) {
    const parts = await inHalves(block, async (rows) => {
      const load = loadCells(part(rows), sheet.protection.protected);
      // One round trip a block is the point: two blocks at once would be too large again.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      return readCells(load);
    });
    for (const found of parts) {
      appendAll(cells, found.cells);
      appendAll(unlocked, found.unlocked);
      appendAll(textCells, found.textCells);
    }
  }
  const merges = await inHalves(all, async (rows) => {
    const load = loadMerges(part(rows));
    await context.sync();
    return readMerges(load);
  });
  const rows = used.getRowProperties(LINES);
  const columns = used.getColumnProperties(COLUMNS);
  await context.sync();
  return assemble(sheet, {
    cells,
    unlocked,
    textCells,
    markIds,
    merges: distinctRanges(merges.flat()),
    hiddenRows: hiddenLines(
      rowIndex,
      rows.value.map((row) => row.rowHidden),
    ),
    hiddenColumns: hiddenLines(
      columnIndex,
      columns.value.map((column) => column.columnHidden),
    ),
  });
}

function blocks({ top, bottom }: Rows, height: number): Rows[] {
  const found: Rows[] = [];
  for (let from = top; from <= bottom; from += height)
    found.push({ top: from, bottom: Math.min(bottom, from + height - 1) });
  return found;
}

/** Reads rows; when Excel refuses (too large, more than 512 merged areas) each half by itself. */
async function inHalves<T>(rows: Rows, read: (rows: Rows) => Promise<T>): Promise<T[]> {
  try {
    return [await read(rows)];
  } catch (error) {
    // An error without a code is a bug of ours, and one row cannot be divided.
    if (officeCode(error) === null || rows.top === rows.bottom) throw error;
    const middle = Math.floor((rows.top + rows.bottom) / 2);
    return [
      ...(await inHalves({ top: rows.top, bottom: middle }, read)),
      ...(await inHalves({ top: middle + 1, bottom: rows.bottom }, read)),
    ];
  }
}
