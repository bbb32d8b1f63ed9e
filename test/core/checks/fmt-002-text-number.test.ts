import { fmt002 } from '../../../src/core/checks/fmt-002-text-number';
import { flat, form, functions, list, m, p, quarters } from './grids';
import { testCheck } from './test-check';

testCheck(fmt002, {
  clean: [
    {
      why: '数值、—和空格',
      sheets: { 表: functions(['甲支出', m(60), '—'], ['乙支出', m(40), ' '], ['总计', m(100), '/']) },
    },
    {
      why: '指标值按习惯写≥和单位',
      sheets: {
        项目: form(
          [
            ['年度资金总额', m(90), m(90), m(90), 10, p(1), 10],
            ['其中：当年财政拨款', m(90), m(90), m(90), '—', '', '—'],
          ],
          ['产出指标（90分）', '数量指标', '人次', '≥ 50人次', '93.5%', 90, 90, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
    },
    {
      why: '填数的格子里有意写的文字、年月、编码、区间不是笔误',
      sheets: {
        表: functions(['甲支出', m(60), '见附件'], ['乙支出', m(40), '暂无'], ['总计', m(100), '2020.12.31']),
        基础数据: list(
          ['报送日期', '2020.12.31', '', ''],
          ['预算编码', '12.03.4', '', ''],
          ['在职人数', '10-12', '人', ''],
        ),
      },
    },
  ],
  found: [
    {
      why: '看着是数、其实读不成数的，还没有定的，合计和得分都算不了，要说出来',
      sheets: {
        表: functions(['甲支出', '6O.0', m(60)], ['乙支出', '待定', '约40'], ['总计', '12.3.4', m(100)]),
        基础数据: list(['在职人数', '2l', '人', ''], ['公用经费决算数', '１３..5', '万元', '']),
        评分表: flat(['预算执行率', '1O', '酌情扣分。', 8], ['其他', 10, '酌情扣分。', 8]),
      },
      findings: [
        {
          at: '表!B4',
          messageId: 'unread',
          severity: 'hint',
          message: '“6O.0”不是数字，这一格没有参加检查和计算。',
        },
        { at: '表!B5', messageId: 'unread' },
        { at: '表!C5', messageId: 'unread' },
        { at: '表!B6', messageId: 'unread' },
        { at: '基础数据!B4', messageId: 'unread' },
        { at: '基础数据!B5', messageId: 'unread' },
        { at: '评分表!B3', messageId: 'unread' },
      ],
    },
    {
      why: '文本、全角、千分位，各报一次',
      sheets: {
        表: functions(
          ['甲支出', '2，771.74', '６１３．０８'],
          ['乙支出', ' 40.00 ', m(1)],
          ['总计', m(2811.74), m(614.08)],
        ),
      },
      findings: [
        {
          at: '表!B4',
          messageId: 'text',
          severity: 'hint',
          message: '文本型数字“2，771.74”已按2771.74识别。',
        },
        { at: '表!C4', messageId: 'text', message: '文本型数字“６１３．０８”已按613.08识别。' },
        { at: '表!B5', messageId: 'text', message: '文本型数字“ 40.00 ”已按40识别。' },
      ],
    },
    {
      why: '缺百分号；完成值用了全角',
      sheets: {
        表: quarters([m(25), m(23), 92], [m(50), m(45), '90.00 %']),
        评分表: [
          ['自评评分表'],
          ['指标名称', '分值', '评分标准', '完成值', '自评得分'],
          ['满意度', 10, '酌情扣分。', '９８％', 8],
          ['其他', 10, '酌情扣分。', '90%', 8],
          ['总分', 20, null, null, 16],
        ],
      },
      findings: [
        { at: '表!D4', messageId: 'percent', message: '“92”缺少百分号，已按92%识别。' },
        { at: '表!D5', messageId: 'text', message: '文本型数字“90.00 %”已按90%识别。' },
        { at: '评分表!D3', messageId: 'typing', message: '“９８％”含全角字符或多余空格，已按98%识别。' },
      ],
    },
  ],
  skipped: [{ why: '没有可识别的表格', sheets: { 表: [['说明']] }, reason: '未找到可识别的表格' }],
});
