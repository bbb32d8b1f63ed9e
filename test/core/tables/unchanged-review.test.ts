import { parseA1, recogniseTables, review, NATIONAL, isIndicatorTable, toA1 } from '../../../src/core';
import type { Cell, Sheet, Snapshot, Table } from '../../../src/core';
import { fixture } from '../../support/fixture';
import { beside } from '../../support/forms/marks';
import { markedReview, remembered } from '../../support/marked-review';
import { workbook } from '../../support/sheet';
import {
  eachSheet,
  insertColumns,
  insertRows,
  onOneSheet,
  repeatRows,
  unmerge,
  unmergeLevels,
} from '../../support/transform';

const FIXTURES = [
  'department-2020',
  'department-2020-clean',
  'department-2020-blank-scores',
  'projects-2020',
  'projects-2020-sheets',
  'project-national-form',
  'hunan-data-and-score',
  'awkward-format',
];

const REPORT = [
  '部门整体支出绩效自评报告',
  '一、部门基本情况',
  '（一）主要职能。承担有关行政职能，负责有关工作的组织、协调和督促检查。',
  '本年度围绕中心工作，完成了各项任务，资金使用规范有序。',
  '二、自评工作开展情况',
  '（一）组织实施',
  '按照要求成立自评小组，对照指标逐项评分。',
];
const written = (lines: readonly string[]): Sheet[] =>
  workbook({ 文字: lines.map((line) => [line]) }).sheets.slice();

const lastRow = ({ cells }: Sheet): number => Math.max(0, ...cells.map(({ row }) => row));
const lastColumn = ({ cells }: Sheet): number => Math.max(0, ...cells.map(({ column }) => column));
/** Lines of text above a sheet, each alone in its row, or across the sheet. */
const below = (sheet: Sheet, lines: readonly string[], across: boolean): Sheet => {
  const lower = insertRows(sheet, 0, lines.length);
  const right = lastColumn(sheet);
  return {
    ...lower,
    cells: [...lines.map((value, row): Cell => ({ row, column: 0, value })), ...lower.cells],
    merges: [
      ...lower.merges,
      ...(across && right > 0 ? lines.map((_, row) => ({ top: row, bottom: row, left: 0, right })) : []),
    ],
  };
};
const above = (sheet: Sheet, lines: readonly string[]): Sheet => ({
  ...sheet,
  cells: [
    ...sheet.cells,
    ...lines.map((value, at): Cell => ({ row: lastRow(sheet) + 1 + at, column: 0, value })),
  ],
});

const UNRELATED = workbook({
  通讯录: [
    ['姓名', '电话'],
    ['甲', '123'],
  ],
  各科室人数: [
    ['科室', '人数'],
    ['办公室', 3],
  ],
  工资: [
    ['序号', '姓名', '实发金额'],
    [1, '甲', 5000],
    [2, '乙', 6000],
  ],
  日程: [
    ['日期', '事项', '地点'],
    ['3月1日', '会议', '三楼'],
  ],
  空表: [],
}).sheets;

const CHANGES: readonly (readonly [string, (book: Snapshot) => Snapshot])[] = [
  ['five rows above', (book) => eachSheet(book, (sheet) => insertRows(sheet, 0, 5))],
  ...[1, 3, 4, 6, 8, 11, 15].map((row): [string, (book: Snapshot) => Snapshot] => [
    `blank rows before row ${row + 1}`,
    (book) => eachSheet(book, (sheet) => insertRows(sheet, row, 2)),
  ]),
  ['three columns at the left', (book) => eachSheet(book, (sheet) => insertColumns(sheet, 0, 3))],
  ...[1, 2, 3, 4, 5, 6, 7].map((column): [string, (book: Snapshot) => Snapshot] => [
    `a blank column before column ${column + 1}`,
    (book) => eachSheet(book, (sheet) => insertColumns(sheet, column, 1)),
  ]),
  [
    'five rows and three columns',
    (book) => eachSheet(book, (sheet) => insertColumns(insertRows(sheet, 5, 5), 3, 3)),
  ],
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
  ['unrelated sheets', (book) => ({ ...book, sheets: [...UNRELATED, ...book.sheets, ...written(REPORT)] })],
  [
    'everything hidden',
    (book) =>
      eachSheet(book, (sheet) => ({
        ...sheet,
        visibility: 'veryHidden',
        hiddenRows: sheet.cells.map(({ row }) => row),
        hiddenColumns: [0, 1, 2],
      })),
  ],
  [
    'what is shown in other fonts and too narrow columns',
    (book) =>
      eachSheet(book, (sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => (cell.text === undefined ? cell : { ...cell, text: '####' })),
      })),
  ],
  ['all on one sheet', (book) => onOneSheet(book, 2)],
  ['all on one sheet without a gap', (book) => onOneSheet(book, 0)],
];

