import { recogniseTables } from '../../../src/core';
import { amountTables, plainNumber } from '../../support/essence';
import { workbook, type CellInput, type Rows } from '../../support/sheet';

type Row = readonly CellInput[];

const said = (rows: Rows): unknown =>
  amountTables(recogniseTables(workbook({ 表: rows }))).map(({ kind, columns, rows: lines }) => [
    kind,
    columns.map(({ header, meaning }) => [header.text, meaning]),
    lines.map(({ label, role, cells }) => [label.text, role, ...cells.map(plainNumber)]),
  ]);

/** The same lines with 序号 before the first header and numbers before the rows. */
const numbered = (above: readonly Row[], header: readonly Row[], rows: readonly Row[]): Rows => [
  ...above,
  ...header.map((row, at): Row => [at === 0 ? '序号' : '', ...row]),
  ...rows.map((row, at): Row => [at + 1, ...row]),
];

describe('序号 before the labels changes nothing', () => {
  it.each<[string, readonly Row[], readonly Row[]]>([
    [
      '收入与支出并列，表头只写收入、支出',
      [['收入', '预算数', '决算数', '支出', '预算数', '决算数']],
      [
        ['财政拨款', 900, 910, '基本支出', 500, 505],
        ['其他收入', 30, 25, '项目支出', 430, 420],
        ['合计', 930, 935, '合计', 930, 925],
      ],
    ],
    [
      '资产与负债并列',
      [['资产', '年初数', '年末数', '负债和净资产', '年初数', '年末数']],
      [
        ['流动资产', 100, 120, '流动负债', 20, 25],
        ['固定资产净值', 500, 480, '净资产', 580, 575],
        ['资产总计', 600, 600, '负债和净资产总计', 600, 600],
      ],
    ],
    [
      '行名的表头是单位自己的词',
      [['部门支出预算（万元）', '预算数', '执行数']],
      [
        ['合计', 200, 196],
        ['基本支出', 80, 80],
        ['项目支出', 120, 116],
      ],
    ],
    [
      '各单位的人数与经费',
      [['单位', '在职人数', '公用经费支出', '人均公用经费']],
      [
        ['局本级', 30, 900, 30],
        ['一中心', 20, 500, 25],
        ['合计', 50, 1400, 28],
      ],
    ],
    [
      '两行表头',
      [
        ['单位', '编制数', '', '实有在职人数', ''],
        ['', '行政', '事业', '行政', '事业'],
      ],
      [
        ['局机关', 30, 5, 28, 5],
        ['执法大队', 0, 40, 0, 38],
        ['合计', 30, 45, 28, 43],
      ],
    ],
  ])('%s', (_why, header, rows) => {
    const above: Row[] = [['情况表'], ['单位：万元']];
    const plain = said([...above, ...header, ...rows]);
    expect(plain).not.toEqual([]);
    expect(said(numbered(above, header, rows))).toEqual(plain);
  });
});
