import { recogniseTables } from '../../../src/core';
import { childrenOf, partsOf } from '../../../src/core/tables/hierarchy';
import { rowLabel } from '../../../src/core/tables/row-labels';
import { amountTables } from '../../support/essence';
import { fixture } from '../../support/fixture';
import { workbook, type Rows } from '../../support/sheet';

/** Parts of every sum of a table: label of the whole → labels of its parts. */
const sums = (
  rows: readonly (readonly [string, number | null])[],
  header = '支出用途',
): Record<string, readonly string[]> => {
  const [table] = amountTables(
    recogniseTables(
      workbook({ 表: [[header, '调整预算数'], ...rows.map(([label, value]) => [label, value])] }),
    ),
  );
  if (!table) throw new Error('no table');
  const labels = table.rows.map(({ label }) => label.text);
  return Object.fromEntries(
    table.rows.flatMap((row, index) =>
      partsOf(table, index).length > 0
        ? [[row.label.text, partsOf(table, index).map((part) => labels[part] ?? '')]]
        : [],
    ),
  );
};

describe('what a row adds up', () => {
  it('spaces before every label alike are no indentation', () => {
    expect(
      sums([
        ['  在职人员', 120],
        ['  其中：行政人员', 80],
        ['  事业人员', 40],
        ['  离退休人员', 60],
        ['合计', 180],
      ]),
    ).toEqual({ 合计: ['在职人员', '离退休人员'] });
  });

  it('numbered items with plain parts below them (表1-3)', () => {
    expect(
      sums([
        ['一、基本支出', 649.75],
        ['人员经费', 613.08],
        ['公用经费', 36.67],
        ['二、项目支出', 2771.74],
        ['其中：基本建设类项目', null],
        ['三、上缴上级支出', null],
        ['总计', 3421.49],
      ]),
    ).toEqual({
      '一、基本支出': ['人员经费', '公用经费'],
      总计: ['一、基本支出', '二、项目支出', '三、上缴上级支出'],
    });
  });

  it('a subtotal inside, and rows that stand beside it (表1-1)', () => {
    expect(
      sums(
        [
          ['一、财政拨款收入', 10],
          ['二、事业收入', 2],
          ['本年收入合计', 12],
          ['使用非财政拨款结余', 1],
          ['年初结转和结余', 3],
          ['总计', 16],
        ],
        '资金来源',
      ),
    ).toEqual({
      本年收入合计: ['一、财政拨款收入', '二、事业收入'],
      总计: ['本年收入合计', '使用非财政拨款结余', '年初结转和结余'],
    });
  });

  it('carry-over right behind a numbered row, without a subtotal', () => {
    expect(
      sums(
        [
          ['一、财政拨款收入', 10],
          ['二、事业收入', 2],
          ['年初结转和结余', 3],
          ['总计', 15],
        ],
        '资金来源',
      ),
    ).toEqual({ 总计: ['一、财政拨款收入', '二、事业收入', '年初结转和结余'] });
  });

  it('the total first (表1-5): 其中 rows do not count again', () => {
    expect(
      sums(
        [
          ['合计', 9],
          ['一、通用设备', 6],
          ['其中：汽车', 2],
          ['二、家具', 3],
          ['其中：家具用具', 3],
        ],
        '固定资产类别',
      ),
    ).toEqual({ 合计: ['一、通用设备', '二、家具'] });
  });

  it('three steps of numbering (表1-6)', () => {
    expect(
      sums(
        [
          ['一、在职人员（人）', 16],
          ['（一）在编人员', 15],
          ['1. 行政人员', 8],
          ['3. 非参公事业人员', 7],
          ['（二）编外人员', 1],
          ['1. 年末其他人员', 1],
          ['二、离退休人员', null],
        ],
        '人员情况',
      ),
    ).toEqual({
      '一、在职人员（人）': ['（一）在编人员', '（二）编外人员'],
      '（一）在编人员': ['1.行政人员', '3.非参公事业人员'],
      '（二）编外人员': ['1.年末其他人员'],
    });
  });

  it('plain items at the top with numbered parts (湖南 base data)', () => {
    expect(
      sums(
        [
          ['三公经费', 29],
          ['1、公务用车购置和维护经费', 12],
          ['其中：公车购置', 0],
          ['公车运行维护', 12],
          ['2、出国经费', 0],
          ['3、公务接待', 17],
          ['项目支出', 10],
          ['1、业务工作专项', 6],
          ['2、运行维护专项', 4],
          ['公用经费', 43],
          ['其中：办公经费', 20],
          ['水费、电费', 15],
          ['会议费', 5],
          ['政府采购金额', 31],
        ],
        '项目',
      ),
    ).toEqual({
      三公经费: ['1、公务用车购置和维护经费', '2、出国经费', '3、公务接待'],
      项目支出: ['1、业务工作专项', '2、运行维护专项'],
    });
  });

  it('a plain list without any sign of order: known wholes keep their parts', () => {
    expect(
      sums([
        ['基本支出', 10],
        ['人员经费', 6],
        ['日常公用经费', 4],
        ['项目支出', 5],
        ['合计', 15],
      ]),
    ).toEqual({ 基本支出: ['人员经费', '日常公用经费'], 合计: ['基本支出', '项目支出'] });
  });

  it('order by indentation alone', () => {
    expect(
      sums([
        ['事业费', 10],
        ['　　甲类', 6],
        ['　　乙类', 4],
        ['其他费', 5],
        ['合计', 15],
      ]),
    ).toEqual({ 事业费: ['甲类', '乙类'], 合计: ['事业费', '其他费'] });
  });

  it('order by the digits of the budget classification', () => {
    expect(
      sums(
        [
          ['201 一般公共服务支出', 10],
          ['20103 政府办公厅', 10],
          ['2010301 行政运行', 7],
          ['2010399 其他', 3],
          ['208 社会保障和就业支出', 5],
          ['合计', 15],
        ],
        '功能分类科目',
      ),
    ).toEqual({
      '201一般公共服务支出': ['20103政府办公厅'],
      '20103政府办公厅': ['2010301行政运行', '2010399其他'],
      合计: ['201一般公共服务支出', '208社会保障和就业支出'],
    });
  });

  it('a 其中 run ends where its parts would exceed their whole', () => {
    expect(
      sums([
        ['甲支出', 10],
        ['其中：办公费', 6],
        ['印刷费', 3],
        ['乙支出', 8],
        ['合计', 18],
      ]),
    ).toEqual({ 合计: ['甲支出', '乙支出'] });
  });

  it('two halves with totals of their own', () => {
    expect(
      sums(
        [
          ['一般公共预算', 10],
          ['事业收入', 5],
          ['收入总计', 15],
          ['基本支出', 9],
          ['项目支出', 6],
          ['支出总计', 15],
        ],
        '项目',
      ),
    ).toEqual({ 收入总计: ['一般公共预算', '事业收入'], 支出总计: ['基本支出', '项目支出'] });
  });
});

