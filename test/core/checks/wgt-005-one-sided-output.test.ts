import { wgt005 } from '../../../src/core/checks/wgt-005-one-sided-output';
import { flat, fourScores, p0, project } from './grids';
import { testCheck } from './test-check';

const outputs = (a: string, b: string) =>
  project(
    '1、甲项目',
    '自评情况。',
    ['产出指标（50分）', a, '完成率', p0(1), p0(1), 25],
    [null, b, '合格率', p0(1), p0(1), 25],
    ['预算执行指标（10分）', '预算执行率', '执行率', p0(1), p0(1), 10],
    ['效益指标（40分）', '社会效益指标', '受益', p0(1), p0(1), 40],
    ['总分', null, null, null, null, 100],
  );

testCheck(wgt005, {
  clean: [
    { why: '有两类产出指标', sheets: { 一: outputs('数量指标', '质量指标') } },
    { why: '名称认不出类别，不判断', sheets: { 一: outputs('工作任务', '工作任务二') } },
  ],
  found: [
    {
      why: '只有时效；另一个项目只有数量',
      sheets: { 一: outputs('时效指标', '时效指标'), 二: fourScores('2、乙项目', [50, 10, 30, 10], 100) },
      findings: [
        { at: '一!C4', messageId: 'single', message: '产出指标仅设置时效指标。', severity: 'hint' },
        { at: '二!C4', messageId: 'single', message: '产出指标仅设置数量指标。' },
      ],
    },
  ],
  skipped: [
    {
      why: '没有项目自评表',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到项目自评表',
    },
  ],
});
