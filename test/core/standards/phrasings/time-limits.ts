import type { Phrasing } from './phrasing';

/** Times within which something is to be done, and lateness. */
export const TIME_LIMITS: readonly Phrasing[] = [
  {
    kind: '时限',
    reason: '30日内拨付：是否做到，或者实际天数，都能回答',
    indicator: '资金拨付', points: 2,
    text: '收到资金后30日内拨付到位得2分，逾期不得分。',
    cases: [[{}, 'needs-input'], [{ q: { 拨付天数: 30 } }, 2], [{ q: { 拨付天数: 31 } }, 0], [{ otherwise: 'met' }, 2], [{ a: [{ about: '30日内拨付', met: false }] }, 0], [{ a: [{ about: '30日内拨付', count: 35 }] }, 0], [{ a: [{ about: '30日内拨付', count: 30 }] }, 2]],
  },
  {
    kind: '时限',
    reason: '几档时限用同一个天数',
    indicator: '资金拨付及时性', points: 2,
    text: '30日内拨付得2分，30日以上60日以内得1分，超过60日不得分。',
    cases: [[{ q: { 拨付天数: 20 } }, 2], [{ q: { 拨付天数: 30 } }, 2], [{ q: { 拨付天数: 45 } }, 1], [{ q: { 拨付天数: 65 } }, 0], [{ otherwise: 'met' }, 2], [{}, 'needs-input']],
  },
  {
    kind: '时限',
    reason: '每超过1个工作日从时限起算',
    indicator: '办结时效', points: 5,
    text: '5个工作日内办结得5分，每超过1个工作日扣1分，扣完为止。',
    cases: [[{ q: { 办结工作日数: 7 } }, 3], [{ otherwise: 'met' }, 5], [{ a: [{ about: '每超过1个工作日', count: 2 }] }, 3]],
  },
  {
    kind: '时限',
    reason: '未公开与当天公开是两回事；给了天数就是公开了',
    indicator: '预决算公开', points: 4,
    text: '批复后20日内公开得4分，超过20日公开得2分，未公开不得分。',
    cases: [[{ q: { 公开天数: 7 } }, 4], [{ q: { 公开天数: 27 } }, 2], [{ a: [{ about: '20日内公开', met: true }] }, 4], [{ a: [{ about: '未公开', happened: true }] }, 0], [{}, 'needs-input']],
  },
  {
    kind: '时限',
    reason: '预算、决算各有时限：一个天数不能回答两处',
    indicator: '预决算公开', points: 4,
    text: '预算批复后20日内公开得2分，决算批复后20日内公开得2分。',
    cases: [[{ q: { 公开天数: 27 } }, 'needs-input'], [{ a: [{ about: '预算批复后20日内', met: false }], otherwise: 'met' }, 2], [{ otherwise: 'met' }, 4]],
  },
  {
    kind: '时限',
    reason: '逾期分档扣分，按时完成可以打勾',
    indicator: '完成及时性', points: 5,
    text: '按时完成得5分，逾期30日以内完成的扣1分，逾期30日以上的扣3分，未完成不得分。',
    cases: [[{ q: { 逾期天数: 10 } }, 4], [{ q: { 逾期天数: 0 } }, 5], [{ q: { 逾期天数: 40 } }, 2], [{ a: [{ about: '按时完成', met: true }] }, 5], [{ a: [{ about: '逾期30日以内', happened: true }] }, 4], [{ otherwise: 'met' }, 5], [{}, 'needs-input']],
  },
  {
    kind: '时限',
    reason: '只写了逾期30日以内：更久的没有写，不得当作没有扣分',
    indicator: '完成及时性', points: 5,
    text: '按时完成得5分，逾期30日以内完成的扣1分。',
    cases: [[{ q: { 逾期天数: 10 } }, 4], [{ q: { 逾期天数: 40 } }, 'manual'], [{ a: [{ about: '按时完成', met: true }] }, 5]],
  },
  {
    kind: '时限',
    reason: '延期月数与“按计划时间完成”',
    indicator: '完成及时性', points: 5,
    text: '按计划时间完成得5分，延期1个月以内完成得3分，延期1-3个月完成得1分，延期3个月以上不得分。',
    cases: [[{ q: { 延期月数: 0.5 } }, 3], [{ q: { 延期月数: 1 } }, 3], [{ q: { 延期月数: 0 } }, 5], [{ q: { 延期月数: 4 } }, 0], [{ a: [{ about: '按计划时间完成', met: true }] }, 5]],
  },
]; // prettier-ignore
