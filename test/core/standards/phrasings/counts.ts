import type { Phrasing } from './phrasing';

export const COUNTS: readonly Phrasing[] = [
  {
    kind: '按项扣分',
    reason: '每发现一处',
    indicator: '会计核算规范性', points: 3,
    text: '会计核算规范的得3分，每发现一处不规范扣0.5分，扣完为止。',
    cases: [[{ a: [{ about: '每发现一处不规范', count: 2 }] }, 2], [{ a: [{ about: '每发现一处不规范', count: 9 }] }, 0], [{}, 'needs-input'], [{ otherwise: 'met' }, 3]],
  },
  {
    kind: '按项扣分',
    reason: '每逾期1日；逾期天数由人填',
    indicator: '报送及时性', points: 2,
    text: '按时报送的得2分，每逾期1日扣0.5分，扣完为止。',
    cases: [[{ a: [{ about: '每逾期1日', count: 3 }] }, 0.5], [{ a: [{ about: '逾期', count: 0 }] }, 2], [{}, 'needs-input']],
  },
  {
    kind: '按项扣分',
    reason: '每出现一例、每少一项并列，各自计数',
    indicator: '信息公开', points: 5,
    text: '每少公开一项扣1分；每出现一例公开错误扣0.5分，扣完为止。',
    cases: [[{ a: [{ about: '每少公开一项', count: 1 }, { about: '公开错误', count: 2 }] }, 3], [{ a: [{ about: '每少公开一项', count: 1 }] }, 'needs-input']],
  },
  {
    kind: '按项扣分',
    reason: '共用一条扣分的并列情形，几个答复相加',
    indicator: '资产管理规范性', points: 4,
    text: '资产账实不符、未及时入账、处置未报批的，每项扣1分，扣完为止。',
    cases: [[{ a: [{ about: '账实不符', count: 1 }, { about: '未及时入账', count: 1 }] }, 2], [{ a: [{ about: '资产账实不符、未及时入账、处置未报批', count: 3 }] }, 1], [{ otherwise: 'met' }, 4]],
  },
  {
    kind: '按项扣分',
    reason: '单类问题最多扣2分：类别不明时不得给出确定分数（湖南式样）',
    indicator: '会计核算规范性', points: 5,
    text: '发现一处不规范扣0.5分，单类问题最多扣2分，本项扣完为止。',
    cases: [[{ a: [{ about: '发现一处不规范', count: 3 }] }, 3.5], [{ a: [{ about: '发现一处不规范', count: 6 }] }, 'needs-input'], [{ a: [{ about: '发现一处不规范', count: 6 }, { about: '一处不规范', count: 1 }] }, 2.5], [{}, 'needs-input'], [{ otherwise: 'met' }, 5]],
  },
  {
    kind: '按项扣分',
    reason: '按情形一次性扣分',
    indicator: '绩效自评', points: 4,
    text: '按要求开展自评得4分。未按时报送自评报告的扣1分；自评报告内容不完整的扣2分。',
    cases: [
      [{ a: [{ about: '未按时报送', happened: true }, { about: '内容不完整', happened: false }] }, 3],
      [{ a: [{ about: '未按时报送', happened: true }, { about: '内容不完整', happened: true }] }, 1],
      [{ a: [{ about: '未按时报送', happened: false }] }, 'needs-input'],
      [{ otherwise: 'met' }, 4],
    ],
  },
  {
    kind: '按项扣分',
    reason: '未发现问题得满分，另有一票否决',
    indicator: '审计监督', points: 4,
    text: '未发现违规问题的，得4分；每发现一个违规问题扣2分；存在截留、挪用资金等重大违规的，本项指标不得分。',
    cases: [[{ a: [{ about: '每发现一个违规问题', count: 1 }, { about: '截留、挪用', happened: false }] }, 2], [{ a: [{ about: '截留、挪用', happened: true }] }, 0], [{ a: [{ about: '每发现一个违规问题', count: 0 }] }, 'needs-input'], [{ a: [{ about: '每发现一个违规问题', count: 2 }] }, 0]],
  },
  {
    kind: '按项扣分',
    reason: '每增加1人扣分，人数由人填',
    indicator: '超编人员', points: 3,
    text: '无超编人员的得3分，每超编1人扣1分，扣完为止。',
    cases: [[{ a: [{ about: '每超编1人', count: 2 }] }, 1], [{ a: [{ about: '每超编1人', count: 5 }] }, 0]],
  },
  {
    kind: '加分',
    reason: '加分项写明上限，可超过分值',
    indicator: '创新工作', points: 5,
    text: '工作完成得5分，每获得一项省级以上表彰加1分，最多加2分。',
    cases: [[{ a: [{ about: '每获得一项', count: 1 }] }, 6], [{ a: [{ about: '每获得一项', count: 4 }] }, 7], [{}, 'needs-input']],
  },
  {
    kind: '按项得分',
    reason: '每完成一项得分，从零起算，以分值为限',
    indicator: '培训任务', points: 5,
    text: '每完成一项得1分，最高得5分。',
    cases: [[{ a: [{ about: '每完成一项', count: 3 }] }, 3], [{ a: [{ about: '每完成一项', count: 8 }] }, 5], [{}, 'needs-input']],
  },
]; // prettier-ignore
