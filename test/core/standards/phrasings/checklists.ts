import type { Phrasing } from './phrasing';

export const CHECKLISTS: readonly Phrasing[] = [
  {
    kind: '逐项相加',
    reason: '先列各项，后写“以上每项2分，符合得分，不符合不得分”',
    indicator: '指标', points: 6,
    text: '①制定了资金管理办法；②资金拨付手续完整；③按规定用途使用资金。以上每项2分，符合得分，不符合不得分。',
    cases: [[{ otherwise: 'met' }, 6], [{}, 'needs-input'], [{ a: [{ about: '资金拨付手续完整', met: false }], otherwise: 'met' }, 4]],
  },
  {
    kind: '逐项相加',
    reason: '“以上各占1/3分值”，合计等于分值；不符合一项扣相应分值是说明',
    indicator: '指标', points: 3,
    text: '①项目立项依据充分；②审批程序合规；③资料齐全。以上各占1/3分值，不符合一项扣相应分值。',
    cases: [[{ otherwise: 'met' }, 3], [{ a: [{ about: '资料齐全', met: false }], otherwise: 'met' }, 2], [{}, 'needs-input']],
  },
  {
    kind: '逐项相加',
    reason: '“每项1分”写在评价要点之后',
    indicator: '指标', points: 3,
    text: '评价要点：①有绩效目标；②目标明确；③目标可衡量。每项1分。',
    cases: [[{ otherwise: 'met' }, 3], [{ a: [{ about: '目标明确', met: false }], otherwise: 'met' }, 2]],
  },
  {
    kind: '逐项相加',
    reason: '“以上4项各得1分”',
    indicator: '指标', points: 4,
    text: '1.有管理制度；2.制度合法合规；3.制度完整；4.执行到位。以上4项各得1分。',
    cases: [[{ otherwise: 'met' }, 4], [{ a: [{ about: '执行到位', met: false }], otherwise: 'met' }, 3]],
  },
  {
    kind: '逐项相加',
    reason: '“每缺一项扣相应分值”只是说明不满足即失该项分值',
    indicator: '指标', points: 3,
    text: '①制度健全，得1分；②执行有效，得1分；③档案齐全，得1分。每缺一项扣相应分值。',
    cases: [[{ otherwise: 'met' }, 3], [{ a: [{ about: '执行有效', met: false }], otherwise: 'met' }, 2]],
  },
  {
    kind: '不给分',
    reason: '三项各2分而分值5分，对不上，不得推定',
    indicator: '指标', points: 5,
    text: '①制度健全；②执行有效；③档案齐全。以上每项2分，符合得分，不符合不得分。',
    cases: [[{ otherwise: 'met' }, 'manual']],
  },
  {
    kind: '逐项相加',
    reason: '清单之后的“否则不得分”逐项适用，不另成条件',
    indicator: '制度', points: 3,
    text: '建立管理制度得1分，执行有效得1分，定期自查得1分，否则不得分。',
    cases: [
      [{ otherwise: 'met' }, 3],
      [{ a: [{ about: '建立管理制度', met: true }, { about: '执行有效', met: false }, { about: '定期自查', met: true }] }, 2],
      [{ a: [{ about: '建立管理制度', met: false }, { about: '执行有效', met: false }, { about: '定期自查', met: false }] }, 0],
    ],
  },
]; // prettier-ignore
