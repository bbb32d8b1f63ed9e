import { ONE, ZERO, type Exact } from '../scoring/number';
import type { ClauseKind } from './clause';
import { trim } from './trim';
import { mapNames, nodes, type Expression, type Span } from './expression';
import type { Glossary } from './glossary';
import { canonicalName, isPointer, isRateName } from './names';
import type { Check, Question, RuleBound, Stretch } from './rule';
import type { Scanned } from './scan';
import { slice } from './scan';
import type { Statement } from './statement';
import type { Bound, Mention, Test } from './test';
import { limitOf } from './time-limits';

/** A statement in its place: which numbered part it stands in, and whether that part holds more than it. */
export type Placed = Readonly<{
  statement: Statement;
  part: Stretch | null;
  numbered: boolean;
  alone: boolean;
}>;
export type PlacedGrant = Placed & Readonly<{ statement: Extract<Statement, { kind: 'grant' }> }>;
export type PlacedDeduction = Placed & Readonly<{ statement: Extract<Statement, { kind: 'deduction' }> }>;
export type PlacedModifier = Placed & Readonly<{ statement: Extract<Statement, { kind: 'modifier' }> }>;

/** What statements turned out to be. A statement that was read anew (steps instead of a count) is still the same clause. */
class Kinds {
  private readonly bySpan = new Map<Span, ClauseKind>();

  set({ span }: Statement, kind: ClauseKind): void {
    this.bySpan.set(span, kind);
  }

  get({ span }: Statement): ClauseKind | undefined {
    return this.bySpan.get(span);
  }

  has({ span }: Statement): boolean {
    return this.bySpan.has(span);
  }
}

/** 实际值, 完成值: of an indicator that is a rate, the rate. */
const ACTUAL = /^(?:本年度?|年度|当年)?(?:实际|实际完成|完成)值$/;

/** What compiling one standard gathers besides its rule. */
export class CompileContext {
  readonly questions: Question[] = [];
  readonly problems: string[] = [];
  readonly kinds = new Kinds();
  readonly used = new Set<string>();
  /** Rates the conditions of the part being compiled name. */
  mentioned: readonly string[] = [];
  /** Rates of which the size alone counts. */
  readonly absolutes = new Set<string>();
  /** What the rate the standard is about is called in the part being compiled: 半年进度. */
  label: string | null = null;
  /** Heading of the part being compiled, where it has points of its own. */
  heading: string | null = null;

  constructor(
    readonly scanned: Scanned,
    readonly glossary: Glossary,
  ) {}

  stretch([a, b]: Span): Stretch {
    const from = this.scanned.from[a] ?? 0;
    const to = b > a ? (this.scanned.to[b - 1] ?? from) : from;
    return { from, to, text: this.scanned.original.slice(from, to) };
  }

  text(span: Span): string {
    return this.stretch(span).text;
  }

  problem(message: string): void {
    if (!this.problems.includes(message)) this.problems.push(message);
  }

  /** Makes the question a statement asks. `words` is what names it, `span` what an answer may quote. */
  ask(
    kind: Question['kind'],
    { statement, part }: Placed,
    words: Span,
    more: Partial<Pick<Question, 'optional' | 'perCategory' | 'earned'>> = {},
  ): Question {
    const [start, b] = trim(this.scanned.shape, ...words);
    const a = kind === 'condition' ? this.afterContext(start, b) : start;
    const name = slice(this.scanned, a, b) || this.text(statement.span);
    const under = this.heading === null ? {} : { under: this.heading };
    const question: Question = {
      id: this.questions.length, kind, name, span: this.stretch(statement.span), ...(part ? { section: part } : {}), ...under, ...more,
      ...(kind === 'count' ? {} : limitOf(this, words)),
    }; // prettier-ignore
    this.questions.push(question);
    return question;
  }

