import { exact, type Exact } from '../scoring/number';
import { parseCondition } from './condition';
import { trim } from './trim';
import { readMeasure, type Measure } from './deduction';
import type { Expression, Span } from './expression';
import { parseExpression } from './expression-parser';
import { readBranches } from './if-branches';
import { canonicalName, isRateName } from './names';
import { isGrant, type Outcome } from './outcome';
import { mentionsPoints, outcomeAt, type FoundOutcome } from './outcome-patterns';
import { readRangeBands } from './range-bands';
import { soundsLikeScoring, swallowsScoring } from './residue';
import type { Scanned } from './scan';
import { slice } from './scan';
import { speaksOfQuantity, type Test } from './test';

/** Whose points a clause speaks of: 本项指标 names the whole, 单项 one of several. */
export type Scope = 'whole' | 'each' | null;

/** One band of a choice: its words and the share of the points it carries. */
export type RangeBand = Readonly<{ label: Span; low: Exact; high: Exact }>;

/** A clause as read from one sentence, before it is known what the text around it makes of it. */
export type Statement =
  | Readonly<{
      kind: 'grant';
      span: Span;
      condition: Span;
      test: Test;
      outcome: Outcome;
      scope: Scope;
      label?: string;
    }>
  | Readonly<{
      kind: 'deduction';
      span: Span;
      condition: Span;
      measure: Measure;
      value: Expression;
      bonus: boolean;
      /** Points start at nothing and are earned one by one: 每完成一项得1分. */
      earned?: boolean;
    }>
  | Readonly<{ kind: 'modifier'; span: Span; condition: Span; outcome: Outcome }>
  | Readonly<{ kind: 'definition'; span: Span; name: string; expression: Expression }>
  | Readonly<{ kind: 'bands'; span: Span; bands: readonly RangeBand[] }>
  | Readonly<{ kind: 'note'; span: Span }>
  | Readonly<{ kind: 'unparsed'; span: Span }>;

const SCOPE =
  /(?:(本项指标|该项指标|此项指标|本指标|该指标|本项|全项|整项|该项|此项|整体|本条|该小项|本小项|总体)|(单项|分项|各项|单个))(?:均|则|应|可|直接|一律|的)*$/;

/** 扣0.5分/处: for every one. */
const PER_ONE = /^\/([次项处个例件人起份笔天日条户篇])/;

/** A defined rate's name with the words that lead up to it (其中：) is shorter. */
const MAX_DEFINED_NAME = 44;

/**
 * Reads the sentence in tokens `from`–`to` into statements that together cover it; what would be more than `budget`
 * statements stays unparsed.
 */
export function readSentence(scanned: Scanned, from: number, to: number, budget = 200): Statement[] {
  return new SentenceReader(scanned, from, to, budget).run();
}

/** 每少一项扣1分, 缺一项扣2分: what is lost for any one of the things listed before. */
export function losesItem(shape: string, statement: Statement): boolean {
  if (statement.kind !== 'deduction' || statement.measure.by !== 'count' || statement.bonus) return false;
  return /^[,;。]?(?:(?:每|如|其中)?(?:有)?(?:缺少?|少|漏|未|不|没)[^,;。]{0,6}#[项条个点次](?:的|者)?|(?:每|如|其中)?(?:有|出现|发现)#[项条个点](?:不符|不达|未|没|缺)[^,;。]{0,8}),?$/.test(
    shape.slice(...statement.condition),
  );
}

/** 完成值÷目标值×分值, 完成值÷目标值×100%×10: a product that gives points, though no word says so. */
function isPoints(expression: Expression): boolean {
  if (expression.kind !== 'binary') return false;
  const { operator, left, right } = expression;
  const factor = right.kind === 'number' && right.unit === 'none' && right.value.compare(1) > 0;
  const rate =
    left.kind === 'binary' ||
    left.kind === 'cap' ||
    (left.kind === 'name' && isRateName(canonicalName(left.name)));
  return mentionsPoints(expression) || (operator === '×' && factor && rate);
}

class SentenceReader {
  private readonly found: Statement[] = [];
  private readonly window: string;
  private start: number;

  constructor(
    private readonly scanned: Scanned,
    private readonly from: number,
    private readonly to: number,
    private readonly budget: number,
  ) {
    this.window = scanned.shape.slice(0, to);
    this.start = from;
  }

