import { perKey } from '../remember';
import { sum, type Exact } from '../scoring/number';
import { withSides } from './bare-sides';
import type { Clause, ClauseKind } from './clause';
import { CompileContext, type Placed, type PlacedGrant } from './compile-context';
import { compileSection } from './compile-section';
import { printedQuotients } from './printed-quotients';
import { withTarget } from './printed-target';
import type { Pool } from './section-parts';
import { trim } from './trim';
import { namesOf, nodes } from './expression';
import { Glossary, type Printed } from './glossary';
import { canonicalName, isRateName } from './names';
import { bracketPairs, outline, sentences, type Part } from './outline';
import { readRateFigures } from './rate-figures';
import type { OperandName, Quantity, Section, Standard, StandardProfile, Stretch } from './rule';
import { marksOfAHundred } from './figures';
import { scan, type Scanned } from './scan';
import { resolveSeries } from './series';
import { losesItem, readSentence, type Statement } from './statement';
import { speaksOfQuantity } from './test';

/** A standard to be read: the text, its points, and what the sheet says beside it. */
export type StandardText = Readonly<{
  indicator: string;
  points: Exact;
  text: string;
  /** A definition printed in another column. */
  formula?: string;
  profile?: StandardProfile;
}>;

/** The longest published standards have some thirty. */
const MAX_STATEMENTS = 300;

