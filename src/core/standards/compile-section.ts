import { ONE, sum, ZERO, type Exact } from '../scoring/number';
import {
  amount, ONE_EXPRESSION, POINTS,
  type CompileContext, type Placed, type PlacedDeduction, type PlacedGrant, type PlacedModifier,
} from './compile-context'; // prettier-ignore
import { awardOf, compileTiers, speaksOfQuantity, subjectOf, universal } from './compile-measures';
import { trim } from './condition';
import type { Span } from './expression';
import { canonicalName } from './names';
import type { Check, Deduction, Override, Question, RulePart, Section, Steps } from './rule';

/** Conditions under which an indicator does not bind a unit: 涉密, 没有…项目, 不涉及. */
const EXEMPTING =
  /涉密|不涉及|没有|未安排|未发生采购|不需要|不需|无需|不适用|不存在|免于|免予|(?:^|[,;。])无(?!违|问题|差错|投诉)/;
/** A condition on single items says how they are counted; the formula counts them. */
const OF_SINGLE_ITEMS = /单个|单项|每一?个指标|某一指标|任一指标/;

/** Everything said about one part of the standard that carries points. */
export type Pool = Readonly<{
  title: string;
  points: Exact;
  placed: readonly Placed[];
  sections: readonly Section[];
  /** The rate the part is about, where the text around it says so. */
  subject: string | null;
  /** Names of the rates defined inside the part. */
  local: readonly string[];
  /** Points in the part's own heading, when the part has nothing else to score. */
  heading: PlacedGrant | null;
}>;

/** Makes the rule of one part from what is said in it. */
export function compileSection(context: CompileContext, pool: Pool): Section {
  return new SectionCompiler(context, pool).run();
}

class SectionCompiler {
  private readonly grants: PlacedGrant[] = [];
  private readonly deductions: PlacedDeduction[] = [];
  private readonly modifiers: PlacedModifier[] = [];
  private readonly overrides: Override[] = [];
  private readonly parts: RulePart[] = [];
  private readonly taken: Deduction[] = [];
  private ceiling: Exact;

  constructor(
    private readonly context: CompileContext,
    private readonly pool: Pool,
  ) {
    this.ceiling = pool.points;
    for (const placed of pool.placed) {
      const { statement } = placed;
      if (statement.kind === 'grant') this.grants.push({ ...placed, statement });
      else if (statement.kind === 'deduction') this.deductions.push({ ...placed, statement });
      else if (statement.kind === 'modifier') this.modifiers.push({ ...placed, statement });
    }
  }

  run(): Section {
    const { title, points, sections } = this.pool;
    for (const section of sections) this.parts.push({ kind: 'section', section });
    this.bands();
    this.notApplicable();
    this.exemptions();
    this.itemRules();
    this.ranked();
    if (!this.shares()) this.scheme();
    this.limits();
    return {
      title,
      points,
      ceiling: this.ceiling,
      overrides: this.overrides,
      parts: this.parts,
      deductions: this.taken,
    };
  }

  private get points(): Exact {
    return this.pool.points;
  }

  private text(placed: Placed): string {
    return this.context.text(placed.statement.span);
  }

  private value({ statement: { outcome } }: PlacedGrant): Exact | null {
    if (outcome.kind === 'points') return outcome.value;
    return outcome.kind === 'full' ? this.points : outcome.kind === 'zero' ? ZERO : null;
  }

  private drop(...grants: readonly PlacedGrant[]): void {
    for (const grant of grants) this.grants.splice(this.grants.indexOf(grant), 1);
  }

  /** Bands with a share of the points each: 100%-80%（含）、80%-60%（含）…. */
  private bands(): void {
    for (const placed of this.pool.placed) {
      const { statement } = placed;
      if (statement.kind !== 'bands') continue;
      this.context.kinds.set(statement, 'band');
      const options = statement.bands.map(({ label, low, high }) => {
        const question = { ...this.context.ask('choice', placed, label), span: this.context.stretch(label) };
        this.context.questions[question.id] = question;
        const share = (value: Exact) =>
          ({
            kind: 'binary',
            operator: '×',
            left: POINTS,
            right: { kind: 'number', value, unit: 'percent' },
          }) as const;
        return {
          question,
          award: { kind: 'judgement', low: share(low), high: share(high) } as const,
          text: question.name,
        };
      });
      this.parts.push({ kind: 'choice', options, complement: false });
    }
  }

