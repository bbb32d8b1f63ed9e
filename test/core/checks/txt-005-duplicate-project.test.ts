import { txt005 } from '../../../src/core/checks/txt-005-duplicate-project';
import { flat, fourScores } from './grids';
import { testCheck } from './test-check';

const S = [50, 10, 30, 8];

testCheck(txt005, {
  clean: [
    {
      why: '名称相近而不同',
      sheets: { 一: fourScores('1、驻京保障经费', S, 98), 二: fourScores('2、领导驻京保障经费', S, 98) },
    },
  ],
  found: [
    {
      why: '三张表同名，后两张各报一次',
      sheets: {
        一: fourScores('1、驻京保障经费', S, 98),
        二: fourScores('2、驻京保障经费', S, 98),
        三: fourScores('驻京保障经费', S, 98),
      },
      findings: [
        { at: '二!A1', messageId: 'again', message: '项目“驻京保障经费”重复出现。', severity: 'verify' },
        { at: '三!A1', messageId: 'again' },
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
