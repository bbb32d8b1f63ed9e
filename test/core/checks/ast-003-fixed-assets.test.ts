import { ast003 } from '../../../src/core/checks/ast-003-fixed-assets';
import { assets, inYuan, list, m, p0 } from './grids';
import { testCheck } from './test-check';

const TABLE = assets(
  ['合计', '—', m(220.05), m(220.05), p0(1)],
  ['一、通用设备', 183, m(220.05), m(220.05), p0(1)],
);

testCheck(ast003, {
  clean: [
    {
      why: '固定资产表用元，非流动资产用万元',
      sheets: {
        表: inYuan(
          assets(
            ['合计', '—', m(2200549), m(2200549), p0(1)],
            ['一、通用设备', 183, m(2200549), m(2200549), p0(1)],
          ),
        ),
        数据: list(
          ['资产合计', m(300), '万元'],
          ['其中：流动资产', m(79.95), '万元'],
          ['非流动资产', m(220.05), '万元'],
        ),
      },
    },

    {
      why: '固定资产等于非流动资产',
      sheets: {
        表: TABLE,
        数据: list(
          ['资产合计', m(300), '万元'],
          ['其中：流动资产', m(79.95), '万元'],
          ['非流动资产', m(220.05), '万元'],
        ),
      },
    },
  ],
  found: [
    {
      why: '多0.01也算；另一张表也大于',
      sheets: {
        表: TABLE,
        表乙: [['下属单位固定资产情况表'], ...TABLE.slice(1)],
        数据: list(
          ['资产合计', m(300), '万元'],
          ['其中：流动资产', m(79.96), '万元'],
          ['非流动资产', m(220.04), '万元'],
        ),
      },
      findings: [
        {
          at: '表!C4',
          messageId: 'above',
          left: 220.05,
          right: 220.04,
          severity: 'verify',
          message: '固定资产220.05大于非流动资产220.04，多出0.01。',
        },
        { at: '表乙!C4', messageId: 'above' },
      ],
    },
  ],
  skipped: [{ why: '没有非流动资产', sheets: { 表: TABLE }, reason: '未找到“非流动资产”' }],
});
