import { rat004 } from '../../../src/core/checks/rat-004-recomputed-share';
import { list, m, p } from './grids';
import { testCheck } from './test-check';

const NOTE = '报告一、（三）2：基本支出调整预算数/调整预算总规模';
const MONEY = [
  ['基本支出调整预算数', m(649.75), '万元'],
  ['调整预算总规模', m(3421.49), '万元'],
];

testCheck(rat004, {
  clean: [
    { why: '占比与重算相符', sheets: { 数据: list(...MONEY, ['基本支出占比', p(0.1899), '%', NOTE]) } },
  ],
  found: [
    {
      why: '数字颠倒',
      sheets: { 数据: list(...MONEY, ['基本支出占比', p(0.1989), '%', NOTE]) },
      findings: [
        { at: '数据!B6', messageId: 'off', left: 0.1989, message: '基本支出占比重算为18.99%，填报19.89%。' },
      ],
    },
    {
      why: '占比栏的两行',
      sheets: {
        表: [
          ['表1-2 支出构成（按支出功能分类）'],
          ['单位：万元'],
          ['支出功能分类', '年初预算数', '占比'],
          ['一般公共服务支出', m(75), p(0.7)],
          ['住房保障支出', m(25), p(0.3)],
          ['总计', m(100), p(1)],
        ],
      },
      findings: [
        { at: '表!C4', messageId: 'off', left: 0.7, right: 0.75 },
        { at: '表!C5', messageId: 'off', left: 0.3, right: 0.25 },
      ],
    },
  ],
  skipped: [{ why: '没有占比', sheets: { 数据: list(...MONEY) }, reason: '未找到写明部分与总体的占比' }],
});
