import type { Phrasing } from './phrasing';

/** Texts that must never be scored: something in them grants or takes points in a way that was not understood. */
export const REFUSED: readonly Phrasing[] = [
  { kind: '不给分', reason: '只有说明，没有得分规则', indicator: '说明', points: 5, text: '部门应当加强管理，提高资金使用效益。', cases: [[{ otherwise: 'met' }, 'manual']] },
  { kind: '不给分', reason: '小项合计与分值对不上，也不是分档', indicator: '制度', points: 5, text: '制度健全得2分，执行有效得1分。', cases: [[{ otherwise: 'met' }, 'manual']] },
  { kind: '不给分', reason: '倒扣规则没有读懂', indicator: '满意度', points: 5, text: '满意度≥90%得5分，低于90%的按差额的平方倒扣分值。', cases: [[{ q: { 满意度: 0.95 } }, 'manual']] },
  { kind: '不给分', reason: '扫描件把 ≥ 印成 2（295%），不得当作295%', indicator: '满意度', points: 6, text: '1. 满意度295%的，得6分；2. 90%≤满意度<95%的，得4分；3. 满意度<90%的，得1分。', cases: [[{ q: { 满意度: 0.97 } }, 'manual']] },
  { kind: '不给分', reason: '排名计分需要全体名单', indicator: '考核排名', points: 10, text: '按全市排名计分，第一名得10分，每降低一个名次扣0.5分。', cases: [[{ otherwise: 'met' }, 'manual']] },
  {
    kind: '每步扣分',
    reason: '“低于100%或高于110%的”就是区间以外：低于下限从下限起算，高于上限从上限起算',
    indicator: '执行率', points: 5,
    text: '执行率在100%—110%之间得5分，低于100%或高于110%的，每偏离1个百分点扣0.5分。',
    cases: [[{ q: { 执行率: 1.05 } }, 5], [{ q: { 执行率: 1.12 } }, 4], [{ q: { 执行率: 0.97 } }, 3.5]],
  },
]; // prettier-ignore
