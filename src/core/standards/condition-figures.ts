import { asAmount, DATES, happened, isLate } from './condition-amounts';
import { asTimes, edged, finish, isMultiple, named, oneSided, sameUnit, valueOf } from './condition-bounds';
import { SignedConditions } from './condition-signs';
import { JOINTS, NEUTRAL, QUANTITY_ENDING, SUFFIXES, VERBS, type Comparison } from './condition-words';
import type { Expression, Span } from './expression';
import { shareName } from './implied-definitions';
import type { Exact } from '../scoring/number';
import { slice } from './scan';
import type { Bound, Hold, Mention, Test } from './test';
import { isMinus, trim } from './trim';

/** A rate's name is shorter; longer words before a figure tell of circumstances. */
const MAX_MENTION = 26;
/** Words that say by which share something was exceeded. */
const EXCESS =
  /^.{0,16}?(?:超过|超出|超支|高于|高出|突破|超)(?:了)?(?:年初|年度|全年|原|调整后|批复|下达|核定)*的?(?:预算|计划|概算|定额|控制|目标|指标)(?:数|额|值|金额|指标|总额|成本|支出|投资)?的?$/;
const ABOVE: Comparison = { side: 'low', hold: 0 };
/** 目标值（ before a figure in brackets. */
const AIM =
  /(?:年度|年初|预期|既定|设定)*(?:目标值?|标准值?|基准值?|计划值?|指标值)的?\($|(?:警戒线|红线|安全线|控制线)(?:的|为|是)?\(?$/;
const AT_LEAST: Comparison = { side: 'low', hold: 2 };
const PART_DONE =
  /^(?:仅|只)?(?:完成|达到|实现)(?:年度|全年|当年|年初|既定|计划|下达|考核)*的?(?:目标|任务|指标|计划)(?:任务|值|数|量)?的$/;
/** What a bare number says of a size: 绝对值5%. */
const AT_MOST: Comparison = { side: 'high', hold: 2 };
/** 逾期30日以内完成: it was done all the same. */
const LATE_DEED =
  /^(?:才|方|后)?(?:全部)?(?:完成|办结|拨付|支付|报送|上报|提交|公开|整改|验收|交付|到位|完工|开工)+的?[,者]?$/;
/** 完成数量达到计划数量的（90%）. */
const REACHED_PART =
  /^(.{2,14}?)(达到|不低于|不少于|低于|小于|少于|不足|未达到|等于|为|处于|介于|在)(.{2,14}?)的?$/;

/** Conditions with figures in words: `不超过5%`, `80%（含）至90%`, `在±5%以内`. */
export abstract class FigureConditions extends SignedConditions {
  /** `不超过5%`, `90%（含）以上`, `80%（含）至90%`, `在±5%以内`, `80%以上90%以下`. */
  protected worded(a: number, b: number): Test | null {
    const { shape } = this.scanned;
    const deed = this.wholeDeed(a, b);
    if (deed) return deed;
    let i = a;
    let of: Mention = null;
    const tests: Test[] = [];
    while (i < b) {
      let k = i;
      while (k < b && shape.charAt(k) !== '%' && (shape.charAt(k) !== '#' || this.inName(k, b))) k++;
      if (k >= b) {
        const done = i === b || this.isNothing(i, b) || (isLate(of) && LATE_DEED.test(this.text(i, b)));
        return done ? finish(tests) : null;
      }
      const negative = k > i && isMinus(shape, k - 1, b);
      const lead = this.lead(i, negative ? k - 1 : k);
      if (lead === null) return null;
      if (lead.mention) of = lead.mention;
      let end = k + 1;
      if (this.aimOf(i, k) !== null && shape.charAt(end) === ')') end++;
      const part = this.fraction(k, b);
      if (part) end += 2;
      const measure = part ? null : this.unitBehind(k, b);
      const inPoints = shape.charAt(k) === '#' && shape.charAt(end) === '分';
      const times = shape.charAt(k) === '#' && shape.charAt(end) === '倍';
      if (times && of === null) of = { name: '倍数', span: [k, end + 1] };
      if (times && !isMultiple(of)) return null;
      const isBare = shape.charAt(k) === '#' && !measure && !inPoints && !part && !times;
      end += measure?.length ?? (inPoints || times ? 1 : 0);
      const figure = this.constant(k, negative, measure?.unit);
      const at = times && figure.kind === 'number' ? asTimes(figure) : figure;
      const first = { at: part ?? at, hold: 1 as Hold };
      const mark = this.inclusion(end, b);
      end = mark.end;
      const around = this.around(first, end, b);
      if (around) {
        tests.push({ ...around.test, of });
        i = around.end;
        continue;
      }
      const connector = /^(?:-|至|到|[与和及](?=[±-]?[#%](?:\([^()]{0,6}\))?(?:之间|区间|的?范围)))/.exec(
        this.text(end, b + 2),
      );
      const signed = '±-'.includes(shape.charAt(end + 1)) && end + 1 < b;
      const second = connector ? end + (signed ? 2 : 1) : -1;
      if (second > 0 && second < b && '#%'.includes(shape.charAt(second))) {
        const range = this.range(first, mark, second, b, shape.charAt(second - 1) === '-' && signed);
        const closing = this.unitBehind(second, b);
        if (closing && of) of = asAmount(of, closing.unit);
        tests.push({
          ...edged(range.test, lead.comparison),
          of,
          ...(lead.absolute ? { absolute: true } : {}),
          ...(this.isOfPoints(second) ? { inPoints: true } : {}),
        });
        i = range.end;
        continue;
      }
      const suffix = SUFFIXES.find(([word]) => this.text(end, b).startsWith(word));
      if (suffix) end += suffix[0].length;
      const after = this.inclusion(/^的[([]/.test(this.text(end, b)) ? end + 1 : end, b);
      end = after.end;
      const comparison = suffix?.[1] ?? lead.comparison;
      const hold = after.hold ?? mark.hold;
      if (isBare && !suffix && comparison === null && hold === undefined && end < b) return null;
      // 每月5日 and 12月 are dates, which nothing is measured against.
      if (measure && DATES.has(measure.unit.word) && comparison === null && hold === undefined) return null;
      const event = measure && of ? asAmount(of, measure.unit) : of;
      const isEvent = event !== of || (of?.name.startsWith('超') === true && of.name.endsWith('比例'));
      const test = named(oneSided(first.at, comparison, hold, lead.absolute), event);
      const told = isEvent ? happened(test) : test;
      tests.push(told.kind === 'between' && this.isOfPoints(k) ? { ...told, inPoints: true } : told);
      of = event;
      i = end;
      const joint = JOINTS.find((word) => this.text(i, b).startsWith(word));
      if (joint) i += joint.length;
    }
    return finish(tests);
  }

  /** 100%完成接种任务, 100%覆盖: the share that was done is a rate of that name. */
  private wholeDeed(a: number, b: number): Test | null {
    const [, before = '', deed] =
      /^([^%,≥≤><=达低超于不未足]{0,24})%(完成|覆盖|到位|办结|兑现|落实|达标|整改)(?!率)[^%,]{0,20}$/.exec(
        this.text(a, b),
      ) ?? [];
    if (deed === undefined) return null;
    const at = this.constant(a + before.length);
    return { kind: 'between', of: { name: `${deed}率`, span: [a, b] }, low: { at, hold: 3 } };
  }

  /** 100%±5%以内: as far below as above. */
  private around(
    first: Bound,
    from: number,
    b: number,
  ): { test: Extract<Test, { kind: 'between' }>; end: number } | null {
    const kind = this.scanned.shape.charAt(from + 1);
    if (this.scanned.shape.charAt(from) !== '±' || from + 1 >= b || !'#%'.includes(kind)) return null;
    const { at } = first;
    const size = this.constant(from + 1);
    if (at.kind !== 'number' || size.kind !== 'number' || size.unit !== at.unit || at.in) return null;
    const tail =
      /^(?:\(含\))?(?:以内|之内|范围内?|之间|内)*(?:\(含\))?/.exec(this.text(from + 2, b))?.[0] ?? '';
    const hold: Hold = tail.includes('含') ? 3 : 2;
    const bound = (value: Exact): Bound => ({ at: { ...at, value }, hold });
    return {
      test: {
        kind: 'between',
        of: null,
        low: bound(at.value.sub(size.value)),
        high: bound(at.value.add(size.value)),
      },
      end: from + 2 + tail.length,
    };
  }

  /** 5个百分点, not 5%. */
  protected isOfPoints(k: number): boolean {
    return slice(this.scanned, k, k + 1).endsWith('点');
  }

  /** Where 目标值( of 达到目标值（95%） begins: the aim is the figure in brackets. */
  private aimOf(a: number, b: number): number | null {
    const index = this.text(a, b).search(AIM);
    return index < 0 ? null : a + index;
  }

  /** 4/5 behind a word that compares, or with 以上 behind it: a share of all. */
  private fraction(k: number, b: number): Expression | null {
    const text = this.text(k, b);
    if (!text.startsWith('#/#') || !/^#\/#(?:\(不?含\))?(?:及?以[上下]|,|$)/.test(text)) return null;
    const [part, whole] = [valueOf(this.constant(k)), valueOf(this.constant(k + 2))];
    const proper =
      [part, whole].every(({ d }) => d === 1n) && part.compare(whole) < 0 && whole.compare(10) <= 0;
    return proper ? { kind: 'number', value: part.div(whole), unit: 'percent' } : null;
  }

  /** A month or year belongs to the name of the rate it dates: 6月底支付进度. */
  private inName(at: number, limit: number): boolean {
    return /^#(?:[年月季]|个?(?:工作日|自然日|日|天|小时|分钟|月)(?:以|之)?内|[百千万亿]*元(?:及?以[上下内])?)[^#%,;、()]{0,16}(?:率|进度|比例|比重|占比|满意度)/.test(
      this.text(at, limit),
    );
  }

  private isNothing(a: number, b: number): boolean {
    const [x, y] = trim(this.scanned.shape, a, b);
    return x >= y;
  }

  /** Words before a number: the quantity's name, then what is said of the number. */
  private lead(
    a: number,
    b: number,
  ): { mention: Mention; comparison: Comparison | null; absolute: boolean } | null {
    let end = this.aimOf(a, b) ?? b;
    const absolute = this.text(a, end).endsWith('±') || this.text(a, end).endsWith('正负');
    if (absolute) end -= this.text(a, end).endsWith('±') ? 1 : 2;
    const words = this.text(a, end);
    const verb = VERBS.find(([word]) => words.endsWith(word));
    if (verb) end -= verb[0].length;
    for (let found = true; found;) {
      const neutral = NEUTRAL.find(
        (word) => end - word.length >= a && this.text(end - word.length, end) === word,
      );
      found = neutral !== undefined;
      if (neutral) end -= neutral.length;
    }
    const excess = this.excess(a, b) ?? this.reachedPart(a, b) ?? this.partDone(a, b);
    if (excess) return excess;
    const name = this.text(a, end).replace(/\([^()]*\)/g, '');
    if (name.length > MAX_MENTION || /[()[\]≥≤><=+×/]|或|超过|达到/.test(name)) return null;
    // 建设成本控制在概算500万元以内: the words behind 控制在 only say whose figure it is.
    const kept = /^(.{2,20}?)(?:控制|保持)在.{1,8}$/.exec(name)?.[1];
    // 费用控制在预算的90%以内: a share of what stands behind.
    const whole = kept === undefined ? undefined : /(?:控制|保持)在(.{2,8})的$/.exec(name)?.[1];
    if (kept !== undefined && whole !== undefined && this.scanned.shape.charAt(b) === '%')
      return {
        mention: { name: shareName(kept, whole), span: [a, end] },
        comparison: verb?.[1] ?? null,
        absolute,
      };
    if (kept !== undefined && this.text(a, end).startsWith(kept))
      return { mention: this.mention(a, a + kept.length), comparison: verb?.[1] ?? null, absolute };
    const size = /的?绝对值$/.exec(this.text(a, end));
    if (size)
      return {
        mention: end - a > size[0].length ? this.mention(a, end - size[0].length) : null,
        comparison: verb?.[1] ?? AT_MOST,
        absolute: true,
      };
    const mention = this.mention(a, end);
    // 计划投资完成100%: a share of it.
    const done = verb?.[0] === '完成' && this.scanned.shape.charAt(b) === '%' && mention !== null;
    if (done && !/[率度例重比]$/.test(mention.name))
      return { mention: { ...mention, name: `${mention.name}完成率` }, comparison: verb[1], absolute };
    return { mention, comparison: verb?.[1] ?? null, absolute };
  }

  /** 完成目标的90%, 完成年度任务的80%: the share that was done. */
  private partDone(
    a: number,
    b: number,
  ): { mention: NonNullable<Mention>; comparison: Comparison; absolute: boolean } | null {
    if (this.scanned.shape.charAt(b) !== '%' || !PART_DONE.test(this.text(a, b))) return null;
    return { mention: { name: '完成率', span: [a, b] }, comparison: AT_LEAST, absolute: false };
  }

  /** 超过预算5%: by how much of the budget it is exceeded. */
  private excess(
    a: number,
    b: number,
  ): { mention: NonNullable<Mention>; comparison: Comparison; absolute: boolean } | null {
    if (this.scanned.shape.charAt(b) !== '%') return null;
    const match = EXCESS.exec(this.text(a, b));
    if (!match) return null;
    const span: Span = [a, b];
    return {
      mention: { name: `${slice(this.scanned, a, b)}比例`, span },
      comparison: ABOVE,
      absolute: false,
    };
  }

  private reachedPart(
    a: number,
    b: number,
  ): { mention: NonNullable<Mention>; comparison: Comparison | null; absolute: boolean } | null {
    if (this.scanned.shape.charAt(b) !== '%') return null;
    const [, left = '', verb = '', right = ''] = REACHED_PART.exec(this.text(a, b)) ?? [];
    if (!QUANTITY_ENDING.test(left) || !QUANTITY_ENDING.test(right) || /[率度]$/.test(left)) return null;
    const from = a + left.length + verb.length;
    const name = shareName(
      slice(this.scanned, a, a + left.length),
      slice(this.scanned, from, from + right.length),
    );
    const comparison = VERBS.find(([word]) => word === verb)?.[1] ?? null;
    return { mention: { name, span: [a, b] }, comparison, absolute: false };
  }

  /** （含）, （不含）, （含80%） after a number. */
  private inclusion(a: number, b: number): { hold?: Hold; at?: Exact; end: number } {
    const match = /^[([]?(不含|不包括|含|包含|包括)(?:本数|该数|[#%]分?)?[)\]]?/.exec(this.text(a, b));
    if (!match || this.text(a, b).startsWith('含以')) return { end: a };
    const index = match[0].search(/[#%]/);
    const at = index < 0 ? undefined : this.scanned.numbers[a + index]?.value;
    const hold: Hold = match[1]?.startsWith('不') ? 0 : 3;
    return { hold, ...(at ? { at } : {}), end: a + match[0].length };
  }

  /** `80%（含）-90%`, also written downward (100%-80%（含80%）) and with one sign (10-20%). */
  private range(
    first: Bound,
    mark: { hold?: Hold; at?: Exact },
    at: number,
    limit: number,
    negative: boolean,
  ): { test: Extract<Test, { kind: 'between' }>; end: number } {
    const measure = this.unitBehind(at, limit);
    const times = this.scanned.shape.charAt(at) === '#' && this.scanned.shape.charAt(at + 1) === '倍';
    const figure = this.constant(at, negative, measure?.unit);
    const upper = times && figure.kind === 'number' ? asTimes(figure) : figure;
    const lower = times ? onlyTimes(first.at) : sameUnit(first.at, upper);
    const inPoints = this.scanned.shape.charAt(at) === '#' && this.text(at + 1, limit).startsWith('分');
    const start = at + 1 + (measure?.length ?? (inPoints || times ? 1 : 0));
    const early = this.bothEnds(start, limit, valueOf(lower));
    const after = early ? { hold: early.other, end: early.end } : this.inclusion(start, limit);
    let end = after.end;
    const tail = /^(?:之间|区间内?|范围内|范围|以内|内|以下|的)+/.exec(this.text(end, limit));
    if (tail) end += tail[0].length;
    const double = early ?? this.bothEnds(end, limit, valueOf(lower));
    const last = double && !early ? { hold: double.other, end: double.end } : this.inclusion(end, limit);
    const closing = after.hold === undefined ? last : after;
    end = last.end;
    const ofFirst = closing.at?.equals(valueOf(lower)) === true;
    const [own, far] = ofFirst ? [closing.hold, mark.hold] : [double?.first ?? mark.hold, closing.hold];
    // 60-70分（不含70分）: the end that is not left out counts.
    const one: Bound = { at: lower, hold: own ?? (far === 0 ? 2 : 1) };
    const other: Bound = { at: upper, hold: far ?? (own === 0 ? 2 : 1) };
    const [low, high] = valueOf(lower).compare(valueOf(upper)) > 0 ? [other, one] : [one, other];
    return { test: { kind: 'between', of: null, low, high }, end };
  }

  /** （含80%，不含90%） behind a range: what is said of each end. */
  private bothEnds(a: number, b: number, first: Exact): { first: Hold; other: Hold; end: number } | null {
    const both = /^[([]含[#%][,、和与及][#%][)\]]/.exec(this.text(a, b));
    if (both) return { first: 3, other: 3, end: a + both[0].length };
    const match = /^[([](不?含)([#%])分?[,、]?(不?含)([#%])分?[)\]]/.exec(this.text(a, b));
    if (!match) return null;
    const [whole, one = '', , two = ''] = match;
    const holds: [Hold, Hold] = [one === '含' ? 3 : 0, two === '含' ? 3 : 0];
    const named = this.scanned.numbers[a + 1 + one.length]?.value;
    const [x, y] = named?.equals(first) === true ? holds : [holds[1], holds[0]];
    return { first: x, other: y, end: a + whole.length };
  }
}

/** In 1-1.2倍 the first figure is a multiple too. */
function onlyTimes(first: Expression): Expression {
  return first.kind === 'number' && first.unit === 'none' && !first.in ? asTimes(first) : first;
}
