import type { Phrasing } from './phrasing';

/** Letters that stand for a rate named in the same text. */
export const LETTER_NAMES: readonly Phrasing[] = [
  { kind: '分档', reason: '“设执行率为X”：X就是那个率', indicator: '预算执行率', points: 5, text: '设执行率为X，X≥95%得满分，90%≤X<95%得3分，X<90%不得分', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 执行率: 0.92 } }, 3], [{ q: { 预算执行率: 0.5 } }, 0], [{}, 'needs-input']] },
  { kind: '分档', reason: '“设X为预算执行率”', indicator: '预算执行率', points: 5, text: '设X为预算执行率，X≥95%得满分，90%≤X<95%得3分，X<90%不得分', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 预算执行率: 0.92 } }, 3]] },
  { kind: '分档', reason: '“用X表示预算执行率”', indicator: '预算执行率', points: 5, text: '用X表示预算执行率，X≥95%得5分，X<95%不得分', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 预算执行率: 0.92 } }, 0]] },
  { kind: '每步扣分', reason: '“令K=预算执行率”', indicator: '预算执行率', points: 5, text: '令K=预算执行率，K≥95%得5分，每低1%扣0.5分', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 预算执行率: 0.92 } }, 3.5]] },
  { kind: '分档', reason: '名称后括号里的字母', indicator: '预算执行率', points: 5, text: '预算执行率（X）：X≥95%得满分；X<95%得0分', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 预算执行率: 0.92 } }, 0]] },
  { kind: '公式', reason: '两个字母各是一个率，各自的“否则”', indicator: '预算管理', points: 10, text: '设执行率为X，完成率为Y。X≥95%得5分，否则0分；Y≥90%得5分，否则0分', cases: [[{ q: { 执行率: 0.96, 完成率: 0.8 } }, 5], [{ q: { 执行率: 0.96, 完成率: 0.9 } }, 10], [{ q: { 执行率: 0.96 } }, 'needs-input']] },
  { kind: '分档', reason: '字母由百分率公式定义，界点没有写百分号', indicator: '预算执行率', points: 5, text: 'X=A/B×100%，A为全年执行数，B为全年预算数。X≥95得满分，90≤X<95得3分，X<90不得分', cases: [[{ q: { 全年执行数: 96, 全年预算数: 100 } }, 5], [{ q: { 全年执行数: 92, 全年预算数: 100 } }, 3]] },
]; // prettier-ignore
