import type { Phrasing } from './phrasing';

/** Products and lists of points without a verb, and limits of several losses. */
export const PLAIN_PRODUCTS: readonly Phrasing[] = [
  { kind: '公式', reason: '只写一个乘积：比率×10就是得分', indicator: '预算执行率', points: 10, text: '执行率*10', cases: [[{ q: { 执行率: 0.9 } }, 9], [{ q: { 执行率: 1.2 } }, 10]] },
  { kind: '公式', reason: '乘以10分：不是“以10分为限”', indicator: '预算执行率', points: 10, text: '执行率乘以10分', cases: [[{ q: { 执行率: 0.9 } }, 9], [{ q: { 执行率: 1.2 } }, 10]] },
  { kind: '不给分', reason: '乘以各种系数之和再乘10%：是不是得分，看不出', indicator: '满意度', points: 10, text: '满意度得分=（非常满意数×100+满意数×80+一般数×60）/总数×10%', cases: [[{ q: { 非常满意数: 50, 满意数: 50, 一般数: 0, 总数: 100 } }, 'manual']] },
  { kind: '逐项得分', reason: '“公开及时”里的“及”不是连词', indicator: '预决算公开', points: 6, text: '公开及时、完整、准确各2分。', cases: [[{ otherwise: 'met' }, 6], [{}, 'needs-input']] },
  { kind: '按项扣分', reason: '单项最多扣2分：几种扣分各以2分为限', indicator: '合同', points: 5, text: '发现未签合同1份扣1分，合同不规范1份扣0.5分，单项最多扣2分。', cases: [[{ a: [{ about: '未签合同', count: 3 }, { about: '合同不规范', count: 1 }] }, 2.5]] },
  { kind: '按项扣分', reason: '少完成5个及以上：说的是同一个数', indicator: '产出', points: 10, text: '每少完成1个扣1分，少完成5个及以上不得分', cases: [[{ a: [{ about: '每少完成1个', count: 2 }] }, 8], [{ a: [{ about: '每少完成1个', count: 5 }] }, 0], [{ otherwise: 'met' }, 10]] },
  { kind: '每步扣分', reason: '超出此范围：两端各自起算', indicator: '产出', points: 10, text: '完成率90%-110%得满分，超出此范围每1%扣0.5分', cases: [[{ q: { 完成率: 1 } }, 10], [{ q: { 完成率: 1.12 } }, 9], [{ q: { 完成率: 0.88 } }, 9]] },
  { kind: '每步扣分', reason: '大于120%或小于100%：两端各自起算', indicator: '产出', points: 10, text: '完成率大于等于100%，小于等于120%得10分；大于120%或小于100%的，每偏离1%扣0.2分', cases: [[{ q: { 完成率: 1 } }, 10], [{ q: { 完成率: 1.2 } }, 10], [{ q: { 完成率: 1.25 } }, 9], [{ q: { 完成率: 0.95 } }, 9]] },
  { kind: '不给分', reason: '“否则得1分”不是另一项', indicator: '综合', points: 6, text: '制度健全得3分，否则得1分，档案完整得2分。', cases: [[{ otherwise: 'met' }, 'manual']] },
]; // prettier-ignore
