import { ZERO, type Exact } from '../scoring/number';
import {
  amount, ONE_EXPRESSION, POINTS, ZERO_EXPRESSION,
  type CompileContext, type Placed, type PlacedDeduction, type PlacedGrant, type PlacedModifier,
} from './compile-context'; // prettier-ignore
import { awardOf, subjectOf, universal } from './compile-measures';
import { trim } from './trim';
import { sum } from '../scoring/number';
import type { Expression, Span } from './expression';
import { canonicalName, isRateName } from './names';
import type { Check, Deduction, Override, RulePart, Section } from './rule';
import { speaksOfQuantity } from './test';

/** A change the other way than the one that is measured. */
const TURNED: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:[^,;]{0,4})(?:上升|增加|增长|提高|超支|超预算|不降反升|不减反增)$/,
    /(?:下降|减少|降低|压减|压缩|节约|节支)(?:率|比例|金额|额|数)?$/,
  ],
  [
    /^(?:[^,;]{0,4})(?:下降|减少|降低|不升反降|不增反减)$/,
    /(?:上升|增长|提升|提高|增加)(?:率|比例|金额|额|数)?$/,
  ],
];

/** Words that announce a list of circumstances. */
export const LISTED_CIRCUMSTANCES = /(?:下列|以下|如下).{0,6}(?:情形|情况|问题|行为)/;

