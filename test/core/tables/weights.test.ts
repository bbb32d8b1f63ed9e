import { isIndicatorTable, NATIONAL, recogniseTables, review } from '../../../src/core';
import { workbook, type CellInput, type Rows } from '../../support/sheet';

const HEADER = ['一级指标', '二级指标', '三级指标', '权重', '评分标准', '完成值', '得分'];

/** A table of three indicators with these weights and scores, and a total line. */
const table = (
  weights: readonly [CellInput, CellInput, CellInput],
  scores: readonly [CellInput, CellInput, CellInput],
  total: readonly [CellInput, CellInput],
): Rows => [
  ['部门整体支出绩效自评表'],
  HEADER,
  ['投入', '预算', '预算执行率', weights[0], '执行率达到100%得满分，每低1%扣1分', '100%', scores[0]],
  ['产出', '数量', '培训完成率', weights[1], '完成率达到100%得满分，每低1%扣1分', '90%', scores[1]],
  ['效果', '满意', '群众满意度', weights[2], '满意度达到90%得满分，每低1%扣1分', '95%', scores[2]],
  ['合计', null, null, total[0], null, null, total[1]],
];

const percent = (value: number): CellInput => ({ value, format: '0%' });

describe('weights', () => {
  it.each<[why: string, rows: Rows, points: readonly number[]]>([
    ['points', table([20, 50, 30], [20, 40, 30], [100, 90]), [20, 50, 30, 100]],
    [
      'percent',
      table([percent(0.2), percent(0.5), percent(0.3)], [20, 40, 30], [percent(1), 90]),
      [20, 50, 30, 100],
    ],
    [
      'parts of one beside scores of a hundred',
      table([0.2, 0.5, 0.3], [20, 40, 30], [1, 90]),
      [20, 50, 30, 100],
    ],
    ['one of them not scored yet', table([0.2, 0.5, 0.3], [20, null, 30], [1, null]), [20, 50, 30, 100]],
    [
      'parts of one beside scores of one',
      table([0.2, 0.5, 0.3], [0.2, 0.4, 0.3], [1, 0.9]),
      [0.2, 0.5, 0.3, 1],
    ],
    [
      'one score above its points is an error, not a scale',
      table([0.2, 0.5, 0.3], [0.2, 5, 0.3], [1, 0.9]),
      [0.2, 0.5, 0.3, 1],
    ],
    [
      'nothing scored: nothing tells the scale',
      table([0.2, 0.5, 0.3], [null, null, null], [1, null]),
      [0.2, 0.5, 0.3, 1],
    ],
    ['small points that add up to more', table([1, 0.5, 0.5], [2, 2, 2], [2, 6]), [1, 0.5, 0.5, 2]],
  ])('%s', (_, rows, points) => {
    const found = recogniseTables(workbook({ 表: rows })).tables.flatMap((one) =>
      isIndicatorTable(one)
        ? [...one.indicators.map((line) => line.points), ...(one.total?.points ?? [])]
        : [],
    );
    expect(
      found.map((cell) => (cell?.reading.kind === 'number' ? cell.reading.value.valueOf() : null)),
    ).toEqual(points);
  });

  it('typed as parts of one are scored like points, and nothing is found', () => {
    const { scores, findings, summary } = review(
      workbook({ 表: table([0.2, 0.5, 0.3], [20, 40, 30], [1, 90]) }),
      NATIONAL,
      {},
    );
    expect(scores.map(({ score }) => score)).toEqual([20, 40, 30]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(summary.fullMark).toBe(100);
  });
});
