import type { Phrasing } from './phrasing';

export const BONUS_AND_VETO: readonly Phrasing[] = [
  {
    kind: '加分',
    reason: '只有加分的文字从零起算',
    indicator: '加分项', points: 2,
    text: '获得省级表彰加1分，获得国家级表彰加2分，最高不超过2分。',
    cases: [
      [{ a: [{ about: '获得省级表彰', happened: true }, { about: '获得国家级表彰', happened: false }] }, 1],
      [{ a: [{ about: '获得省级表彰', happened: false }, { about: '获得国家级表彰', happened: false }] }, 0],
      [{ a: [{ about: '获得省级表彰', happened: true }, { about: '获得国家级表彰', happened: true }] }, 2],
    ],
  },
  {
    kind: '加分',
    reason: '基础分之上加分，合计可到分值',
    indicator: '创新', points: 5,
    text: '基础分3分，获得省级表彰加1分，获得国家级表彰加2分，最高不超过5分。',
    cases: [[{ a: [{ about: '获得省级表彰', happened: true }, { about: '获得国家级表彰', happened: false }] }, 4], [{ a: [{ about: '获得省级表彰', happened: true }, { about: '获得国家级表彰', happened: true }] }, 5]],
  },
  {
    kind: '加分',
    reason: '完成任务是一项，表彰是加分，合计等于分值',
    indicator: '创新', points: 5,
    text: '完成任务得4分，受到省级表彰的加1分。',
    cases: [[{ a: [{ about: '完成任务', met: true }, { about: '受到省级表彰', happened: true }] }, 5], [{ a: [{ about: '完成任务', met: true }, { about: '受到省级表彰', happened: false }] }, 4]],
  },
  {
    kind: '加分',
    reason: '按次数加分，从零起算，以3分为限',
    indicator: '加分', points: 3,
    text: '每获得一项国家级表彰加1分，每获得一项省级表彰加0.5分，最高3分。',
    cases: [[{ a: [{ about: '国家级表彰', count: 1 }, { about: '省级表彰', count: 1 }] }, 1.5], [{ a: [{ about: '国家级表彰', count: 0 }, { about: '省级表彰', count: 0 }] }, 0]],
  },
  {
    kind: '零分',
    reason: '“存在下列情形之一的”之后的各项分别成为条件',
    indicator: '合规性', points: 3,
    text: '存在下列情形之一的，不得分：①截留资金；②挤占挪用；③虚列支出。',
    cases: [
      [{ otherwise: 'met' }, 3],
      [{ a: [{ about: '截留资金', happened: true }] }, 0],
      [{ a: [{ about: '截留资金', happened: false }, { about: '挤占挪用', happened: false }, { about: '虚列支出', happened: false }] }, 3],
      [{}, 'needs-input'],
    ],
  },
  {
    kind: '零分',
    reason: '满分条件之外另列否决情形',
    indicator: '合规性', points: 5,
    text: '资金使用合规得5分。存在下列情形之一的，不得分：①截留资金；②挤占挪用；③虚列支出。',
    cases: [[{ otherwise: 'met' }, 5], [{ a: [{ about: '资金使用合规', met: true }, { about: '截留资金', happened: true }], otherwise: 'met' }, 0]],
  },
  {
    kind: '零分',
    reason: '“或”连接的情形合成一个条件',
    indicator: '合规性', points: 4,
    text: '资金使用规范得4分；存在截留或挤占、挪用资金的，不得分。',
    cases: [[{ otherwise: 'met' }, 4], [{ a: [{ about: '存在截留', happened: true }], otherwise: 'met' }, 0]],
  },
  {
    kind: '加分',
    reason: '基准分之上有加有扣，最高5分',
    indicator: '表彰', points: 5,
    text: '基准分4分，每获得一次表彰加0.5分，每受到一次通报批评扣1分，最高5分。',
    cases: [
      [{ a: [{ about: '表彰', count: 1 }, { about: '通报批评', count: 0 }] }, 4.5],
      [{ a: [{ about: '表彰', count: 5 }, { about: '通报批评', count: 1 }] }, 5],
      [{ a: [{ about: '表彰', count: 0 }, { about: '通报批评', count: 1 }] }, 3],
    ],
  },
]; // prettier-ignore
