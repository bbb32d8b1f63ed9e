import {
  isIndicatorTable,
  rangeToA1,
  recogniseTables,
  type Recognition,
  type Table,
} from '../../../src/core';
import { amountTables, essence, plainNumber, soleIndicatorTable } from '../../support/essence';
import { expectedOf, fixture } from '../../support/fixture';

const read = (name: string): Recognition => recogniseTables(fixture(name));
const places = ({ tables }: Recognition): string[] =>
  tables.map(
    (table) =>
      `${table.kind} ${table.sheet}!${rangeToA1(table.range)} ${table.unit ?? '—'} ${table.year ?? '—'}`,
  );

describe('department-2020.xlsx', () => {
  const recognition = read('department-2020');

  it('finds the eight tables and says why the cover has none', () => {
    expect(places(recognition)).toEqual([
      'income 表1-1!A3:C15 万元 —',
      'function 表1-2!A3:C8 万元 —',
      'use 表1-3!A3:C12 万元 —',
      'quarters 表1-4!A3:D7 万元 2020',
      'assets 表1-5!A3:E15 万元 2020',
      'staff 表1-6!A2:C13 — 2020',
      'data-list 基础数据!A3:D46 万元 2020',
      'department-indicators 评分表!A2:H26 — 2020',
    ]);
    expect(recognition.ignored).toEqual([{ sheet: '封面', reason: '封面或报告文字，没有可识别的表格' }]);
  });

  it('reads the three-row header: 21 indicators, their points, levels and scores', () => {
    const table = soleIndicatorTable(recognition);
    const expected = expectedOf('department-2020').scores;
    expect(
      table.indicators.map((one) => [
        one.name,
        one.score.ref.cell,
        plainNumber(one.points),
        plainNumber(one.score),
      ]),
    ).toEqual(expected.map(({ indicator, cell, points, reported }) => [indicator, cell, points, reported]));
    expect(
      table.groups.filter(({ level }) => level === 1).map(({ name, points }) => [name, plainNumber(points)]),
    ).toEqual([
      ['部门决策', 25],
      ['部门管理', 20],
      ['部门绩效', 55],
    ]);
    expect(table.total?.score?.ref.cell).toBe('H26');
    expect(table.total?.points.map(({ ref }) => ref.cell)).toEqual(['B26', 'D26', 'F26']);
    expect(
      table.indicators.every(
        ({ reason, definition, target }) => reason === null && definition === null && target === null,
      ),
    ).toBe(true);
  });

  it('keeps standards as they stand in the cell, so that offsets hold', () => {
    const [first] = soleIndicatorTable(recognition).indicators;
    const cell = fixture('department-2020')
      .sheets.find(({ name }) => name === '评分表')
      ?.cells.find(({ row, column }) => row === 4 && column === 6);
    expect(first?.standard?.text).toBe(cell?.value);
  });

  it('a blank satisfaction is a blank cell and no missing row', () => {
    const list = amountTables(recognition).find(({ kind }) => kind === 'data-list');
    const row = list?.rows.at(-1);
    expect(row?.label.text).toBe('公众或服务对象满意度');
    expect(row?.cells[0]).toMatchObject({ reading: { kind: 'blank' }, ref: { cell: 'B46' } });
  });
});

it('blank scores change nothing but the scores', () => {
  const blank = soleIndicatorTable(read('department-2020-blank-scores'));
  expect(blank.indicators.map(({ score }) => score.reading.kind)).toEqual(Array<string>(21).fill('blank'));
  expect(blank.total?.score?.reading.kind).toBe('blank');
});

describe('projects-2020.xlsx', () => {
  const { projects = [] } = expectedOf('projects-2020');
  const { tables, texts } = read('projects-2020');

  it('finds eight stacked blocks with their headings, totals and ranges', () => {
    expect(
      tables.filter(isIndicatorTable).map((table) => ({
        name: table.project?.text,
        sheet: table.sheet,
        heading: table.project?.ref.cell,
        total: table.total?.score?.ref.cell,
        range: rangeToA1(table.range),
        reportedTotal: plainNumber(table.total?.score ?? null),
      })),
    ).toEqual(projects);
    expect(tables.filter(isIndicatorTable).map(({ projectNumber }) => projectNumber)).toEqual([
      1,
      2,
      3,
      4,
      null,
      null,
      7,
      8,
    ]);
  });

  it('gives each block its own sentence and takes points from the names of the groups', () => {
    for (const table of tables.filter(isIndicatorTable)) {
      expect(table.sentences).toHaveLength(1);
      expect(table.indicators.map(({ points }) => plainNumber(points))).toEqual([40, 10, 40, 10]);
    }
  });

  it('keeps the text of the cover for the checks of texts', () => {
    expect(texts.map(({ ref }) => `${ref.sheet}!${ref.cell}`)).toEqual(
      expect.arrayContaining(['封面!B6', '绩效自评表!A1', '绩效自评表!A4']),
    );
  });

  it('one project a sheet says the same', () => {
    expect(essence(read('projects-2020-sheets'))).toEqual(essence(read('projects-2020')));
  });
});