  /** A circumstance is named without the words that say from where one looks (结合…，通过…，未实现绩效目标). */
  private afterContext(from: number, to: number): number {
    const text = this.scanned.shape.slice(from, to);
    const cut = text.lastIndexOf(',') + 1;
    const context = /^(?:根据|结合|通过|依据|对照|合理设置|围绕)/;
    const pieces = text
      .slice(0, cut)
      .split(',')
      .filter((piece) => piece !== '');
    return cut > 0 && pieces.every((piece) => context.test(piece)) ? from + cut : from;
  }

  /** A quantity in an expression; noted as used, so that the field's definition may be looked up. */
  quantity(key: string): Expression {
    this.used.add(key);
    return this.sized(this.glossary.leaf(key), key);
  }

  subject(mention: Mention, fallback: string | null): string {
    const key = this.glossary.subject(mention?.name ?? null, fallback);
    return this.label !== null && key === this.glossary.main() ? this.label : key;
  }

  /** Ties the names of an arithmetic expression to quantities; `subject` is what 完成率 means where it is short. */
  expression(expression: Expression, subject: string | null): Expression {
    const resolved = this.glossary.resolveNames(this.shortNames(expression, subject));
    return this.note(
      mapNames(resolved, (leaf) => (leaf.kind === 'name' ? this.sized(leaf, leaf.name) : leaf)),
    );
  }

  private sized(leaf: Expression, key: string): Expression {
    return this.absolutes.has(key) ? { kind: 'abs', of: leaf } : leaf;
  }

  private shortNames(expression: Expression, subject: string | null): Expression {
    const replace = (node: Expression): Expression => {
      switch (node.kind) {
        case 'name': {
          const own = canonicalName(node.name);
          if (this.glossary.isLetter(own)) return { ...node, name: subject ?? this.glossary.main() };
          const longer = this.mentioned.filter((rate) => rate !== own && rate.endsWith(own));
          // 调查对象满意度80%以下按满意度/80%计分: short for the one rate the conditions name.
          if (longer.length === 1 && !this.mentioned.includes(own) && this.glossary.isIndicator(own))
            return { ...node, name: this.glossary.subject(longer[0] ?? own, null) };
          if (this.glossary.knows(node.name) || !isRateName(own)) return node;
          // 按照实际执行率计算: the rate under discussion, not another one.
          if (own.startsWith('实际') && subject?.endsWith(own.slice(2))) {
            this.glossary.alias(subject, own);
            return { ...node, name: subject };
          }
          if (longer.length > 1) return node;
          const key = this.glossary.subject(node.name, longer[0] ?? subject);
          const nameless = isPointer(own) && !isRateName(key) && !this.glossary.definitionOf(key);
          return key === own || nameless ? node : { ...node, name: key };
        }
        case 'binary': {
          const { left, right } = node;
          const share = node.operator === '/' && right.kind === 'number' && right.unit === 'percent';
          const about = subject ?? this.glossary.main();
          // 实际值/95%: what is a share of a percentage is the rate itself.
          if (
            share &&
            left.kind === 'name' &&
            ACTUAL.test(left.name) &&
            isRateName(about) &&
            !this.glossary.knows(left.name)
          )
            return { ...node, left: { ...left, name: about } };
          return { ...node, left: replace(left), right: replace(right) };
        }
        case 'abs':
          return { ...node, of: replace(node.of) };
        case 'cap':
          return { ...node, of: replace(node.of), at: replace(node.at) };
        case 'each':
        case 'variant':
        case 'number':
        case 'points':
          return node;
      }
    };
    return replace(expression);
  }

  private note(expression: Expression): Expression {
    const visit = (node: Expression): void => {
      if (node.kind === 'name') this.used.add(node.name);
      if (node.kind === 'binary') {
        visit(node.left);
        visit(node.right);
      }
      if (node.kind === 'abs') visit(node.of);
      if (node.kind === 'cap') {
        visit(node.of);
        visit(node.at);
      }
    };
    visit(expression);
    return expression;
  }

