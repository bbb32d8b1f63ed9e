import { exact, type Exact } from '../scoring/number';
import { COUNTERS, EACH_COUNTERS } from './character-classes';
import { parseCondition } from './condition';
import { asAmount } from './condition-amounts';
import { trim } from './trim';
import type { Expression, Span } from './expression';
import type { Scanned } from './scan';
import { slice } from './scan';
import type { Mention, Test } from './test';
import { unitAt } from './units';

/** Which way a step runs from where it starts: 每超过 up, 每低于 down, 每相差 and 每超过（降低） either way. */
export type Direction = 'up' | 'down' | 'apart' | null;

/**
 * What a deduction is counted by: steps of a rate or an amount (`steps`), things found (`count`), or once where its
 * condition holds (`once`). What counts things may be steps of a quantity too (每超过100元, 每少10人): `steps` says which,
 * and whether they are depends on what stands around them.
 */
export type Measure =
  | StepMeasure
  | Readonly<{ by: 'count'; size: Exact; unit: string; of: Span; steps?: StepMeasure }>
  | Readonly<{ by: 'once'; test: Test }>;

/** `against` is the quantity the steps are a share of, where the text says so: 每超过预算数1%. */
export type StepMeasure = Readonly<{
  by: 'steps';
  size: StepSize;
  direction: Direction;
  of: Mention;
  test: Test;
  against: string;
  /** Where the steps begin, when the text says so between 每 and the step: 每低于标准值（95%）1个百分点. */
  from?: StepSize;
  /** 每下降5个百分点（含不足5个百分点）: a step begun counts as one. */
  rounding?: 'up';
}>;
export type StepSize = Extract<Expression, { kind: 'number' }>;

const UP = /超|高|增|多|升|大|涨|上浮|延/;
const DOWN = /低|降|减|少|下|未|缩|落后|滞后|小|缺|差|欠/;
const APART = /相差|偏离|偏差|差异|波动|变动|浮动|误差|相比/;

function directionOf(words: string): Direction {
  if (APART.test(words)) return 'apart';
  if (UP.test(words) && DOWN.test(words)) return 'apart';
  if (!UP.test(words) && !DOWN.test(words)) return null;
  return UP.test(words) ? 'up' : 'down';
}

/** 每发现1孔, 每查出2幅: what was found is counted, whatever the word for one of it. */
const FINDING = /^(?:再|多|新)?(?:发现|查出|查实|出现|发生|缺少|缺|漏)(?:有)?$/;

