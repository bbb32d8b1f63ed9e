import { recogniseTables, type AmountTable, type Snapshot } from '../../../src/core';
import { amountTables, plainNumber } from '../../support/essence';
import { workbook, type Rows } from '../../support/sheet';
import { onOneSheet } from '../../support/transform';

const tables = (rows: Rows, merges: readonly string[] = []): readonly AmountTable[] =>
  amountTables(recogniseTables(workbook({ 表: rows }, { merges: { 表: merges } })));
const columnsOf = (table: AmountTable | undefined): unknown =>
  table?.columns.map(({ header, under, meaning }) =>
    [...under.map(({ text }) => text), header.text, meaning].join(' > '),
  );
const rowsOf = (table: AmountTable | undefined): unknown =>
  table?.rows.map(({ label, role, depth, cells }) => [label.text, role, depth, ...cells.map(plainNumber)]);

describe('forms of final accounts', () => {
  it('the lowest header over the labels names them; kinds of money are columns; column numbers are no row', () => {
    const [table] = tables(
      [
        ['支出决算表'],
        ['项目', '', '本年支出合计', '基本支出', '项目支出'],
        ['功能分类科目编码', '科目名称', '', '', ''],
        ['栏次', '', 1, 2, 3],
        ['合计', '', 30, 20, 10],
        ['201', '一般公共服务支出', 25, 15, 10],
        ['20103', '政府办公厅（室）及相关机构事务', 25, 15, 10],
        ['221', '住房保障支出', 5, 5, 0],
      ],
      ['A2:B2', 'C2:C3', 'D2:D3', 'E2:E3', 'A4:B4', 'A5:B5'],
    );
    expect(table?.kind).toBe('function');
    expect(columnsOf(table)).toEqual(['本年支出合计 > final', '基本支出 > other', '项目支出 > other']);
    expect(rowsOf(table)).toEqual([
      ['合计', 'total', 0, 30, 20, 10],
      ['一般公共服务支出', 'item', 0, 25, 15, 10],
      ['政府办公厅（室）及相关机构事务', 'item', 1, 25, 15, 10],
      ['住房保障支出', 'item', 0, 5, 5, 0],
    ]);
  });

  it('a line of values under headers of three lines is turned: stages become columns', () => {
    const [table] = tables(
      [
        ['“三公”经费支出决算表'],
        ['预算数', '', '', '', '', '', '决算数', '', '', '', '', ''],
        ['合计', '因公出国（境）费', '公务用车费', '', '', '公务接待费', '合计', '因公出国（境）费', '公务用车费', '', '', '公务接待费'],
        ['', '', '小计', '购置费', '运行费', '', '', '', '小计', '购置费', '运行费', ''],
        [18, 0, 15, 5, 10, 3, 15, 0, 13, 4, 9, 2],
      ],
      ['A2:F2', 'G2:L2', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:F4', 'G3:G4', 'H3:H4', 'I3:K3', 'L3:L4'],
    ); // prettier-ignore
    expect(columnsOf(table)).toEqual(['预算数 > budget', '决算数 > final']);
    expect(rowsOf(table)).toEqual([
      ['合计', 'total', 0, 18, 15],
      ['因公出国（境）费', 'item', 0, 0, 0],
      ['公务用车费', 'item', 0, 15, 13],
      ['购置费', 'item', 1, 5, 4],
      ['运行费', 'item', 1, 10, 9],
      ['公务接待费', 'item', 0, 3, 2],
    ]);
  });

  it.each([
    ['a list whose first value is one', [['项目', '金额', '比重'], ['甲支出', 1, 2], ['乙支出', 3, 4]], 2],
    ['three values that count up below a label', [['项目', '预算数', '决算数', '结余'], ['甲支出', 1, 2, 3], ['乙支出', 4, 5, 6]], 2],
    ['甲 and 乙 before the numbers of the columns', [['项目', '预算数', '决算数', '结余'], ['甲', 1, 2, 3], ['乙支出', 4, 5, 6]], 1],
    ['numbers of the columns alone', [['项目', '预算数', '决算数'], [1, 2, 3], ['乙支出', 4, 5]], 1],
    ['how a column is worked out', [['项目', '预算数', '决算数', '结余'], ['栏次', 1, 2, '3=1-2'], ['乙支出', 6, 5, 1]], 1],
  ] as const)('%s', (_, rows, expected) => {
    const [table] = tables([['支出情况表'], ['单位：万元'], ...rows]);
    expect(table?.rows.length).toBe(expected);
  }); // prettier-ignore

  it('the title is what the table holds, not its number in the set', () => {
    const [table] = tables([
      ['收入支出决算总表'],
      ['公开01表'],
      ['项目', '决算数'],
      ['一、财政拨款收入', 10],
      ['二、其他收入', 1],
      ['合计', 11],
    ]);
    expect(table?.title?.text).toBe('收入支出决算总表');
  });

  it('a unit printed once at the right is meant for both sides', () => {
    const both = tables([
      ['部门：某局', '', '', '', '', '单位：元'],
      ['项目', '行次', '金额', '项目', '行次', '金额'],
      ['一、财政拨款收入', 1, 10, '一、教育支出', 5, 9],
      ['二、其他收入', 2, 1, '二、住房保障支出', 6, 2],
      ['合计', 3, 11, '合计', 7, 11],
    ]);
    expect(both.map(({ unit }) => unit)).toEqual(['元', '元']);
  });

  it.each([1, 2])('the same forms one below the other, %i rows between', (gap) => {
    const forms: Record<string, Rows> = {
      公开01: [
        ['收入支出决算总表'],
        ['单位：万元'],
        ['项目', '决算数', '项目', '决算数'],
        ['一、财政拨款收入', 1110, '一、一般公共服务支出', 960],
        ['二、其他收入', 0, '二、住房保障支出', 140],
        ['本年收入合计', 1110, '本年支出合计', 1100],
        ['年初结转和结余', 0, '年末结转和结余', 10],
        ['总计', 1110, '总计', 1110],
      ],
      公开03: [
        ['支出决算表'],
        ['单位：万元'],
        ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
        ['', '合计', 1100, 700, 400],
        ['201', '一般公共服务支出', 960, 560, 400],
        ['221', '住房保障支出', 140, 140, 0],
      ],
      公开06: [
        ['一般公共预算财政拨款基本支出决算表'],
        ['单位：万元'],
        ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
        ['301', '工资福利支出', 500, '302', '商品和服务支出', 170],
        ['30101', '基本工资', 300, '30201', '办公费', 100],
        ['30102', '津贴补贴', 200, '30211', '差旅费', 70],
        ['303', '对个人和家庭的补助', 30, '', '', ''],
        ['人员经费合计', '', 530, '公用经费合计', '', 170],
      ],
      公开07: [
        ['“三公”经费支出决算表'],
        ['单位：万元'],
        ['预算数', '', '', '决算数', '', ''],
        ['合计', '因公出国（境）费', '公务接待费', '合计', '因公出国（境）费', '公务接待费'],
        [18, 0, 18, 15, 0, 15],
      ],
    };
    const merges = { 公开07: ['A3:C3', 'D3:F3'] };
    const apart = workbook(forms, { merges });
    const said = (book: Snapshot): unknown =>
      amountTables(recogniseTables(book)).map((table) => [table.kind, columnsOf(table), rowsOf(table)]);
    for (const sheets of [apart.sheets, [...apart.sheets].reverse()]) {
      const book = { ...apart, sheets };
      expect(said(book)).toHaveLength(6);
      expect(said(onOneSheet(book, gap))).toEqual(said(book));
    }
  });
});
