import { perObject } from '../remember';
import { exact, type Exact } from '../scoring/number';
import { parseExpression } from './expression-parser';
import { append } from '../lists';
import { firstCharacters } from './first-characters';
import { nodes, type Expression } from './expression';
import type { Outcome } from './outcome';
import { LIMITS } from './limit-patterns';
import {
  ENDS,
  first,
  ITEM,
  judged,
  number,
  p,
  points,
  worth,
  WORTH,
  type Pattern,
  type Reading,
} from './pattern';
import type { Scanned } from './scan';
import { slice } from './scan';

/** An outcome found in the text: tokens `from`–`to`. */
export type FoundOutcome = Readonly<{ from: number; to: number; outcome: Outcome }>;

const BARE_POINTS =
  /(?<![得扣计加减共为满以达到于过占给记至获按评赋各即值])(?<=[\u4e00-\u9fff)”])(?:#分?[-至])?#分(?=[、,;。]|$)/g;

/** Whether a sentence lists things with their points and grants or takes none of these in words. */
function isListed({ scanned, at, match }: Reading): boolean {
  const { shape } = scanned;
  const from = Math.max(...['。', '\n', ';', ':'].map((end) => shape.lastIndexOf(end, at - 1)), at - 80) + 1;
  const ends = ['。', '\n', ';'].map((end) => shape.indexOf(end, at)).filter((end) => end >= 0);
  const sentence = shape.slice(from, Math.min(...ends, at + 80, shape.length));
  const found = [...sentence.matchAll(BARE_POINTS)];
  return match[0].length > 0 && found.length >= 2 && found.some(({ index }) => index === at - from);
}

/** 一般3分: a whole statement of words and points, with no verb and no other figure. */
const BARE_GRADE =
  /^(?:#[.、)]|\(#\)|①)?[^#%:]{0,60}[^#%得扣计加减共为满以达到于过占给记至获按评赋各即值分均绩总](?:#分?[-至])?#分$/;
const PLAIN_GRADE = /(?:得|计|记)(?:满分|#分)$/;

/** Where statements of words and bare points end; two statements that grant points make a list of them. */
const bareGrades = perObject((scanned: Scanned): ReadonlySet<number> => {
  const found = new Set<number>();
  let grants = 0;
  let at = 0;
  for (const piece of scanned.shape.split(/[。;\n]/)) {
    at += piece.length + 1;
    const bare = piece.length <= 64 && BARE_GRADE.test(piece);
    if (bare) found.add(at - 3);
    if (bare) found.add(at - 1 - (/(?:#分?[-至])?#分$/.exec(piece)?.[0].length ?? 2));
    if (bare || PLAIN_GRADE.test(piece.slice(-8))) grants++;
  }
  return grants >= 2 ? found : new Set();
});

/** 优：5分，良：3-4分: two grades and more with their points behind a colon. */
const COLON_GRADE =
  /(?:^|[。;\n,、])(?:#[.、)]|\(#\)|①)?[^#%:,;。、\n]{1,12}:(?=(?:#分?[-至])?#分(?:[,;。、\n]|$))/g;
const colonGrades = perObject(
  (scanned: Scanned): ReadonlySet<number> =>
    new Set(Array.from(scanned.shape.matchAll(COLON_GRADE), ({ index, 0: words }) => index + words.length)),
);

/** A figure or what is left of others right before 为100分. */
const OF_A_FIGURE = /(?:#[^,;。:#%]{0,4}|%|以[上下内外]|之间|其余|其他|其它|否则)[的时者,]*$/;

/** What stands behind points that are lost without the thing: 没有不得分, 不规范扣0.5分. */
const LOST_WITHOUT =
  /^[。;,]\n?(?:没有|没|无|否则|反之|逾期|[未不][^,;。#%\n]{1,10}?)的?,?(?:则|应)?(?:(?:不得|不计|不给|不予)分|(?:扣[减除]?|减)#)/;

const PLAIN_HEADING =
  /(?:^|[。;\n.、)①])[^,;。\n:#%]{1,19}[^,;。\n:#%得扣计加减共为满以达到于过占给记至获按评赋总]$/;

/** A formula after 得分=, with the words before it when they name a part (一季度预算执行率得分=). */
function formula({ scanned, at, limit, match }: Reading): { outcome: Outcome; end: number } | null {
  const parsed = parseExpression(scanned, at + match[0].length, limit);
  if (!parsed) return null;
  const { expression, end } = parsed;
  // 根据调查结果计分：满意度=…: what stands behind is a definition.
  if (expression.kind === 'name' && scanned.shape.charAt(end) === '=') return null;
  if (expression.kind === 'number' && expression.unit === 'points')
    return { outcome: points(expression.value), end };
  if (expression.kind === 'points') return { outcome: { kind: 'full' }, end };
  // 得分=10: points, though no 分 stands behind them.
  if (
    expression.kind === 'number' &&
    expression.unit === 'none' &&
    !expression.in &&
    /^[,;。\n]|^$/.test(scanned.shape.slice(end, end + 1))
  )
    return { outcome: points(expression.value), end };
  if (expression.kind === 'number') return null;
  const lost = match[0].includes('扣分');
  return { outcome: { kind: 'formula', expression, bare: !mentionsPoints(expression), lost }, end };
}

/** Whether a formula already carries points (×2分, ×分值) or stands for a mere ratio. */
export function mentionsPoints(expression: Expression): boolean {
  for (const node of nodes(expression)) {
    if (node.kind === 'points' || (node.kind === 'number' && node.unit === 'points')) return true;
  }
  return false;
}

/** Longer products stand behind 得分=. */
const LONGEST_PRODUCT = 60;

/** A formula that brings its own points. */
function plainFormula(reading: Reading): ReturnType<typeof formula> {
  const limit = Math.min(reading.limit, reading.at + LONGEST_PRODUCT);
  const found = formula({ ...reading, limit });
  const whole = found !== null && (found.end < limit || limit === reading.limit);
  return whole && found.outcome.kind === 'formula' && !found.outcome.bare ? found : null;
}

const RATIO_OF = /^(.{1,20}?)(?:与|占|除以)(.{1,20}?)的?(?:比例|比重|比值|比率|百分比)$/;

/** 实际完成数占计划的比重: 计划 is 计划数. */
function alike(right: Expression, left: string): Expression {
  const ending = /(?:金额|[数量额值])$/.exec(left)?.[0];
  return right.kind === 'name' &&
    ending !== undefined &&
    /^(?:年度|全年|年初)?(?:计划|目标|预算|任务|指标|应|下达)$/.test(right.name)
    ? { ...right, name: `${right.name}${ending === '金额' ? '数' : ending}` }
    : right;
}

/** 按…计分: by proportion, by a formula in words, in full. */
function accordingTo({
  scanned,
  at,
  limit,
  match,
}: Reading): Outcome | { outcome: Outcome; end: number } | null {
  const prefix = match[1]?.length ?? 0;
  const words = match[2] ?? '';
  const start = at + prefix;
  if (/扣|减(?!少|排)/.test(words)) return null;
  if (/满分|全分/.test(words)) return { kind: 'full' };
  const ratio = RATIO_OF.exec(words);
  if (ratio) {
    const a = start + words.indexOf(ratio[1] ?? '');
    const b = start + words.indexOf(ratio[2] ?? '', (ratio[1] ?? '').length + 1);
    const name = (from: number, length: number): Expression => ({
      kind: 'name',
      name: slice(scanned, from, from + length),
      span: [from, from + length],
    });
    const left = name(a, (ratio[1] ?? '').length);
    const right = alike(name(b, (ratio[2] ?? '').length), ratio[1] ?? '');
    return { kind: 'formula', expression: { kind: 'binary', operator: '/', left, right }, bare: true };
  }
  if (/^(?:其|该|此|上述)的?(?:实际)?(?:比率|比例|比值|百分比|完成率)$/.test(words))
    return { kind: 'proportion' };
  if (/对应(?:的)?(?:比例|分值|区间|档次)/.test(words)) return { kind: 'by-bands' };
  if (/线性|插值|内插/.test(words)) return { kind: 'interpolation' };
  if (/比例|同比|比重/.test(words) && !/[×/=]/.test(words)) return { kind: 'proportion' };
  if (/[×/]|乘/.test(words)) {
    const quoted = /^“[^“”]+”$/.test(words) ? 1 : 0;
    const end = start + words.length - quoted;
    const parsed = parseExpression(scanned, start + quoted, Math.min(limit, end));
    if (parsed?.end !== end) return null;
    return { kind: 'formula', expression: parsed.expression, bare: !mentionsPoints(parsed.expression) };
  }
  // 按1计算 is said of a rate.
  if (/^#分?$/.test(words) && (words.endsWith('分') || match[0].endsWith('分')))
    return points(scanned.numbers[start]?.value ?? exact(0));
  if (/^(?:分值|权重|满分)?的?%(?:的?(?:分值|权重|满分))?$/.test(words)) {
    const share = scanned.numbers[start + words.indexOf('%')]?.value ?? exact(0);
    return { kind: 'share', low: share, high: share };
  }
  if (/(?:率|完成度|满意度|进度)$/.test(words) && words.length <= 24 && !/[,#%]/.test(words)) {
    const span: [number, number] = [start, start + words.length];
    return { kind: 'formula', expression: { kind: 'name', name: slice(scanned, ...span), span }, bare: true };
  }
  return null;
}

const LISTED =
  '(?:(?:以上|上述|前述)(?:#|[一二三四五六七八九十两])?[项条个点]?(?:评价|考核|评分)?(?:要点|内容|要求|指标)?,?)';

/** Points of each item of a list that stands before: 以上每项2分, 以上4项各得1分, 以上各占1/3分值. */
const ITEM_POINTS: readonly Pattern[] = [
  p(
    `${LISTED}?每(?:一|#)?(?:小|分|子)?(?:项要点|项内容|个?要点|项|条|点)(?:均|各)?(?:得|计|占|为|分值为?|记)?#分`,
    ({ figures }) => itemPoints(figures.at(-1)),
  ),
  p(`${LISTED}(?:均|各)(?:得|计|占|为)?#分`, ({ figures }) => itemPoints(figures.at(-1))),
  p(
    `(?:${LISTED}(?:每项|各)|每项|各)占?(?:${WORTH}的)?(?:#/#|%)(?:的?${WORTH}|的?分)`,
    ({ figures: [a, b], match: [words] }) => {
      if (!words.includes('/')) return itemPoints(a, true);
      return a && b && !b.equals(0) ? itemPoints(a.div(b), true) : null;
    },
  ),
];

function itemPoints(value: Exact | undefined, share = false): Outcome | null {
  return value ? { kind: 'points-of', value, items: true, ...(share ? { share } : {}) } : null;
}

/** In order: what is more particular stands before what would also match its beginning. */
const PATTERNS: readonly Pattern[] = [
  // Remarks that sound like scoring and are none.
  p(`(?:总分|综合|等级|整体|评价等级|评价结果)[^,;。\\n#%]{0,6}不得(?:评为|评|高于)[^,;。\\n]{0,6}`, () => ({
    kind: 'remark',
  })),
  p(
    `(?:两项|三项|四项|各项|以上|上述|各|#项)[^,;。\\n#%]{0,6}(?:得分|分数|分值)(?:相加|之和|合计|加总|累加|求和)[^,;。\\n#%]{0,12}`,
    () => ({ kind: 'remark' }),
  ),
  p(`(?:得分|分数)(?:相加|之和|合计|加总|累加)[^,;。\\n#%]{0,12}`, () => ({ kind: 'remark' })),
  p(`权重(?:为|占|是)?[%#]分?${ENDS}`, () => ({ kind: 'remark' })),
  p(
    `(?:最低|下限)(?:得?分)?(?:得|为|计|是)?(?:#分|零分)|不(?:得|计|出现)?(?:为)?负分|(?:超出|超过|超额)(?:的)?(?:部分|完成(?:的)?)?不(?:再)?(?:加分|另加分|重复加分)|(?:超额(?:完成)?的?|(?:超出|超过)的?(?:部分|完成的?)|(?:超出|超过)的?(?=不再))不再?(?:计分|得分)`,
    ({ match, figures }) =>
      match[0].includes('#') && !(figures[0]?.equals(0) ?? true) ? null : { kind: 'remark' },
  ),
  p(
    `(?:为负(?:数|值)?(?:的|时)?,?)?(?:均|应|则)?(?:取|按|以|用)(?:其)?绝对值(?:进行)?(?:计算|计分|计|表示|考核|评价|衡量)?${ENDS}`,
    () => ({ kind: 'absolute' }),
  ),
  p(`(?:${ITEM})?(?:得分|分值)?(?:可以?|允许)(?:扣|计|得|记|出现)?(?:为|成|至|到)?负(?:分|数|值)`, () => ({
    kind: 'below-zero',
  })),
  p(`不(?:再)?重复扣分|不(?:另|再)?加分`, () => ({ kind: 'remark' })),
  p(
    `(?:采用|采取|实行|实施|按照?)(?:倒)?[扣减]分(?:制|法|方式|办法|的方式|的办法)(?:进行)?(?:计分|评分|考核)?${ENDS}`,
    () => ({
      kind: 'remark',
    }),
  ),
  // 二次及以上累计扣; 依据通报结果扣分，每次扣2分.
  p(
    `(?:(?:#次)?(?:及?以上|多次|重复)(?:发生|出现)?的?,?)?(?:累计|累加|叠加)(?:进行)?扣(?:分|减)?(?:计算)?${ENDS}`,
    () => ({
      kind: 'remark',
    }),
  ),
  p(`(?:未|没有|没)[^,;。\\n#%每]{1,10}的?,?扣分(?=,[^,;。\\n#%]{0,16}每)`, () => ({ kind: 'remark' })),
  p(`(?:按照?|依据|根据)[^,;。\\n#%]{2,30}(?:进行)?扣分(?=,(?:[^,;。\\n#%]{0,6})每)`, () => ({
    kind: 'remark',
  })),
  p(
    `(?:全部)?(?:符合|满足|达到|具备|做到)(?:要求|条件|标准)?的?,?(?:得|计|给)(?:相应)?分,?(?:不符合|不满足|未达到|达不到|不具备|未做到|否则|反之)(?:要求|条件|标准)?的?,?则?(?:不得|不计|不给|扣|不予计)分`,
    () => ({ kind: 'remark' }),
  ),
  p(
    `(?:其中)?(?:每|有)?(?:不符合|不满足|未达到|达不到|不具备|未做到|缺少|缺失|缺|少)(?:其中)?(?:(?:任何|任意|任)?#|任一|某一)[项条个点](?:要求|要点)?的?,?(?:扣除?|扣减)(?:该项)?(?:相应|对应|该项|本项)的?(?:权重)?(?:分值|分数|得分|分)`,
    () => ({ kind: 'item-loss' }),
  ),
  ...LIMITS,
  // Judgement.
  p(`(?:得|计|给|记|扣)#分?(?:-|至|到)#分(?!扣[完光])(?:\\(不?含[^()]{0,6}\\))?`, (r) =>
    judged(r.match[0].startsWith('扣'))(r),
  ),
  p(
    `(?:酌情|适当|适度|视情节?(?:况)?(?:轻重|严重程度)?|视具体情况|视实际情况|视程度|根据(?:实际|具体)?情况|按照?(?:实际|具体)?情况)(?:予以|给予|再)?(?:扣除|扣减|扣|调减|核减|减|降低)(?:分值|得分|分|#(?:分)?(?:-|至|到)#分|#分(?:以内|以下|及以下)?)?(?:#(?:-|至)#分)?`,
    judged(true),
  ),
  p(`(?:按照?|根据)偏离度(?:适度|适当|酌情)?(?:调减|扣减|扣)(?:分值|得分|分)?`, judged(true)),
  p(
    `(?:酌情|适当|适度|视情况?|视具体情况|视实际情况|视完成情况|综合(?:评定|评价|判断|考虑)?|专家|评价组|由评价组|评委)(?:予以|给予|进行)?(?:给分|得分|计分|评分|赋分|打分|记分|评定得分|评定|得#分?(?:-|至)#分|在?#分?(?:-|至)#分(?:之间|内|范围内)?(?:打分|评分|计分|赋分)?)(?![=:])`,
    judged(false),
  ),
  p(`(?:分别)?(?:合理|酌情|综合)(?:确定|评定)(?:相应)?(?:分值|得分|分数)?`, judged(false)),
  p(
    `在?#分?(?:-|至)#分(?:之间|区间|范围)?内?(?:酌情|合理|综合|适当)?(?:打分|评分|计分|赋分|给分|确定|评定|评判|评价)`,
    judged(false),
  ),
  p(`酌情[^,;。\\n#%]{0,6}`, judged(true)),
  // Not applicable.
  p(
    `(?:不考核|不予考核|不纳入考核|不纳入评价|不参与评分|不参与计分|不作评价|不予评价)(?:${ITEM})?|按百分制[^,;。\\n]{0,12}折算[^,;。\\n]{0,4}`,
    () => ({ kind: 'not-applicable' }),
  ),
  // Points of a part, in brackets.
  p(`\\((?:满分|计|得|权重|分值:?|共|本项|占|各)?(?:为)?#分\\)`, (r) =>
    r.match[0].includes('各')
      ? { kind: 'points-of', value: first(r) }
      : { kind: 'points', value: first(r), bracketed: true },
  ),
  ...ITEM_POINTS,
  p(`各(?:占|计|得|为)?#分`, (r) => ({ kind: 'points-of', value: first(r) })),
  p(`(?:分值|满分|总分|共计?|合计|本项|权重)(?:为|是|占|:|计)?#分(?!值)`, () => ({ kind: 'remark' })),
  // Shares of the points.
  p(
    `(?:得|计|给|记)(?:${ITEM}?(?:的)?${WORTH})?的?%(?:-|至)%(?:\\([^()]{0,6}\\))?的?(?:${ITEM}?(?:的)?${WORTH}|分)?`,
    ({ figures: [a = exact(0), b = exact(0)] }) => ({
      kind: 'share',
      ...(a.compare(b) <= 0 ? { low: a, high: b } : { low: b, high: a }),
    }),
  ),
  p(
    `(?:得|计|给|记)(?:${ITEM}?(?:的)?${WORTH})?的?%(?:的?(?:${ITEM}?(?:的)?${WORTH}|分数|分))?${ENDS}`,
    (r) => ({ kind: 'share', low: first(r), high: first(r) }),
  ),
  p(
    `(?:得|计|给|记)(?:${ITEM}?(?:的)?${WORTH})?的?#/#(?:的?(?:${ITEM}?(?:的)?${WORTH}|分数))?${ENDS}`,
    ({ match: [words], figures: [part, whole] }) => {
      if (!part || !whole || part.compare(whole) >= 0 || !/[值重满总]|分数/.test(words)) return null;
      const share = part.div(whole);
      return { kind: 'share', low: share, high: share };
    },
  ),
  // 低于90%按比例扣分.
  p(
    `(?:按照?|以)(?:相应|同等|等同|同|对应|差额|差距|偏差|未完成|不足|超支|超出|超过)?的?(?:部分)?的?比例(?:进行|相应|予以|同步)?(?:扣分|扣减|扣除|扣|减分|递减|核减)(?:相应)?(?:得分|分值|分数|分)?(?!#)|(?:同|等|相应)比例(?:扣分|扣减|减分|递减)`,
    () => ({ kind: 'proportional-loss' }),
  ),
  // Formulas.
  p(
    `(?:单项|分项)?(?:得分值|得分|计分|评分值|实际得分|分数|扣分)(?:的)?(?:计算)?(?:方法|公式|办法)*(?:应用|应为|=|为|:|是|按)+`,
    formula,
  ),
  // 得（执行率-85%）÷10%×10分.
  p(`(?:得|计|记)(?=\\()`, plainFormula),
  // 得X×5分, 得完成率×分值, 按实际完成率×分值.
  p(
    `(?<![获取所难值])(?:得|计|记|按照?)(?=[^,;。\\n#%:=()×]{1,16}(?:/%)?×(?:#|${ITEM}?的?${WORTH}))`,
    plainFormula,
  ),
  p(
    `(按照?|依据?|根据)([^,;。\\n:]{1,36}?)(?:计算得分|折算得分|换算得分|计算|得分|计分|记分|给分|赋分|评分|折算|确定得分|计(?![划算入提]))`,
    accordingTo,
  ),
  p(`(?:采用|运用|用|按照?)?(?:线性|直线)?(?:插值法?|内插法?)(?:计算得分|计算|计分|得分)?`, () => ({
    kind: 'interpolation',
  })),
  p(`(?:折半|减半)(?:计算|计分|得分|计|给分|扣分|记分)?|得?(?:满分的)?一半(?:的)?(?:分值|分数|分)?`, () => ({
    kind: 'half',
  })),
  p(`同比例(?:得分|计分|给分)|比例(?:得分|计分|给分|记分)`, () => ({ kind: 'proportion' })),
  // Full and none.
  p(
    `(?:不得|不予得|不能得|不计|不予计|不给|不予|不记|不赋)(?:得|计|记)?分|(?:得|计|记|为)零分|(?:扣除?|扣减)(?:${ITEM}?(?:的)?全部(?:分值|分数|分)|全分|满分)|扣完全部分值|(?:全扣|全部扣(?:除|完|光))${ENDS}|取消(?:${ITEM})?的?(?:得分|分值|计分)(?:资格)?${ENDS}`,
    () => ({ kind: 'zero' }),
  ),
  p(`(?:实行|实施|予以|按)?一票否决(?:制)?(?:处理)?${ENDS}`, ({ scanned, at }) =>
    ',的'.includes(scanned.shape.charAt(at - 1)) && at > 0 ? { kind: 'zero' } : null,
  ),
  p(
    `(?:得|计|记|给|为|按|获|评|视同)(?:${ITEM})?的?(?:所赋|权重|分值)?(?:满分|全分|全部分值|全部分数|全部分|分值满分)(?:计算|计分|得分|计)?(?!为止|封顶)(?:#分)?`,
    () => ({ kind: 'full' }),
  ),
  p(
    `(?:得|计|记)(?:${ITEM})(?:的)?(?:分值|标准分)${ENDS}|(?:记|得|计)?(?:${ITEM})?所赋全部分值|直接得(?:满)?分|可?得全?满分|不(?:予)?扣分`,
    () => ({ kind: 'full' }),
  ),
  p(`(?<=[,的%者情况:]|以[上下内]),?满分${ENDS}`, () => ({ kind: 'full' })),
  // 记为0分, 则为0分, 超过10小时为0分, 不超过1小时为100分.
  p(`(?:则|均|应|直接|一律)?(?:记|计|判|评|视)(?:为|作)#分${ENDS}`, (r) => points(first(r))),
  p(`(?<![分项值标评])(?:则|均|应|直接|一律)?为#分${ENDS}`, (r) =>
    first(r).equals(0) || OF_A_FIGURE.test(r.scanned.shape.slice(Math.max(0, r.at - 8), r.at))
      ? points(first(r))
      : null,
  ),
  // Points and deductions in plain figures.
  p(`(?:基准分|基础分|基本分|起评分)(?:值)?(?:为|是|:)?#分?`, (r) => points(first(r))),
  p(`(?:得|计|记|给予|给|赋|评|获)(?:到|分)?#分(?!值|制|钟|及?以[上下内])|(?:得|计|记)分#${ENDS}`, (r) =>
    points(first(r)),
  ),
  // 执行率≥95%得10，90%-95%得8: points without 分.
  p(`(?<=[%)上下内间的者,])(?:得|计|记)#${ENDS}`, (r) => points(first(r))),
  p(`\\(#分?(?:-|至)#分\\)(?!(?:得|计|记)#分)`, judged(false)),
  // 执行率≥95%4分；90%（含）-95%3分.
  p(`(?<=[≥≤><至到达-]%|[≥≤><至到达-]%\\([^()]{1,4}\\))#分${ENDS}`, (r) => points(first(r))),
  p(`(?<=以[上下内外]|之间|其余|其他|其它|否则|[,的:])#分${ENDS}`, (r) => points(first(r))),
  // 低于60%0分, 未公开0分: none says itself what it is; 最低0分 and 扣至0分 are limits.
  p(`(?<=[%)]|[\\u4e00-\\u9fff](?<![低于至到为高满扣减加得计记给评赋获起共分总以按]))#分${ENDS}`, (r) =>
    first(r).equals(0) ? { kind: 'zero' } : null,
  ),
  // 优5分，良2-3分，差0分; 优：5分；良：3-4分: grades, some of them with room for judgement.
  p(`(?<=[\\u4e00-\\u9fff)”:])#分?(?:-|至)#分(?=[、,;。\\n]|$)`, (r) =>
    isListed(r) ||
    bareGrades(r.scanned).has(r.at) ||
    (colonGrades(r.scanned).size >= 2 && colonGrades(r.scanned).has(r.at))
      ? judged(false)(r)
      : null,
  ),
  // 制度健全2分、执行有效2分: two or more things with their points and no verb.
  p(`(?<=[\\u4e00-\\u9fff)”》])#分(?=[、,;。]|$)`, (r) =>
    isListed(r) || bareGrades(r.scanned).has(r.at)
      ? { kind: 'points', value: first(r), bracketed: true }
      : null,
  ),
  // 有专人负责2分。没有不得分; 目标规范1分，不规范扣0.5分: points beside what is lost without it.
  p(`(?<=[\\u4e00-\\u9fff)”》])#分(?=[。;,]|$)`, (r) =>
    LOST_WITHOUT.test(r.scanned.shape.slice(r.at + 2, r.at + 30))
      ? { kind: 'points', value: first(r) }
      : null,
  ),
  // 预算公开2分：公开及时得1分，…: a heading without brackets.
  p(`(?<=[\\u4e00-\\u9fff)”])#分(?=:)`, (r) =>
    PLAIN_HEADING.test(r.scanned.shape.slice(Math.max(0, r.at - 22), r.at))
      ? { kind: 'points', value: first(r), bracketed: true }
      : null,
  ),
  // 每增减1个百分点加减1分, 每高（低）1%加（减）0.5分.
  p(
    `(?:相应)?(?:[加增]减|[加增](?:\\([减扣]\\)|[/、或][减扣])|[减扣](?:\\([加增]\\)|[/、或][加增]))#(?:分(?!值)|${ENDS})`,
    (r) => ({
      kind: 'deduct',
      value: number(first(r)),
      bonus: !/^(?:相应)?[减扣]/.test(r.match[0]),
      both: true,
    }),
  ),
  p(`(?<![增追添附])加#(?:分(?!值)|${ENDS})`, (r) => ({
    kind: 'deduct',
    value: number(first(r)),
    bonus: true,
  })),
  p(
    `(?:倒扣|反扣|扣除|扣减|扣|减去|(?<![压缩削核递精增调裁])减)(?:${ITEM})?(?:得分|分)?#(?:分(?!值)|${ENDS})`,
    (r) => ({
      kind: 'deduct',
      value: number(first(r)),
      bonus: false,
    }),
  ),
  p(
    `(?:扣除|扣减|扣|(?<![压缩削核递精增调裁])减)(?:${ITEM})?(?:的)?${WORTH}?的?%(?:的?(?:${ITEM}?${WORTH}|分))?`,
    (r) => ({
      kind: 'deduct',
      value: worth(first(r)),
      bonus: false,
    }),
  ),
  p(`(?:扣除|扣减|扣)(?:${ITEM})?的?(?:${WORTH}的?)?(?:一半|半数)的?(?:${WORTH}|分数|分)?${ENDS}`, () => ({
    kind: 'deduct',
    value: worth(exact('0.5')),
    bonus: false,
  })),
  p(
    `(?:扣除|扣减|扣)(?:${ITEM})?(?:的)?(?:${WORTH}的?#/#|#/#的?(?:${ITEM}?(?:的)?${WORTH}|分数))${ENDS}`,
    ({ figures: [part, whole] }) =>
      part && whole && part.compare(whole) <= 0 && !whole.equals(0)
        ? { kind: 'deduct', value: worth(part.div(whole)), bonus: false }
        : null,
  ),
  p(
    `(?:未|不|没|缺)[^,;。\\n#%]{1,8}?的?,?(?:则)?(?:扣除|扣减|扣)?(?:相应|对应)(?:扣(?:除|减)?)?(?:分值|分数|分)`,
    () => ({ kind: 'item-loss' }),
  ),
  p(`每?(?:一)?(?:扣除|扣减|扣)(?:相应|对应)(?:分值|分数|分)`, judged(true)),
];

/** The patterns that can begin with a character, in their order; most characters of a text begin none. */
const BY_OPENING = byOpening();

function byOpening(): ReadonlyMap<number, readonly Pattern[]> {
  const found = new Map<number, Pattern[]>();
  for (const pattern of PATTERNS) {
    const chars = firstCharacters(pattern.pattern.source);
    if (chars === null)
      throw new RangeError(`a pattern that begins with anything: ${pattern.pattern.source}`);
    for (const char of new Set(chars)) append(found, char.charCodeAt(0), pattern);
  }
  return found;
}

/** The outcome that begins at token `at`, if one does; `window` is the shape up to the end of the sentence. */
export function outcomeAt(scanned: Scanned, window: string, at: number): FoundOutcome | null {
  const candidates = BY_OPENING.get(window.charCodeAt(at));
  if (candidates === undefined) return null;
  const limit = window.length;
  for (const { pattern, read } of candidates) {
    pattern.lastIndex = at;
    const match = pattern.exec(window);
    if (!match) continue;
    const figures: Exact[] = [];
    for (let i = at; i < at + match[0].length; i++) {
      const value = scanned.numbers[i]?.value;
      if (value !== undefined) figures.push(value);
    }
    const found = read({ scanned, at, limit, match, figures });
    if (found === null) continue;
    const outcome = 'outcome' in found ? found.outcome : found;
    return { from: at, to: 'outcome' in found ? found.end : at + match[0].length, outcome };
  }
  return null;
}
