import { parseA1, type Cell, type CellValue, type Range, type Sheet, type Snapshot } from '../../src/core';

type SheetChange = (sheet: Sheet) => Sheet;

/** Applies a change to every sheet. */
export const eachSheet = (snapshot: Snapshot, change: SheetChange): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map(change),
});

const inReadingOrder = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => a.row - b.row || a.column - b.column);

/** Inserts empty rows before a row, as Excel does: merges that reach across grow. */
export function insertRows(sheet: Sheet, before: number, count: number): Sheet {
  const move = (row: number): number => (row >= before ? row + count : row);
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, row: move(cell.row) })),
    merges: sheet.merges.map((merge) => ({ ...merge, top: move(merge.top), bottom: move(merge.bottom) })),
    hiddenRows: sheet.hiddenRows.map(move),
  };
}

/** Inserts empty columns before a column. */
export function insertColumns(sheet: Sheet, before: number, count: number): Sheet {
  const move = (column: number): number => (column >= before ? column + count : column);
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, column: move(cell.column) })),
    merges: sheet.merges.map((merge) => ({ ...merge, left: move(merge.left), right: move(merge.right) })),
    hiddenColumns: sheet.hiddenColumns.map(move),
  };
}

const filled = (sheet: Sheet, { top, left, bottom, right }: Range): Cell[] => {
  const source = sheet.cells.find((cell) => cell.row === top && cell.column === left);
  if (!source) return [];
  const copies: Cell[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (row !== top || column !== left) copies.push({ ...source, row, column });
    }
  }
  return copies;
};

/** Takes all merges apart; with `fill`, every cell of an area gets its value. */
export function unmerge(sheet: Sheet, fill: boolean): Sheet {
  const copies = fill ? sheet.merges.flatMap((merge) => filled(sheet, merge)) : [];
  return { ...sheet, merges: [], cells: inReadingOrder([...sheet.cells, ...copies]) };
}

/** Takes apart the vertical merges alone and fills them, as a pivot of the level columns would be. */
export function unmergeLevels(sheet: Sheet, fill: boolean): Sheet {
  const vertical = sheet.merges.filter(({ top, bottom, left, right }) => bottom > top && left === right);
  const copies = fill ? vertical.flatMap((merge) => filled(sheet, merge)) : [];
  return {
    ...sheet,
    merges: sheet.merges.filter((merge) => !vertical.includes(merge)),
    cells: inReadingOrder([...sheet.cells, ...copies]),
  };
}

/** Repeats rows (a header) before another row, as a page break in a converted document does. */
export function repeatRows(sheet: Sheet, from: number, to: number, before: number): Sheet {
  const count = to - from + 1;
  const inserted = insertRows(sheet, before, count);
  const copies = sheet.cells
    .filter(({ row }) => row >= from && row <= to)
    .map((cell) => ({ ...cell, row: cell.row - from + before }));
  const merges = sheet.merges
    .filter(({ top, bottom }) => top >= from && bottom <= to)
    .map((merge) => ({ ...merge, top: merge.top - from + before, bottom: merge.bottom - from + before }));
  return {
    ...inserted,
    cells: inReadingOrder([...inserted.cells, ...copies]),
    merges: [...splitAt(inserted.merges, before, count), ...merges],
  };
}

/** Merges do not reach over an inserted header: each part keeps the upper area only, the lower cells are blank. */
const splitAt = (merges: readonly Range[], before: number, count: number): Range[] =>
  merges.map((merge) =>
    merge.top < before && merge.bottom >= before + count ? { ...merge, bottom: before - 1 } : merge,
  );

/** Puts all sheets under each other on one sheet, with blank rows between. */
export function onOneSheet(snapshot: Snapshot, gap: number): Snapshot {
  let offset = 0;
  const cells: Cell[] = [];
  const merges: Range[] = [];
  for (const sheet of snapshot.sheets) {
    const shift = offset;
    cells.push(...sheet.cells.map((cell) => ({ ...cell, row: cell.row + shift })));
    merges.push(
      ...sheet.merges.map((merge) => ({ ...merge, top: merge.top + shift, bottom: merge.bottom + shift })),
    );
    offset += Math.max(0, ...sheet.cells.map(({ row }) => row)) + 1 + gap;
  }
  const [first] = snapshot.sheets;
  if (!first) return snapshot;
  return {
    ...snapshot,
    sheets: [
      { ...first, name: '全部', visibility: 'visible', cells, merges, hiddenRows: [], hiddenColumns: [] },
    ],
  };
}

/** Moves whole columns of a sheet to other places; only for sheets whose merges stay within one column. */
export function permuteColumns(
  sheet: Sheet,
  rows: { from: number; to: number },
  place: readonly number[],
): Sheet {
  const inside = (row: number): boolean => row >= rows.from && row <= rows.to;
  return {
    ...sheet,
    cells: inReadingOrder(
      sheet.cells.map((cell) =>
        inside(cell.row) ? { ...cell, column: place[cell.column] ?? cell.column } : cell,
      ),
    ),
    merges: sheet.merges.map((merge) =>
      inside(merge.top) && merge.left === merge.right
        ? { ...merge, left: place[merge.left] ?? merge.left, right: place[merge.right] ?? merge.right }
        : merge,
    ),
  };
}

/** Writes all amounts of money in 元 instead of 万元. */
export function inYuan(sheet: Sheet, isMoney: (cell: Cell) => boolean): Sheet {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      if (typeof cell.value === 'string')
        return { ...cell, value: cell.value.replace(/(?<![\d.])万元/g, '元') };
      return typeof cell.value === 'number' && isMoney(cell)
        ? { ...cell, value: Number((cell.value * 10_000).toPrecision(12)) }
        : cell;
    }),
  };
}

/** The workbook with another value in one cell, and nothing of how the old one was shown. */
export function withValue(book: Snapshot, name: string, address: string, value: CellValue): Snapshot {
  const place = parseA1(address) ?? { row: 0, column: 0 };
  return eachSheet(book, (sheet) => {
    if (sheet.name !== name) return sheet;
    const others = sheet.cells.filter(({ row, column }) => row !== place.row || column !== place.column);
    return { ...sheet, cells: inReadingOrder([...others, { ...place, value }]) };
  });
}
