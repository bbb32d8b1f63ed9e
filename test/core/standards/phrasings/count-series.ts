import type { Phrasing } from './phrasing';

/** Losses printed for one, two and three times, and what becomes of more. */
export const COUNT_SERIES: readonly Phrasing[] = [
  { kind: '按项扣分', reason: '1起1分、2起2分，以此类推：每一起都是1分', indicator: '报送', points: 5, text: '发生1起扣1分，2起扣2分，以此类推', cases: [[{ a: [{ about: '发生1起', count: 0 }] }, 5], [{ a: [{ about: '发生1起', count: 3 }] }, 2], [{ a: [{ about: '发生1起', count: 9 }] }, 0], [{ otherwise: 'met' }, 5], [{}, 'needs-input']] },
  { kind: '按项扣分', reason: '省略号也是说照样推下去', indicator: '报送', points: 5, text: '发现1次扣0.5分，2次扣1分，3次扣1.5分……扣完为止', cases: [[{ a: [{ about: '发现1次', count: 4 }] }, 3], [{ otherwise: 'met' }, 5]] },
  { kind: '按项扣分', reason: '写两步，扣完为止', indicator: '报送', points: 5, text: '发现1次扣0.5分，2次扣1分…扣完为止', cases: [[{ a: [{ about: '发现1次', count: 4 }] }, 3], [{ otherwise: 'met' }, 5]] },
  { kind: '按项扣分', reason: '前面写明没有发生得满分', indicator: '安全', points: 6, text: '未发生安全事故得6分；发生1起扣2分，发生2起扣4分，以此类推，扣完为止。', cases: [[{ a: [{ about: '发生1起', count: 2 }] }, 2], [{ a: [{ about: '发生1起', count: 4 }] }, 0], [{ otherwise: 'met' }, 6]] },
  { kind: '不给分', reason: '1起1分、2起3分：不相等，看不出怎样推下去', indicator: '安全', points: 6, text: '发生1起扣1分，2起扣3分，以此类推', cases: [[{ a: [{ about: '发生1起', count: 3 }] }, 'manual']] },
  { kind: '按项扣分', reason: '两类事故各1起，不是一个数列', indicator: '安全生产', points: 5, text: '全年无安全事故得5分，发生一般安全事故1起扣1分，发生较大安全事故1起扣3分，发生重大及以上安全事故不得分。', cases: [[{ otherwise: 'met' }, 5], [{ a: [{ about: '一般安全事故', count: 2 }], otherwise: 'met' }, 3], [{ a: [{ about: '较大安全事故', count: 1 }], otherwise: 'met' }, 2]] },
  { kind: '按项扣分', reason: '超过3起（含3起）：第三起也算', indicator: '投诉', points: 5, text: '每发生一起有效投诉扣2分，超过3起（含3起）不得分。', cases: [[{ a: [{ about: '每发生一起', count: 1 }] }, 3], [{ a: [{ about: '每发生一起', count: 3 }] }, 0], [{ otherwise: 'met' }, 5]] },
  { kind: '按项扣分', reason: '缺两项以上说的是同一个数', indicator: '档案', points: 4, text: '①立项文件；②采购合同；③验收报告；④结算审计。缺一项扣1分，缺两项以上不得分。', cases: [[{ otherwise: 'met' }, 4], [{ a: [{ about: '缺一项', count: 1 }] }, 3], [{ a: [{ about: '缺一项', count: 2 }] }, 0]] },
  { kind: '逐项得分', reason: '列出的文件各1分，每缺一项扣1分是一回事', indicator: '档案', points: 3, text: '①立项文件；②采购合同；③验收报告。各1分，每缺一项扣1分，扣完为止。', cases: [[{ otherwise: 'met' }, 3], [{ a: [{ about: '验收报告', met: false }], otherwise: 'met' }, 2], [{ a: [{ about: '每缺一项', count: 2 }] }, 1], [{}, 'needs-input']] },
  { kind: '逐项得分', reason: '末一项与“各1分”连写', indicator: '档案', points: 3, text: '①立项文件②采购合同③验收报告各1分，每缺一项扣1分', cases: [[{ otherwise: 'met' }, 3], [{ a: [{ about: '验收报告', met: false }], otherwise: 'met' }, 2], [{ a: [{ about: '每缺一项', count: 2 }] }, 1]] },
  { kind: '分档选一', reason: '名次由人选档，不是数量', indicator: '考核', points: 5, text: '年度考核获前三名得5分，第四至第六名得3分，其余得1分', cases: [[{}, 'needs-input'], [{ a: [{ about: '前三名', chosen: true }] }, 5], [{ a: [{ about: '第四至第六名', chosen: true }] }, 3], [{ a: [{ about: '其余', chosen: true }] }, 1]] },
  { kind: '分档选一', reason: '等次由人选档', indicator: '考核', points: 5, text: '年度综合考核第一等次得5分，第二等次得4分，第三等次得3分，未获等次不得分。', cases: [[{}, 'needs-input'], [{ a: [{ about: '第二等次', chosen: true }] }, 4]] },
]; // prettier-ignore
