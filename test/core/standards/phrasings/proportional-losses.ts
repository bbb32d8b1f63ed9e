import type { Phrasing } from './phrasing';

/** 按比例扣分: against 100% there is one reading, against another mark several. */
export const PROPORTIONAL_LOSSES: readonly Phrasing[] = [
  {
    kind: '按比例扣分',
    reason: '低于90%按比例扣分：实际与90%之比，另列其余读法',
    indicator: '满意度', points: 5,
    text: '满意度达到90%得5分，低于90%按比例扣分。',
    cases: [[{ q: { 满意度: 0.95 } }, 5], [{ q: { 满意度: 0.9 } }, 5], [{ q: { 满意度: 0.81 } }, 4.5, [4.55, 4.05]], [{}, 'needs-input']],
  },
  {
    kind: '按比例扣分',
    reason: '只写了扣分的一档：不低于90%的不扣',
    indicator: '预算执行率', points: 5,
    text: '预算执行率低于90%按比例扣分。',
    cases: [[{ q: { 预算执行率: 0.95 } }, 5], [{ q: { 预算执行率: 0.81 } }, 4.5, [4.55, 4.05]]],
  },
  {
    kind: '按比例扣分',
    reason: '标准是100%，只有一种读法；“按比例扣减得分”不是按比例得分',
    indicator: '预算执行率', points: 5,
    text: '预算执行率100%得5分，未达到100%的，按比例扣减得分。',
    cases: [[{ q: { 预算执行率: 1 } }, 5], [{ q: { 预算执行率: 0.81 } }, 4.05]],
  },
  {
    kind: '按比例扣分',
    reason: '“否则按比例扣分”以满分一档的界点为准',
    indicator: '预算执行率', points: 5,
    text: '预算执行率达到95%得5分，否则按比例扣分。',
    cases: [[{ q: { 预算执行率: 1 } }, 5], [{ q: { 预算执行率: 0.76 } }, 4, [4.05, 3.8]]],
  },
  {
    kind: '按比例扣分',
    reason: '超过的部分按比例扣',
    indicator: '公用经费控制率', points: 5,
    text: '公用经费控制率≤100%得5分，超过100%的按比例扣分。',
    cases: [[{ q: { 公用经费控制率: 1 } }, 5], [{ q: { 公用经费控制率: 1.1 } }, 4.5, [4.55]], [{ q: { 公用经费控制率: 2.3 } }, 0]],
  },
  {
    kind: '按比例扣分',
    reason: '两个数相比：完成数与计划数之比',
    indicator: '任务', points: 5,
    text: '实际完成数达到计划数得5分，未达到的按未完成比例扣分。',
    cases: [[{ q: { 实际完成数: 8, 计划数: 10 } }, 4], [{ q: { 实际完成数: 12, 计划数: 10 } }, 5], [{}, 'needs-input']],
  },
  {
    kind: '不给分',
    reason: '满分一档不到分值，按比例从哪里扣起不明',
    indicator: '执行率', points: 10,
    text: '执行率≥95%得8分；低于95%的按比例扣分。',
    cases: [[{ q: { 执行率: 0.76 } }, 'manual']],
  },
]; // prettier-ignore
