import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  NATIONAL,
  parseA1,
  review,
  type Cell,
  type CellValue,
  type Review,
  type Snapshot,
} from '../../../src/core';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';

const FOLDER = join(__dirname, '../../fixtures');

/** A workbook of test/fixtures as the host reads it. */
export function fixture(name: string): Snapshot {
  return readXlsx(readFileSync(join(FOLDER, `${name}.xlsx`)), `${name}.xlsx`);
}

/** What is put into a cell: a value, `null` to empty it, or a value with its formula. */
export type Planted = CellValue | null | Readonly<{ value: CellValue; formula: string }>;

/** Cells to change, as `sheet!A1`. */
export type Plants = Readonly<Record<string, Planted>>;

/** The same workbook with some cells changed; formats stay. */
export function plant(snapshot: Snapshot, plants: Plants): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const cells = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
      for (const [place, planted] of Object.entries(plants)) {
        const [name = '', address = ''] = place.split('!');
        const position = parseA1(address);
        if (name !== sheet.name || !position) continue;
        const key = `${position.row} ${position.column}`;
        if (planted === null) cells.delete(key);
        else cells.set(key, cellWith(cells.get(key), position, planted));
      }
      return { ...sheet, cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column) };
    }),
  };
}

function cellWith(
  cell: Cell | undefined,
  { row, column }: { row: number; column: number },
  planted: Exclude<Planted, null>,
): Cell {
  const content = typeof planted === 'object' && 'value' in planted ? planted : { value: planted };
  return {
    row,
    column,
    ...(cell?.format === undefined ? {} : { format: cell.format }),
    ...(cell?.indent === undefined ? {} : { indent: cell.indent }),
    ...content,
  };
}

/** Reviews a snapshot as the national profile does. */
export function reviewed(snapshot: Snapshot): Review {
  return review(snapshot, NATIONAL, {});
}
