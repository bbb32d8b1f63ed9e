import { MONEY_UNITS } from '../snapshot/units';
import { exact, ONE, type Exact } from '../scoring/number';

/**
 * A unit of measure: quantities of one `dimension` can be set against each other, and `factor` leads to its base unit
 * (元, 日, 月, 人 …). 日 and 工作日 are two dimensions: no factor leads from one to the other.
 */
export type Unit = Readonly<{ dimension: string; factor: Exact; word: string }>;

/** Words of a dimension with their factor to its base unit. Sources: GB 3100 for sizes, the usage of score tables for counts. */
const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  money: Object.fromEntries(Object.entries(MONEY_UNITS).filter(([word]) => word.endsWith('元'))),
  workday: { 个工作日: 1, 工作日: 1, 个工作天: 1, 工作天: 1 },
  day: { 天: 1, 日: 1, 自然日: 1, 个自然日: 1, 日历日: 1, 日历天: 1, 周: 7, 个星期: 7 },
  hour: { 个小时: 1, 小时: 1 },
  minute: { 分钟: 1 },
  month: { 个月: 1, 月: 1, 年: 12 },
  person: { 人: 1, 名: 1 },
  visit: { 人次: 1 },
  household: { 户: 1 },
  count: { 个: 1, 项: 1, 处: 1, 例: 1, 件: 1, 台: 1, 套: 1, 辆: 1, 份: 1, 篇: 1, 场: 1, 起: 1, 笔: 1, 家: 1, 次: 1,
    条: 1, 期: 1, 批: 1, 座: 1, 株: 1, 棵: 1, 门: 1, 所: 1, 幅: 1, 盏: 1 },
  area: { 平方米: 1, 平米: 1, '㎡': 1, 公顷: 10_000, 平方公里: 1_000_000 },
  mu: { 亩: 1 },
  length: { 米: 1, 公里: 1000, 千米: 1000 },
  volume: { 立方米: 1 },
  weight: { 千克: 1, 公斤: 1, 吨: 1000 },
}; // prettier-ignore

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(MEASURES).flatMap(([dimension, words]) =>
    Object.entries(words).map(
      ([word, factor]) => [word, { dimension, factor: exact(factor), word }] as const,
    ),
  ),
);
const STARTS = new Set(Array.from(UNITS.keys(), (word) => word.charAt(0)));
const LONGEST = Math.max(...Array.from(UNITS.keys(), (word) => word.length));
/** 元/人, 万元/公里, 元/人·天: money for each of something is a dimension of its own. */
const FOR_EACH = /^\/(?:平方米|㎡|公里|人次|工作日|[人次天日月年户件台套个亩辆间](?:[·/][人次天日月年])?)/;

/** The unit a word names; null for none. A quantity's unit may print what it is for (元/人). */
export function unitOf(word: string): Unit | null {
  const found = unitAt(word, 0, word.length);
  return found?.length === word.length ? found.unit : null;
}

/** The longest unit that stands at token `at`. */
export function unitAt(shape: string, at: number, limit: number): { unit: Unit; length: number } | null {
  if (shape.charAt(at) === '万' && shape.charAt(at + 1) !== '元')
    return tenThousand(unitAt(shape, at + 1, limit));
  if (!STARTS.has(shape.charAt(at))) return null;
  for (let length = Math.min(LONGEST, limit - at); length > 0; length--) {
    const unit = UNITS.get(shape.slice(at, at + length));
    if (!unit) continue;
    if (unit.dimension !== 'money') return { unit, length };
    const each = FOR_EACH.exec(shape.slice(at + length, Math.min(limit, at + length + 6)))?.[0] ?? '';
    if (each === '') return { unit, length };
    const word = unit.word + each;
    return {
      unit: { dimension: `money${each.replace('平方米', '㎡')}`, factor: unit.factor, word },
      length: word.length,
    };
  }
  return null;
}

/** 5万平方米, 1.2万人. */
function tenThousand(found: ReturnType<typeof unitAt>): ReturnType<typeof unitAt> {
  if (!found || isMoney(found.unit)) return null;
  const { unit, length } = found;
  const scaled = { dimension: unit.dimension, factor: unit.factor.mul(10_000), word: `万${unit.word}` };
  return { unit: scaled, length: length + 1 };
}

export function isMoney(unit: Unit): boolean {
  return unit.dimension.startsWith('money');
}

/** What a number in the first unit is multiplied by to stand in the second; null where no factor leads there. */
export function factorBetween(from: Unit, to: Unit): Exact | null {
  if (from.dimension !== to.dimension && !(isMoney(from) && isMoney(to) && eitherPlain(from, to)))
    return null;
  return from.factor.equals(to.factor) ? ONE : from.factor.div(to.factor);
}

/** Whether two numbers of a text are measured alike; a bare number is measured as a bare number only. */
export function sameMeasure(a: Unit | undefined, b: Unit | undefined): boolean {
  return a && b ? factorBetween(a, b) !== null : a === b;
}

/** 人均成本 of 465元 is set against 450元/人: what it is for may be left unsaid. */
function eitherPlain(a: Unit, b: Unit): boolean {
  return a.dimension === 'money' || b.dimension === 'money';
}