describe.each(FIXTURES)('%s is scored and checked the same with', (name) => {
  const book = remembered(fixture(name));
  const before = markedReview(book);

  it.each(CHANGES)('%s', (_what, change) => {
    expect(markedReview(change(book))).toEqual(before);
  });

  // What is said of all forms at once is said at the first of them.
  it.each<[string, (book: Snapshot) => Snapshot]>([
    ['sheets the other way round', (all) => ({ ...all, sheets: [...all.sheets].reverse() })],
    ['sheets in turn', (all) => ({ ...all, sheets: [...all.sheets.slice(2), ...all.sheets.slice(0, 2)] })],
  ])('%s', (_what, change) => {
    expect(markedReview(change(book), { places: false })).toEqual(markedReview(book, { places: false }));
  });

  const withTables = book.sheets.filter(
    (sheet) => recogniseTables({ ...book, sheets: [sheet] }).tables.length > 0,
  );
  const onEach = (change: (sheet: Sheet) => Sheet): Snapshot => ({
    ...book,
    sheets: book.sheets.map((sheet) => (withTables.includes(sheet) ? change(sheet) : sheet)),
  });
  const [report] = written(REPORT);

  it.each<[string, (sheet: Sheet) => Sheet]>([
    ['above', (sheet) => below(sheet, REPORT, false)],
    ['above, across the sheet', (sheet) => below(sheet, REPORT, true)],
    ['below', (sheet) => above(sheet, REPORT)],
    ['right of the tables', (sheet) => (report ? beside(sheet, report, 0) : sheet)],
    ['right of the tables, some rows lower', (sheet) => (report ? beside(sheet, report, 1, 3) : sheet)],
    ['left of the tables', (sheet) => (report ? { ...beside(report, sheet, 1), name: sheet.name } : sheet)],
  ])('a report written %s', (_where, change) => {
    expect(markedReview(onEach(change))).toEqual(before);
  });

  const headerOf = (table: Table): { from: number; to: number } => {
    if (isIndicatorTable(table)) return { from: table.header.top, to: table.header.bottom };
    const rows = table.rows.map(({ label }) => parseA1(label.ref.cell)?.row ?? 0);
    return { from: table.range.top, to: Math.min(...rows) - 1 };
  };

  it('its headers repeated at page breaks', () => {
    for (const table of recogniseTables(book).tables) {
      const { from, to } = headerOf(table);
      for (let before_ = to + 2; before_ <= table.range.bottom; before_ += 1) {
        const broken = eachSheet(book, (sheet) =>
          sheet.name === table.sheet ? repeatRows(sheet, from, to, before_) : sheet,
        );
        expect([table.sheet, before_, markedReview(broken)]).toEqual([table.sheet, before_, before]);
      }
    }
  });

  it('its amounts in 元', () => {
    const money = new Set(
      review(book, NATIONAL, {})
        .facts.filter(({ unit }) => unit === '万元')
        .map(({ sheet, cell }) => `${sheet}!${cell}`),
    );
    const inYuan = eachSheet(book, (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({
        ...cell,
        value: money.has(`${sheet.name}!${toA1(cell)}`) ? tenThousandfold(cell.value) : inText(cell.value),
      })),
    }));
    expect(markedReview(inYuan, { quantities: false })).toEqual(markedReview(book, { quantities: false }));
  });
});

const exactly = (value: number): number => Number((value * 10_000).toPrecision(12));
const WIDE = '０１２３４５６７８９．';
const narrow = (text: string): string =>
  text.replace(/[０-９．]/g, (sign) => '0123456789.'.charAt(WIDE.indexOf(sign)));
const wide = (text: string): string =>
  text.replace(/[\d.]/g, (sign) => WIDE.charAt('0123456789.'.indexOf(sign)));
/** A number that was typed as text keeps what is unusual about it. */
const tenThousandfold = (value: Cell['value']): Cell['value'] => {
  if (typeof value === 'number') return exactly(value);
  if (typeof value !== 'string') return value;
  return value.replace(/[\d０-９,，.．]+/, (digits) => {
    const number = exactly(Number(narrow(digits).replace(/[,，]/g, '')));
    const text = /[,，]/.test(digits) ? number.toLocaleString('en-US').replaceAll(',', '，') : String(number);
    return /[０-９]/.test(digits) ? wide(text) : text;
  });
};
const inText = (value: Cell['value']): Cell['value'] =>
  typeof value === 'string'
    ? value
        .replace(/(\d+(?:\.\d+)?)\s*万元/g, (_, digits: string) => `${exactly(Number(digits))}元`)
        .replace(/万元/g, '元')
    : value;
