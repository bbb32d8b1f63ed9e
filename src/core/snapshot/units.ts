import { squeeze } from './width';

/** Factor from a unit of money to 元. */
export const MONEY_UNITS: Readonly<Record<string, number>> = {
  元: 1,
  元整: 1,
  人民币元: 1,
  百元: 100,
  千元: 1000,
  万元: 10_000,
  万: 10_000,
  百万元: 1_000_000,
  千万元: 10_000_000,
  亿元: 100_000_000,
  亿: 100_000_000,
};

/** Units written after a percent figure. 百分点 is a difference of rates, but reads as the same figure. */
export const PERCENT_UNITS: ReadonlySet<string> = new Set(['%', '百分比', '个百分点', '百分点']);

/** Whether a column of units says per cent, also as %（百分比）. */
export const isPercentUnit = (text: string): boolean =>
  PERCENT_UNITS.has(squeeze(text).replace(/\(.*\)$/, ''));

/** Units written after a figure of a thousand. */
export const PER_MILLE_UNITS: ReadonlySet<string> = new Set(['‰', '千分比', '个千分点', '千分点']);

/**
 * Units of measure met behind targets and actual values. A text that ends in another word is no number: `11月底前` must
 * not read as 11.
 */
const MEASURES = [
  '个 项 次 件 台 套 辆 批 家 户 份 处 座 栋 幢 间 所 条 本 册 幅 张 篇 期 场 场次 例 宗 起 单 笔 类 种 块 片 株 棵 头 只 亩 公顷 吨 千克 公斤 斤 克 升 立方米 方',
  '人 人次 人数 名 位 人/次 人天 人日 户次 户数 批次 件次 台次 车次 台/套 台套 台(套) 个/套 套/台 项次 点位 标段 课时 学时 班次 期次 村 村(居) 社区 镇 街道 单位 部门',
  '平方米 平米 ㎡ m² m2 m³ m3 ㎥ 平方公里 公里 千米 km KM 米 延米 m M 里 厘米 毫米 兆 GB TB G T Mbps 千瓦 千瓦时 度',
  '天 日 工作日 个工作日 自然日 小时 时 分钟 秒 周 个月 月 年 届 倍 级 星 分 度 岁',
  '元/人 元/次 元/天 元/月 元/年 元/平方米 元/㎡ 元/户 元/件 元/人次 元/人/年 元/人/月 元/套 元/台 万元/年 万元/个 万元/月 万元/公里 万元/次 万元/人 万元/台 万元/套',
  '万元/户 万元/亩 万元/人年 万元/人·年 元/人·年 元/人·月 元/人·天 元/亩 万元/km',
  '人/年 次/年 次/月 个/年 天/年 小时/年 件/年 期/年 场/年 次/周 次/季度 篇/年',
]
  .join(' ')
  .split(' ');

const KNOWN: ReadonlySet<string> = new Set([
  ...MEASURES,
  ...Object.keys(MONEY_UNITS),
  ...PERCENT_UNITS,
  ...PER_MILLE_UNITS,
]);

/** Units that are not counted in ten thousands: 5万分 is no usual amount. */
const NOT_MANY: ReadonlySet<string> = new Set('月 日 时 分 度 星 级 届 岁'.split(' '));

/** Whether a word is a unit that may stand behind a number, also in ten thousands: 万人, 亿立方米. */
export function isUnit(word: string): boolean {
  if (KNOWN.has(word)) return true;
  const many = MANY.exec(word);
  return many !== null && MEASURES_KNOWN.has(many[2] ?? '') && !NOT_MANY.has(many[2] ?? '');
}

const MANY = /^([万亿])(.+)$/;
const MEASURES_KNOWN: ReadonlySet<string> = new Set(MEASURES.filter((word) => !word.includes('元')));

/** ≥3次/年 and 3次 in the report of a year are one unit. */
export const perYear = (unit: string): string => unit.replace(/(?:[/／每]年度?|[/／]a)$/, '');

/** One unit written in several ways. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:㎡|m²|m2|平米)$/, '平方米'],
  [/(?:m³|m3|㎥|立方)$/, '立方米'],
  [/(?:km|KM|千米)$/, '公里'],
  [/(?:kg|KG|千克)$/, '公斤'],
];

/**
 * A unit in its usual spelling and without the ten thousands in it: 万㎡ is 平方米 with a factor of 10,000. Money keeps its
 * units: 元 beside 万元 is what offices mix up.
 */
export function plainUnit(unit: string): { word: string; factor: number } {
  if (unit.includes('元') || moneyFactor(unit) !== null) return { word: unit, factor: 1 };
  const many = MANY.exec(unit);
  const factor = many === null ? 1 : many[1] === '万' ? 10_000 : 100_000_000;
  const bare = many?.[2] ?? unit;
  const spelling = SPELLINGS.find(([pattern]) => pattern.test(bare));
  return { word: spelling ? bare.replace(...spelling) : bare, factor };
}

/**
 * Units that a Chinese numeral may count. 一季度, 二级, 三期 and 五月 are names and no quantities.
 */
export const COUNTED_IN_WORDS: ReadonlySet<string> = new Set(
  '个 项 次 件 台 套 辆 家 户 份 处 座 人 人次 名 万元 元 天 小时 个月'.split(' '),
);

/** Factor from a unit of money to 元, `null` when the word is none. */
export function moneyFactor(unit: string | null): number | null {
  return unit === null ? null : (MONEY_UNITS[unit] ?? null);
}