  run(): Statement[] {
    const bands = readRangeBands(this.scanned, this.from, this.to);
    if (bands) return [bands];
    const branches = readBranches(this.scanned, this.from, this.to);
    const led = this.ledByPoints();
    if (led) return [led];
    if (branches)
      return branches.length > 0 ? [...branches] : [{ kind: 'unparsed', span: [this.from, this.to] }];
    let i = this.from;
    while (i < this.to) {
      if (this.found.length >= this.budget) {
        this.found.push({ kind: 'unparsed', span: [this.opening(this.start), this.to] });
        return this.found;
      }
      const outcome = outcomeAt(this.scanned, this.window, i);
      if (outcome && this.isOfStep(outcome)) {
        i = outcome.to;
        continue;
      }
      if (outcome && outcome.to > i) {
        this.accept(outcome);
        i = outcome.to;
        continue;
      }
      const next = this.window.charAt(i) === '=' ? this.definition(i) : -1;
      i = next > i ? next : i + 1;
    }
    this.leave(this.start, this.to);
    return this.found;
  }

  /** 6分：执行率≥95%: the points stand before what they are for. */
  private ledByPoints(): Statement | null {
    const match = /^[,;。、\n]*(?:得|计|记)?#分:/.exec(this.window.slice(this.from, this.to));
    if (!match) return null;
    const start = this.from + match[0].length;
    const condition: Span = [start, this.to];
    const figure = this.from + match[0].indexOf('#');
    const value = this.scanned.numbers[figure]?.value;
    const test = parseCondition(this.scanned, ...condition);
    const measured = test.kind === 'between' || test.kind === 'at' || test.kind === 'all';
    const grants = /[得计记扣加减]#|分/.test(this.window.slice(start));
    if (!value || !measured || grants) return null;
    const outcome: Outcome = value.equals(0) ? { kind: 'zero' } : { kind: 'points', value };
    return { kind: 'grant', span: [this.opening(this.from), this.to], condition, test, outcome, scope: null };
  }

