import type { Hold } from './test';

/** What a comparing word says of the number after it. `low` bounds from below. Longest words first. */
export type Comparison = Readonly<{ side: 'low' | 'high' | 'same'; hold: Hold }>;

const low = (hold: Hold): Comparison => ({ side: 'low', hold });
const high = (hold: Hold): Comparison => ({ side: 'high', hold });
const same: Comparison = { side: 'same', hold: 3 };

/** 大于或者等于. */
function orElse([word, comparison]: readonly [string, Comparison]): [string, Comparison] {
  return [word.replace('或', '或者'), comparison];
}

/** Words before a number (超过5%). Source: the phrases collected in the domain notes, and GB/T 15835 usage. */
export const VERBS: readonly (readonly [string, Comparison])[] = (
  [
    ['高于(含)', low(3)], ['大于(含)', low(3)], ['超过(含)', low(3)], ['低于(含)', high(3)], ['小于(含)', high(3)],
    ['大于或等于', low(3)], ['高于或等于', low(3)], ['等于或大于', low(3)], ['等于或高于', low(3)], ['等于或超过', low(3)],
    ['达到或超过', low(3)], ['达到或高于', low(3)], ['达到或大于', low(3)], ['超过或等于', low(3)], ['大于等于', low(3)],
    ['高于等于', low(3)], ['不低于', low(3)], ['不少于', low(3)], ['不小于', low(3)], ['未低于', low(3)], ['不得低于', low(3)],
    ['小于或等于', high(3)], ['低于或等于', high(3)], ['等于或小于', high(3)], ['等于或低于', high(3)], ['少于或等于', high(3)],
    ['小于等于', high(3)], ['低于等于', high(3)], ['不超过', high(3)], ['不高于', high(3)], ['不大于', high(3)], ['不多于', high(3)],
    ['未超过', high(3)], ['不超出', high(3)], ['未高于', high(3)], ['未突破', high(3)], ['不突破', high(3)], ['不得超过', high(3)], ['没有超过', high(3)],
    ['没有达到', high(0)], ['没达到', high(0)], ['未达到', high(0)], ['达不到', high(0)], ['未达', high(0)], ['不到', high(0)], ['不足', high(0)],
    ['不满', high(0)], ['未满', high(0)], ['低于', high(0)], ['小于', high(0)], ['少于', high(0)], ['未完成', high(0)],
    ['超过', low(0)], ['高于', low(0)], ['大于', low(0)], ['超出', low(0)], ['多于', low(0)], ['高出', low(0)], ['突破', low(0)], ['超', low(0)],
    ['至少', low(3)], ['达到', low(2)], ['达成', low(2)], ['完成', low(2)], ['实现', low(2)], ['达', low(2)],
    ['等于', same], ['正好为', same], ['恰为', same], ['为', same], ['是', same],
  ] as [string, Comparison][]
)
  .flatMap((entry) => (entry[0].includes('或等于') ? [entry, orElse(entry)] : [entry]))
  .sort((a, b) => b[0].length - a[0].length); // prettier-ignore

/** Words after a number (5%以上). */
export const SUFFIXES: readonly (readonly [string, Comparison])[] = (
  [
    ['及其以上', low(3)], ['及以上', low(3)], ['含以上', low(3)], ['以上', low(2)],
    ['及其以下', high(3)], ['及以下', high(3)], ['含以下', high(3)], ['以下', high(1)],
    ['及以内', high(3)], ['范围以内', high(2)], ['范围之内', high(2)], ['范围内', high(2)], ['以内', high(2)], ['之内', high(2)], ['内', high(2)],
    ['以外', low(0)], ['之外', low(0)],
  ] as [string, Comparison][]
).sort((a, b) => b[0].length - a[0].length); // prettier-ignore

/** Words that only lead up to a number. */
export const NEUTRAL = [
  '应当',
  '必须',
  '需要',
  '要求',
  '力争',
  '确保',
  '应',
  '须',
  '需',
  '要',
  '下降至',
  '下降到',
  '降低至',
  '降低到',
  '降至',
  '降到',
  '上升至',
  '上升到',
  '增加到',
  '增至',
  '升至',
  '提高到',
  '提高至',
  '控制在',
  '保持在',
  '处于',
  '介于',
  '位于',
  '在',
  '从',
  '由',
  '按',
];
/** Words that join two bounds of one condition. */
export const JOINTS = ['但是', '同时', '并且', '但', '且', '并', '而', '和', ',', '、'];
/** Words that open a condition and say nothing of their own. */
export const OPENERS = [
  '如果',
  '如',
  '若',
  '凡',
  '当',
  '其中',
  '对于',
  '对',
  '则',
  '或',
  '且',
  '但',
  '并',
  '即',
  '而',
  '年度内',
  '年度',
  '全年',
  '指',
];
/** Words that close a condition. */
export const CLOSERS = [
  '的情况下',
  '的情形',
  '的情况',
  '的项目',
  '的指标',
  '的部分',
  '的部门',
  '的单位',
  '之间的',
  '之间',
  '区间内',
  '区间',
  '者',
  '时',
  '的',
  ',',
  ':',
  '则',
  '间',
  '部分',
  '再',
  '另',
];
export const OTHERWISE = new Set([
  '否则', '其他', '其它', '其余', '反之', '其他情况', '其它情况', '其余情况', '其他情形', '其余情形', '除此之外', '以外', '不符合', '不满足', '未达到', '达不到',
  '未满足', '不达标', '未达标', '未达到要求', '不符合要求', '其余均', '除上述情况外', '不符合上述条件', '未完成', '部分完成', '未全部完成', '未达成', '未实现', '没有完成', '没有达到',
]); // prettier-ignore

/** How names of amounts, counts and values end; only such names are compared with one another as quantities. */
export const QUANTITY_ENDING =
  /(?:额|数|值|量|结余|结转|支出|预算|决算|成本|面积|收入|费用|经费|费|率|度|计划|编制|人员|总计|合计|天数|时间|进度|资金|拨款|资产|负债|概算|估算|投资|限额|定额|造价|[A-Z])$/;

/** Verbs that compare only where they open the condition (完成指标值的); inside a name they are part of it. */
export const BARE_VERBS = new Set([
  '完成',
  '未完成',
  '达成',
  '实现',
  '达',
  '超',
  '达到',
  '未达到',
  '未达',
  '没有达到',
  '没达到',
  '达不到',
  '突破',
]);
