import type { Phrasing } from './phrasing';

/** Lists of grades of which some leave room for judgement. */
export const GRADED_RANGES: readonly Phrasing[] = [
  { kind: '酌情', reason: '优、差有定数，良是区间：各按所写', indicator: '实施效果', points: 5, text: '优5分，良2-3分，差0分', cases: [[{ a: [{ about: '优', chosen: true }] }, 5], [{ a: [{ about: '良', chosen: true }] }, [2, 3]], [{ a: [{ about: '差', chosen: true }] }, 0]] },
  { kind: '酌情', reason: '冒号之后写分值或区间', indicator: '实施效果', points: 5, text: '优：5分；良：3-4分；中：1-2分；差：0分。', cases: [[{ a: [{ about: '优', chosen: true }] }, 5], [{ a: [{ about: '中', chosen: true }] }, [1, 2]], [{ a: [{ about: '差', chosen: true }] }, 0]] },
  { kind: '酌情', reason: '括号里写分值或区间', indicator: '实施效果', points: 5, text: '优（5分）、良（3～4分）、中（1～2分）、差（0分）', cases: [[{ a: [{ about: '优', chosen: true }] }, 5], [{ a: [{ about: '良', chosen: true }] }, [3, 4]], [{ a: [{ about: '差', chosen: true }] }, 0]] },
  { kind: '酌情', reason: '最高一档也是区间，末档不得分', indicator: '实施效果', points: 5, text: '效果显著得4-5分，较好得2-3分，一般得1分，差不得分', cases: [[{ a: [{ about: '效果显著', chosen: true }] }, [4, 5]], [{ a: [{ about: '一般', chosen: true }] }, 1], [{ a: [{ about: '差', chosen: true }] }, 0]] },
  { kind: '酌情', reason: '一行一档，没有标点', indicator: '实施效果', points: 5, text: '好5分\n较好3-4分\n一般1-2分\n差0分', cases: [[{ a: [{ about: '较好', chosen: true }] }, [3, 4]], [{ a: [{ about: '差', chosen: true }] }, 0], [{}, [0, 5]]] },
  { kind: '不给分', reason: '几项相加，其中一项是区间而没有写凭什么', indicator: '管理', points: 6, text: '制度健全2分，执行有效1-2分，资料齐全2分', cases: [[{ otherwise: 'met' }, 'manual']] },
]; // prettier-ignore