/** Amounts of 类, 款 and 项 by name. */
const CODED: readonly (readonly [code: string, name: string, amount: number])[] = [
  ['201', '一般公共服务支出', 110],
  ['20101', '人大事务', 65],
  ['2010101', '行政运行', 45],
  ['2010102', '一般行政管理事务', 20],
  ['20103', '政府办公厅事务', 45],
  ['208', '社会保障和就业支出', 50],
  ['20805', '行政事业单位养老支出', 50],
];
const part = (code: string, from: number, to: number): string | null => code.slice(from, to) || null;

describe('budget codes in columns of their own', () => {
  it.each<[why: string, rows: Rows]>([
    [
      'numbers',
      [['科目编码', '科目名称', '决算数'], ...CODED.map(([code, ...rest]) => [Number(code), ...rest])],
    ],
    ['texts', [['功能分类科目编码', '科目名称', '决算数'], ...CODED]],
    [
      'three columns for 类, 款 and 项',
      [
        ['类', '款', '项', '科目名称', '决算数'],
        ...CODED.map(([code, ...rest]) => [part(code, 0, 3), part(code, 3, 5), part(code, 5, 7), ...rest]),
      ],
    ],
  ])('%s', (_, rows) => {
    const width = rows[0]?.length ?? 0;
    const total = [...Array.from({ length: width - 2 }, () => null), '合计', 160];
    const [table] = amountTables(recogniseTables(workbook({ 表: [['支出决算表'], ...rows, total] })));
    const names = table?.rows.map(({ label }) => label.text) ?? [];
    const found = names.map((name, index) => [
      name,
      table ? partsOf(table, index).map((at) => names[at]) : [],
    ]);
    expect(found.filter(([, parts]) => parts?.length !== 0)).toEqual([
      ['一般公共服务支出', ['人大事务', '政府办公厅事务']],
      ['人大事务', ['行政运行', '一般行政管理事务']],
      ['社会保障和就业支出', ['行政事业单位养老支出']],
      ['合计', ['一般公共服务支出', '社会保障和就业支出']],
    ]);
  });

  it('a hundred numbered rows are no codes', () => {
    const rows = Array.from({ length: 105 }, (_, n) => [n + 1, `第${n}项支出`, 1]);
    const [table] = amountTables(recogniseTables(workbook({ 表: [['序号', '项目', '决算数'], ...rows] })));
    expect(table?.rows.every(({ depth }) => depth === 0)).toBe(true);
  });
});

