import type { Phrasing } from './phrasing';

/** Texts that a cell's line breaks and spaces cut where no sentence ends. */
export const WRAPPED_WORDINGS: readonly Phrasing[] = [
  { kind: '分档', reason: '单元格内换行断在词中和“以上”之前', indicator: '预算执行率', points: 5, text: '预算执\n行率达到95%\n以上得5分，90%\n-95%得3分，9\n0%以下不得分。', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 预算执行率: 0.92 } }, 3], [{ q: { 预算执行率: 0.7 } }, 0]] },
  { kind: '分档', reason: '每个字之间都有空格', indicator: '预算执行率', points: 5, text: '预算 执行 率 达 到 95 % 以 上 得 5 分 ， 90 %  以 上 得 3 分 ， 否 则 不 得 分', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 预算执行率: 0.92 } }, 3], [{ q: { 预算执行率: 0.7 } }, 0]] },
  { kind: '分档', reason: '一行一档，行末没有标点，档次以数字开头', indicator: '预算执行率', points: 5, text: '95%以上5分\n90%-95%3分\n90%以下0分', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 预算执行率: 0.92 } }, 3], [{ q: { 预算执行率: 0.7 } }, 0]] },
  { kind: '分档', reason: '条件一行，分数一行', indicator: '预算执行率', points: 5, text: '执行率≥95%\n5分\n90%≤执行率<95%\n3分\n执行率<90%\n0分', cases: [[{ q: { 预算执行率: 0.96 } }, 5], [{ q: { 预算执行率: 0.92 } }, 3], [{ q: { 预算执行率: 0.7 } }, 0]] },
  { kind: '每步扣分', reason: '数字断成两行', indicator: '预算执行率', points: 5, text: '执行率达到1\n00%得5分，每低1个百\n分点扣0.\n5分，扣完为止', cases: [[{ q: { 预算执行率: 0.96 } }, 3], [{ q: { 预算执行率: 1 } }, 5], [{ q: { 预算执行率: 0.7 } }, 0]] },
  { kind: '逐项得分', reason: '两项之间的换行仍然分开', indicator: '管理', points: 10, text: '制度健全得5分\n执行有效得5分', cases: [[{ a: [{ about: '制度健全', met: true }, { about: '执行有效', met: false }] }, 5], [{ otherwise: 'met' }, 10], [{}, 'needs-input']] },
  { kind: '逐项得分', reason: '序号列表没有标点，换行分开各条', indicator: '管理', points: 10, text: '1.制度健全\n2.执行有\n效\n每符合一项得5分', cases: [[{ a: [{ about: '每符合一项', count: 1 }] }, 5], [{ a: [{ about: '每符合一项', count: 2 }] }, 10], [{}, 'needs-input']] },
  { kind: '分档', reason: '（含）前后断行', indicator: '预算执行率', points: 5, text: '执行率在95%\n（含）以上的得5分；\n85%（含）\n-95%的得3分；\n85%以下不得分', cases: [[{ q: { 预算执行率: 0.95 } }, 5], [{ q: { 预算执行率: 0.85 } }, 3], [{ q: { 预算执行率: 0.8 } }, 0]] },
]; // prettier-ignore
