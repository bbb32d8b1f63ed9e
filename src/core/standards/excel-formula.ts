import { ONE, ZERO, type Exact } from '../scoring/number';
import type { Operand, ScoringInputs } from '../scoring/operand';
import type { MatchedAnswers } from './answers';
import { call, compare, join, literal, steady, type Piece } from './excel-text';
import { nodes, written, type Expression } from './expression';
import { Figures } from './figures';
import { noOpenPlaces, type Reading } from './reading';
import { shareMeant } from './rate-figures';
import { givesNothing, type Award, type Check, type Question, type Quantity, type RulePart, type Section, type Standard, type Steps, type Tier } from './rule'; // prettier-ignore
import { standsBeyond } from './step-spans';
import { overlap, within } from './tier-choice';

/** Excel refuses longer formulas; a readable one is far shorter. */
const MAX_LENGTH = 2000;

/**
 * The score as one live Excel formula over the cells the inputs came from; null where an input is no cell, where a
 * person's answer is part of the score, or where judgement is left. Uses functions of Excel 2016, none volatile.
 */
export function toExcelFormula(
  standard: Standard,
  inputs: ScoringInputs,
  answers: MatchedAnswers,
  reading: Reading,
): string | null {
  const { rule } = standard;
  if (!rule) return null;
  const piece = new FormulaWriter(standard, inputs, answers, reading).whole(rule);
  if (piece === null || piece.constant) return null;
  const text = `=${piece.text}`;
  return text.length > MAX_LENGTH ? null : text;
}

type Known = Extract<Operand, { kind: 'known' }>;

class FormulaWriter {
  private readonly busy = new Set<string>();
  /** For the units quantities stand in. */
  private readonly figures: Figures;

  constructor(
    private readonly standard: Standard,
    private readonly inputs: ScoringInputs,
    private readonly answers: MatchedAnswers,
    private readonly reading: Reading,
  ) {
    this.figures = new Figures(standard, inputs, reading, noOpenPlaces(), []);
  }

  whole(rule: Section): Piece | null {
    const worth = this.section(rule, true);
    return worth && call('ROUND', call('ROUND', worth, '8'), String(rule.decimals ?? 2));
  }

  private number(value: Exact, percent = false): Piece | null {
    return literal(value, percent);
  }

  private section(section: Section, isWhole: boolean): Piece | null {
    if (section.deductions.length > 0 || section.belowZero) return null;
    let total: Piece | null = null;
    for (const part of section.parts) {
      const piece = this.part(part, section.points);
      if (piece === null) return null;
      total = total === null ? piece : join('+', total, piece);
    }
    if (total === null) return null;
    const ceiling = this.number(section.ceiling);
    const floor = this.number(ZERO);
    if (!ceiling || !floor) return null;
    const capped = this.isBounded(section) ? total : call('MAX', floor, call('MIN', ceiling, total));
    return this.overridden(section, isWhole, capped);
  }

  /** A part that gives fixed points only needs no limits written around it. */
  private isBounded({ parts, ceiling }: Section): boolean {
    const [only] = parts;
    if (parts.length !== 1 || only?.kind !== 'tiers' || only.steps.length > 0) return false;
    const awards = [
      ...only.tiers.map(({ award }) => award),
      ...(only.otherwise ? [only.otherwise.award] : []),
    ];
    return awards.every((award) => {
      if (award.kind !== 'amount') return false;
      const { expression } = award;
      return (
        expression.kind === 'points' ||
        (expression.kind === 'number' && expression.value.compare(ceiling) <= 0)
      );
    });
  }

  private overridden(section: Section, isWhole: boolean, worth: Piece): Piece | null {
    let result = worth;
    for (const { check, gives, owed, scope } of section.overrides) {
      const settled = this.settled(check);
      if (settled === false) continue;
      if (settled === true || (scope === 'whole' && !isWhole)) return null;
      if (check.kind === 'asked') {
        // Passing over a condition nobody answered is right only where the evaluator did so too: it then knew the figures.
        continue;
      }
      if (owed) return null;
      const condition = this.condition(check);
      const value = this.number(gives === 'full' ? section.points : ZERO);
      if (!condition || !value) return null;
      result = call('IF', condition, value, result);
    }
    return result;
  }

  private part(part: RulePart, points: Exact): Piece | null {
    switch (part.kind) {
      case 'section':
        return this.section(part.section, false);
      case 'base':
        return this.expression(part.points, points);
      case 'tiers':
        return this.tiers(part, points);
      case 'item':
      case 'tally':
      case 'choice':
        return null;
    }
  }