describe('project-national-form.xlsx', () => {
  const { tables } = read('project-national-form');

  it('reads the money block and the indicators under their own headers', () => {
    const [first, second] = tables.filter(isIndicatorTable);
    expect(first?.money.map(({ label, role, score }) => [label.text, role, score?.ref.cell])).toEqual([
      ['年度资金总额', 'total', 'I6'],
      ['其中：当年财政拨款', 'part', 'I7'],
      ['上年结转资金', 'part', 'I8'],
      ['其他资金', 'part', 'I9'],
    ]);
    expect(
      first?.money[0] &&
        [
          first.money[0].initial,
          first.money[0].budget,
          first.money[0].executed,
          first.money[0].points,
          first.money[0].rate,
        ].map((cell) => plainNumber(cell)),
    ).toEqual([90, 90, 87.48, 10, 0.972]);
    expect(first?.indicators[0]?.score.ref.cell).toBe('H13');
    expect(first?.project?.text).toBe('社区居家养老服务能力提升项目');
    expect(first?.sentences.map(({ ref }) => ref.cell)).toEqual(['B11', 'F11']);
    expect([first?.year, second?.year]).toEqual([2023, 2022]);
  });

  it('— in the money block is not applicable and not 0', () => {
    const money = tables.filter(isIndicatorTable)[0]?.money[1];
    expect([money?.points?.reading.kind, money?.score?.reading.kind]).toEqual([
      'not-applicable',
      'not-applicable',
    ]);
  });
});

describe('hunan-data-and-score.xlsx', () => {
  const recognition = read('hunan-data-and-score');

  it('reads the base data with its bands as one list', () => {
    expect(places(recognition)).toEqual([
      'data-list 基础数据表!A3:E27 万元 2018',
      'department-indicators 评分表!A3:H19 — 2018',
    ]);
    const [list] = amountTables(recognition);
    expect(list?.columns.map(({ meaning, year }) => [meaning, year])).toEqual([
      ['value', null],
      ['prior-budget', 2017],
      ['prior-final', 2017],
      ['budget', 2018],
      ['final', 2018],
    ]);
    const valueOf = (label: string): unknown =>
      plainNumber(list?.rows.find((row) => row.label.text === label)?.cells[0] ?? null);
    expect(
      [
        '编制数',
        '2018年实际在职人数',
        '控制率',
        '上年结转',
        '实际建设面积（㎡）',
        '质量达标产出数',
        '服务对象满意度',
      ].map(valueOf),
    ).toEqual([143, 136, 0.951, 19.8, 1260, 46, 0.92]);
  });

  it('takes points from brackets in names and reads the column of reasons', () => {
    const table = soleIndicatorTable(recognition);
    expect(table.groups.map(({ name, points }) => [name, plainNumber(points)])).toEqual([
      ['投入', 17],
      ['目标设定', 4],
      ['预算配置', 13],
      ['过程', 32],
      ['预算执行', 19],
      ['预算管理', 13],
      ['产出', 26],
      ['职责履行', 26],
      ['效果', 25],
      ['效益与满意度', 25],
    ]);
    expect(table.indicators.map((one) => [one.name, one.score.ref.cell])).toEqual(
      expectedOf('hunan-data-and-score').scores.map(({ indicator, cell }) => [indicator, cell]),
    );
    expect(table.indicators.find(({ name }) => name === '公用经费控制率')?.reason).toEqual({
      text: '',
      ref: { sheet: '评分表', cell: 'H12' },
    });
  });
});

describe('awkward-format.xlsx', () => {
  const recognition = read('awkward-format');

  const everyNumber = (table: Table): unknown[] =>
    isIndicatorTable(table)
      ? [
          ...table.indicators.flatMap(({ points, actual, score }) => [points, actual, score]),
          table.total?.score,
        ]
      : table.rows.flatMap(({ cells }) => cells);

  it('reads every number that is typed in an odd way', () => {
    const cells = recognition.tables.flatMap(everyNumber);
    for (const { sheet, cell, value } of expectedOf('awkward-format').numbers ?? []) {
      expect(cells).toContainEqual(
        expect.objectContaining({
          ref: { sheet, cell },
          reading: expect.objectContaining({ kind: 'number' }),
        }),
      );
      const found = cells.find(
        (one) => JSON.stringify((one as { ref?: unknown } | null)?.ref) === JSON.stringify({ sheet, cell }),
      );
      expect(plainNumber(found as Parameters<typeof plainNumber>[0])).toBe(value);
    }
  });

  it('reads hidden rows and passes over the hidden list of parameters', () => {
    const quarters = amountTables(recognition).find(({ kind }) => kind === 'quarters');
    expect(quarters?.rows).toHaveLength(4);
    expect(recognition.ignored).toEqual([{ sheet: '参数', reason: '隐藏的参数清单，不是填报表' }]);
  });

  it('reads a flat table with 指标完成值', () => {
    const table = soleIndicatorTable(recognition);
    expect(
      table.indicators.map(({ name, points, actual }) => [name, plainNumber(points), plainNumber(actual)]),
    ).toEqual([
      ['预算执行率', 6, 'text'],
      ['政府采购执行率', 2, 0.98],
      ['质量达标率', 10, 0.9],
      ['服务对象满意度', 10, 0.98],
      ['管理制度健全性', 3, 'not-applicable'],
    ]);
    expect(table.groups).toEqual([]);
  });
});