/** （含不足5个百分点） behind a step. */
const BEGUN = /^\((?:含|包括|包含)?(?:不足|不满)[#%][^()#%]{0,3}(?:的?按[#%][^()#%]{0,3}(?:计算|计|算))?\)/;

/** （从95%起算） behind a step. */
const COUNTED_FROM = /^\([从自]%(?:开始|起)(?:计算|起?算|扣分|算起)?\)/;

/** Reads what stands before 扣N分 (or 加N分): `每超过1个百分点`, `发现一处`, `…的，每项`, `未按时报送的`. */
export function readMeasure(scanned: Scanned, from: number, to: number): Measure {
  const { shape, numbers } = scanned;
  const [a, b] = [from, to];
  const text = shape.slice(a, b);
  const lacking = missedTimes(scanned, a, b);
  if (lacking) return lacking;
  const each = text.lastIndexOf('每');
  if (each >= 0) {
    const figure = text.slice(each).search(/[#%]/);
    const at = a + each + figure;
    const words = figure < 0 ? '' : text.slice(each + 1, each + figure);
    const begins = /^[^#%,;。]{1,20}[#%][)的]*(?=[#%])/.exec(text.slice(each + 1));
    if (figure > 0 && begins) {
      const last = a + each + 1 + begins[0].length;
      const unit = (i: number): StepSize => ({
        kind: 'number',
        value: numbers[i]?.value ?? exact(1),
        unit: 'percent',
      });
      const bothShares = shape.charAt(at) === '%' && shape.charAt(last) === '%';
      if (bothShares && /^[,的者时则]*$/.test(shape.slice(last + 1, b)))
        return { ...stepsOf(scanned, a, a + each, words, unit(last)), from: unit(at), against: '' };
      return { by: 'once', test: { kind: 'state', span: [from, to] } };
    }
    if (figure > 0 && words.length <= 24 && !/[,;。]/.test(words)) {
      const size = numbers[at]?.value ?? exact(1);
      const behind = text.slice(each + figure + 1);
      const begun = BEGUN.test(behind);
      const counted = COUNTED_FROM.exec(behind);
      const after = behind
        .replace(BEGUN, '')
        .replace(COUNTED_FROM, '')
        .replace(/[,的者时则]/g, '');
      const share: StepSize = { kind: 'number', value: size, unit: 'percent' };
      if (shape.charAt(at) === '%' && after.length <= 3) {
        const steps = stepsOf(scanned, a, a + each, words, share);
        const start = numbers[at + 1 + (counted?.[0].indexOf('%') ?? 0)]?.value;
        if (counted && start) return { ...steps, from: { ...share, value: start } };
        return begun ? { ...steps, rounding: 'up' } : steps;
      }
      const unit = shape.charAt(at + 1);
      if (
        shape.charAt(at) === '#' &&
        (COUNTERS.has(unit) || EACH_COUNTERS.has(unit) || after.length <= 4 || FINDING.test(words))
      ) {
        const of: Span = [a, b];
        const counted = { by: 'count', size, unit: COUNTERS.has(unit) ? unit : '', of } as const;
        const amount = amountAt(scanned, at, b, size);
        const event = amount && eventSteps(words, amount, of);
        if (event) return { ...counted, steps: event };
        return amount ? { ...counted, steps: stepsOf(scanned, a, a + each, words, amount) } : counted;
      }
    }
    const unit = Array.from(text.slice(each + 1)).find((char) => COUNTERS.has(char));
    if (unit && figure < 0) return { by: 'count', size: exact(1), unit, of: [a, b] };
    return { by: 'once', test: { kind: 'state', span: [from, to] } };
  }
  const plain = /(?:^|,)(?:降低|下降|减少|低|降|少|超出|超过|增加|提高|超|高)(%)[,的者时则]*$/.exec(text);
  const one = plain ? a + text.lastIndexOf('%') : -1;
  if (plain && isOneStep(scanned, one)) {
    // 低1个点扣1分 and 超0.1个百分点扣1分 mean every one.
    const verb = a + plain.index + (text.charAt(plain.index) === ',' ? 1 : 0);
    return stepsOf(scanned, a, verb, shape.slice(verb, one), {
      kind: 'number',
      value: numbers[one]?.value ?? exact('0.01'),
      unit: 'percent',
    });
  }
  const found = /#([^#%,;。]{0,1})/.exec(text);
  if (found && COUNTERS.has(found[1] ?? '')) {
    const unit = unitAt(shape, a + found.index + 1, b);
    const rest = text.slice(found.index + 1 + (unit?.length ?? 1));
    const size = numbers[a + found.index]?.value ?? exact(1);
    const tiered =
      /^(?:及?以[上下内]|（?含)/.test(rest) ||
      /(?:超过|达到|不足|少于|多于|大于|小于)$/.test(text.slice(0, found.index));
    if (!tiered && size.equals(1)) {
      const amount = amountAt(scanned, a + found.index, b, size);
      const event = amount && eventSteps(text.slice(0, found.index), amount, [a, b]);
      return { by: 'count', size, unit: found[1] ?? '', of: [a, b], ...(event ? { steps: event } : {}) };
    }
  }
  if (/(?:各|分别|均|逐项|逐个|依次)$/.test(text))
    return { by: 'count', size: exact(1), unit: '项', of: [a, b] };
  return { by: 'once', test: parseCondition(scanned, from, to) };
}

/** 每季度召开会议1次，少1次; 培训不少于4次，每缺一次的: what was to be done so often, and how often it was not. */
const MISSED =
  /,(?:(?:未|没有|达不)(?:达|做|完成)到?(?:要求|标准|次数)?的?,?)?(每?)(?:少于?|缺少?|漏[^,#%每]?|迟[^,#%每]|差|未[^,#%每]{1,6})#([^#%,;。])[^#%,;。]{0,4}?[,的者时则]*$/;
const EVERY_PERIOD = /每(?:年度?|个?月|个?季度?|周|旬|[日天]|学期|半年)/;

/** How often something was missed is counted; where so many were to be done, how many were done says it too. */
function missedTimes(scanned: Scanned, from: number, to: number): Measure | null {
  const text = scanned.shape.slice(from, to);
  const found = MISSED.exec(text);
  const unit = found?.[2] ?? '';
  if (!found || !COUNTERS.has(unit)) return null;
  const head = text.slice(0, found.index);
  if (!head.includes('#') && !EVERY_PERIOD.test(head)) return null;
  const at = from + found.index + found[0].indexOf('#');
  const size = scanned.numbers[at]?.value ?? exact(1);
  if (found[1] === '' && !size.equals(1)) return null;
  const counted = { by: 'count', size, unit, of: [from, to] } as const;
  const amount = amountAt(scanned, at, to, size);
  if (!amount || EVERY_PERIOD.test(head)) return counted;
  const steps = stepsOf(scanned, from, from + found.index, '少', amount);
  const { test } = steps;
  // 召开会议4次 is met by five.
  if (test.kind === 'at')
    return {
      ...counted,
      steps: { ...steps, test: { kind: 'between', of: test.of, low: { at: test.value, hold: 3 } } },
    };
  return { ...counted, steps };
}

/** One percentage point, or a part of one where it is written as points. */
function isOneStep(scanned: Scanned, at: number): boolean {
  const value = scanned.numbers[at]?.value;
  if (value === undefined || value.compare(ONE_POINT) > 0) return false;
  return value.equals(ONE_POINT) || (value.compare(0) > 0 && slice(scanned, at, at + 1).endsWith('点'));
}

const ONE_POINT = exact('0.01');

/** The size of a step that is an amount: 100元, 10人, 0.01; null where words go on behind it (1项制度). */
function amountAt({ shape }: Scanned, at: number, limit: number, size: Exact): StepSize | null {
  // 评分每低1分: a plain number.
  if (/^分[,的者时则]*$/.test(shape.slice(at + 1, limit)))
    return { kind: 'number', value: size, unit: 'none' };
  const found = unitAt(shape, at + 1, limit);
  if (!/^[,的者时则]*$/.test(shape.slice(at + 1 + (found?.length ?? 0), limit))) return null;
  if (!found) return { kind: 'number', value: size, unit: 'none' };
  return { kind: 'number', value: size.mul(found.unit.factor), unit: 'none', in: found.unit };
}

/** 逾期1天, 延期一个月, 超编1人: steps of what goes beyond a limit, from nought. */
function eventSteps(words: string, size: StepSize, span: Span): StepMeasure | null {
  const event = /(?:逾期|超期|延期|延迟|推迟|滞后|拖延|迟报|超时|超编制?|超员)$/.exec(words)?.[0];
  if (event === undefined || !size.in) return null;
  const of = asAmount({ name: event, span }, size.in);
  if (of.name === event) return null;
  const from: StepSize = { ...size, value: exact(0) };
  return { by: 'steps', size, direction: 'up', of, test: { kind: 'always' }, against: '', from };
}

/** Verbs of a step; what is left of its words is the quantity it is a share of. */
const STEP_WORDS =
  /超过|超出|落后于?|滞后于?|超|高于|高出|高|低于|低|降低|下降|降|增加|增长|增|减少|少于|少|多于|多|不足|未达到?|相差|偏离|差|上升|提高|缩短|[再各按(（)）,]/g;

/** 超出部分每1%: which way the steps run, and no quantity. */
const BEYOND =
  /^(?:对)?(?:超出|超过|超|高于|高出|低于|不足|未达到?|差额|(?:超出|超过|不在)(?:此|该|这一|上述|以上)?(?:范围|区间)(?:以外|之外|外)?)(?:的)?(?:部分)?$/;

/** 达到40%，未达到目标每低1%; 85%不扣分，可参加先进评选，每低1%: words that name neither a rate nor a figure. */
const REMARK =
  /(?:^|,)(?:(?:未达到?|达不到|没有达到)(?:目标值?|要求|标准|指标)?|(?:可|并|应|须|需|予以|允许|同时)[^#%,]{2,20}(?<![率度额数量]))的?$/;

function withoutRemark(shape: string, from: number, to: number): number {
  const found = REMARK.exec(shape.slice(from, to));
  return found ? from + found.index : to;
}

/** Steps of a quantity; words before 每 may name the rate (满意度每降低1%), give a region (<0的，每…) or both. */
function stepsOf(scanned: Scanned, from: number, each: number, words: string, size: StepSize): StepMeasure {
  const [first, end] = trim(scanned.shape, from, each);
  const a =
    first +
    (/^(?:否则|其余|其他|其它)(?:的|情况|情形|部分)?(?![\u4e00-\u9fff])|^否则/.exec(
      scanned.shape.slice(first, end),
    )?.[0].length ?? 0);
  const b = withoutRemark(scanned.shape, a, end);
  const before = scanned.shape.slice(a, b);
  const beyond = BEYOND.test(before);
  const ofRange = beyond && /范围|区间/.test(before) ? 'apart' : null;
  const direction = directionOf(words) ?? ofRange ?? (beyond ? directionOf(before) : null);
  const against = words.replace(STEP_WORDS, '');
  const common = { by: 'steps', size, direction, against } as const;
  if (a >= b || beyond) return { ...common, of: null, test: { kind: 'always' } };
  const test = parseCondition(scanned, a, b);
  if (test.kind === 'between' || test.kind === 'at' || test.kind === 'all' || test.kind === 'any') {
    return { ...common, of: null, test };
  }
  const comma = before.lastIndexOf(',');
  const start = comma < 0 ? a : a + comma + 1;
  const [x, y] = trim(scanned.shape, start, b);
  const of = { name: slice(scanned, x, y), span: [x, y] as Span };
  return { ...common, of, test: test.kind === 'otherwise' || comma >= 0 ? test : { kind: 'always' } };
}