  private tiers(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Piece | null {
    const tiers = this.standing(part.tiers);
    // Where tiers contradict each other, what another figure would get is not for a formula to say.
    if (tiers === null || tiers.some((one) => tiers.some((other) => overlap(one.check, other.check))))
      return null;
    let result = this.last(part, points);
    if (result === null) return null;
    const bonuses = part.steps.filter(({ bonus }) => bonus);
    for (const tier of [...inOrder(tiers)].reverse()) {
      const condition = this.condition(tier.check, tiers);
      let value = this.award(tier.award, part, points);
      for (const step of bonuses) value = value && this.stepped(value, step, points);
      if (!condition || !value) return null;
      result = call('IF', condition, value, result);
    }
    return result;
  }

  /** Tiers whose questions are answered; null where one is open. */
  private standing(tiers: readonly Tier[]): Tier[] | null {
    const found: Tier[] = [];
    for (const tier of tiers) {
      const settled = this.settled(tier.check);
      if (settled === false) continue;
      if (settled === true) return null;
      if (this.asks(tier.check)) return null;
      found.push(tier);
    }
    return found;
  }

  private asks(check: Check): boolean {
    if (check.kind === 'asked') return true;
    return (check.kind === 'all' || check.kind === 'any') && check.checks.some((inner) => this.asks(inner));
  }

  /** What applies where no tier does: steps, 否则, or nothing. */
  private last(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Piece | null {
    let result: Piece | null = part.otherwise
      ? this.award(part.otherwise.award, part, points)
      : this.beyond(part, points);
    if (part.otherwise && result === null) return null;
    const deductions = part.steps.filter(({ bonus }) => !bonus);
    // Below 达到60%得2分，每提高1%加0.1分 the text says nothing.
    const silent = part.otherwise !== undefined || part.tiers.some(({ award }) => !givesNothing(award));
    if (deductions.length === 0 && (part.steps.length === 0 || silent)) return result;
    const open = deductions.filter(({ region }) => !region);
    const confined = deductions.filter(({ region }) => region);
    if (open.length > 0 && confined.length > 0) return null;
    const apply = confined.length > 0 ? confined : part.steps;
    const [first] = apply;
    let value = this.expression(first?.base ?? part.base, points);
    for (const step of apply) value = value && this.stepped(value, step, points);
    if (value === null) return null;
    if (confined.length === 0) return this.unlessBefore(value, part, apply, points);
    const bases = new Set(confined.map(({ base }) => (base ? written(base) : '')));
    if (bases.size > 1) return null;
    const regions = confined.flatMap(({ region }) => (region && this.condition(region)) ?? []);
    if (regions.length < confined.length) return null;
    const condition = regions.length > 1 ? call('OR', ...regions) : (regions[0] ?? null);
    if (part.tiers.length === 0 && !part.otherwise) result = this.expression(part.base, points);
    result ??= call('NA');
    return condition && call('IF', condition, value, result);
  }

  /** What lies before the stretch that gives points has none, where the steps run the other way. */
  private unlessBefore(
    value: Piece,
    { tiers, otherwise }: Extract<RulePart, { kind: 'tiers' }>,
    steps: readonly Steps[],
    points: Exact,
  ): Piece | null {
    const [only, ...more] = steps;
    if (!only || otherwise || !steps.some((step) => step.direction !== 'apart' && standsBeyond(tiers, step)))
      return value;
    const of = this.expression(only.of, points);
    const anchor = this.against(only.anchor, only.of, points);
    if (more.length > 0 || !of || !anchor) return null;
    return call('IF', compare(of, only.direction === 'up' ? '<' : '>', anchor), call('NA'), value);
  }

  /** A tier of exactly 100% has what lies beyond it. */
  private beyond(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Piece | null {
    const top = part.tiers.find(
      ({ check }) =>
        check.kind === 'equal' && check.to.kind === 'number' && !check.to.in && check.to.value.equals(ONE),
    );
    if (top?.check.kind !== 'equal') return call('NA');
    const of = this.expression(top.check.of, points);
    const one = this.number(ONE, true);
    let value = this.award(top.award, part, points);
    for (const step of part.steps.filter(({ bonus }) => bonus))
      value = value && this.stepped(value, step, points);
    return of && one && value && call('IF', compare(of, '>', one), value, call('NA'));
  }

  private stepped(value: Piece, step: Steps, points: Exact): Piece | null {
    if (step.question && this.answers.byQuestion.has(step.question.id)) return null;
    const [of, per] = [this.expression(step.of, points), this.expression(step.per, points)];
    const [anchor, size] = [
      this.against(step.anchor, step.of, points),
      this.against(step.size, step.of, points),
    ];
    const zero = this.number(ZERO);
    if (!of || !anchor || !per || !size || !zero) return null;
    const nought = anchor.text === '0%' || anchor.text === '0';
    const away = step.direction === 'down' ? join('-', anchor, of) : nought ? of : join('-', of, anchor);
    const distance = step.direction === 'apart' ? call('ABS', away) : call('MAX', zero, away);
    const ratio = call('ROUND', join('/', distance, size), '8');
    const rounding =
      step.rounding === 'profile' ? (this.reading.perPoint === 'whole' ? 'down' : 'linear') : step.rounding;
    const count =
      rounding === 'linear'
        ? join('/', distance, size)
        : rounding === 'up'
          ? join('-', zero, call('INT', join('-', zero, ratio)))
          : call('INT', ratio);
    const taken = join('*', count, per);
    const limit = step.cap === 'points' ? points : step.cap;
    const capped = limit ? this.number(limit) : null;
    return join(step.bonus ? '+' : '-', value, capped ? call('MIN', capped, taken) : taken);
  }

  private award(award: Award, part: RulePart, points: Exact): Piece | null {
    if (award.kind === 'amount') return this.expression(award.expression, points);
    return award.kind === 'interpolation' && part.kind === 'tiers' ? this.line(part, points) : null;
  }

  private line(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Piece | null {
    const check = part.tiers.find(({ award }) => award.kind === 'interpolation')?.check;
    if (check?.kind !== 'between' || check.low?.at.kind !== 'number' || check.high?.at.kind !== 'number')
      return null;
    const [low, high] = [check.low.at.value, check.high.at.value];
    const at = (edge: Exact, side: 'low' | 'high'): Piece | null => {
      const tier = part.tiers.find(
        (other) =>
          other.check.kind === 'between' &&
          other.check[side]?.at.kind === 'number' &&
          isNumber(other.check[side].at, edge) &&
          other.award.kind === 'amount',
      );
      return tier?.award.kind === 'amount' ? this.expression(tier.award.expression, points) : null;
    };
    const [of, from, to] = [this.expression(check.of, points), at(low, 'high'), at(high, 'low')];
    const [a, b] = [this.number(low, true), this.number(high, true)];
    if (!of || !from || !to || !a || !b) return null;
    const share = join('/', join('-', of, a), join('-', b, a));
    return join('+', from, join('*', join('-', to, from), share));
  }

  /** A condition over figures. At a number two tiers share, the looser one leaves it to the firmer. */
  private condition(check: Check, among: readonly Tier[] = []): Piece | null {
    switch (check.kind) {
      case 'between': {
        if (check.question && this.said(check.question) !== null) return null;
        const of = this.expression(check.of, this.standard.points);
        const parts: Piece[] = [];
        for (const side of ['low', 'high'] as const) {
          const bound = check[side];
          if (!bound) continue;
          const at = this.against(bound.at, check.of, this.standard.points);
          if (!of || !at) return null;
          const includes = bound.hold > 0 && !yields(bound.at, side, bound.hold, among);
          parts.push(compare(of, side === 'low' ? (includes ? '>=' : '>') : includes ? '<=' : '<', at));
        }
        return both(parts);
      }
      case 'equal': {
        const [of, to] = [
          this.expression(check.of, this.standard.points),
          this.against(check.to, check.of, this.standard.points),
        ];
        return of && to && compare(of, '=', to);
      }
      case 'all': {
        const parts = check.checks
          .filter((inner) => this.settled(inner) !== true)
          .map((inner) => this.condition(inner));
        return parts.every((part) => part !== null) ? both(parts) : null;
      }
      case 'any': {
        const parts = check.checks.map((inner) => this.condition(inner));
        return parts.every((part) => part !== null) ? call('OR', ...parts) : null;
      }
      case 'asked':
        return null;
    }
  }

  /** What answers alone say of a condition; null where figures decide or nothing was answered. */
  private settled(check: Check): boolean | null {
    if (check.kind === 'asked') return this.said(check.question);
    if (check.kind !== 'all' || check.checks.length === 0) return null;
    const inner = check.checks.map((one) => this.settled(one));
    if (inner.includes(false)) return false;
    return inner.every((one) => one === true) ? true : null;
  }

  private said(question: Question): boolean | null {
    for (const { met, happened, chosen } of this.answers.byQuestion.get(question.id) ?? []) {
      const said = met ?? happened ?? chosen;
      if (said !== undefined) return said;
    }
    if (question.limit) return null;
    return this.inputs.otherwise === 'met' ? question.kind === 'tick' : null;
  }

  /** A number of the standard in the unit of the quantity it is set against. */
  private against(at: Expression, of: Expression, points: Exact): Piece | null {
    if (at.kind !== 'number' || !at.in) return this.expression(at, points);
    const figure = this.figures.against(at, of, this.figures.evaluate(of, points), points);
    return 'value' in figure ? this.number(figure.value) : null;
  }

  private expression(expression: Expression, points: Exact): Piece | null {
    switch (expression.kind) {
      case 'number':
        if (expression.in) return null;
        return this.number(expression.value, expression.unit === 'percent');
      case 'points':
        return this.number(points);
      case 'name':
        return this.quantity(expression.name);
      case 'each':
        return null;
      case 'abs': {
        const of = this.expression(expression.of, points);
        if (expression.of.kind === 'abs') return of;
        return of && call('ABS', steady(of));
      }
      case 'cap': {
        const [of, at] = [this.expression(expression.of, points), this.expression(expression.at, points)];
        return of && at && call(expression.floor ? 'MAX' : 'MIN', of, at);
      }
      case 'variant': {
        const [chosen] = expression.choices;
        return chosen ? this.expression(chosen.expression, points) : null;
      }
      case 'binary': {
        const [left, right] = [
          this.expression(expression.left, points),
          this.expression(expression.right, points),
        ];
        return left && right && join(expression.operator === '×' ? '*' : expression.operator, left, right);
      }
    }
  }

  /** The cells of a quantity: of its operands where all are known, as the evaluator takes them; else its own. */
  private quantity(key: string): Piece | null {
    const quantity = this.standard.quantities.get(key);
    if (!quantity || this.busy.has(key)) return null;
    this.busy.add(key);
    const known = quantity.definition !== undefined && this.isKnown(quantity.definition);
    const piece = known
      ? this.expression(quantity.definition, this.standard.points)
      : this.cell(this.direct(quantity), quantity);
    this.busy.delete(key);
    return piece;
  }

  private isKnown(definition: Expression): boolean {
    for (const node of nodes(
      definition.kind === 'variant' ? (definition.choices[0]?.expression ?? definition) : definition,
    )) {
      if (node.kind === 'each') return false;
      if (node.kind !== 'name') continue;
      const quantity = this.standard.quantities.get(node.name);
      const inner =
        quantity?.definition && !this.busy.has(node.name) ? this.isKnown(quantity.definition) : false;
      if (!quantity || (!inner && this.direct(quantity) === null)) return false;
    }
    return true;
  }

  private direct({ name, key, aliases }: Quantity): Known | null {
    for (const called of new Set([name, key, ...aliases])) {
      const found = this.inputs.lookup(called);
      if (found?.kind === 'known') return found;
    }
    return null;
  }

  private cell(operand: Known | null, { inFigures }: Quantity): Piece | null {
    // A cell that holds 92 for 92% would have to be read so in the formula as well.
    if (!operand || (inFigures && shareMeant(operand.value, inFigures) !== operand.value)) return null;
    const { cell, formula, scale } = operand;
    if (formula !== undefined) return { text: `(${formula})`, level: 4, constant: false };
    if (!cell) return null;
    const reference: Piece = {
      text: `'${cell.sheet.replaceAll("'", "''")}'!${cell.cell}`,
      level: 4,
      constant: false,
    };
    if (!scale || scale.equals(ONE)) return reference;
    const large = scale.compare(ONE) > 0;
    const factor = this.number(large ? scale : scale.inverse());
    return factor && join(large ? '*' : '/', reference, factor);
  }
}

function isNumber(expression: Expression, value: Exact): boolean {
  return expression.kind === 'number' && expression.value.equals(value);
}

function both(parts: readonly Piece[]): Piece | null {
  const [first] = parts;
  if (!first) return null;
  return parts.length === 1 ? first : call('AND', ...parts);
}

/** Whether another tier that ends where this one does has the firmer hold on the shared number. */
function yields(at: Expression, side: 'low' | 'high', hold: number, among: readonly Tier[]): boolean {
  if (at.kind !== 'number') return false;
  const other = side === 'low' ? 'high' : 'low';
  return among.some(({ check }) => {
    if (check.kind === 'equal') return isNumber(check.to, at.value);
    const bound = check.kind === 'between' ? check[other] : undefined;
    return bound !== undefined && isNumber(bound.at, at.value) && bound.hold > hold;
  });
}

/** Narrower tiers before those they lie within; otherwise as the text has them. */
function inOrder(tiers: readonly Tier[]): Tier[] {
  const ordered: Tier[] = [];
  for (const tier of tiers) {
    const at = ordered.findIndex((placed) => within(tier.check, placed.check));
    if (at < 0) ordered.push(tier);
    else ordered.splice(at, 0, tier);
  }
  return ordered;
}
