import { txt001 } from '../../../src/core/checks/txt-001-stated-score';
import { flat, fourScores, m, uses } from './grids';
import { testCheck } from './test-check';

testCheck(txt001, {
  clean: [
    {
      why: '文字与总分一致',
      sheets: { 一: fourScores('1、甲项目', [50, 10, 30, 8], 98, '通过绩效自评表，得分为98分，完成较好。') },
    },
    {
      why: '表头另填的自评得分与总分相同，或与各项得分之和相同（总分行另有检查）',
      sheets: {
        一: [['项目名称', '某项目', '自评得分', 98], ...flat(['甲', 100, '', 98], ['总分', 100, null, 98])],
        二: [['项目名称', '另一项目', '自评得分', 98], ...flat(['甲', 100, '', 98], ['总分', 100, null, 96])],
      },
    },
    {
      why: '满分和某项得分不是总分',
      sheets: { 一: fourScores('1、甲项目', [50, 10, 30, 8], 98, '满分100分，群众满意度得分8分。') },
    },
  ],
  found: [
    {
      why: '两个项目的文字都与表不同，差0.1也算',
      sheets: {
        一: fourScores('1、甲项目', [50, 10, 30, 6], 96, '通过绩效自评表，得分为98分。'),
        二: fourScores('2、乙项目', [50, 10, 30, 8], 98, '得分为98.1分。'),
      },
      findings: [
        {
          at: '一!A2',
          messageId: 'off',
          left: 98,
          right: 96,
          severity: 'error',
          message: '文字得分98与自评表总分96不一致，差额2。',
        },
        { at: '二!A2', messageId: 'off', left: 98.1, right: 98 },
      ],
    },
    {
      why: '封面文字说的总分',
      sheets: {
        封面: [['2020年度绩效自评报告'], ['我局自评得分为96.92分，等级为优。']],
        评分表: flat(['甲', 100, '酌情。', 98.92], ['总分', 100, null, 98.92]),
      },
      findings: [{ at: '封面!A2', messageId: 'off', left: 96.92, right: 98.92 }],
    },
    {
      why: '表头另填的自评得分与总分行不同',
      sheets: {
        自评: [['项目名称', '某项目', '自评得分', 95], ...flat(['甲', 100, '', 98], ['总分', 100, null, 98])],
      },
      findings: [
        {
          at: '自评!D1',
          messageId: 'field',
          left: 95,
          right: 98,
          message: '表头填写的得分95与自评表总分98不一致，差额3。',
        },
      ],
    },
  ],
  skipped: [
    {
      why: '没有评分表',
      sheets: { 表: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到评分表（有得分栏的指标表）',
    },
  ],
});
