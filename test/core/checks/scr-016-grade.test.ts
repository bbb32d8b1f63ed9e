import { scr016 } from '../../../src/core/checks/scr-016-grade';
import { flat } from './grids';
import { testCheck } from './test-check';

const graded = (total: number, grade: string) => [
  ['2020年度部门整体支出绩效自评评分表'],
  ['评价等级', grade],
  ...flat(['甲', 100, '酌情。', total], ['总分', 100, null, total]).slice(1),
];

testCheck(scr016, {
  clean: [
    { why: '恰为界限属于上一等', sheets: { 评分表: graded(90, '优') } },
    { why: '未满界限不进位', sheets: { 评分表: graded(89.99, '良') } },
  ],
  found: [
    {
      why: '等级偏高',
      sheets: { 评分表: graded(88.9, '优') },
      findings: [
        { at: '评分表!B2', messageId: 'off', left: 88.9, message: '总分88.9应评为“良”，填报“优”。' },
      ],
    },
    {
      why: '等级偏低，另一张表也错',
      sheets: { 表1: graded(95, '良'), 表2: graded(55, '中') },
      findings: [
        { at: '表1!B2', messageId: 'off' },
        { at: '表2!B2', messageId: 'off' },
      ],
    },
    {
      why: '地区做法的界限不同',
      profile: {
        grades: [
          { grade: '优', from: 80 },
          { grade: '良', from: 70 },
          { grade: '中', from: 60 },
          { grade: '差', from: 0 },
        ],
      },
      sheets: { 评分表: graded(88.9, '良') },
      findings: [{ at: '评分表!B2', messageId: 'off', message: '总分88.9应评为“优”，填报“良”。' }],
    },
  ],
  skipped: [
    {
      why: '表中没有等级',
      sheets: { 评分表: flat(['甲', 100, '酌情。', 88.9], ['总分', 100, null, 88.9]) },
      reason: '未找到评分表中的评价等级',
    },
  ],
});