  private notApplicable(): void {
    for (const placed of this.modifiers) {
      if (placed.statement.outcome.kind !== 'not-applicable') continue;
      const [a, b] = trim(this.context.scanned.shape, ...placed.statement.condition);
      this.context.kinds.set(placed.statement, 'exemption');
      if (a >= b) continue;
      const question = this.context.ask('condition', placed, placed.statement.condition);
      this.overrides.push({
        check: { kind: 'asked', question },
        gives: 'not-applicable',
        scope: 'whole',
        unclear: false,
        text: this.text(placed),
      });
    }
  }

  /** 涉密…直接得分, 没有…的按满分计算. */
  private exemptions(): void {
    const others =
      this.pool.sections.length + this.parts.length + this.grants.length + this.deductions.length;
    for (const grant of [...this.grants]) {
      const { test, outcome, span, condition } = grant.statement;
      const text = this.context.text(condition);
      const exempt =
        outcome.kind === 'full' &&
        (test.kind === 'state' || test.kind === 'absent') &&
        EXEMPTING.test(text) &&
        others > 1;
      if (
        !exempt ||
        (test.kind === 'absent' &&
          this.context.check(test, grant, this.subject(), () => NO_QUESTION).kind !== 'asked')
      )
        continue;
      if (grant === this.grants[0] && !/直接得|涉密|不涉及|不适用/.test(this.context.text(span))) continue;
      this.drop(grant);
      this.context.kinds.set(grant.statement, 'exemption');
      const question = this.context.ask('condition', grant, condition);
      const refutable = /没有|无|未安排|不存在/.test(text) && this.sharesWords(text);
      this.overrides.push({
        check: { kind: 'asked', question }, gives: 'full', scope: grant.numbered && !grant.alone ? 'section' : 'whole', unclear: false,
        ...(refutable ? { refutedBy: this.context.quantity(this.subject()) } : {}), text: this.text(grant),
      }); // prettier-ignore
    }
  }

  /** Whether an exemption speaks of the very thing the rate measures (楼堂馆所). */
  private sharesWords(text: string): boolean {
    const subject = this.subject();
    for (let i = 0; i + 3 <= subject.length; i++)
      if (canonicalName(text).includes(subject.slice(i, i + 3))) return true;
    return false;
  }

  private subject(): string {
    return subjectOf(this.context, this.grants, this.deductions, this.pool.subject, this.pool.local);
  }

  private itemRules(): void {
    for (const grant of [...this.grants]) {
      if (grant.statement.outcome.kind !== 'zero') continue;
      if (
        !OF_SINGLE_ITEMS.test(this.context.text(grant.statement.condition)) ||
        !this.grants.some((other) => other.statement.outcome.kind === 'formula')
      )
        continue;
      this.context.kinds.set(grant.statement, 'note');
      this.drop(grant);
    }
  }

  /** 甲率、乙率各占10分: the same rule for each, with points of its own. */
  private shares(): boolean {
    const shared = this.modifiers.find(({ statement }) => statement.outcome.kind === 'points-of');
    if (shared?.statement.outcome.kind !== 'points-of') return false;
    const { value } = shared.statement.outcome;
    this.context.kinds.set(shared.statement, 'heading');
    const [a, b] = trim(this.context.scanned.shape, ...shared.statement.condition);
    const names = this.context
      .text([a, b])
      .split(/[、,，和及与]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length < 2 || !value.mul(names.length).equals(this.points)) {
      this.context.problem(`“${this.text(shared)}”与分值${this.points.toString()}分对不上。`);
      return true;
    }
    const placed = this.pool.placed.filter(({ statement }) => statement !== shared.statement);
    for (const name of names) {
      const section = compileSection(this.context, {
        ...this.pool,
        title: name,
        points: value,
        placed,
        sections: [],
        subject: this.context.glossary.own(name),
        local: [],
      });
      this.parts.push({ kind: 'section', section });
    }
    return true;
  }

