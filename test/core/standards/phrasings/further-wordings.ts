import type { Phrasing } from './phrasing';

/** Wordings of bonds, towns, hospitals and the police. */
export const FURTHER_WORDINGS: readonly Phrasing[] = [
  { kind: '分档', reason: '倍数与倍数相比', indicator: '收益覆盖倍数', points: 5, text: '项目收益覆盖倍数≥1.3倍得5分；1.1倍≤覆盖倍数＜1.3倍得3分；低于1.1倍不得分。', cases: [[{ q: { 项目收益覆盖倍数: 1.3 } }, 5], [{ q: { 项目收益覆盖倍数: 1.1 } }, 3], [{ q: { 项目收益覆盖倍数: 1.09 } }, 0]] },
  { kind: '分档', reason: '倍数的区间', indicator: '本息覆盖倍数', points: 6, text: '本息覆盖倍数1.2倍以上得6分，1-1.2倍得3分，1倍以下不得分。', cases: [[{ q: { 本息覆盖倍数: 1.2 } }, 6], [{ q: { 本息覆盖倍数: 1.1 } }, 3], [{ q: { 本息覆盖倍数: 0.9 } }, 0]] },
  { kind: '分档', reason: '几倍说的是金额时，不拿金额去比', indicator: '产值', points: 5, text: '产值达到2倍以上得5分，1倍以上得3分，其余不得分。', cases: [[{ q: { 产值: 500 } }, 'needs-input']] },
  { kind: '每步扣分', reason: '名称以数字开头：12345热线5日内办结率', indicator: '热线办理', points: 4, text: '12345热线5日办结率≥95%，得4分；每降1个百分点扣0.4分。', cases: [[{ q: { '12345热线5日办结率': 0.95 } }, 4], [{ q: { '12345热线5日办结率': 0.93 } }, 3.2]] },
  { kind: '公式', reason: '满分写在算式前后的括号里', indicator: '预算执行率', points: 10, text: '（满分10分）预算执行率×10分', cases: [[{ q: { 预算执行率: 0.8 } }, 8], [{ q: { 预算执行率: 1.2 } }, 10]] },
  { kind: '公式', reason: '满分写在算式后面的括号里', indicator: '支付率', points: 8, text: '支付率×8分（满分8分）', cases: [[{ q: { 支付率: 0.75 } }, 6]] },
  { kind: '不给分', reason: '括号里写的满分与分值不符', indicator: '支付率', points: 10, text: '（满分8分）支付率×8分', cases: [[{ q: { 支付率: 0.75 } }, 'manual']] },
  { kind: '公式', reason: '“占计划的比重”的计划就是计划数', indicator: '任务完成', points: 5, text: '按实际完成数占计划的比重计分。', cases: [[{ q: { 实际完成数: 6, 计划数: 10 } }, 3]] },
  { kind: '分档', reason: '句号隔开的两件事，各选一档', indicator: '内部控制', points: 5, text: '内控制度健全，得3分；基本健全，得2分；不健全，不得分。内控制度执行有效，得2分；基本有效，得1分；无效，不得分。', cases: [[{ otherwise: 'met' }, 5], [{ a: [{ about: '基本健全', chosen: true }], otherwise: 'met' }, 4], [{ a: [{ about: '不健全', chosen: true }], otherwise: 'met' }, 2]] },
  { kind: '每步扣分', reason: '“全年开展志愿服务”就是志愿服务', indicator: '志愿服务', points: 4, text: '全年开展志愿服务8次，每少一次扣0.5分。', cases: [[{ q: { 志愿服务: 8 } }, 4], [{ q: { 志愿服务: 5 } }, 2.5], [{ a: [{ about: '每少一次', count: 2 }] }, 3]] },
  { kind: '每步扣分', reason: '85%-93%之外每偏离1个百分点，两头各从自己的界点起', indicator: '病床使用率', points: 4, text: '病床使用率85%-93%得满分，每偏离1个百分点扣0.2分，扣完为止。', cases: [[{ q: { 病床使用率: 0.9 } }, 4], [{ q: { 病床使用率: 0.82 } }, 3.4], [{ q: { 病床使用率: 0.95 } }, 3.6]] },
  { kind: '按项扣分', reason: '两句各按次数扣', indicator: '会议纪律', points: 2, text: '村干部缺席会议每人次扣0.1分，无故迟到或早退每人次扣0.1分。', cases: [[{ a: [{ about: '缺席会议', count: 3 }, { about: '早退', count: 2 }] }, 1.5], [{ otherwise: 'met' }, 2], [{}, 'needs-input']] },
  { kind: '每步扣分', reason: '“未达到100%，按每下降5%扣”：从100%起', indicator: '体检率', points: 4, text: '应征青年体检率未达到100%，按每下降5%扣0.5分。', cases: [[{ q: { 应征青年体检率: 1 } }, 4], [{ q: { 应征青年体检率: 0.88 } }, 3]] },
  { kind: '分档', reason: '没有说明的N就是本指标的比率', indicator: '尾项关闭率', points: 2, text: '90%≤N，不扣分；\n80%≤N<90%，扣0.2分；\nN<80%，扣1分。', cases: [[{ q: { 尾项关闭率: 0.9 } }, 2], [{ q: { 尾项关闭率: 0.8 } }, 1.8], [{ q: { 尾项关闭率: 0.7 } }, 1]] },
]; // prettier-ignore
