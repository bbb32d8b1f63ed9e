import { wgt004 } from '../../../src/core/checks/wgt-004-usual-weights';
import { flat, fourScores, levels, p0, project } from './grids';
import { testCheck } from './test-check';

const other = (name: string) =>
  project(
    name,
    '自评情况。',
    ['产出指标（40分）', '数量指标', '完成率', p0(1), p0(1), 40],
    ['预算执行指标（10分）', '预算执行率', '执行率', p0(1), p0(1), 10],
    ['效果指标（40分）', '社会效益指标', '受益', p0(1), p0(1), 40],
    ['满意度指标（10分）', '满意度指标', '群众满意度', p0(1), p0(1), 10],
    ['总分', null, null, null, null, 100],
  );

testCheck(wgt004, {
  clean: [
    { why: '10/50/30/10', sheets: { 一: fourScores('1、甲项目', [50, 10, 30, 10], 100) } },
    {
      why: '不设满意度，效益调增10分',
      sheets: {
        一: project(
          '1、甲项目',
          '自评情况。',
          ['产出指标（50分）', '数量指标', '完成率', p0(1), p0(1), 50],
          ['预算执行指标（10分）', '预算执行率', '执行率', p0(1), p0(1), 10],
          ['效益指标（40分）', '社会效益指标', '受益', p0(1), p0(1), 40],
          ['总分', null, null, null, null, 100],
        ),
      },
    },
    {
      why: '部门整体评分表不适用',
      sheets: {
        评分表: levels(
          ['投入', 60, '预算编制', 60, '合理性', 60, '酌情。', 60],
          ['产出', 40, '履职', 40, '完成率', 40, '酌情。', 40],
          ['总分', 100, null, 100, null, 100, null, 100],
        ),
        一: fourScores('1、甲项目', [50, 10, 30, 10], 100),
      },
    },
  ],
  found: [
    {
      why: '两个项目同样不同，只提示一次',
      sheets: { 一: other('1、甲项目'), 二: other('2、乙项目') },
      findings: [
        {
          at: '一!B4',
          messageId: 'other',
          severity: 'hint',
          message:
            '一级指标权重与预算执行10/产出50/效益30/满意度10不同：现为预算执行10/产出40/效益40/满意度10。',
        },
      ],
    },
    {
      why: '地区做法另有规定',
      profile: { weights: { execution: 20, output: 40, effect: 30, satisfaction: 10 } },
      sheets: { 一: fourScores('1、甲项目', [50, 10, 30, 10], 100) },
      findings: [{ at: '一!B4', messageId: 'other' }],
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