  private scheme(): void {
    const hasFormula = this.grants.some(({ statement: { outcome } }) =>
      ['formula', 'proportion', 'half', 'interpolation'].includes(outcome.kind),
    );
    const measured = this.grants.filter(({ statement }) => this.isMeasure(statement.test));
    const steps = this.deductions.filter(({ statement }) => statement.measure.by === 'percent');
    const formulas = this.grants.filter(({ statement }) => statement.outcome.kind === 'formula');
    const separate =
      formulas.length >= 2 &&
      formulas.every(({ statement }) => statement.test.kind === 'state') &&
      measured.length === 0;
    if (separate) this.choice(formulas);
    else if (this.areItems(measured) && !hasFormula && steps.length === 0) this.listed();
    else if (hasFormula || measured.length > 0 || steps.length > 0) this.measures();
    else if (this.grants.length > 0 || this.pool.heading) this.listed();
    else if (this.deductions.length > 0) this.base(null);
    this.deduct(this.deductions.filter(({ statement }) => statement.measure.by !== 'percent'));
    if (this.parts.length === 0 && this.taken.length === 0 && this.overrides.length === 0) {
      this.context.problem('评分标准中没有找到可以计算的得分规则。');
    }
  }

  private isMeasure(test: PlacedGrant['statement']['test']): boolean {
    if (speaksOfQuantity(test)) return true;
    if (test.kind === 'all') return test.tests.some((inner) => this.isMeasure(inner));
    if (test.kind !== 'absent' && test.kind !== 'present') return false;
    const others = this.grants.some(({ statement }) => speaksOfQuantity(statement.test));
    return (
      others &&
      (this.context.glossary.knows(test.name) ||
        this.mentioned(test.name) ||
        this.context.glossary.isMeasuredBy(test.name, this.subject()))
    );
  }

  /** Whether another condition compares the quantity by this name (结余超过上年结转). */
  private mentioned(name: string): boolean {
    const key = canonicalName(name);
    const inside = (test: PlacedGrant['statement']['test']): boolean =>
      (test.kind === 'between' && test.of !== null && canonicalName(test.of.name) === key) ||
      (test.kind === 'all' && test.tests.some(inside));
    const found = this.grants.some(({ statement }) => inside(statement.test));
    if (found) this.context.quantity(this.context.glossary.own(name));
    return found;
  }

  /** Conditions with a figure that are items of a list: every one brings its own points, and they add up. */
  private areItems(measured: readonly PlacedGrant[]): boolean {
    if (measured.length === 0) return false;
    const bracketed = this.grants.filter(
      ({ statement: { outcome } }) => outcome.kind === 'points' && outcome.bracketed,
    );
    const worth = this.grants.filter(({ statement: { outcome } }) => outcome.kind === 'points');
    const total = sum(worth.map((grant) => this.value(grant) ?? ZERO));
    if (bracketed.length >= 2 && bracketed.length === worth.length) return true;
    const subjects = new Set(
      measured.map(({ statement: { test } }) =>
        test.kind === 'between' || test.kind === 'at' ? (test.of?.name ?? '') : `${measured.length}`,
      ),
    );
    return (
      worth.length >= 2 && total.equals(this.points) && subjects.size === measured.length && !subjects.has('')
    );
  }

  private measures(): void {
    const { context } = this;
    const steps = this.deductions.filter(({ statement }) => statement.measure.by === 'percent');
    const tiers: PlacedGrant[] = [];
    const baselines = this.modifiers.flatMap(({ statement: { outcome } }) =>
      outcome.kind === 'baseline' ? [outcome.at] : [],
    );
    const subject = this.subject();
    const formulas = this.grants.some(({ statement: { outcome } }) => outcome.kind === 'formula');
    for (const grant of this.grants) {
      const { test, outcome } = grant.statement;
      const stated =
        (test.kind === 'state' || test.kind === 'absent' || test.kind === 'present' || test.kind === 'all') &&
        !this.isMeasure(test);
      if (!stated) tiers.push(grant);
      else if (outcome.kind === 'zero') this.zero(grant);
      else if (
        this.value(grant)?.equals(this.points) &&
        (formulas || universal(context, grant) || steps.length > 0 || this.isAnyCase(grant))
      )
        this.met(grant);
      else tiers.push(grant);
    }
    const rounding = this.modifiers.flatMap(({ statement: { outcome } }): Steps['rounding'][] =>
      outcome.kind === 'rounding' ? [outcome.steps] : [],
    );
    const part = compileTiers(
      context,
      subject,
      this.points,
      tiers,
      steps.map((placed) => ({ placed, cap: this.capAfter(placed, placed.statement.bonus) })),
      baselines,
      rounding[0] ?? 'profile',
    );
    const clamp = this.modifiers.flatMap(({ statement: { outcome } }) =>
      outcome.kind === 'clamp' ? [outcome.at] : [],
    );
    if (part) this.parts.push(clamp[0] ? clamped(part, clamp[0]) : part);
  }

