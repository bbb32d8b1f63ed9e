import fc from 'fast-check';
import { recogniseTables, type Sheet, type Snapshot } from '../../../src/core';
import { essence } from '../../support/essence';
import { beside } from '../../support/forms/marks';
import { fixture } from '../../support/fixture';
import { workbook } from '../../support/sheet';
import {
  eachSheet,
  insertColumns,
  insertRows,
  onOneSheet,
  permuteColumns,
  repeatRows,
  unmerge,
  unmergeLevels,
} from '../../support/transform';

const FIXTURES = [
  'department-2020',
  'projects-2020',
  'projects-2020-sheets',
  'project-national-form',
  'hunan-data-and-score',
  'awkward-format',
];

const said = (snapshot: Snapshot): unknown[] => essence(recogniseTables(snapshot));
const onSheet = (snapshot: Snapshot, name: string, change: (sheet: Sheet) => Sheet): Snapshot =>
  eachSheet(snapshot, (sheet) => (sheet.name === name ? change(sheet) : sheet));

const withTexts = (book: Snapshot, change: (text: string) => string): Snapshot =>
  eachSheet(book, (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      typeof cell.value === 'string' ? { ...cell, value: change(cell.value) } : cell,
    ),
  }));

/** What a colleague wrote at the right, one empty column away. */
function notedBeside(sheet: Sheet): Sheet {
  const right = Math.max(
    ...sheet.cells.map(({ column }) => column),
    ...sheet.merges.map((merge) => merge.right),
  );
  const top = sheet.cells[0]?.row ?? 0;
  const notes = ['请核对', '已与财务科确认'].map((value, at) => ({
    row: top + 3 + at,
    column: right + 2,
    value,
  }));
  return { ...sheet, cells: [...sheet.cells, ...notes].sort((a, b) => a.row - b.row || a.column - b.column) };
}

const CHANGES: readonly (readonly [string, (snapshot: Snapshot) => Snapshot])[] = [
  ['five rows above', (book) => eachSheet(book, (sheet) => insertRows(sheet, 0, 5))],
  ['five rows inside', (book) => eachSheet(book, (sheet) => insertRows(sheet, 8, 5))],
  ['three columns at the left', (book) => eachSheet(book, (sheet) => insertColumns(sheet, 0, 3))],
  ['three columns inside', (book) => eachSheet(book, (sheet) => insertColumns(sheet, 2, 3))],
  ['no merges, cells left blank', (book) => eachSheet(book, (sheet) => unmerge(sheet, false))],
  ['no merges, cells filled', (book) => eachSheet(book, (sheet) => unmerge(sheet, true))],
  ['level cells filled', (book) => eachSheet(book, (sheet) => unmergeLevels(sheet, true))],
  ['level cells blank', (book) => eachSheet(book, (sheet) => unmergeLevels(sheet, false))],
  [
    'sheets renamed',
    (book) => ({
      ...book,
      sheets: book.sheets.map((sheet, index) => ({ ...sheet, name: `Sheet${index + 1}` })),
    }),
  ],
  [
    'all sheets hidden',
    (book) =>
      eachSheet(book, (sheet) => ({
        ...sheet,
        visibility: 'veryHidden',
        hiddenRows: sheet.cells.map(({ row }) => row),
      })),
  ],
  ['all on one sheet', (book) => onOneSheet(book, 2)],
  ['all on one sheet without a gap', (book) => onOneSheet(book, 0)],
  [
    'unrelated sheets added',
    (book) => ({
      ...book,
      sheets: [
        ...workbook({
          通讯录: [
            ['姓名', '电话'],
            ['甲', '123'],
          ],
          空表: [],
        }).sheets,
        ...book.sheets,
      ],
    }),
  ],
  [
    'words stretched (合 计)',
    (book) =>
      withTexts(book, (text) =>
        /^[\u4e00-\u9fff]{2,6}$/.test(text) ? text.replace(/(.)(?=.)/g, '$1 ') : text,
      ),
  ],
  [
    'padding behind every word',
    (book) => withTexts(book, (text) => (text.length <= 8 ? `${text}\u3000 ` : text)),
  ],
  [
    'words broken over two lines',
    (book) =>
      withTexts(book, (text) => text.replace(/^([\u4e00-\u9fff]{3})([\u4e00-\u9fff]{2,5})$/, '$1\n$2')),
  ],
  ['notes apart from the tables', (book) => eachSheet(book, notedBeside)],
  [
    'other formats',
    (book) =>
      eachSheet(book, (sheet) => ({
        ...sheet,
        protected: true,
        cells: sheet.cells.map((cell) => ({ ...cell, text: '###' })),
      })),
  ],
];