  /** Whether a formula uses a quantity, by itself or through the definitions of those it uses. */
  reaches(expression: Expression, key: string, seen: ReadonlySet<string> = new Set()): boolean {
    for (const node of nodes(expression)) {
      if (node.kind !== 'name' || seen.has(node.name)) continue;
      if (node.name === key) return true;
      const definition = this.glossary.definitionOf(node.name);
      if (definition && this.reaches(definition, key, new Set([...seen, node.name]))) return true;
    }
    return false;
  }

  /** The rule's form of a condition; states become questions of the kind given. */
  check(test: Test, placed: Placed, subject: string | null, ask: (span: Span) => Question): Check {
    switch (test.kind) {
      case 'between':
        return this.between(test, subject);
      case 'at':
        return {
          kind: 'equal',
          of: this.measured(test.of, test.value, subject),
          to: this.expression(test.value, null),
        };
      case 'absent':
      case 'present': {
        const name = canonicalName(test.name);
        const rate = subject !== null && this.glossary.isMeasuredBy(test.name, subject) ? subject : null;
        const key = rate ?? (this.glossary.knows(test.name) ? name : null);
        if (key === null) return { kind: 'asked', question: ask(test.span) };
        const of = this.quantity(key);
        if (test.kind === 'absent') return { kind: 'equal', of, to: ZERO_EXPRESSION };
        return { kind: 'between', of, low: { at: ZERO_EXPRESSION, hold: 0 } };
      }
      case 'all':
        return { kind: 'all', checks: test.tests.map((inner) => this.check(inner, placed, subject, ask)) };
      case 'any':
        return { kind: 'any', checks: test.tests.map((inner) => this.check(inner, placed, subject, ask)) };
      case 'state':
        return { kind: 'asked', question: ask(test.span) };
      case 'always':
      case 'otherwise':
        return { kind: 'all', checks: [] };
    }
  }

  /** What is compared: with a plain number the rate under discussion, with another quantity the name as it stands. */
  private measured(of: Mention, against: Expression, subject: string | null): Expression {
    if (of !== null && against.kind !== 'number')
      return this.expression({ kind: 'name', name: of.name, span: of.span }, null);
    return this.quantity(this.subject(of, subject));
  }

  private between(test: Extract<Test, { kind: 'between' }>, subject: string | null): Check {
    const against = (test.low ?? test.high)?.at ?? ZERO_EXPRESSION;
    const left = this.measured(test.of, against, subject);
    const ratio = this.asRatio(left, test);
    const plain = ratio ?? left;
    const of: Expression = test.absolute ? { kind: 'abs', of: plain } : plain;
    const bound = (b: Bound): RuleBound => ({
      at: ratio ? ONE_EXPRESSION : this.expression(b.at, null),
      hold: b.hold,
    });
    return {
      kind: 'between',
      of,
      ...(test.low ? { low: bound(test.low) } : {}),
      ...(test.high ? { high: bound(test.high) } : {}),
    };
  }

  /**
   * 实际采购金额大于采购计划金额 says that their rate exceeds 100%: comparing the rate works where only the rate is
   * given, and asks for a figure where the denominator is zero.
   */
  private asRatio(left: Expression, test: Extract<Test, { kind: 'between' }>): Expression | null {
    const [only, other] = [test.low ?? test.high, test.low && test.high];
    if (left.kind !== 'name' || only === undefined || other || only.at.kind !== 'name') return null;
    const right = this.expression(only.at, null);
    if (right.kind !== 'name') return null;
    const rate = this.glossary.quotientOf(left.name, right.name);
    return rate === null ? null : this.quantity(rate);
  }
}

export const ZERO_EXPRESSION: Expression = { kind: 'number', value: ZERO, unit: 'none' };
export const ONE_EXPRESSION: Expression = { kind: 'number', value: ONE, unit: 'percent' };
export const POINTS: Expression = { kind: 'points' };

export function amount(value: Exact): Expression {
  return { kind: 'number', value, unit: 'points' };
}
