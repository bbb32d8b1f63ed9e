import { type CellPatch, contentOf } from '../../core';
import { place, runsOf } from './cell-writing';
import { bySheet } from './grouped';
import { blankSheet, cellKey, type KnownSheet, type KnownWorkbook } from './known-workbook';
import { loadCells, loadMarks, readCells, readMarks } from './read-sheets';

/**
 * Asks Excel once more, in one round trip, what the cells of these patches hold, and where marks of ours are when
 * `marks` are to be replaced. A sheet that is gone is forgotten.
 */
export async function refresh(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  patches: readonly CellPatch[],
  marks: boolean,
): Promise<void> {
  const { worksheets } = context.workbook;
  const targets = [...bySheet(patches)].map(([name, own]) => {
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load('id,protection/protected');
    const cells = runsOf(place(own).placed).map(({ top, left, patches: run }) =>
      loadCells(sheet.getRangeByIndexes(top, left, run.length, 1), true),
    );
    return { name, sheet, cells, own };
  });
  const formats = (marks ? [...known.sheets.values()] : []).map((own) => {
    const sheet = worksheets.getItemOrNullObject(own.name);
    return { own, sheet, marks: loadMarks(sheet) };
  });
  await context.sync();
  for (const { name, sheet, cells, own } of targets) {
    if (sheet.isNullObject) {
      known.sheets.delete(name);
      continue;
    }
    const before = known.sheets.get(name) ?? blankSheet(sheet.id, name);
    known.sheets.set(name, { ...before, protected: sheet.protection.protected });
    for (const { position } of place(own).placed) forget(before, cellKey(position));
    for (const load of cells) {
      const read = readCells(load);
      for (const cell of read.cells) before.contents.set(cellKey(cell), contentOf(cell));
      for (const cell of read.textCells) before.textCells.add(cellKey(cell));
      for (const cell of read.unlocked) before.unlocked.add(cellKey(cell));
    }
  }
  for (const { own, sheet, marks: found } of formats)
    if (sheet.isNullObject) known.sheets.delete(own.name);
    else own.markIds = readMarks(found);
}

function forget({ contents, textCells, unlocked }: KnownSheet, key: string): void {
  contents.delete(key);
  textCells.delete(key);
  unlocked.delete(key);
}
