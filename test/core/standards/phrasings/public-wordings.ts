import type { Phrasing } from './phrasing';

/** Ways of writing that published tables share; each was once read otherwise, or asked about without need. */
export const PUBLIC_WORDINGS: readonly Phrasing[] = [
  { kind: '分档', reason: '“一次验收合格率”是名称，不是次数', indicator: '工程质量', points: 8, text: '道路工程一次验收合格率达到98%以上得8分；在94%-98%之间得5分；94%以下不得分。', cases: [[{ q: { 道路工程一次验收合格率: 0.98 } }, 8], [{ q: { 道路工程一次验收合格率: 0.95 } }, 5], [{ q: { 道路工程一次验收合格率: 0.9 } }, 0]] },
  { kind: '每步扣分', reason: '“每发现1位”是计数', indicator: '持证上岗', points: 6, text: '护林员全部持证上岗不扣分，每发现1位护林员无证上岗扣1.5分，最多扣6分。', cases: [[{ a: [{ about: '每发现1位', count: 2 }] }, 3], [{ otherwise: 'met' }, 6], [{ a: [{ about: '每发现1位', count: 9 }] }, 0]] },
  { kind: '每步扣分', reason: '“不低于90%，每降低…”的90%是目标，步从它起', indicator: '设备管理', points: 4, text: '水泵机组完好率不低于92%，每降低1个百分点扣0.5分。', cases: [[{ q: { 水泵机组完好率: 0.92 } }, 4], [{ q: { 水泵机组完好率: 0.9 } }, 3], [{ q: { 水泵机组完好率: 0.99 } }, 4], [{ q: { 水泵机组完好率: 0.8 } }, 0]] },
  { kind: '每步扣分', reason: '“应达到85%”只是目标，没有“得满分”也从它起算', indicator: '巡查', points: 10, text: '河道巡查覆盖率应达到85%，每少1个百分点扣1分。', cases: [[{ q: { 河道巡查覆盖率: 0.82 } }, 7], [{ q: { 河道巡查覆盖率: 0.9 } }, 10]] },
  { kind: '每步扣分', reason: '目标没有写出来：不当作100%，问低了几个百分点', indicator: '成活率', points: 10, text: '苗木成活率达标得满分；每低于达标线1个百分点扣2分，扣完为止。', cases: [[{ q: { 苗木成活率: 0.9 } }, 'needs-input'], [{ a: [{ about: '每低于达标线', count: 3 }] }, 4], [{ otherwise: 'met' }, 10]] },
  { kind: '每步扣分', reason: '未完成下达指标的，每低…：低几个百分点是要填的数', indicator: '参保率', points: 4, text: '未完成市里下达指标的，每低0.1个百分点扣0.4分，扣完为止。', cases: [[{ a: [{ about: '每低0.1个百分点', count: 3 }] }, 2.8], [{ otherwise: 'met' }, 4], [{}, 'needs-input']] },
  { kind: '每步扣分', reason: '每增减1个百分点加减1分：两个方向各计', indicator: '复耕率', points: 20, text: '撂荒地复耕率达到60%得15分，每增减1个百分点加减0.5分，最高20分。', cases: [[{ q: { 撂荒地复耕率: 0.6 } }, 15], [{ q: { 撂荒地复耕率: 0.64 } }, 17], [{ q: { 撂荒地复耕率: 0.56 } }, 13], [{ q: { 撂荒地复耕率: 0.9 } }, 20]] },
  { kind: '每步扣分', reason: '超过0.1个百分点扣1分：每超过0.1个百分点', indicator: '统计误差', points: 6, text: '报表误差率控制在3%以内得6分，超过0.1个百分点扣0.5分。', cases: [[{ q: { 报表误差率: 0.03 } }, 6], [{ q: { 报表误差率: 0.032 } }, 5], [{ q: { 报表误差率: 0.08 } }, 0]] },
  { kind: '加分与否决', reason: '加分后面的“以2分为限”限的是加分', indicator: '土地整治', points: 15, text: '按期完成年度整治任务的，得15分，未完成的，该项不得分。超额完成的，每增加1个片区加0.5分，以2分为限。', cases: [[{ a: [{ about: '按期完成', met: true }, { about: '未完成', happened: false }, { about: '每增加1个', count: 2 }] }, 16], [{ a: [{ about: '按期完成', met: true }, { about: '未完成', happened: false }, { about: '每增加1个', count: 9 }] }, 17], [{ a: [{ about: '未完成', happened: true }] }, 0]] },
  { kind: '加分与否决', reason: '该项可负分：扣到零以下', indicator: '证明材料', points: 3, text: '违规出具证明一例扣5分，证明要素不全的，每份扣0.5分，该项可负分。', cases: [[{ a: [{ about: '违规出具证明', count: 1 }], otherwise: 'met' }, -2], [{ a: [{ about: '每份扣0.5分', count: 2 }], otherwise: 'met' }, 2]] },
  { kind: '按项扣分', reason: '百分率前面说明对象的话不是另一个条件', indicator: '包案化解', points: 4, text: '无包案台账的扣2分；领导包案化解积案，化解率低于85%的扣1分；从未开展的扣4分。', cases: [[{ q: { 化解率: 0.8 }, otherwise: 'met' }, 3], [{ q: { 化解率: 0.9 }, otherwise: 'met' }, 4]] },
  { kind: '逐项得分', reason: '给的比率名称短于文中的名称，仍是那个比率', indicator: '清洁能源', points: 6, text: '制定清洁取暖方案，得2分；辖区公共建筑清洁取暖改造比例达到50%及以上的，得4分。', cases: [[{ q: { 清洁取暖改造比例: 0.4 }, otherwise: 'met' }, 2], [{ q: { 清洁取暖改造比例: 0.5 }, otherwise: 'met' }, 6], [{ q: { 辖区公共建筑清洁取暖改造比例: 0.3 }, otherwise: 'met' }, 2]] },
  { kind: '按项得分', reason: '每满500亩计一次：填的是亩数，不是次数', indicator: '委托造林', points: 3, text: '承接委托造林的，每完成500亩，加0.2分，以3分为限。', cases: [[{ a: [{ about: '每完成500亩', count: 1600 }] }, 0.6], [{ a: [{ about: '每完成500亩', count: 99000 }] }, 3], [{}, 'needs-input']] },
  { kind: '不给分', reason: '目标值没有写，只写了低于60%不得分：不当作100%', indicator: '任务完成率', points: 5, text: '任务完成率低于60%的不得分；每低于目标值1个百分点扣0.2分。', cases: [[{ q: { 任务完成率: 0.9 } }, 'manual']] },
]; // prettier-ignore
