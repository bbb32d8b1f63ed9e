import type { Phrasing } from './phrasing';

/** Formulas with MIN, MAX and IF, and the same in words. */
export const LIMITED_FORMULAS: readonly Phrasing[] = [
  { kind: '公式', reason: 'MIN里是两个率之比，乘以分值', indicator: '完成率', points: 5, text: '得分=MIN(实际完成率/目标完成率,1)×5', cases: [[{ q: { 实际完成率: 0.72, 目标完成率: 0.9 } }, 4], [{ q: { 实际完成率: 0.95, 目标完成率: 0.9 } }, 5], [{ q: { 实际完成率: 0.9 } }, 'needs-input']] },
  { kind: '公式', reason: 'MAX里已经是分数，不再乘分值', indicator: '超支率', points: 5, text: '得分=MAX(0,5-超支率×100)', cases: [[{ q: { 超支率: 0.02 } }, 3], [{ q: { 超支率: 0.3 } }, 0], [{ q: { 超支率: 0 } }, 5]] },
  { kind: '公式', reason: 'MIN里只有比率，没有写乘分值', indicator: '完成率', points: 5, text: '得分=MIN(1,实际完成数/计划完成数)', cases: [[{ q: { 实际完成数: 8, 计划完成数: 10 } }, 4], [{ q: { 实际完成数: 18, 计划完成数: 10 } }, 5]] },
  { kind: '不给分', reason: 'MIN的上限既不是1也不是分值', indicator: '完成率', points: 5, text: '得分=MIN(完成率×5,4)', cases: [[{ q: { 完成率: 0.5 } }, 'manual']] },
  { kind: '公式', reason: 'IF公式：后一支只在前面不成立时算', indicator: '预算执行率', points: 5, text: '得分=IF(执行率>=95%,5,IF(执行率>=90%,3,0))', cases: [[{ q: { 预算执行率: 0.95 } }, 5], [{ q: { 预算执行率: 0.9 } }, 3], [{ q: { 预算执行率: 0.89 } }, 0]] },
  { kind: '公式', reason: 'IF公式从低到高写，先成立的先算', indicator: '预算执行率', points: 5, text: '=IF(执行率<80%,0,IF(执行率<95%,3,5))', cases: [[{ q: { 预算执行率: 0.79 } }, 0], [{ q: { 预算执行率: 0.8 } }, 3], [{ q: { 预算执行率: 0.95 } }, 5]] },
  { kind: '公式', reason: 'IF的一支是算式', indicator: '预算执行率', points: 5, text: '得分=IF(执行率>=100%,5,执行率*5)', cases: [[{ q: { 预算执行率: 0.9 } }, 4.5], [{ q: { 预算执行率: 1.1 } }, 5]] },
  { kind: '公式', reason: 'AND：两个率都达到', indicator: '预算执行率', points: 5, text: '得分=IF(AND(执行率>=95%,满意度>=90%),5,0)', cases: [[{ q: { 预算执行率: 0.96, 满意度: 0.5 } }, 0], [{ q: { 预算执行率: 0.96, 满意度: 0.9 } }, 5]] },
  { kind: '不给分', reason: 'IF公式读不全', indicator: '预算执行率', points: 5, text: '得分=IF(NOT(执行率>=95%),0,5)', cases: [[{ q: { 预算执行率: 0.96 } }, 'manual']] },
  { kind: '公式', reason: '“两者取较小值”', indicator: '完成率', points: 5, text: '得分=实际完成率/目标完成率与1两者取较小值×5分', cases: [[{ q: { 实际完成率: 0.72, 目标完成率: 0.9 } }, 4], [{ q: { 实际完成率: 0.95, 目标完成率: 0.9 } }, 5]] },
  { kind: '公式', reason: '“按…与100%两者取较小值×5分计分”', indicator: '完成率', points: 5, text: '按实际完成率与100%两者取较小值×5分计分', cases: [[{ q: { 实际完成率: 0.8 } }, 4], [{ q: { 实际完成率: 1.3 } }, 5]] },
  { kind: '公式', reason: '“与5分比较取较小值”是封顶', indicator: '完成率', points: 5, text: '得分=实际完成率÷目标完成率×5，与5分比较取较小值', cases: [[{ q: { 实际完成率: 0.72, 目标完成率: 0.9 } }, 4], [{ q: { 实际完成率: 0.95, 目标完成率: 0.9 } }, 5]] },
  { kind: '公式', reason: '先说率取小，再写算式', indicator: '完成率', points: 5, text: '完成率与100%取两者较小值，得分=完成率×5分', cases: [[{ q: { 完成率: 0.8 } }, 4], [{ q: { 完成率: 1.3 } }, 5]] },
  { kind: '公式', reason: 'MIN(100,…)×10%在完成时正是分值，不再乘', indicator: '完成率', points: 10, text: '得分=MIN(100,完成率×100)×10%', cases: [[{ q: { 完成率: 0.9 } }, 9], [{ q: { 完成率: 1.2 } }, 10]] },
  { kind: '不给分', reason: 'MIN(完成率,100)：完成率以什么计没有写明', indicator: '完成率', points: 10, text: '得分=MIN(完成率,100)/100×10', cases: [[{ q: { 完成率: 0.9 } }, 'manual']] },
]; // prettier-ignore