describe.each(FIXTURES)('%s says the same with', (name) => {
  const book = fixture(name);
  const before = said(book);

  it.each(CHANGES)('%s', (_what, change) => {
    expect(said(change(book))).toEqual(before);
  });

  const order = (tables: unknown[]): string[] => tables.map((table) => JSON.stringify(table)).sort();

  it('sheets in another order', () => {
    expect(order(said({ ...book, sheets: [...book.sheets].reverse() }))).toEqual(order(before));
  });

  it.each([
    ['each table beside the next', 1, 0],
    ['each table beside the next, two columns between, four rows lower', 2, 4],
  ])('%s', (_what, gap, lower) => {
    const tables = book.sheets.filter((sheet) => said({ ...book, sheets: [sheet] }).length > 0);
    const sheets = tables.flatMap((sheet, at) => {
      const next = tables[at + 1];
      if (at % 2 === 1) return [];
      return [next ? beside(sheet, next, gap, lower) : sheet];
    });
    expect(order(said({ ...book, sheets }))).toEqual(order(said({ ...book, sheets: tables })));
  });
});

it('any blank rows and columns, anywhere', () => {
  const book = fixture('department-2020');
  const before = said(book);
  fc.assert(
    fc.property(
      fc.nat(30),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(7),
      fc.integer({ min: 1, max: 3 }),
      (row, rows, column, columns) => {
        expect(
          said(eachSheet(book, (sheet) => insertColumns(insertRows(sheet, row, rows), column, columns))),
        ).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});

describe('headers repeated at page breaks', () => {
  const book = fixture('department-2020');
  const before = said(book);
  const broken = (change: (sheet: Sheet) => Sheet): unknown[] => said(onSheet(book, '评分表', change));

  it.each<[string, (sheet: Sheet) => Sheet]>([
    [
      'the header alone, level cells blank after it',
      (sheet) => repeatRows(repeatRows(sheet, 1, 3, 18), 1, 3, 11),
    ],
    ['without merges', (sheet) => unmerge(repeatRows(sheet, 1, 3, 14), false)],
    ['with the title', (sheet) => repeatRows(sheet, 0, 3, 11)],
    ['right before the total', (sheet) => repeatRows(sheet, 1, 3, 25)],
  ])('%s', (_what, change) => {
    expect(broken(change)).toEqual(before);
  });
});

it('a table that goes on over two sheets is one table', () => {
  const book = fixture('department-2020');
  const cut = 12;
  const halves = book.sheets.flatMap((sheet) => {
    if (sheet.name !== '评分表') return [sheet];
    const inHead = ({ top, bottom }: { top: number; bottom: number }): boolean => top >= 1 && bottom <= 3;
    const first = {
      ...sheet,
      cells: sheet.cells.filter(({ row }) => row < cut),
      merges: sheet.merges
        .filter(({ top }) => top < cut)
        .map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, cut - 1) })),
    };
    const head = sheet.cells
      .filter(({ row }) => row >= 1 && row <= 3)
      .map((cell) => ({ ...cell, row: cell.row - 1 }));
    const second = {
      ...sheet,
      name: '评分表（续）',
      cells: [
        ...head,
        ...sheet.cells.filter(({ row }) => row >= cut).map((cell) => ({ ...cell, row: cell.row - cut + 3 })),
      ],
      merges: [
        ...sheet.merges
          .filter(inHead)
          .map((merge) => ({ ...merge, top: merge.top - 1, bottom: merge.bottom - 1 })),
        ...sheet.merges
          .filter(({ top }) => top >= cut)
          .map((merge) => ({ ...merge, top: merge.top - cut + 3, bottom: merge.bottom - cut + 3 })),
      ],
    };
    return [first, second];
  });
  expect(said({ ...book, sheets: halves })).toEqual(said(book));
});

describe('columns in another order', () => {
  it('of a score table', () => {
    const book = fixture('hunan-data-and-score');
    const moved = onSheet(book, '评分表', (sheet) =>
      permuteColumns(
        { ...sheet, merges: sheet.merges.filter(({ top }) => top !== 18) },
        { from: 2, to: 18 },
        [0, 1, 2, 6, 7, 4, 3, 5],
      ),
    );
    expect(said(moved)).toEqual(said(book));
  });

  it('of amounts, the labels in the middle', () => {
    const book = fixture('department-2020');
    const moved = onSheet(book, '表1-1', (sheet) => permuteColumns(sheet, { from: 2, to: 30 }, [1, 0, 2]));
    expect(said(moved)[0]).toEqual(said(book)[0]);
  });
});