/** Everything said about one part of the standard that carries points. */
export type Pool = Readonly<{
  title: string;
  /** Whether the title is words of the text that tell this part from others. */
  titled: boolean;
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

/** The pieces a section's rule is put together from. */
export abstract class SectionParts {
  protected readonly grants: PlacedGrant[] = [];
  protected readonly deductions: PlacedDeduction[] = [];
  protected readonly modifiers: PlacedModifier[] = [];
  protected readonly overrides: Override[] = [];
  protected readonly parts: RulePart[] = [];
  protected readonly taken: Deduction[] = [];
  private known: { left: number; subject: string } | null = null;
  /** Judgements that belong to the item before them. */
  private readonly attached = new Set<Span>();
  /** The clauses the zeros come from. */
  protected readonly zeros = new Map<Override, PlacedGrant>();
  protected ceiling: Exact;
  /** Set where what stands below the additions is less than the points. */
  protected fromNothing = false;

  constructor(
    protected readonly context: CompileContext,
    protected readonly pool: Pool,
  ) {
    this.ceiling = pool.points;
    for (const placed of pool.placed) {
      const { statement } = placed;
      if (statement.kind === 'grant') this.grants.push({ ...placed, statement });
      else if (statement.kind === 'deduction') this.deductions.push({ ...placed, statement });
      else if (statement.kind === 'modifier') this.modifiers.push({ ...placed, statement });
    }
  }

  protected get points(): Exact {
    return this.pool.points;
  }

  protected text(placed: Placed): string {
    return this.context.text(placed.statement.span);
  }

  protected value({ statement: { outcome } }: PlacedGrant): Exact | null {
    if (outcome.kind === 'points') return outcome.value;
    return outcome.kind === 'full' ? this.points : outcome.kind === 'zero' ? ZERO : null;
  }

  protected drop(...grants: readonly PlacedGrant[]): void {
    for (const grant of grants) this.grants.splice(this.grants.indexOf(grant), 1);
  }

  /** The rate the part is about; it is looked for anew only when clauses were taken out. */
  protected subject(): string {
    const left = this.grants.length + this.deductions.length;
    if (this.known?.left === left) return this.known.subject;
    const given = this.pool.subject ?? this.rateOfBaseline();
    const subject = subjectOf(this.context, this.grants, this.deductions, given, this.pool.local);
    this.known = { left, subject };
    return subject;
  }

  /** 合格率标准值为98%: the rate the baseline is of. */
  private rateOfBaseline(): string | null {
    for (const { statement } of this.modifiers) {
      if (statement.outcome.kind !== 'baseline') continue;
      const name = this.context.text(trim(this.context.scanned.shape, ...statement.condition));
      if (isRateName(canonicalName(name))) return this.context.glossary.subject(name, null);
    }
    return null;
  }

  protected isMeasure(test: PlacedGrant['statement']['test']): boolean {
    if (speaksOfQuantity(test)) return true;
    if (test.kind === 'all' || test.kind === 'any') return test.tests.some((inner) => this.isMeasure(inner));
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
  protected mentioned(name: string): boolean {
    const key = canonicalName(name);
    const inside = (test: PlacedGrant['statement']['test']): boolean =>
      (test.kind === 'between' && test.of !== null && canonicalName(test.of.name) === key) ||
      ((test.kind === 'all' || test.kind === 'any') && test.tests.some(inside));
    const found = this.grants.some(({ statement }) => inside(statement.test));
    if (found) this.context.quantity(this.context.glossary.own(name));
    return found;
  }

  /** Full marks for what figures also show (所有项目均按计划时间完成): an answer may spare the figures. */
  protected met(grant: PlacedGrant): void {
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
  protected zero(grant: PlacedGrant): void {
    const { statement } = grant;
    this.context.kinds.set(statement, 'override');
    const listed = this.circumstances(grant);
    const opposite = this.opposite(grant);
    const check: Check =
      opposite ??
      (this.isMeasure(statement.test)
        ? this.context.check(statement.test, grant, this.subject(), (words) =>
            this.context.ask('condition', grant, words),
          )
        : listed.length > 0
          ? { kind: 'any', checks: listed }
          : { kind: 'asked', question: this.context.ask('condition', grant, statement.condition) });
    const named = statement.scope === 'whole';
    const inItem = grant.numbered && !grant.alone;
    const scope = named || !inItem ? 'whole' : 'section';
    const told = check.kind === 'asked' ? this.timeTaken(grant) : {};
    const override: Override = {
      check, gives: 'zero', scope, unclear: !named && inItem, ...told, ...owedBy(statement.outcome), text: this.text(grant),
    }; // prettier-ignore
    this.overrides.push(override);
    this.zeros.set(override, grant);
  }

  /** 未公开不得分 beside 20日内公开: how long it took says that it was done. */
  private timeTaken({ statement }: PlacedGrant): Pick<Override, 'refutedBy'> {
    const [a, b] = trim(this.context.scanned.shape, ...statement.condition);
    const deed = /^(?:未|没有)(.{2,4})$/.exec(this.context.scanned.shape.slice(a, b))?.[1];
    if (deed === undefined) return {};
    const subject = this.subject();
    const names = ['天数', '工作日数', '月数', '小时数'].map((amount) => `${deed}${amount}`);
    return names.includes(subject) ? { refutedBy: this.context.quantity(subject) } : {};
  }

  /** 未发表不得分 beside 发表论文3篇得3分, 上升不得分 beside 下降2%以上: the figure says it, and a person may. */
  private opposite(grant: PlacedGrant): Check | null {
    const { statement } = grant;
    if (
      statement.test.kind !== 'state' ||
      !this.grants.some((other) => speaksOfQuantity(other.statement.test))
    )
      return null;
    const [a, b] = trim(this.context.scanned.shape, ...statement.condition);
    const words = this.context.scanned.shape.slice(a, b);
    const subject = this.subject();
    // Nought days is not that nothing was done.
    const isTime = /(?:天|工作日|月|小时|分钟)数$/.test(subject);
    const negated = isTime ? undefined : /^(?:未|没有|无|不)(.{2,6})$/.exec(words)?.[1];
    const turned = TURNED.some(([one, other]) => one.test(words) && other.test(subject));
    const over = /^超(?:出|过)?(?:概算|预算|标准|限额|定额|目标|计划|规定)$/.test(words)
      ? this.onlyLimit()
      : null;
    if (over) {
      const question = this.context.ask('condition', grant, statement.condition);
      return { kind: 'between', of: this.context.quantity(subject), low: { at: over, hold: 0 }, question };
    }
    if (!turned && !(negated !== undefined && subject.includes(negated))) return null;
    const question = this.context.ask('condition', grant, statement.condition);
    const high = { at: ZERO_EXPRESSION, hold: turned ? 0 : 3 } as const;
    return { kind: 'between', of: this.context.quantity(subject), high, question };
  }

  /** 未发生变更得3分 beside 变更率≤5%得3分: the figure says it too. */
  protected isNoneOf(condition: Span): boolean {
    const [a, b] = trim(this.context.scanned.shape, ...condition);
    const words = this.context.scanned.shape.slice(a, b);
    const none = /^(?:未|没有|无)(?:发生|出现|发现)?(.{2,6}?)的?$/.exec(words)?.[1];
    return none !== undefined && this.subject().includes(none);
  }

  /** The limit of the one condition that measures something: 控制在500万元以内. */
  private onlyLimit(): Expression | null {
    const measured = this.grants.filter(({ statement }) => speaksOfQuantity(statement.test));
    const [only] = measured;
    const test = only?.statement.test;
    return measured.length === 1 && test?.kind === 'between' && !test.low && test.high?.at.kind === 'number'
      ? test.high.at
      : null;
  }

  /** 存在下列情形之一的，不得分：①…；②…: each circumstance of the list is a question of its own. */
  private circumstances(grant: PlacedGrant): Check[] {
    const { placed } = this.pool;
    if (!LISTED_CIRCUMSTANCES.test(this.context.text(grant.statement.span))) return [];
    const found: Check[] = [];
    for (const one of placed.slice(placed.findIndex(({ statement }) => statement === grant.statement) + 1)) {
      if (one.statement.kind !== 'note') break;
      this.context.kinds.set(one.statement, 'override');
      found.push({ kind: 'asked', question: this.context.ask('condition', one, one.statement.span) });
    }
    return found;
  }

  protected withZeros(make: () => void, zeros: readonly PlacedGrant[], judged: readonly PlacedGrant[]): void {
    make();
    for (const zero of zeros) this.zero(zero);
    for (const grant of judged) this.judgement(grant);
  }

  /** 酌情扣分 beside other scoring: takes something between nothing and all. */
  protected judgement(grant: PlacedGrant): void {
    const { outcome, condition, span } = grant.statement;
    if (this.attached.has(span)) return;
    if (outcome.kind !== 'judgement' || !outcome.takes) {
      this.context.problem(`未能理解：“${this.text(grant)}”。`);
      return;
    }
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

  protected item(grant: PlacedGrant | null): void {
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
      ...(this.restJudged(grant) ? { judged: true } : {}),
      text: this.text(grant),
    });
  }

  /** 要素完整的得4分，否则酌情扣分: the judgement is about this item's points, and only where it is not met. */
  private restJudged(grant: PlacedGrant): boolean {
    const { placed } = this.pool;
    const next = placed[placed.findIndex(({ statement }) => statement.span === grant.statement.span) + 1];
    if (next?.statement.kind !== 'grant' || next.statement.test.kind !== 'otherwise') return false;
    const { outcome, span } = next.statement;
    if (outcome.kind !== 'judgement' || !outcome.takes || outcome.high || outcome.low) return false;
    if (/[;。\n]/.test(this.context.scanned.shape.slice(grant.statement.span[1], span[0]))) return false;
    this.context.kinds.set(next.statement, 'discretion');
    this.attached.add(span);
    return true;
  }

  /** Whether the text only adds, so that points start from nothing: 每完成一项得1分, 获得表彰的加1分. */
  protected isEarned(): boolean {
    return this.deductions.length > 0 && this.deductions.every(({ statement }) => statement.bonus);
  }

  protected base(grant: PlacedGrant | null): void {
    if (grant) this.context.kinds.set(grant.statement, 'base');
    const value = grant ? this.value(grant) : null;
    const covered = sum(this.pool.sections.map((section) => section.points));
    if (!grant && this.pool.sections.length > 0 && covered.equals(this.points)) return;
    this.fromNothing = !grant && this.isEarned();
    this.parts.push({
      kind: 'base',
      points: value ? amount(value) : this.fromNothing ? amount(ZERO) : POINTS,
      text: grant ? this.text(grant) : '',
      ...(grant?.statement.test.kind === 'state'
        ? { question: this.context.ask('tick', grant, grant.statement.condition, { optional: true }) }
        : {}),
    });
  }

  /** Bands of which exactly one holds; of two, denying one affirms the other. */
  protected choice(grants: readonly PlacedGrant[]): void {
    const options = [];
    for (const grant of grants) {
      const { statement } = grant;
      const award = awardOf(this.context, statement.outcome, null, this.points, () =>
        this.context.quantity(this.subject()),
      );
      if (award === null) {
        this.context.problem(`未能理解：“${this.text(grant)}”。`);
        return;
      }
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
}

/** 不得分，倒扣10分. */
function owedBy(outcome: PlacedGrant['statement']['outcome']): Pick<Override, 'owed'> {
  return outcome.kind === 'zero' && outcome.owed ? { owed: outcome.owed } : {};
}

function trimmedOr(context: CompileContext, words: Span, otherwise: Span): Span {
  const [a, b] = trim(context.scanned.shape, ...words);
  return a < b ? words : otherwise;
}
