import type { Phrasing } from './phrasing';

/** Examples that work out for one case what was said before: no rules of their own. */
export const WORKED_EXAMPLES: readonly Phrasing[] = [
  { kind: '每步扣分', reason: '“如执行率为92%，则扣…”只是举例，不再扣一次', indicator: '预算执行率', points: 10, text: '以100%为标准，每低1个百分点扣0.4分，如执行率为92%，则扣3.2分。', cases: [[{ q: { 预算执行率: 0.92 } }, 6.8], [{ q: { 预算执行率: 0.97 } }, 8.8], [{ q: { 预算执行率: 1 } }, 10]] },
  { kind: '每步扣分', reason: '括号里的示例不是规则', indicator: '办结率', points: 6, text: '办结率≥100%得6分，每低1%扣0.2分。（示例：办结率为94%，扣1.2分，得4.8分）', cases: [[{ q: { 办结率: 0.94 } }, 4.8], [{ q: { 办结率: 1 } }, 6], [{ q: { 办结率: 0.9 } }, 4]] },
  { kind: '公式', reason: '“例如”后面的算式只算一个例子', indicator: '任务完成率', points: 8, text: '任务完成率100%得满分；低于100%的，按实际完成率得分。例如：完成率85%，得分=8×85%=6.8分。', cases: [[{ q: { 任务完成率: 1 } }, 8], [{ q: { 任务完成率: 0.5 } }, 4], [{ q: { 任务完成率: 0.85 } }, 6.8]] },
  { kind: '按项扣分', reason: '举例的“得分为3分”不是一档', indicator: '凭证审核', points: 5, text: '每出现一张凭证不合规扣1分，扣完为止。举例：出现2张不合规，得分为3分。', cases: [[{ a: [{ about: '不合规扣', count: 1 }] }, 4], [{ otherwise: 'met' }, 5]] },
  { kind: '公式', reason: '（如：…）只举例，后面的零分仍是规则', indicator: '预算执行率', points: 10, text: '得分=预算执行率×10分（如：执行率为73%，得7.3分），执行率低于50%不得分。', cases: [[{ q: { 预算执行率: 0.9 } }, 9], [{ q: { 预算执行率: 0.4 } }, 0]] },
  { kind: '分档', reason: '没有先说规则的“如…，得…分”就是规则', indicator: '满意度', points: 5, text: '如满意度达到90%，得5分；如满意度达到80%，得3分；否则不得分。', cases: [[{ q: { 满意度: 0.9 } }, 5], [{ q: { 满意度: 0.85 } }, 3], [{ q: { 满意度: 0.5 } }, 0]] },
  { kind: '按项扣分', reason: '“如未验收，扣2分”说的是情形，不是例子', indicator: '验收', points: 6, text: '每缺一份验收资料扣1分，如未组织验收，扣3分。', cases: [[{ a: [{ about: '每缺一份', count: 1 }, { about: '未组织验收', happened: true }] }, 2], [{ otherwise: 'met' }, 6]] },
]; // prettier-ignore