  /** 每低1个百分点（不足1个百分点按1个百分点计），扣0.2分: a bracket within the words of a step. */
  private isOfStep({ from, to, outcome }: FoundOutcome): boolean {
    return (
      (outcome.kind === 'rounding' || outcome.kind === 'baseline') &&
      this.window.charAt(from - 1) === '(' &&
      this.window.charAt(to) === ')' &&
      /每[^,;。()]{1,20}\($/.test(this.window.slice(this.start, from))
    );
  }

  private accept({ from, to, outcome: found }: FoundOutcome): void {
    const outcome = this.takesAll(from, to, found) ? ({ kind: 'zero' } as const) : found;
    const isWorth = outcome.kind === 'points' && outcome.bracketed === true && this.namesWorth(from, to);
    if (isWorth) {
      const condition: Span = [from, from];
      this.found.push({
        kind: 'modifier',
        span: [from, to],
        condition,
        outcome: { kind: 'worth', value: outcome.value },
      });
      this.start = to;
      return;
    }
    if (isGrant(outcome) || outcome.kind === 'cap' || outcome.kind === 'clamp') this.leadingFormula(from);
    let condition: Span = [this.start, from];
    let scope: Scope = null;
    const named = SCOPE.exec(this.window.slice(...condition));
    if (named) {
      scope = named[1] ? 'whole' : 'each';
      condition = [this.start, this.start + named.index];
    }
    if (outcome.kind === 'formula' && /^[单分]项/.test(this.window.slice(from, to))) scope = 'each';
    const swallowed = this.swallowed(condition, !isGrant(outcome) && outcome.kind !== 'deduct');
    if (swallowed > this.start) {
      this.found.push({ kind: 'unparsed', span: [this.opening(this.start), swallowed] });
      this.start = swallowed;
      condition = [swallowed, Math.max(swallowed, condition[1])];
    }
    const unit = outcome.kind === 'deduct' ? (PER_ONE.exec(this.window.slice(to, to + 2))?.[1] ?? '') : '';
    const span: Span = [this.opening(this.start), unit === '' ? to : to + 2];
    this.start = span[1];
    if (outcome.kind === 'deduct') {
      const measure: Measure =
        unit === ''
          ? readMeasure(this.scanned, ...condition)
          : { by: 'count', size: exact(1), unit, of: condition };
      if (outcome.both === true) {
        this.found.push(...this.bothWays(span, condition, measure, outcome));
        return;
      }
      this.found.push({
        kind: 'deduction',
        span,
        condition,
        measure,
        value: outcome.value,
        bonus: outcome.bonus,
      });
      return;
    }
    // （1分） behind a thing to do is what that is worth, however often it is to be done.
    if (outcome.kind === 'points' && outcome.bracketed !== true && this.isEarned(condition)) {
      const measure = readMeasure(this.scanned, ...condition);
      const value: Expression = { kind: 'number', value: outcome.value, unit: 'points' };
      const counted = measure.by === 'count' && measure.unit !== '' && measure.unit !== '元';
      if (counted) {
        this.found.push({ kind: 'deduction', span, condition, measure, value, bonus: true, earned: true });
        return;
      }
      if (measure.by === 'steps') {
        this.found.push({ kind: 'deduction', span, condition, measure, value, bonus: true, earned: true });
        return;
      }
    }
    if (!isGrant(outcome)) {
      this.found.push({ kind: 'modifier', span, condition, outcome });
      return;
    }
    if (this.goesOn(from)) {
      const worth =
        outcome.kind === 'points' && outcome.bracketed === true && this.isShare(this.found.at(-1));
      if (worth)
        this.found.push({
          kind: 'modifier',
          span,
          condition,
          outcome: { kind: 'worth', value: outcome.value },
        });
      else this.found.push({ kind: 'unparsed', span });
      return;
    }
    const label = outcome.kind === 'formula' ? this.label(condition) : null;
    if (label) condition = [condition[0], label.from];
    const test = parseCondition(this.scanned, ...condition);
    const name = label ? { label: label.name } : {};
    this.found.push({ kind: 'grant', span, condition, test, outcome, scope, ...name });
  }

  /** 每高（低）1个百分点加（减）1分: the first word goes with the first sign, the other with the other. */
  private bothWays(
    span: Span,
    condition: Span,
    measure: Measure,
    { value, bonus }: Extract<Outcome, { kind: 'deduct' }>,
  ): Statement[] {
    const words = this.window.slice(...condition);
    const step = words.slice(words.lastIndexOf('每') + 1);
    const [up, down] = [step.search(/[超高增多升长]/), step.search(/[低降减少]/)];
    if (measure.by !== 'steps' || up < 0 || down < 0) return [{ kind: 'unparsed', span }];
    const one = (direction: 'up' | 'down', adds: boolean): Statement => ({
      kind: 'deduction', span, condition, measure: { ...measure, direction }, value, bonus: adds,
    }); // prettier-ignore
    return [one('up', up < down === bonus), one('down', up < down !== bonus)];
  }

  /** 20%以上，扣完: of figures it says that all the points are lost; behind a step it limits what is taken. */
  private takesAll(from: number, to: number, { kind }: Outcome): boolean {
    if (kind !== 'cap' || !/^扣[完光]$/.test(this.window.slice(from, to)) || this.start >= from) return false;
    const words = this.window.slice(this.start, from);
    return !words.includes('每') && speaksOfQuantity(parseCondition(this.scanned, this.start, from));
  }

  /** （满分10分）预算执行率×10分, 预算执行率×10分（满分10分）: beside a formula, or before all else, the bracket only tells the points. */
  private namesWorth(from: number, to: number): boolean {
    const [a, b] = trim(this.window, this.start, from);
    if (a >= b) return from === 0 && /满分|总分|分值|本项|共/.test(this.window.slice(from, to));
    const parsed = parseExpression(this.scanned, a, b);
    if (parsed?.end !== b || !isPoints(parsed.expression)) return false;
    this.leave(this.start, from);
    return true;
  }

  /** 按线性插值得4-8分: what is granted right behind another grant says more of it, and nothing of its own. */
  private goesOn(from: number): boolean {
    const last = this.found.at(-1);
    return last?.kind === 'grant' && last.span[1] === from;
  }

  private isShare(statement: Statement | undefined): boolean {
    if (statement?.kind !== 'grant') return false;
    const { outcome } = statement;
    return outcome.kind === 'proportion' || (outcome.kind === 'formula' && outcome.bare);
  }

  /** 完成值/目标值×分值，超额完成的…: a bare formula before the comma is a grant of its own. */
  private leadingFormula(end: number): void {
    const comma = this.window.indexOf(',', this.start);
    if (comma <= this.start || comma >= end || !/[×/]/.test(this.window.slice(this.start, comma))) return;
    const [a, b] = trim(this.window, this.start, comma);
    const parsed = parseExpression(this.scanned, a, b);
    if (parsed?.end !== b || !isPoints(parsed.expression)) return;
    this.leave(this.start, comma);
    this.start = comma + 1;
  }

  /** 每完成一项得1分; 每年12月底前完成 and 每人补助达到3000元 are conditions that hold or do not. */
  private isEarned([from, to]: Span): boolean {
    const text = this.window.slice(from, to);
    if (!text.includes('每')) return false;
    if (/每(?:年度?|月|季度?|周|学期|半年)(?:度)?的?(?:#[年月日]|[第末底初前上下]|按[时期])/.test(text))
      return false;
    // 每年至少组织一次: what is to be done, and no count of it.
    if (/每(?:年度?|月|季度?|周|学期|半年)[^,;]{0,6}(?:至少|不少于|不低于)[^,;]*,?$/.test(text)) return false;
    if (!/^.{0,6}每[人户亩台件套个公平]/.test(text)) return true;
    const test = parseCondition(this.scanned, from, to);
    return test.kind !== 'between' || !test.of?.name.includes('每');
  }

  /** Where a rule ends that was not understood and stands before this outcome as if it were its condition. */
  private swallowed([from, to]: Span, isModifier: boolean): number {
    const text = this.window.slice(from, to);
    if (!swallowsScoring(text) && !(isModifier && soundsLikeScoring(text))) return -1;
    const comma = text.lastIndexOf(',');
    const kept = comma >= 0 && !swallowsScoring(text.slice(comma)) && !isModifier ? comma : text.length;
    return from + kept;
  }

  /** First token of a clause that is not the punctuation left by the one before. */
  private opening(at: number): number {
    let i = at;
    while (i < this.to && ',;。:、\n.)'.includes(this.window.charAt(i))) i++;
    return i;
  }

  /** Words that name what a formula scores: 一季度预算执行率得分=…. */
  private label([from, to]: Span): { name: string; from: number } | null {
    const text = this.window.slice(from, to);
    const cut = Math.max(text.lastIndexOf(','), text.lastIndexOf(':'), text.lastIndexOf('\n'));
    const words = text.slice(cut + 1);
    if (
      words === '' ||
      words.length > 30 ||
      /[的时者则]$/.test(words) ||
      /[#%≥≤><]/.test(words) ||
      /^(?:否则|其他|其余)/.test(words)
    )
      return null;
    const start = from + cut + 1;
    return { name: slice(this.scanned, start, to), from: start };
  }

  /** `名称=算式` at the sign `=`; the position behind it, or -1 where the sign is part of a condition. */
  private definition(sign: number): number {
    let from = sign;
    const earliest = Math.max(this.start, sign - MAX_DEFINED_NAME);
    while (from > earliest && !',:;\n'.includes(this.window.charAt(from - 1))) from--;
    if (from === earliest && earliest > this.start) return -1;
    const [a, b] = trim(this.window, from, sign);
    const parsed = parseExpression(this.scanned, sign + 1, this.to);
    if (a >= b || !parsed || parsed.expression.kind === 'number') return -1;
    const next = this.window.charAt(parsed.end);
    const { expression } = parsed;
    // 令X=执行率，…
    const letter = /^[令设记]?[A-Za-z]$/.test(this.window.slice(a, b));
    if (expression.kind === 'name' && (expression.name.endsWith('的') || (next === ',' && !letter)))
      return -1;
    if (expression.kind === 'points') return -1;
    const absolute = /^[(,]?(?:取|按|为)?(?:其)?绝对值(?:计算|表示)?\)?/.exec(this.window.slice(parsed.end));
    const end = parsed.end + (absolute?.[0].length ?? 0);
    const of: Expression = absolute ? { kind: 'abs', of: expression } : expression;
    this.leave(this.start, a);
    const named = letter ? b - 1 : a;
    this.found.push({
      kind: 'definition',
      span: [a, end],
      name: slice(this.scanned, named, b),
      expression: of,
    });
    this.start = end;
    return end;
  }

  /** Words that neither grant nor take: a remark, a bare formula, or something that was not understood. */
  private leave(from: number, to: number): void {
    const [first, b] = trim(this.window, from, to);
    const a = this.window.charAt(first) === '=' ? first + 1 : first;
    if (a >= b) return;
    const span: Span = [this.opening(from), to];
    const parsed = parseExpression(this.scanned, a, b);
    if (parsed?.end === b && isPoints(parsed.expression)) {
      const { expression } = parsed;
      const outcome: Outcome = { kind: 'formula', expression, bare: !mentionsPoints(expression) };
      this.found.push({
        kind: 'grant',
        span,
        condition: [a, a],
        test: { kind: 'always' },
        outcome,
        scope: null,
      });
      return;
    }
    const conditioned = this.formulaOnCondition(a, b, span);
    if (conditioned) this.found.push(conditioned);
    else this.found.push({ kind: soundsLikeScoring(this.window.slice(a, b)) ? 'unparsed' : 'note', span });
  }

  /** 执行率＜90%，执行率×分值: a bare formula behind figures it holds for. */
  private formulaOnCondition(a: number, b: number, span: Span): Statement | null {
    const colon = this.window.lastIndexOf(':', b - 1);
    const labelled = colon > a && /^[^#%,;。≥≤><=×]{2,24}$/.test(this.window.slice(a, colon));
    const comma = labelled ? colon : this.window.lastIndexOf(',', b - 1);
    if (comma <= a) return null;
    const parsed = parseExpression(this.scanned, comma + 1, b);
    if (parsed?.end !== b || !isPoints(parsed.expression)) return null;
    const condition: Span = labelled ? [comma, comma] : [a, comma];
    const test: Test = labelled ? { kind: 'always' } : parseCondition(this.scanned, ...condition);
    if (!labelled && !speaksOfQuantity(test) && test.kind !== 'otherwise') return null;
    const { expression } = parsed;
    const outcome: Outcome = { kind: 'formula', expression, bare: !mentionsPoints(expression) };
    return { kind: 'grant', span, condition, test, outcome, scope: null };
  }
}
