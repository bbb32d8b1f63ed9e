import type { Phrasing } from './phrasing';

/** Figures and signs as scanning, hasty typing and other habits of writing leave them. */
export const DAMAGED_WORDINGS: readonly Phrasing[] = [
  { kind: '每步扣分', reason: '扫描把1认成l：l00%、l0分', indicator: '资金到位率', points: 10, text: '资金到位率达到l00%得l0分，每低1个百分点扣0.4分。', cases: [[{ q: { 资金到位率: 1 } }, 10], [{ q: { 资金到位率: 0.95 } }, 8]] },
  { kind: '分档', reason: '扫描把0认成O：9O%、O分', indicator: '满意度', points: 6, text: '满意度≥9O%，得6分；8O%≤满意度＜9O%，得4分；＜8O%，得O分。', cases: [[{ q: { 满意度: 0.9 } }, 6], [{ q: { 满意度: 0.8 } }, 4], [{ q: { 满意度: 0.79 } }, 0]] },
  { kind: '分档', reason: '单独的l分、O分只能是1分、0分', indicator: '知晓率', points: 1, text: '知晓率≥85%，得l分；低于85%，得O分。', cases: [[{ q: { 知晓率: 0.85 } }, 1], [{ q: { 知晓率: 0.84 } }, 0]] },
  { kind: '分档', reason: 'O3不是03：化学式里的字母不当数字', indicator: 'O3浓度达标率', points: 4, text: 'O3浓度达标率≥90%得4分，否则不得分。', cases: [[{ q: { O3浓度达标率: 0.9 } }, 4], [{ q: { O3浓度达标率: 0.8 } }, 0]] },
  { kind: '分档', reason: '“得8”后面漏写“分”', indicator: '支付进度', points: 8, text: '支付进度≥95%得8，85%—95%得5，85%以下得0', cases: [[{ q: { 支付进度: 0.95 } }, 8], [{ q: { 支付进度: 0.9 } }, 5], [{ q: { 支付进度: 0.6 } }, 0]] },
  { kind: '分档', reason: '=>就是≥，=<就是≤', indicator: '利用率', points: 4, text: '利用率=>90%得4分；利用率=<60%得0分；其余得2分。', cases: [[{ q: { 利用率: 0.9 } }, 4], [{ q: { 利用率: 0.6 } }, 0], [{ q: { 利用率: 0.7 } }, 2]] },
  { kind: '分档', reason: '大于或者等于', indicator: '执行率', points: 5, text: '执行率大于或者等于90%得5分，大于或者等于80%小于90%得3分，小于80%得0分。', cases: [[{ q: { 执行率: 0.9 } }, 5], [{ q: { 执行率: 0.8 } }, 3], [{ q: { 执行率: 0.79 } }, 0]] },
  { kind: '每步扣分', reason: '错字“百份点”', indicator: '完好率', points: 5, text: '完好率95%以上得5分，每低1个百份点扣0.5分。', cases: [[{ q: { 完好率: 0.95 } }, 5], [{ q: { 完好率: 0.92 } }, 3.5]] },
  { kind: '每步扣分', reason: '每低一成：步长10个百分点', indicator: '满意度', points: 6, text: '满意度九成以上得6分，每低一成扣2分。', cases: [[{ q: { 满意度: 0.9 } }, 6], [{ q: { 满意度: 0.8 } }, 4], [{ q: { 满意度: 0.75 } }, 4]] },
  { kind: '分档', reason: '“20%以上，扣完”是不得分的一档', indicator: '预算调整率', points: 4, text: '预算调整率≤5%，不扣分；5%~10%（含），扣1分；10%~20%（含），扣2分；20%以上，扣完。', cases: [[{ q: { 预算调整率: 0.05 } }, 4], [{ q: { 预算调整率: 0.1 } }, 3], [{ q: { 预算调整率: 0.2 } }, 2], [{ q: { 预算调整率: 0.21 } }, 0]] },
  { kind: '每步扣分', reason: '步子后面的“扣完”仍只是封底', indicator: '预算调整率', points: 4, text: '预算调整率≤5%不扣分，每超1个百分点扣1分，扣完。', cases: [[{ q: { 预算调整率: 0.07 } }, 2], [{ q: { 预算调整率: 0.2 } }, 0]] },
  { kind: '按项扣分', reason: '取消得分就是不得分', indicator: '报表编制', points: 5, text: '编制不准确的，扣1分；未编制的取消得分。', cases: [[{ otherwise: 'met' }, 5], [{ a: [{ about: '不准确', happened: true }], otherwise: 'met' }, 4], [{ a: [{ about: '未编制', happened: true }] }, 0]] },
  { kind: '按项扣分', reason: '“扣0.5分至4分扣完”：每次0.5分，最多4分，不是0.5到4分之间', indicator: '人员配备', points: 4, text: '专职人员按要求配备的得4分；未按要求配备每缺一人扣0.5分至4分扣完。', cases: [[{ a: [{ about: '每缺一人', count: 3 }], otherwise: 'met' }, 2.5], [{ a: [{ about: '每缺一人', count: 20 }], otherwise: 'met' }, 0], [{ otherwise: 'met' }, 4]] },
]; // prettier-ignore