  /** A place in a ranking depends on others' scores. */
  private ranked(): void {
    for (const { statement } of [...this.grants, ...this.deductions]) {
      const text = this.context.text(statement.span);
      if (/名次|位次|排名|排序|第#名/.test(text)) this.context.problem(`名次取决于其他单位：“${text}”。`);
    }
  }

  private isAnyCase({ statement }: PlacedGrant): boolean {
    return statement.outcome.kind === 'points' && statement.outcome.bracketed === true;
  }

  /** Full marks for what figures also show (所有项目均按计划时间完成): an answer may spare the figures. */
  private met(grant: PlacedGrant): void {
    this.context.kinds.set(grant.statement, 'base');
    const question = this.context.ask('condition', grant, grant.statement.condition, { optional: true });
    this.overrides.push({
      check: { kind: 'asked', question },
      gives: 'full',
      scope: 'section',
      unclear: false,
      text: this.text(grant),
    });
    if (!universal(this.context, grant)) return;
    const subject = this.subject();
    if (!/率$/.test(subject)) return;
    const check: Check = {
      kind: 'between',
      of: this.context.quantity(subject),
      low: { at: ONE_EXPRESSION, hold: 3 },
    };
    this.overrides.push({ check, gives: 'full', scope: 'section', unclear: false, text: this.text(grant) });
  }

  /** A zero by circumstance. Its reach is what it names; inside one numbered item it is that item's. */
  private zero(grant: PlacedGrant): void {
    const { statement } = grant;
    this.context.kinds.set(statement, 'override');
    const check: Check = this.isMeasure(statement.test)
      ? this.context.check(statement.test, grant, this.subject(), (words) =>
          this.context.ask('condition', grant, words),
        )
      : { kind: 'asked', question: this.context.ask('condition', grant, statement.condition) };
    const named = statement.scope === 'whole';
    const inItem = grant.numbered && !grant.alone;
    const scope = named || !inItem ? 'whole' : 'section';
    this.overrides.push({ check, gives: 'zero', scope, unclear: !named && inItem, text: this.text(grant) });
  }

  /** Lists: items that add up, bands of which one holds, or what full marks rest on before deductions. */
  private listed(): void {
    const zeros = this.grants.filter(({ statement: { outcome } }) => outcome.kind === 'zero');
    const judged = this.grants.filter(
      ({ statement: { outcome } }) =>
        outcome.kind === 'judgement' || (outcome.kind === 'share' && !outcome.low.equals(outcome.high)),
    );
    const worth = this.grants.filter((grant) => !zeros.includes(grant) && !judged.includes(grant));
    const values = worth.map((grant) => this.value(grant));
    const total = sum(values.map((value) => value ?? ZERO));
    const bracketed =
      worth.length > 0 &&
      worth.every(({ statement: { outcome } }) => outcome.kind === 'points' && outcome.bracketed);
    const known = values.every((value) => value !== null);
    const counted = this.deductions.length > 0;
    const rest = this.points.sub(sum(this.pool.sections.map((section) => section.points)));
    const [only] = worth;

    if (worth.length === 0 && this.pool.heading)
      return this.withZeros(
        () => {
          this.item(this.pool.heading);
        },
        zeros,
        judged,
      );
    if (worth.length === 0) return this.judgedOnly(judged, zeros);
    if (counted && worth.length === 1 && only && known && (total.equals(rest) || total.equals(this.points)))
      return this.withZeros(
        () => {
          this.base(only);
        },
        zeros,
        judged,
      );
    if (worth.length >= 2 && known && (total.equals(rest) || bracketed))
      return this.withZeros(
        () => {
          for (const item of worth) this.item(item);
        },
        zeros,
        judged,
      );
    if (this.pool.sections.length > 0 && known && total.equals(rest))
      return this.withZeros(
        () => {
          for (const item of worth) this.item(item);
        },
        zeros,
        judged,
      );
    if (worth.length === 1 && bracketed && only)
      return this.withZeros(
        () => {
          this.item(only);
        },
        zeros,
        judged,
      );
    const best = values.reduce<Exact>((a, b) => (b && b.compare(a) > 0 ? b : a), ZERO);
    const whole = worth.length === 1 && total.equals(this.points);
    if (worth.length === 1 && only && whole && zeros.length + judged.length === 0) return this.item(only);
    if (best.equals(this.points) && !counted) return this.choice(this.grants);
    this.context.problem(
      `各项分值之和${total.toString()}分与分值${this.points.toString()}分不一致，不能确定是逐项相加还是分档取一。`,
    );
  }

  private withZeros(make: () => void, zeros: readonly PlacedGrant[], judged: readonly PlacedGrant[]): void {
    make();
    for (const zero of zeros) this.zero(zero);
    for (const grant of judged) this.judgement(grant);
  }

  private judgedOnly(judged: readonly PlacedGrant[], zeros: readonly PlacedGrant[]): void {
    if (judged.length + zeros.length === 0) return;
    if (
      judged.length >= 2 &&
      judged.every(
        ({ statement: { outcome } }) =>
          outcome.kind === 'share' || (outcome.kind === 'judgement' && !outcome.takes),
      )
    )
      return this.choice(this.grants);
    const takes = judged.every(({ statement: { outcome } }) => outcome.kind === 'judgement' && outcome.takes);
    if (judged.length === 1 && !takes) return this.choice(this.grants);
    this.base(null);
    for (const grant of judged) this.judgement(grant);
    for (const zero of zeros) this.zero(zero);
  }

  /** 酌情扣分 beside other scoring: takes something between nothing and all. */
  private judgement(grant: PlacedGrant): void {
    const { outcome, condition } = grant.statement;
    if (outcome.kind !== 'judgement' || !outcome.takes)
      return this.context.problem(`未能理解：“${this.text(grant)}”。`);
    this.context.kinds.set(grant.statement, 'discretion');
    const stated = trim(this.context.scanned.shape, ...condition);
    const question = stated[0] < stated[1] ? this.context.ask('condition', grant, condition) : null;
    const { low = ZERO, high = null } = outcome;
    this.taken.push({
      by: 'judgement',
      question,
      low,
      high,
      per: POINTS,
      bonus: false,
      text: this.text(grant),
    });
  }

  private item(grant: PlacedGrant | null): void {
    if (!grant) return;
    const { statement } = grant;
    const value = this.value(grant) ?? ZERO;
    this.context.kinds.set(statement, 'item');
    const question = this.context.ask('tick', grant, statement.condition);
    const measured = speaksOfQuantity(statement.test);
    const check = measured ? this.context.check(statement.test, grant, null, () => question) : undefined;
    this.parts.push({
      kind: 'item',
      points: value,
      question,
      ...(check ? { check } : {}),
      text: this.text(grant),
    });
  }

  private base(grant: PlacedGrant | null): void {
    if (grant) this.context.kinds.set(grant.statement, 'base');
    const value = grant ? this.value(grant) : null;
    const covered = sum(this.pool.sections.map((section) => section.points));
    if (!grant && this.pool.sections.length > 0 && covered.equals(this.points)) return;
    this.parts.push({
      kind: 'base',
      points: value ? amount(value) : POINTS,
      text: grant ? this.text(grant) : '',
    });
  }

  /** Bands of which exactly one holds; of two, denying one affirms the other. */
  private choice(grants: readonly PlacedGrant[]): void {
    const options = [];
    for (const grant of grants) {
      const { statement } = grant;
      const award = awardOf(this.context, statement.outcome, null, this.points, () =>
        this.context.quantity(this.subject()),
      );
      if (award === null) return this.context.problem(`未能理解：“${this.text(grant)}”。`);
      this.context.kinds.set(
        statement,
        statement.test.kind === 'otherwise'
          ? 'otherwise'
          : statement.outcome.kind === 'judgement'
            ? 'discretion'
            : 'band',
      );
      const question = this.context.ask(
        'choice',
        grant,
        trimmedOr(this.context, statement.condition, statement.span),
      );
      options.push({ question, award, text: this.text(grant) });
    }
    this.parts.push({ kind: 'choice', options, complement: options.length === 2 });
  }

  private deduct(deductions: readonly PlacedDeduction[]): void {
    const each = this.modifiers.find(
      ({ statement: { outcome } }) => outcome.kind === 'cap' && outcome.each === true,
    );
    for (const placed of deductions) {
      const { statement } = placed;
      const { measure, value, bonus, condition } = statement;
      this.context.kinds.set(statement, bonus ? 'bonus' : measure.by === 'count' ? 'count' : 'deduction');
      const cap = this.capAfter(placed, bonus);
      const common = { text: this.text(placed), per: value, bonus, ...(cap ? { cap } : {}) };
      if (measure.by === 'count') {
        const question = this.context.ask('count', placed, condition, each ? { perCategory: true } : {});
        this.taken.push({ ...common, by: 'count', question, size: measure.size });
        continue;
      }
      if (measure.by !== 'once') continue;
      const { test } = measure;
      if (test.kind === 'always') {
        this.context.problem(`“${this.text(placed)}”没有写明什么情况下${bonus ? '加' : '扣'}分。`);
        continue;
      }
      const ask = (words: Span): Question => this.context.ask('condition', placed, words);
      const check: Check = speaksOfQuantity(test)
        ? this.context.check(test, placed, this.subject(), ask)
        : { kind: 'asked', question: ask(condition) };
      this.taken.push({ ...common, by: 'once', check });
    }
  }

  /** 最多扣2分 right after a deduction limits that one; it must follow in the same numbered part. */
  private capAfter(placed: PlacedDeduction, bonus: boolean): Exact | null {
    const { placed: all } = this.pool;
    const at = all.findIndex(({ statement }) => statement === placed.statement);
    const next = all[at + 1]?.statement;
    if (next?.kind !== 'modifier' || next.outcome.kind !== 'cap' || next.outcome.at === 'points') return null;
    if (next.outcome.of !== (bonus ? 'bonus' : 'deduction')) return null;
    return next.outcome.at;
  }

  /** Caps of the whole, remarks, and how far a bonus may lead. */
  private limits(): void {
    for (const { statement } of this.modifiers) {
      const { outcome } = statement;
      if (this.context.kinds.has(statement)) continue;
      this.context.kinds.set(
        statement,
        outcome.kind === 'cap' || outcome.kind === 'rounding'
          ? 'cap'
          : outcome.kind === 'clamp'
            ? 'clamp'
            : outcome.kind === 'baseline'
              ? 'baseline'
              : 'note',
      );
      if (outcome.kind === 'by-bands')
        this.context.problem(`未能理解：“${this.context.text(statement.span)}”。`);
      if (
        outcome.kind === 'cap' &&
        outcome.of === 'score' &&
        outcome.at !== 'points' &&
        outcome.at.compare(this.points) < 0
      )
        this.ceiling = outcome.at;
    }
    const bonuses = this.taken.filter((deduction) => deduction.bonus && deduction.cap);
    const full = this.parts.every((part) => part.kind !== 'tiers' || part.base.kind === 'points');
    const limited = this.modifiers.some(
      ({ statement: { outcome } }) => outcome.kind === 'cap' && outcome.of === 'score',
    );
    if (bonuses.length > 0 && full && !limited)
      this.ceiling = this.ceiling.add(sum(bonuses.map((bonus) => bonus.cap ?? ZERO)));
  }
}

/** Stands in where only the kind of a check is wanted. */
const NO_QUESTION: Question = { id: -1, kind: 'condition', name: '', span: { from: 0, to: 0, text: '' } };

function trimmedOr(context: CompileContext, words: Span, otherwise: Span): Span {
  const [a, b] = trim(context.scanned.shape, ...words);
  return a < b ? words : otherwise;
}

/** 完成率超过100%的按100%计: in every formula of the part. */
function clamped(part: RulePart, at: Exact): RulePart {
  if (part.kind !== 'tiers' || !part.otherwise || part.otherwise.award.kind !== 'amount') return part;
  const { expression } = part.otherwise.award;
  if (expression.kind !== 'binary' || expression.left.kind !== 'name') return part;
  const left = {
    kind: 'cap',
    of: expression.left,
    at: { kind: 'number', value: at, unit: at.equals(ONE) ? 'percent' : 'none' },
  } as const;
  return {
    ...part,
    otherwise: { ...part.otherwise, award: { kind: 'amount', expression: { ...expression, left } } },
  };
}
