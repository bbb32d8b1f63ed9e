import type { Phrasing } from './phrasing';

/** Sides without a figure (超过不得分), aims that are printed apart, and formulas before what limits the rate. */
export const BARE_SIDES: readonly Phrasing[] = [
  { kind: '分档', reason: '“超过”没有数字，从前一档的上限算起', indicator: '在职人员控制率', points: 10, text: '≤100%得10分，超过不得分', cases: [[{ q: { 在职人员控制率: 1 } }, 10], [{ q: { 在职人员控制率: 1.0125 } }, 0]] },
  { kind: '分档', reason: '“超出的”', indicator: '控制率', points: 10, text: '控制率在100%以内得10分，超出的不得分。', cases: [[{ q: { 控制率: 1 } }, 10], [{ q: { 控制率: 1.01 } }, 0]] },
  { kind: '分档', reason: '“超过”从紧挨着的一档算起', indicator: '控制率', points: 5, text: '控制率≤100%得5分，100%-105%（含）得3分，超过不得分', cases: [[{ q: { 控制率: 1 } }, 5], [{ q: { 控制率: 1.05 } }, 3], [{ q: { 控制率: 1.06 } }, 0]] },
  { kind: '分档', reason: '“低于”从前一档的下限算起', indicator: '完成率', points: 5, text: '完成率≥95%得5分，低于不得分', cases: [[{ q: { 完成率: 0.95 } }, 5], [{ q: { 完成率: 0.94 } }, 0]] },
  { kind: '按比例', reason: '“以下按比例”', indicator: '执行率', points: 10, text: '执行率90%以上（含90%）得满分，以下按比例得分', cases: [[{ q: { 执行率: 0.9 } }, 10], [{ q: { 执行率: 0.8 } }, 8]] },
  { kind: '不给分', reason: '前一档没有上限，“超过”指什么没有写明', indicator: '完成率', points: 5, text: '完成率达到95%得5分，超过不得分', cases: [[{ q: { 完成率: 0.97 } }, 'needs-input']] },
  { kind: '公式', reason: '“超过部分不得分”不是零分', indicator: '完成率', points: 5, text: '得分=完成率×5分，超过部分不得分，最高5分', cases: [[{ q: { 完成率: 0.9 } }, 4.5], [{ q: { 完成率: 1.2 } }, 5]] },
  { kind: '按比例', reason: '目标另外写明', indicator: '完成率', points: 5, text: '达到目标得满分，未达到按比例扣减，低于60%不得分。目标值90%', cases: [[{ q: { 完成率: 0.9 } }, 5], [{ q: { 完成率: 0.81 } }, 4.5], [{ q: { 完成率: 0.5 } }, 0]] },
  { kind: '按比例', reason: '目标值写作“目标值为”', indicator: '完成率', points: 5, text: '达到目标值得满分，未达到按比例扣减。目标值为90%', cases: [[{ q: { 完成率: 0.95 } }, 5], [{ q: { 完成率: 0.45 } }, 2.5]] },
  { kind: '分档', reason: '“低于目标值”就是低于写明的数', indicator: '完成率', points: 5, text: '达到目标得满分，低于目标值不得分。目标值：95%', cases: [[{ q: { 完成率: 0.95 } }, 5], [{ q: { 完成率: 0.94 } }, 0]] },
  { kind: '不给分', reason: '目标值没有写明', indicator: '完成率', points: 5, text: '达到目标值得满分，未达到按比例扣减。', cases: [[{ q: { 完成率: 0.9 } }, 'needs-input']] },
  { kind: '公式', reason: '公式在前，比率封顶在后', indicator: '完成率', points: 5, text: '完成率×5分，超100%按100%计', cases: [[{ q: { 完成率: 0.9 } }, 4.5], [{ q: { 完成率: 1.2 } }, 5]] },
  { kind: '分档', reason: '字母在后面说明', indicator: '预算执行率', points: 5, text: 'A≥95%得5分；95%>A≥90%得4分；A<90%得0分。其中，A为预算执行率。', cases: [[{ q: { 预算执行率: 0.95 } }, 5], [{ q: { 预算执行率: 0.9 } }, 4], [{ q: { 预算执行率: 0.89 } }, 0]] },
]; // prettier-ignore
