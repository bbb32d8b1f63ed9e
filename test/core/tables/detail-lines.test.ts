import { NATIONAL, recogniseTables, review, type IndicatorTable } from '../../../src/core';
import { plainNumber, soleIndicatorTable } from '../../support/essence';
import { workbook, type Rows } from '../../support/sheet';

const HEADER = ['一级指标', '二级指标', '三级指标', '分值', '年度指标值', '全年实际值', '得分', '未完成原因'];
const read = (rows: Rows): IndicatorTable =>
  soleIndicatorTable(recogniseTables(workbook({ 自评: [['项目名称', '种植补助'], HEADER, ...rows] })));
const lines = ({ indicators }: IndicatorTable): unknown[] =>
  indicators.map(({ name, points, target }) => [name, plainNumber(points), target && plainNumber(target)]);
const findings = (rows: Rows): string[] =>
  review(workbook({ 自评: [['项目名称', '种植补助'], HEADER, ...rows] }), NATIONAL, {}).findings.map(
    ({ id, cell }) => `${id} ${cell}`,
  );

describe('lines that only detail the indicator above', () => {
  it.each<[why: string, rows: Rows, expected: unknown[]]>([
    [
      '其中 says that it is a part',
      [
        ['产出指标', '数量指标', '种植面积', 60, '9亩', '9亩', 60, ''],
        ['', '', '其中：梨树', '', '6亩', '6亩', '', ''],
        ['', '', '★其中桃树', '', '3亩', '3亩', '', ''],
        ['', '质量指标', '成活率', 30, '90%', '95%', 30, ''],
      ],
      [
        ['种植面积', 60, 9],
        ['成活率', 30, 0.9],
      ],
    ],
    [
      'the points are complete without them; the indicator leaves its aims to them',
      [
        ['产出指标', '数量指标', '种植面积', 60, '', '', 60, ''],
        ['', '', '梨树', '', '6亩', '6亩', '', ''],
        ['', '', '桃树', '', '3亩', '3亩', '', ''],
        ['', '质量指标', '成活率', 40, '90%', '95%', 40, ''],
        ['总分', '', '', 100, '', '', 100, ''],
      ],
      [
        ['种植面积', 60, null],
        ['成活率', 40, 0.9],
      ],
    ],
    [
      'points that are missing were forgotten',
      [
        ['产出指标', '数量指标', '种植面积', 60, '9亩', '9亩', 60, ''],
        ['', '', '培训人次', '', '6人次', '6人次', '', ''],
        ['', '质量指标', '成活率', 30, '90%', '95%', 30, ''],
        ['总分', '', '', 100, '', '', 100, ''],
      ],
      [
        ['种植面积', 60, 9],
        ['培训人次', 'blank', 6],
        ['成活率', 30, 0.9],
      ],
    ],
    [
      'the first line of a group details nothing',
      [
        ['产出指标', '数量指标', '种植面积', 60, '9亩', '9亩', 60, ''],
        ['', '质量指标', '成活率', '', '90%', '95%', '', ''],
        ['效益指标', '社会效益', '受益户', 40, '8户', '8户', 40, ''],
        ['总分', '', '', 100, '', '', 100, ''],
      ],
      [
        ['种植面积', 60, 9],
        ['成活率', 'blank', 0.9],
        ['受益户', 40, 8],
      ],
    ],
  ])('%s', (_why, rows, expected) => {
    expect(lines(read(rows))).toEqual(expected);
  });

  it('nothing is asked for where nothing is due', () => {
    expect(
      findings([
        ['产出指标', '数量指标', '种植面积', 60, '', '', 60, ''],
        ['', '', '梨树', '', '6亩', '6亩', '', ''],
        ['', '质量指标', '成活率', 40, '90%', '95%', 40, ''],
        ['总分', '', '', 100, '', '', 100, ''],
      ]).filter((told) => !told.startsWith('WGT-00')),
    ).toEqual([]);
  });

  it('the numbers that a template leaves for further indicators are none', () => {
    expect(
      lines(
        read([
          ['产出指标', '数量指标', '指标1：种植面积', 60, '9亩', '9亩', 60, ''],
          ['', '', '指标2：', '/', '', '', '/', ''],
          ['', '', '……', '/', '/', '/', '/', ''],
          ['', '质量指标', '指标1：', 40, '90%', '95%', 40, ''],
        ]),
      ),
    ).toEqual([
      ['指标1：种植面积', 60, 9],
      ['指标1：', 40, 0.9],
    ]);
  });
});
