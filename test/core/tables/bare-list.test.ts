import { collectFacts, recogniseTables } from '../../../src/core';
import { amountTables, plainNumber } from '../../support/essence';
import { workbook, type Rows } from '../../support/sheet';

const factsOf = (rows: Rows): unknown[] =>
  collectFacts(recogniseTables(workbook({ 表: rows }))).facts.map(({ name, printed, unit, ref }) => [
    name,
    printed.valueOf(),
    unit,
    ref.cell,
  ]);

describe('lists of quantities without a header', () => {
  it.each<[why: string, rows: Rows, facts: readonly unknown[]]>([
    [
      'label, value, unit',
      [
        ['编制数', 40, '人'],
        ['在职人员数', 38, '人'],
        ['公用经费', 84.5, '万元'],
      ],
      [
        ['编制数', 40, '人', 'B1'],
        ['在职人员数', 38, '人', 'B2'],
        ['公用经费', 84.5, '万元', 'B3'],
      ],
    ],
    [
      'sequence numbers before, remarks behind, the unit above',
      [
        ['单位：万元'],
        [1, '年初预算数', 120, '含追加'],
        [2, '决算支出', 112, '决算报表'],
        [3, '年末结转结余', 8, ''],
      ],
      [
        ['年初预算数', 120, '万元', 'C2'],
        ['决算支出', 112, '万元', 'C3'],
        ['年末结转结余', 8, '万元', 'C4'],
      ],
    ],
    [
      'two lists beside each other',
      [
        ['编制数（人）', 40, null, '预算数（万元）', 120],
        ['在编人数（人）', 38, null, '决算数（万元）', 112],
        ['编外人数（人）', 2, null, '结余（万元）', 8],
      ],
      [
        ['编制数（人）', 40, '人', 'B1'],
        ['在编人数（人）', 38, '人', 'B2'],
        ['编外人数（人）', 2, '人', 'B3'],
        ['预算数（万元）', 120, '万元', 'E1'],
        ['决算数（万元）', 112, '万元', 'E2'],
        ['结余（万元）', 8, '万元', 'E3'],
      ],
    ],
    [
      'numbered headings between the lines',
      [['编制数', 40, '人'], ['在职人数', 38, '人'], ['二、经费'], ['公用经费', 84.5, '万元']],
      [
        ['编制数', 40, '人', 'B1'],
        ['在职人数', 38, '人', 'B2'],
        ['公用经费', 84.5, '万元', 'B4'],
      ],
    ],
    [
      'a percent figure with its sign in the unit column is no number without a sign',
      [
        ['预算执行率', 95, '%'],
        ['满意度', 96, '%'],
        ['编制数', 40, '人'],
      ],
      [
        ['预算执行率', 0.95, '%', 'B1'],
        ['满意度', 0.96, '%', 'B2'],
        ['编制数', 40, '人', 'B3'],
      ],
    ],
  ])('%s', (_why, rows, facts) => {
    expect(factsOf(rows)).toEqual(facts);
  });

  it.each<[why: string, rows: Rows]>([
    [
      'names with telephone numbers',
      [
        ['甲', 1234567],
        ['乙', 1234568],
        ['丙', 1234569],
        ['丁', 1234570],
      ],
    ],
    [
      'two lines are a field of a form',
      [
        ['编制数', 40, '人'],
        ['在职人数', 38, '人'],
      ],
    ],
    [
      'points of indicators, as the line above says',
      [['指标得分一览'], ['财政供养人员控制率', 5], ['预算执行率', 10], ['公用经费控制率', 8]],
    ],
    [
      'years and places',
      [
        ['某市', 2020],
        ['某县', 2021],
        ['某区', 2022],
      ],
    ],
    [
      'a total alone',
      [
        ['合计', 10],
        ['总计', 20],
        ['总分', 30],
      ],
    ],
  ])('none: %s', (_why, rows) => {
    expect(factsOf(rows)).toEqual([]);
  });

  it('keeps what stands in the cells', () => {
    const [table] = amountTables(
      recogniseTables(
        workbook({
          表: [
            ['编制数', '４０人'],
            ['在编人数', '—'],
            ['编外人数', '2人'],
          ],
        }),
      ),
    );
    expect(table?.rows.map(({ cells }) => cells.map(plainNumber))).toEqual([[40], ['not-applicable'], [2]]);
  });
});