it('a heading adds nothing up, and 资产合计 in a list is a quantity with 其中 below it', () => {
  const list = amountTables(recogniseTables(fixture('department-2020'))).find(
    ({ kind }) => kind === 'data-list',
  );
  if (!list) throw new Error('no list');
  const at = list.rows.findIndex(({ label }) => label.text === '资产合计');
  expect(list.rows.map((_, index) => partsOf(list, index)).filter((parts) => parts.length > 0)).toEqual([]);
  expect(childrenOf(list.rows, at).map((index) => list.rows[index]?.label.text)).toEqual([
    '其中：流动资产',
    '非流动资产',
  ]);
});

it('every sum of the clean workbook comes out', () => {
  for (const table of amountTables(recogniseTables(fixture('department-2020-clean')))) {
    table.rows.forEach((row, index) => {
      const parts = partsOf(table, index);
      table.columns.forEach(({ meaning }, column) => {
        const whole = row.cells[column]?.reading;
        if (parts.length === 0 || whole?.kind !== 'number' || meaning === 'rate' || meaning === 'quantity')
          return;
        const values = parts.flatMap((part) => {
          const reading = table.rows[part]?.cells[column]?.reading;
          return reading?.kind === 'number' ? [reading.value.valueOf()] : [];
        });
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(whole.value.valueOf(), 6);
      });
    });
  }
});

describe('labels of rows', () => {
  it.each<[raw: string, expected: Partial<ReturnType<typeof rowLabel>>]>([
    ['一、基本支出', { name: '基本支出', rank: 0 }],
    ['（二）编外人员', { name: '编外人员', rank: 1 }],
    ['1. 行政人员', { name: '行政人员', rank: 2 }],
    ['(3) 其他', { name: '其他', rank: 3 }],
    ['①办公费', { name: '办公费', rank: 4 }],
    ['　　其中：基本建设类项目', { name: '基本建设类项目', ofWhich: true, indent: 2 }],
    ['其中:房屋(平方米)', { name: '房屋', ofWhich: true }],
    ['总　　计', { name: '总计', totals: 'total' }],
    ['本年收入合计', { totals: 'subtotal' }],
    ['小计', { totals: 'subtotal' }],
    ['2010301 行政运行', { code: 7, rank: null }],
    ['2018年实际在职人数', { code: 0, rank: null }],
    ['第一季度', { rank: null }],
  ])('%s', (raw, expected) => {
    expect(rowLabel(raw)).toMatchObject(expected);
  });
});
