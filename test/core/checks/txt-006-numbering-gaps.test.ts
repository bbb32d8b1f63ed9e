import { txt006 } from '../../../src/core/checks/txt-006-numbering-gaps';
import { flat, fourScores } from './grids';
import { testCheck } from './test-check';

const numbered = (marks: readonly string[]) =>
  Object.fromEntries(
    marks.map((mark, index) => [
      '一二三'.charAt(index),
      fourScores(`${mark}项目${'甲乙丙'.charAt(index)}`, [50, 10, 30, 8], 98),
    ]),
  );

testCheck(txt006, {
  clean: [{ why: '序号连续', sheets: numbered(['1、', '2、', '3、']) }],
  found: [
    {
      why: '缺一个序号',
      sheets: numbered(['1、', '2、', '4、']),
      findings: [{ at: '三!A1', messageId: 'gap', message: '序号缺3。', severity: 'hint' }],
    },
    {
      why: '缺两个序号，合为一条',
      sheets: numbered(['1、', '3、', '5、']),
      findings: [{ at: '二!A1', messageId: 'gap', message: '序号缺2、4。' }],
    },
  ],
  skipped: [
    { why: '编号的项目不足三个', sheets: numbered(['1、', '3、']), reason: '编了序号的项目不足三个' },
    {
      why: '没有项目自评表',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到项目自评表',
    },
  ],
});
