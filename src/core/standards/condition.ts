import { exact, type Exact } from '../scoring/number';
import {
  edged,
  finish,
  isContext,
  merge,
  named,
  oneSided,
  relate,
  sameUnit,
  valueOf,
  type Side,
} from './condition-bounds';
import { BARE_VERBS, JOINTS, NEUTRAL, OTHERWISE, QUANTITY_ENDING, SUFFIXES, VERBS, type Comparison } from './condition-words'; // prettier-ignore
import { asAmount, DATES, happened, isLate } from './condition-amounts';
import type { Expression, Span } from './expression';
import { shareName } from './implied-definitions';
import { parseExpression } from './expression-parser';
import type { Scanned } from './scan';
import { slice } from './scan';
import type { Bound, Hold, Mention, Test } from './test';
import { isMinus, trim } from './trim';
import { unitAt, type Unit } from './units';

/** Longer conditions are prose about circumstances, not about figures. */
const MAX_MEASURED = 120;
/** A rate's name is shorter; longer words before a figure tell of circumstances. */
const MAX_MENTION = 26;
/** A rate that is named first and measured behind the comma: 甲占乙的比例，10%以内. */
const ANNOUNCED = /^[^#%≥≤><=]{2,26}(?:率|比例|比重|占比|比率|满意度)$/;
/** Words that say by which share something was exceeded. */
const EXCESS =
  /^.{0,16}?(?:超过|超出|超支|高于|高出|突破|超)(?:了)?(?:年初|年度|全年|原|调整后|批复|下达|核定)*的?(?:预算|计划|概算|定额|控制|目标|指标)(?:数|额|值|金额|指标|总额|成本|支出|投资)?的?$/;
const ABOVE: Comparison = { side: 'low', hold: 0 };
/** What a bare number says of a size: 绝对值5%. */
const AT_MOST: Comparison = { side: 'high', hold: 2 };

/** 逾期30日以内完成: it was done all the same. */
const LATE_DEED =
  /^(?:才|方|后)?(?:全部)?(?:完成|办结|拨付|支付|报送|上报|提交|公开|整改|验收|交付|到位|完工|开工)+的?[,者]?$/;

const PART_OF = /^([^#%≥≤><=+×/()]{2,16}?)的%$/;
/** 完成数量达到计划数量的（90%）. */
const REACHED_PART = /^(.{2,14}?)(达到|不低于|不少于|低于|小于|少于|不足|未达到|等于|为)(.{2,14}?)的$/;

const VERB_STARTS = new Set(VERBS.map(([word]) => word.charAt(0)));

/** Reads the condition that stands in tokens `from`–`to`. What speaks of no figure is a `state` to be asked. */
export function parseCondition(scanned: Scanned, from: number, to: number): Test {
  const [a, b] = trim(scanned.shape, from, to);
  if (a >= b) return { kind: 'always' };
  const text = scanned.shape.slice(a, b);
  if (OTHERWISE.has(text)) return { kind: 'otherwise' };
  if (b - a > MAX_MEASURED) return { kind: 'state', span: [from, to] };
  const colon = text.lastIndexOf(':');
  const reader = new ConditionReader(scanned);
  const measured = reader.read(colon < 0 ? a : a + colon + 1, b);
  return measured ?? { kind: 'state', span: [from, to] };
}

class ConditionReader {
  constructor(private readonly scanned: Scanned) {}

  /** Simple conditions joined by 且 or by 或; null where they speak of no quantity, or where both words stand in one. */
  read(from: number, to: number): Test | null {
    const ways = this.alternatives(from, to);
    if (ways.length < 2) return this.both(from, to);
    if (ways.some(([a, b]) => this.text(a, b).includes('且'))) return null;
    const tests = ways.map(([a, b]): Test => {
      const [x, y] = trim(this.scanned.shape, a, b);
      return this.both(x, y) ?? { kind: 'state', span: [x, y] };
    });
    return tests.some((test) => test.kind !== 'state') ? { kind: 'any', tests } : null;
  }

  /** Stretches between 或 where every one holds a figure of its own; 大于或等于 and 省级或国家级 join words only. */
  private alternatives(from: number, to: number): Span[] {
    const text = this.text(from, to);
    if (!text.includes('或') || !/[#%]/.test(text)) return [];
    const found: Span[] = [];
    let start = from;
    for (const { index, 0: word } of text.matchAll(/(?<![于低高大小少到过超])或者?(?!等于)/g)) {
      found.push([start, from + index]);
      start = from + index + word.length;
    }
    found.push([start, to]);
    return found.some(([a, b]) => !/[#%]/.test(this.text(a, b))) ? [] : found;
  }

  private both(from: number, to: number): Test | null {
    const tests: Test[] = [];
    let announced: Mention = null;
    for (const [a, b] of this.pieces(from, to)) {
      const [x, y] = trim(this.scanned.shape, a, b);
      if (x >= y || isContext(this.scanned.shape.slice(x, y))) continue;
      const test =
        this.interval(x, y) ??
        this.signed(x, y) ??
        this.worded(x, y) ??
        this.compared(x, y) ??
        this.growth(x, y) ??
        this.existence(x, y);
      if (test) tests.push(test.kind === 'between' && test.of === null ? { ...test, of: announced } : test);
      else if (tests.length === 0 && ANNOUNCED.test(this.scanned.shape.slice(x, y)))
        announced = this.mention(x, y);
      else if (/[#%]/.test(this.scanned.shape.slice(x, y)) && tests.length === 0 && to === y) return null;
      else tests.push({ kind: 'state', span: [x, y] });
    }
    const merged = merge(tests);
    if (merged.length === 0 || merged.every((test) => test.kind === 'state')) return null;
    const [only] = merged;
    return merged.length === 1 && only ? only : { kind: 'all', tests: merged };
  }

  /** `[80%,90%)` as mathematics writes it. */
  private interval(a: number, b: number): Test | null {
    const match = /^([^[(#%]{0,26}?)(?:在|为|属于|∈)?([[(])([#%])[,至-]([#%])([\])])$/.exec(this.text(a, b));
    if (!match) return null;
    const [whole, name = '', opens, , , closes] = match;
    const at = a + whole.length;
    const high = this.constant(at - 2);
    return {
      kind: 'between',
      of: this.mention(a, a + name.length),
      low: { at: sameUnit(this.constant(at - 4), high), hold: opens === '[' ? 3 : 0 },
      high: { at: high, hold: closes === ']' ? 3 : 0 },
    };
  }

  /** Pieces between commas and 且 that stand outside brackets. */
  private pieces(from: number, to: number): Span[] {
    const { shape } = this.scanned;
    const found: Span[] = [];
    let depth = 0;
    let start = from;
    for (let i = from; i < to; i++) {
      const char = shape.charAt(i);
      if (char === '(' || char === '[') depth++;
      else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
      else if (
        (char === ',' || char === '且' || (char === '但' && this.comparesBefore(start, i))) &&
        depth === 0
      ) {
        found.push([start, i]);
        start = i + 1;
      }
    }
    found.push([start, to]);
    return found;
  }

  /** ≤预算但较上年增长: a sign stands before 但. */
  private comparesBefore(from: number, at: number): boolean {
    return /[≥≤><=]/.test(this.text(from, at));
  }

  private text(a: number, b: number): string {
    return this.scanned.shape.slice(a, b);
  }

  private mention(a: number, b: number): Mention {
    const [x, y] = trim(this.scanned.shape, a, b);
    return x >= y ? null : { name: slice(this.scanned, x, y), span: [x, y] };
  }

  private constant(i: number, negative = false, unit?: Unit): Expression {
    const number = this.scanned.numbers[i];
    const read = number?.value ?? exact(0);
    const value = negative ? read.neg() : read;
    if (unit) return { kind: 'number', value: value.mul(unit.factor), unit: 'none', in: unit };
    return { kind: 'number', value, unit: number?.percent ? 'percent' : 'none' };
  }

  /** The unit behind the number at `i`; a year of the calendar (2020年) is no length of time. */
  private unitBehind(i: number, limit: number): { unit: Unit; length: number } | null {
    if (this.scanned.shape.charAt(i) !== '#') return null;
    const found = unitAt(this.scanned.shape, i + 1, limit);
    return found?.unit.word === '年' && valueOf(this.constant(i)).compare(1000) > 0 ? null : found;
  }

  /** `90%>利用率≥75%`, `<5%`, `变动率=0`, `实际值>指标值`. */
  private signed(a: number, b: number): Test | null {
    const { shape } = this.scanned;
    const signs: number[] = [];
    for (let i = a; i < b; i++) if ('≥≤><=W'.includes(shape.charAt(i)) && this.isSign(i)) signs.push(i);
    if (signs.length === 0 || signs.length > 2) return null;
    const sides = [a, ...signs.map((i) => i + 1)].map((start, i) => this.side(start, signs[i] ?? b));
    if (sides.some((side) => side === null)) return null;
    const tests: Test[] = [];
    signs.forEach((at, i) => {
      const [left, right] = [sides[i], sides[i + 1]];
      const test = left && right ? relate(left, shape.charAt(at), right) : null;
      if (test) tests.push(test);
    });
    if (tests.length !== signs.length) return null;
    const merged = merge(tests);
    const [only] = merged;
    return merged.length === 1 && only ? only : { kind: 'all', tests: merged };
  }

  /** W is how scanned tables often print ≤; it is read so only beside a percentage. */
  private isSign(i: number): boolean {
    const { shape } = this.scanned;
    if (shape.charAt(i) !== 'W') return true;
    if (shape.charAt(i - 1) === '%' || shape.charAt(i + 1) === '%') return true;
    return /[率度比例数]/.test(shape.charAt(i - 1)) && shape.charAt(i + 1) === '#';
  }

  /** 计划数量的90%. */
  private partOf(a: number, b: number): Side | null {
    const match = PART_OF.exec(this.text(a, b));
    if (!match?.[1] || !QUANTITY_ENDING.test(match[1])) return null;
    return { constant: this.constant(b - 1), mention: null, of: slice(this.scanned, a, a + match[1].length) };
  }

  private side(a: number, b: number): Side | null {
    const { shape } = this.scanned;
    const [start, y] = trim(shape, a, b);
    const absolute = shape.charAt(start) === '±' && '#%'.includes(shape.charAt(start + 1));
    const x = absolute ? start + 1 : start;
    if (x >= y) return { constant: null, mention: null };
    const part = this.partOf(x, y);
    if (part) return part;
    const parsed = parseExpression(this.scanned, x, y);
    if (!parsed) return null;
    const rest = this.text(parsed.end, y);
    const hold: Hold | undefined = /^\(?含(?:%|#|本数)?\)?$/.test(rest)
      ? 3
      : /^\(不含/.test(rest)
        ? 0
        : undefined;
    if (rest !== '' && hold === undefined) return null;
    const { expression } = parsed;
    if (expression.kind === 'name')
      return { constant: null, mention: { name: expression.name, span: expression.span } };
    if (expression.kind === 'abs' && expression.of.kind === 'name') {
      const { name, span } = expression.of;
      return { constant: null, mention: { name, span }, absolute: true };
    }
    return {
      constant: expression,
      mention: null,
      ...(hold === undefined ? {} : { hold }),
      ...(absolute ? { absolute: true } : {}),
    };
  }

  /** `不超过5%`, `90%（含）以上`, `80%（含）至90%`, `在±5%以内`, `80%以上90%以下`. */
  private worded(a: number, b: number): Test | null {
    const { shape } = this.scanned;
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
      const measure = this.unitBehind(k, b);
      const inPoints = shape.charAt(k) === '#' && shape.charAt(end) === '分';
      if (shape.charAt(k) === '#' && shape.charAt(end) === '倍') return null;
      const isBare = shape.charAt(k) === '#' && !measure && !inPoints;
      end += measure?.length ?? (inPoints ? 1 : 0);
      const first = { at: this.constant(k, negative, measure?.unit), hold: 1 as Hold };
      const mark = this.inclusion(end, b);
      end = mark.end;
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
      tests.push(isEvent ? happened(test) : test);
      of = event;
      i = end;
      const joint = JOINTS.find((word) => this.text(i, b).startsWith(word));
      if (joint) i += joint.length;
    }
    return finish(tests);
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
    let end = b;
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
    const excess = this.excess(a, b) ?? this.reachedPart(a, b);
    if (excess) return excess;
    const name = this.text(a, end).replace(/\([^()]*\)/g, '');
    if (name.length > MAX_MENTION || /[()[\]≥≤><=+×/]|或|超过|达到/.test(name)) return null;
    // 建设成本控制在概算500万元以内: the words behind 控制在 only say whose figure it is.
    const kept = /^(.{2,20}?)(?:控制|保持)在.{1,8}$/.exec(name)?.[1];
    if (kept !== undefined && this.text(a, end).startsWith(kept))
      return { mention: this.mention(a, a + kept.length), comparison: verb?.[1] ?? null, absolute };
    const size = /的?绝对值$/.exec(this.text(a, end));
    if (size && end - a > size[0].length)
      return {
        mention: this.mention(a, end - size[0].length),
        comparison: verb?.[1] ?? AT_MOST,
        absolute: true,
      };
    return { mention: this.mention(a, end), comparison: verb?.[1] ?? null, absolute };
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
    const from = b - 1 - right.length;
    const name = shareName(slice(this.scanned, a, a + left.length), slice(this.scanned, from, b - 1));
    const comparison = VERBS.find(([word]) => word === verb)?.[1] ?? null;
    return { mention: { name, span: [a, b] }, comparison, absolute: false };
  }

  /** （含）, （不含）, （含80%） after a number. */
  private inclusion(a: number, b: number): { hold?: Hold; at?: Exact; end: number } {
    const match = /^[([]?(不含|不包括|含|包含|包括)(?:本数|该数|[#%])?[)\]]?/.exec(this.text(a, b));
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
    const upper = this.constant(at, negative, measure?.unit);
    const lower = sameUnit(first.at, upper);
    const inPoints = this.scanned.shape.charAt(at) === '#' && this.text(at + 1, limit).startsWith('分');
    const start = at + 1 + (measure?.length ?? (inPoints ? 1 : 0));
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
    const one: Bound = { at: lower, hold: (ofFirst ? closing.hold : (double?.first ?? mark.hold)) ?? 1 };
    const other: Bound = { at: upper, hold: (ofFirst ? mark.hold : closing.hold) ?? 1 };
    const [low, high] = valueOf(lower).compare(valueOf(upper)) > 0 ? [other, one] : [one, other];
    return { test: { kind: 'between', of: null, low, high }, end };
  }

  /** （含80%，不含90%） behind a range: what is said of each end. */
  private bothEnds(a: number, b: number, first: Exact): { first: Hold; other: Hold; end: number } | null {
    const match = /^[([](不?含)([#%])[,、]?(不?含)([#%])[)\]]/.exec(this.text(a, b));
    if (!match) return null;
    const [whole, one = '', , two = ''] = match;
    const holds: [Hold, Hold] = [one === '含' ? 3 : 0, two === '含' ? 3 : 0];
    const named = this.scanned.numbers[a + 1 + one.length]?.value;
    const [x, y] = named?.equals(first) === true ? holds : [holds[1], holds[0]];
    return { first: x, other: y, end: a + whole.length };
  }

  /** `实际采购金额大于采购计划金额`, `不足指标值2倍`, `完成指标值`. */
  private compared(a: number, b: number): Test | null {
    const text = this.text(a, b);
    if (text.includes('每')) return null;
    const but = /^(.{2,40}?)(?:但|且|而)(?=.{2,})/.exec(text);
    if (but?.[1]) {
      const [left, right] = [this.compared(a, a + but[1].length), this.compared(a + but[1].length + 1, b)];
      if (left && right) return { kind: 'all', tests: merge([left, right]) };
    }
    const kept = /^(.{3,24}?)控制在(.{3,20}?)(?:范围)?(?:以内|之内|内)$/.exec(text);
    if (kept?.[1] !== undefined && kept[2] !== undefined) {
      const start = a + kept[1].length + 3;
      const of = this.mention(a, a + kept[1].length);
      const right = this.quantity(start, start + kept[2].length);
      if (!of || !right || !QUANTITY_ENDING.test(of.name.replace(/[”“"）)]$/, ''))) return null;
      return { kind: 'between', of, high: { at: right.expression, hold: 3 } };
    }
    const found = this.verbIn(a, b);
    if (found) {
      const { word, comparison, at: i } = found;
      const right = this.quantity(i + word.length, b);
      if (!right || (BARE_VERBS.has(word) && i === a && !right.name.endsWith('值'))) return null;
      const left = i === a ? null : this.mention(a, i);
      if (!left && shortName(right.name)) return null;
      if (left && !QUANTITY_ENDING.test(left.name.replace(/[”“"）)]$/, ''))) return null;
      const bound: Bound = { at: right.expression, hold: comparison.hold === 2 ? 3 : comparison.hold };
      if (comparison.side === 'same') return { kind: 'at', of: left, value: right.expression };
      return { kind: 'between', of: left, [comparison.side]: bound };
    }
    return null;
  }

  /** The comparing word of a piece: a plain one anywhere, else one that opens it. */
  private verbIn(a: number, b: number): { word: string; comparison: Comparison; at: number } | null {
    const { shape } = this.scanned;
    for (const bare of [false, true]) {
      for (let i = a; i < (bare ? a + 1 : b); i++) {
        if (!VERB_STARTS.has(shape.charAt(i))) continue;
        const verb = VERBS.find(
          ([word]) => BARE_VERBS.has(word) === bare && shape.startsWith(word, i) && i + word.length < b,
        );
        if (verb && verb[0] !== '为' && verb[0] !== '是')
          return { word: verb[0], comparison: verb[1], at: i };
      }
    }
    return this.reached(a, b);
  }

  /** 实际完成数达到计划数: a bare verb between two amounts. */
  private reached(a: number, b: number): { word: string; comparison: Comparison; at: number } | null {
    for (let i = a + 2; i < b; i++) {
      const verb = VERBS.find(([word]) => BARE_VERBS.has(word) && this.scanned.shape.startsWith(word, i));
      if (
        !verb ||
        !/[数值额量]$/.test(this.text(a, i)) ||
        !/^.{1,16}[数值额量]$/.test(this.text(i + verb[0].length, b))
      )
        continue;
      return { word: verb[0], comparison: verb[1], at: i };
    }
    return null;
  }

  /** A quantity that others are compared with: 指标值, 指标值2倍, 指标值的1.3倍, 采购计划金额. */
  private quantity(a: number, b: number): { name: string; expression: Expression } | null {
    let text = this.text(a, b);
    const times = /的?#倍$/.exec(text);
    if (times) text = text.slice(0, times.index);
    text = text.replace(/(?:较多|较大|较高|过多|很多)$/, '');
    const end = a + text.length;
    if (text.length < 1 || text.length > 30 || /[,;。:()≥≤><=]/.test(text.replace(/\([^()]*\)/g, '')))
      return null;
    const name = slice(this.scanned, a, end);
    if (!QUANTITY_ENDING.test(name) || /(?:规定|要求|批准|标准|允许)/.test(text)) return null;
    const leaf: Expression = { kind: 'name', name, span: [a, end] };
    if (!times) return { name, expression: leaf };
    return { name, expression: { kind: 'binary', operator: '×', left: leaf, right: this.constant(b - 2) } };
  }

  /** 负增长, 零增长: a change below or at nought. */
  private growth(a: number, b: number): Test | null {
    const text = this.text(a, b);
    const at: Expression = { kind: 'number', value: exact(0), unit: 'percent' };
    if (/^(?:出现|为|呈)?负增长$/.test(text)) return { kind: 'between', of: null, high: { at, hold: 0 } };
    return /^(?:出现|为|呈)?零增长$/.test(text) ? { kind: 'at', of: null, value: at } : null;
  }

  /** `无结余`, `有结余`: whether that is a quantity of this standard is known only from the rest of the text. */
  private existence(a: number, b: number): Test | null {
    const text = this.text(a, b);
    const match = /^(无|没有|不存在|有|存在)(?!.*[,;:])(.{1,14})$/.exec(text);
    if (!match) return null;
    const span: Span = [a + (match[1] ?? '').length, b];
    const kind = match[1] === '有' || match[1] === '存在' ? 'present' : 'absent';
    return { kind, name: slice(this.scanned, span[0], b), span };
  }
}

/** 超过预算, 低于成本: such short words tell of circumstances where nothing says what is set against them. */
function shortName(name: string): boolean {
  return name.length <= 2;
}
