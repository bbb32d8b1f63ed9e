import { review, type Score } from '../../../src/core';
import { NATIONAL } from '../../../src/core/profiles/profiles';
import { workbook } from '../../support/sheet';

const SCORES = (standard: string) => [
  ['部门整体支出绩效自评表'],
  ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分'],
  ['管理', '三公经费', '公务接待费控制', 5, standard, null],
  ['合计', null, null, 5, null, null],
];

/** A list of amounts whose heading prints the unit, beside a score table that speaks of another. */
const book = (unit: string, amount: number, standard: string) =>
  workbook({
    评分表: SCORES(standard),
    基础数据: [
      ['部门基础数据表'],
      [unit],
      ['项目', '年初预算数', '决算数'],
      ['公务接待费', amount * 2, amount],
      ['培训费', 3, 2],
    ],
  });

const scoreOf = (unit: string, amount: number, standard: string): Score | undefined =>
  review(book(unit, amount, standard), NATIONAL, {}).scores.find(
    ({ indicator }) => indicator === '公务接待费控制',
  );

const STANDARD = '公务接待费决算数不超过2000元得5分，每超过100元扣1分，扣完为止。';

describe('an amount of the workbook and a standard in another unit', () => {
  it.each([
    ['2000元即0.2万元', '单位：万元', 0.2, 5],
    ['多250元，满两步', '单位：万元', 0.225, 3],
    ['表以元计', '单位：元', 2250, 3],
  ])('%s', (_why, unit, amount, score) => {
    expect(scoreOf(unit, amount, STANDARD)).toMatchObject({ status: 'scored', score });
  });

  it('is asked about where no unit is printed anywhere near', () => {
    expect(scoreOf('', 2250, STANDARD)).toMatchObject({ score: null });
  });

  it('says in the trace what was compared, in the unit of the sheet', () => {
    expect(scoreOf('单位：万元', 0.225, STANDARD)?.trace.join('\n')).toContain(
      '0.225万元与0.2万元相差0.025万元',
    );
  });
});
