import { NATIONAL, recogniseTables, type Score } from '../../../src/core';
import { scoreByTarget } from '../../../src/core/scoring/target';
import { soleIndicatorTable } from '../../support/essence';
import { workbook, type CellInput } from '../../support/sheet';

type Line = Readonly<{ name?: string; target: CellInput; actual: CellInput; sign?: string; unit?: string }>;

function score({ name = '培训人次', target, actual, sign, unit }: Line): Score {
  const book = workbook({
    表: [
      ['2023年度项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '完成值', '分值', '得分'],
      ['产出指标', '数量指标', name, sign ?? null, target, unit ?? null, actual, 10, null],
      ['效益指标', '社会效益', '另一项', null, 1, null, 1, 10, 10],
    ],
  });
  const table = soleIndicatorTable(recogniseTables(book));
  const [line] = table.indicators;
  if (!line) throw new Error('no line');
  return scoreByTarget(line, table, NATIONAL);
}

const brief = ({ status, score: value }: Score): unknown => (status === 'scored' ? value : status);

describe('what a target and an actual value may mean', () => {
  it.each<[why: string, line: Line, expected: unknown]>([
    ['1 beside ≥1% is 1%, not 100%', { name: '增长率', target: '≥1%', actual: 1 }, 10],
    ['0.5 beside ≥1% is 0.5%, not 50%', { name: '增长率', target: '≥1%', actual: 0.5 }, 5],
    ['0.5 beside ≤1% is 0.5%', { name: '差错率', target: '≤1%', actual: 0.5 }, 10],
    ['0.98 beside 98% is a share', { name: '合格率', target: '≥98%', actual: 0.98 }, 10],
    ['1 beside 10% may be 100% or 1%', { name: '增长率', target: '≥10%', actual: 1 }, 'needs-input'],
    ['1 beside 100% is all of it', { name: '完成率', target: '≥100%', actual: 1 }, 10],
    ['a cell formatted as a percentage is what it shows', { name: '增长率', target: '≥1%', actual: { value: 1, format: '0%' } }, 10],
    ['874800 beside 90万元 is most likely in 元', { name: '成本', target: '≤90万元', actual: 874800 }, 'needs-input'],
    ['the same where the column says 万元', { name: '成本', sign: '≤', target: 90, unit: '万元', actual: 874800 }, 'needs-input'],
    ['90 keeps to 900000元 in 元 and in 万元 alike', { name: '成本', target: '≤900000元', actual: '90' }, 10],
    ['87 beside 90万元 is in 万元', { name: '成本', target: '≤90万元', actual: 87.48 }, 10],
    ['3次 beside 3次/年 in the report of a year', { target: '≥3次/年', actual: '3次' }, 10],
    ['2次/年 beside 3次/年', { target: '≥3次/年', actual: '2次/年' }, 6.67],
    ['4次 beside once a quarter is not compared', { target: '≥1次/季度', actual: '4次' }, 'needs-input'],
    ['a target of 0 says nothing of what is to be done', { target: 0, actual: 5 }, 'needs-input'],
    ['0 of 0', { target: 0, actual: 0 }, 10],
    ['of what should not happen 0 is the most', { name: '安全事故', target: '0起', actual: '1起' }, 0],
    ['none happened', { name: '安全事故', target: '0起', actual: '0起' }, 10],
    ['around a number, inside', { target: '20±5个', actual: '22个' }, 10],
    ['around a number, below: not by ratio', { target: '20±5个', actual: '14个' }, 'needs-input'],
    ['around a number, above', { target: '20±5', actual: 30 }, 'needs-input'],
    ['between numbers that both print their unit', { target: '10个-15个', actual: 12 }, 10],
    ['between numbers, short of the lower', { target: '10个-15个', actual: '8个' }, 8],
    ['a verb before the number', { target: '≥50人', actual: '已完成46人' }, 9.2],
    ['a word for all of it before the number', { target: '≥50人', actual: '共46人' }, 9.2],
    ['full stops behind both', { target: '≥50人。', actual: '46人。' }, 9.2],
    ['two signs for one', { target: '≥=50人', actual: '46人' }, 9.2],
    ['a number with “about” is not a number', { target: '≥50人', actual: '完成约60人' }, 'needs-input'],
    ['95 and 0.96 of one rate', { name: '满意度', target: 95, actual: 0.96 }, 10],
    ['950 beside 95% is a slip', { name: '满意度', target: '≥95%', actual: 950 }, 'needs-input'],
    ['before June, done in June: by its end or its beginning', { name: '完成时间', target: '2023年6月前', actual: '2023年6月' }, 'needs-input'],
    ['before June, done in May', { name: '完成时间', target: '2023年6月前', actual: '2023年5月' }, 10],
    ['June is over on its thirtieth', { name: '完成时间', target: '2023年6月30日前', actual: '2023年6月' }, 10],
    ['a third is no day', { target: '1/3', actual: '1/4' }, 'needs-input'],
    ['元 beside 元/人', { name: '人均成本', target: '≤3000元/人', actual: '2800元' }, 10],
    ['万元/人 beside 元/人', { name: '人均成本', target: '≤0.3万元/人', actual: '2800元/人' }, 10],
    ['㎡ and 平方米', { target: '≥5000平方米', actual: '4500㎡' }, 9],
    ['people and visits are two things', { target: '≥500人', actual: '480人次' }, 'needs-input'],
    ['several numbers', { target: '≥50人', actual: '完成46人，其中领导5人' }, 'needs-input'],
  ])('%s', (_why, line, expected) => {
    expect(brief(score(line))).toBe(expected);
  });

  it('says how a plain number was taken, and writes no formula for it', () => {
    const { trace, formula } = score({ name: '增长率', target: { value: 0.01, format: '0%' }, actual: 0.5 });
    expect(trace[0]).toContain('完成值0.5（按0.5%计）');
    expect(formula).toBeNull();
  });
}); // prettier-ignore