/** The longest published standards have some three thousand characters; what is many times longer is something else. */
const LONGEST_STANDARD = 8_000;
const LONGEST_QUOTED = 300;

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED)}……`;
}

/** A numbered part with the statements of its own words. */
type Node = Readonly<{ part: Part; own: readonly Statement[]; children: readonly Node[] }>;

/**
 * Reads a 评分标准 into clauses and the rule they make. Never throws on any text: what is not understood becomes an
 * `unparsed` clause and a problem, and the standard then has no rule. Standards read lately are remembered: the forms of
 * a department's projects print one standard many times, and a review follows every edit.
 */
export const parseStandard: (input: StandardText) => Standard = perKey(
  ({ indicator, points, text, formula = '', profile }: StandardText) =>
    [indicator, points.toFraction(), profile?.perPoint ?? '', formula, text].join('\u0000'),
  (input) => new StandardParser(input).run(),
  { longest: 4000, most: 512 },
);

class StandardParser {
  private readonly scanned: Scanned;
  private readonly all: Statement[] = [];
  private unread = false;
  private readonly context: CompileContext;
  private readonly root: Node;

  constructor(private readonly input: StandardText) {
    this.scanned = scan(input.text);
    this.root = this.readAll();
    this.context = new CompileContext(this.scanned, this.glossary());
  }

  private readAll(): Node {
    const { shape } = this.scanned;
    if (shape.length <= LONGEST_STANDARD) return this.read(outline(this.scanned), bracketPairs(shape));
    const part: Part = { marker: '', from: 0, to: shape.length, end: shape.length, children: [] };
    this.all.push({ kind: 'unparsed', span: [0, shape.length] });
    return { part, own: this.all, children: [] };
  }

  private read(part: Part, pairs: Int32Array): Node {
    const own = this.statements(pairs, part.from, part.to);
    const children = part.children.map((child) => this.read(child, pairs));
    const tail = part.tail ? this.statements(pairs, ...part.tail) : [];
    return { part, own: [...own, ...tail], children };
  }

  /** Statements of a stretch; a text of more than anyone would write is left unread from there on. */
  private statements(pairs: Int32Array, from: number, to: number): Statement[] {
    const found: Statement[] = [];
    for (const [a, b] of sentences(this.scanned.shape, pairs, from, to)) {
      const budget = MAX_STATEMENTS - this.all.length - found.length;
      if (budget <= 0) {
        if (!this.unread) found.push({ kind: 'unparsed', span: [a, to] });
        this.unread = true;
        break;
      }
      found.push(...readSentence(this.scanned, a, b, budget));
    }
    const settled = withSides(this.scanned, withTarget(this.scanned, found));
    this.all.push(...settled);
    return settled;
  }

  /** Definitions of the text and of the formula column. */
  private glossary(): Glossary {
    const { indicator, formula = '' } = this.input;
    const printed: Printed[] = this.definitions(this.all, 'text');
    const aside = scan(formula);
    const pairs = bracketPairs(aside.shape);
    const beside = sentences(aside.shape, pairs, 0, aside.shape.length).flatMap(([a, b]) =>
      readSentence(aside, a, b),
    );
    printed.push(...this.definitions(beside, 'formula'));
    printed.push(...printedQuotients(indicator, this.all, printed));
    return new Glossary(indicator, printed, [this.scanned.body, aside.body]);
  }

  private definitions(statements: readonly Statement[], source: 'text' | 'formula'): Printed[] {
    const printed: Printed[] = [];
    for (const statement of statements) {
      if (statement.kind !== 'definition') continue;
      const expression = resolveSeries(statement.expression, this.all);
      if (expression) printed.push({ name: statement.name, expression, source });
    }
    return printed;
  }

  run(): Standard {
    const { indicator, points, text, profile = {} } = this.input;
    const { context } = this;
    this.absolutes();
    const compiled = this.section(this.root, points, indicator, null, 0);
    for (const statement of this.all) {
      if (statement.kind === 'unparsed')
        context.problem(`未能理解：“${shortened(context.text(statement.span))}”。`);
    }
    const unparsed = this.all.filter(({ kind }) => kind === 'unparsed').map(({ span }) => context.text(span));
    const quantities = context.glossary.finish(context.used);
    const {
      rule,
      figures,
      problems: unclear,
    } = marksOfAHundred(text)
      ? { rule: compiled, figures: [], problems: [] }
      : readRateFigures(compiled, quantities);
    for (const problem of unclear) context.problem(problem);
    for (const [key, inFigures] of figures) {
      const quantity = quantities.get(key);
      if (quantity) quantities.set(key, { ...quantity, inFigures });
    }
    const problems = [...context.problems];
    for (const quantity of quantities.values()) {
      const each =
        quantity.definition && [...nodes(quantity.definition)].find((node) => node.kind === 'each');
      if (each?.kind === 'each') problems.push(`未能理解：“${each.name}”包括哪些数。`);
    }
    return {
      indicator, points, text, profile, clauses: this.clauses(), unparsed, problems,
      rule: problems.length > 0 ? null : rule,
      quantities, questions: context.questions, operands: operandNames(context.used, quantities),
      sections: this.stretches(this.root),
    }; // prettier-ignore
  }

  /** 预算调整率为负数的取绝对值: of the rate named, or of the one the standard is about. */
  private absolutes(): void {
    const { context } = this;
    for (const statement of this.all) {
      if (statement.kind !== 'modifier' || statement.outcome.kind !== 'absolute') continue;
      const name = context.text(trim(this.scanned.shape, ...statement.condition));
      context.absolutes.add(context.glossary.subject(isRateName(canonicalName(name)) ? name : null, null));
    }
  }

  /** The rule of a part: sub-parts with points of their own are sections, the rest is one pool. */
  private section(
    node: Node,
    points: Exact,
    title: string,
    subject: string | null,
    depth: number,
    heading: PlacedGrant | null = null,
  ): Section {
    const claims = this.claims(node, points);
    // 资产使用率≥95%（2分），每低1%扣0.1分: what heads the part is also where the steps begin.
    const opens = heading !== null && startsSteps(heading.statement, node.own);
    const placed: Placed[] = this.place(
      node,
      opens ? node.own : node.own.filter((statement) => statement !== heading?.statement),
      depth,
      depth > 0,
    );
    const sections: Section[] = [];
    for (const child of node.children) {
      const claim = claims?.get(child);
      if (!claim) {
        placed.push(...this.flatten(child, depth));
        continue;
      }
      const own = claim.heading ? this.place(child, [claim.heading], depth, true)[0] : undefined;
      const head = own?.statement.kind === 'grant' ? { ...own, statement: own.statement } : null;
      if (head) this.context.kinds.set(head.statement, 'heading');
      const name = this.title(child, head);
      const about = head && isRateName(canonicalName(name)) ? this.context.glossary.own(name) : null;
      const { label } = this.context;
      if (child.part.named) this.context.label = this.labelled(name);
      sections.push(this.section(child, claim.points, name, about ?? this.context.label, depth + 1, head));
      this.context.label = label;
    }
    // What follows the last part on a line of its own is said after all of them.
    placed.sort((a, b) => a.statement.span[0] - b.statement.span[0]);
    const local = placed.flatMap(({ statement }) =>
      statement.kind === 'definition' ? [statement.name] : [],
    );
    const titled = depth > 0 && title.length >= 2 && !/^[#(①\d]/.test(title);
    const pool: Pool = {
      title,
      titled,
      points,
      placed,
      sections,
      subject,
      local: [...new Set(local)],
      heading: opens ? null : heading,
    };
    return compileSection(this.context, pool);
  }

  private labelled(name: string): string {
    const isRate = isRateName(canonicalName(name));
    return this.context.glossary.own(isRate ? name : `${name}${this.input.indicator}`);
  }

  private title(child: Node, head: PlacedGrant | null): string {
    if (child.part.named) return child.part.marker;
    if (head) return this.context.text(trim(this.scanned.shape, ...head.statement.condition));
    const [first] = child.own;
    if (first?.kind === 'grant' && first.label !== undefined) return first.label;
    return first?.kind === 'definition' ? first.name : child.part.marker;
  }

  private stretch(node: Node): Stretch {
    return this.context.stretch([node.part.from, Math.max(node.part.end, node.part.from)]);
  }

  private stretches(node: Node): Stretch[] {
    return node.children.flatMap((child) => [this.stretch(child), ...this.stretches(child)]);
  }

  private place(node: Node, statements: readonly Statement[], depth: number, numbered: boolean): Placed[] {
    const part = numbered ? this.stretch(node) : null;
    const grants = node.own.filter(
      (statement) => statement.kind === 'grant' || statement.kind === 'deduction',
    ).length;
    return statements.map((statement) => ({ statement, part, numbered, alone: depth === 0 && grants <= 1 }));
  }

  private flatten(node: Node, depth: number): Placed[] {
    return [
      ...this.place(node, node.own, depth, true),
      ...node.children.flatMap((child) => this.flatten(child, depth)),
    ];
  }

  /**
   * Which sub-parts carry points of their own. A heading with its points says so; otherwise sub-parts that hold
   * complete rules do when their points add up to those of the whole.
   */
  private claims(node: Node, points: Exact): Map<Node, Claim> | null {
    const claims = new Map<Node, Claim>();
    const plain: Exact[] = [];
    let declared = true;
    for (const child of node.children) {
      const claim = claimOf(child, this.scanned.shape, child === node.children.at(-1));
      if (claim) {
        claims.set(child, claim);
        declared &&= claim.heading !== null;
        continue;
      }
      const value = itemPoints(child, this.scanned.shape, child === node.children.at(-1));
      if (value) plain.push(value);
    }
    if (claims.size === 0) return null;
    const total = sum([...plain, ...[...claims.values()].map((claim) => claim.points)]);
    if (total.equals(points)) return claims;
    return declared && claims.size + plain.length >= 2 ? claims : null;
  }

  private clauses(): Clause[] {
    const clauses = this.all.map((statement): Clause => {
      const { from, to, text } = this.context.stretch(statement.span);
      return { kind: this.context.kinds.get(statement) ?? plainKind(statement), text, from, to };
    });
    const apart = ([from, to]: readonly [number, number]): boolean =>
      clauses.every((clause) => clause.to <= from || clause.from >= to);
    for (const [from, to] of this.scanned.examples.filter(apart))
      clauses.push({ kind: 'note', text: this.input.text.slice(from, to), from, to });
    const seen = new Set<string>();
    // 加（减）1分 is one clause of two rules.
    const told = clauses.filter(
      ({ from, to }) => to > from && !seen.has(`${from}-${to}`) && seen.add(`${from}-${to}`),
    );
    return told.sort((a, b) => a.from - b.from);
  }
}

function startsSteps(heading: Statement, own: readonly Statement[]): boolean {
  if (heading.kind !== 'grant' || !speaksOfQuantity(heading.test)) return false;
  return own.some((statement) => statement.kind === 'deduction' && statement.measure.by === 'steps');
}

type Claim = Readonly<{ points: Exact; heading: Statement | null }>;

const isEffective = (statement: Statement): boolean =>
  statement.kind === 'grant' || statement.kind === 'deduction' || statement.kind === 'bands';

function effective(node: Node): Statement[] {
  return [...node.own.filter(isEffective), ...node.children.flatMap(effective)];
}

/**
 * The rules of a numbered part. Behind the last of a list 每少一项扣1分 is said of all of its items, where it takes what an item
 * is worth; anywhere else it is that part's own.
 */
function rulesOf(node: Node, shape: string, isLast: boolean): Statement[] {
  const all = effective(node);
  const [first] = all;
  const worth = first?.kind === 'grant' && first.outcome.kind === 'points' ? first.outcome.value : null;
  const ofAll = (rule: Statement): boolean =>
    isLast && rule.kind === 'deduction' && losesItem(shape, rule) &&
    (worth === null || (rule.value.kind === 'number' && rule.value.value.equals(worth))); // prettier-ignore
  return all.filter((rule) => !ofAll(rule));
}

/** The points a numbered part has for itself, where it holds a rule of its own. */
function claimOf(node: Node, shape: string, isLast: boolean): Claim | null {
  const rules = rulesOf(node, shape, isLast);
  const [first] = node.own.filter(isEffective);
  const isHeading =
    first?.kind === 'grant' && first.outcome.kind === 'points' && first.outcome.bracketed === true;
  if (isHeading && rules.length > 1) return { points: first.outcome.value, heading: first };
  if (
    rules.length === 1 &&
    first?.kind === 'grant' &&
    first.outcome.kind === 'formula' &&
    first.scope !== 'whole'
  ) {
    if (speaksOfQuantity(first.test) || first.test.kind === 'otherwise') return null;
    const worth = coefficient(first);
    return worth ? { points: worth, heading: null } : null;
  }
  const tiers = rules.filter(
    (rule) =>
      rule.kind === 'grant' &&
      (speaksOfQuantity(rule.test) || rule.test.kind === 'state' || rule.test.kind === 'otherwise'),
  );
  const complete =
    tiers.length >= 2 || (tiers.length === 1 && rules.some((rule) => rule.kind === 'deduction'));
  if (!complete) return null;
  const values = rules.flatMap((rule) =>
    rule.kind === 'grant' && rule.outcome.kind === 'points' ? [rule.outcome.value] : [],
  );
  const best = values.reduce<Exact | null>((a, b) => (a && a.compare(b) >= 0 ? a : b), null);
  return best ? { points: best, heading: null } : null;
}

function coefficient(statement: Extract<Statement, { kind: 'grant' }>): Exact | null {
  if (statement.outcome.kind !== 'formula') return null;
  for (const node of nodes(statement.outcome.expression)) {
    if (node.kind === 'number' && node.unit === 'points') return node.value;
  }
  return null;
}

/** Points of a part that is one item. */
function itemPoints(node: Node, shape: string, isLast: boolean): Exact | null {
  const [only, ...more] = rulesOf(node, shape, isLast);
  if (more.length > 0 || only?.kind !== 'grant') return null;
  return only.outcome.kind === 'points' ? only.outcome.value : null;
}

function plainKind(statement: Statement): ClauseKind {
  switch (statement.kind) {
    case 'grant':
      return statement.outcome.kind === 'zero' ? 'override' : 'tier';
    case 'deduction':
      return 'deduction';
    case 'modifier':
      return 'note';
    case 'bands':
      return 'band';
    case 'definition':
    case 'note':
    case 'unparsed':
      return statement.kind;
  }
}

/** Every name the rule may ask for: rates first, then what they are computed from. */
function operandNames(used: ReadonlySet<string>, quantities: ReadonlyMap<string, Quantity>): OperandName[] {
  const found = new Map<string, OperandName>();
  const visit = (key: string): void => {
    const quantity = quantities.get(key);
    if (!quantity || found.has(key)) return;
    const from = quantity.definition ? [...new Set(namesOf(quantity.definition))] : [];
    found.set(key, {
      name: quantity.name,
      aliases: quantity.aliases,
      from: from.map((name) => quantities.get(name)?.name ?? name),
    });
    for (const name of from) visit(name);
  };
  for (const key of used) visit(key);
  return [...found.values()];
}
