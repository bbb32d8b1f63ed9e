import { squeeze } from '../snapshot/width';
import type { Expression } from './expression';
import { namesOf } from './expression';
import type { Quantity, Standard } from './rule';
import { showLiteral, showNumber, showPercent } from './format';
import { HUNDRED, max, min, toNumber, ZERO, type Exact } from '../scoring/number';
import type { Operand, OperandCandidate, ScoringInputs } from '../scoring/operand';
import type { OpenPlaces, Reading } from './reading';
import type { Need } from '../scoring/score';
import { isHarm } from './condition-amounts';
import { isRateName } from './names';
import { shareMeant } from './rate-figures';
import { alike, quotient, Units } from './unit-figures';
import { isMoney, unitOf, type Unit } from './units';

type Known = Extract<Operand, { kind: 'known' }>;

/** Points of a hundred: 满意度90分以上. */
const POINTS_OF_A_HUNDRED = /\d分(?:\(含\))?及?以[上下]/;

/** Whether a standard sets a quantity against points of a hundred. */
export const marksOfAHundred = (text: string): boolean => POINTS_OF_A_HUNDRED.test(squeeze(text));
/** A rate of 1000% and more is a percentage whose sign was lost: 98 for 98%. */
const IMPLAUSIBLE: Exact = HUNDRED.div(10);

/** A quantity's value, or what is missing for it. */
export type Figure =
  /** `fromCell`: an amount of it stands in a cell that prints no unit. */
  | Readonly<{ value: Exact; unit?: Unit; fromCell?: boolean; operand?: Known }>
  | Readonly<{ missing: readonly Need[] }>;

/** Values of the quantities of one standard under one reading, with the trace of how they came about. */
export class Figures {
  private readonly cache = new Map<string, Figure>();
  private readonly busy = new Set<string>();
  /** A standard may grade a survey in points of a hundred (90分以上) instead of a rate. */
  private readonly inPoints: boolean;
  private units: Units | null = null;

  constructor(
    private readonly standard: Standard,
    private readonly inputs: ScoringInputs,
    private readonly reading: Reading,
    private readonly open: OpenPlaces,
    private readonly trace: string[],
  ) {
    this.inPoints = marksOfAHundred(standard.text);
  }

  /** Value of an expression; `points` is what 分值 means where it stands. */
  evaluate(expression: Expression, points: Exact): Figure {
    switch (expression.kind) {
      case 'number':
        return numberFigure(expression);
      case 'points':
        return { value: points };
      case 'name':
        return this.quantity(expression.name);
      case 'each':
        return { missing: [] };
      case 'abs': {
        const of = this.evaluate(expression.of, points);
        return 'value' in of ? { ...of, value: of.value.abs() } : of;
      }
      case 'cap': {
        const [of, at] = [this.evaluate(expression.of, points), this.evaluate(expression.at, points)];
        if (!('value' in of) || !('value' in at)) return together(of, at);
        return { ...of, value: (expression.floor ? max : min)(of.value, at.value) };
      }
      case 'variant': {
        this.open.variants.add(expression);
        const { variant } = this.reading;
        const chosen = expression.choices[variant?.of === expression ? variant.index : 0];
        return chosen ? this.evaluate(chosen.expression, points) : { missing: [] };
      }
      case 'binary':
        return this.binary(expression, points);
    }
  }

  private binary(expression: Extract<Expression, { kind: 'binary' }>, points: Exact): Figure {
    const [left, right] = [this.evaluate(expression.left, points), this.evaluate(expression.right, points)];
    if (!('value' in left) || !('value' in right)) return together(left, right);
    const cells = left.fromCell || right.fromCell ? { fromCell: true } : {};
    switch (expression.operator) {
      case '+':
      case '-': {
        const like = alike(left, right);
        if (!like) return { missing: [this.unlike(expression)] };
        const value = expression.operator === '+' ? left.value.add(like.right) : left.value.sub(like.right);
        return { value, ...cells, ...(like.unit ? { unit: like.unit } : {}) };
      }
      case '×': {
        const unit = left.unit ?? right.unit;
        return { value: left.value.mul(right.value), ...cells, ...(unit ? { unit } : {}) };
      }
      case '/': {
        if (right.value.equals(ZERO)) return { missing: [this.zeroDenominator(expression.right)] };
        const by = quotient(left, right);
        return { value: left.value.div(by.right), ...cells, ...(by.unit ? { unit: by.unit } : {}) };
      }
    }
  }

  /** Value of `at` in the unit of the figure it is set against, which `of` computes. */
  against(at: Expression, of: Expression, figure: Figure, points: Exact, isDistance = false): Figure {
    if (at.kind !== 'number' || !at.in) {
      const other = this.evaluate(at, points);
      if (!('value' in figure) || !('value' in other)) return other;
      if (at.kind === 'number' && figure.unit && isMoney(figure.unit) && !at.value.equals(ZERO))
        return { missing: [this.otherKind(at, of)] };
      const like = alike(figure, other);
      return like ? { ...other, value: like.right } : { missing: [this.unlike(of)] };
    }
    if (!('value' in figure)) return { value: at.value };
    this.units ??= new Units(this.standard.text, this.inputs.moneyUnit);
    return this.units.against(figure, at.value, at.in, this.named(of), isDistance);
  }

  /** An amount of money set against a share or a bare number. */
  private otherKind(at: Extract<Expression, { kind: 'number' }>, of: Expression): Need {
    const name = this.named(of);
    const meant = at.unit === 'percent' ? '应为比率，现有的是金额' : '是金额，评分标准的数没有写明单位';
    return { name, kind: 'quantity', about: `“${name}”${meant}，请核对` };
  }

  private named(expression: Expression): string {
    return namesOf(expression)
      .map((key) => this.nameOf(key))
      .join('、');
  }

  /** What is missing for a quantity that is measured in a unit: the unit is asked with it. */
  asked(needs: readonly Need[], ...bounds: readonly (Expression | undefined)[]): readonly Need[] {
    const at = bounds.find((bound) => bound?.kind === 'number' && bound.in);
    if (at?.kind !== 'number' || !at.in) return needs;
    const [need, more] = needs;
    if (need?.kind !== 'quantity' || more) return needs;
    this.units ??= new Units(this.standard.text, this.inputs.moneyUnit);
    return [this.units.inUnit(need, at.in)];
  }

  private unlike(expression: Expression): Need {
    const name = this.named(expression);
    return { name, kind: 'quantity', about: `“${name}”的单位不一致，不能比较，请核对` };
  }

  private zeroDenominator(expression: Expression): Need {
    const names = namesOf(expression).map((key) => this.nameOf(key));
    const name = names.join('、') || '分母';
    return { name, kind: 'quantity', about: `“${name}”作分母而为零，无法计算，请核对` };
  }

  private nameOf(key: string): string {
    return this.standard.quantities.get(key)?.name ?? key;
  }

  /** Value of a quantity: from its operands where all are known, else as given under one of its names. */
  quantity(key: string): Figure {
    const cached = this.cache.get(key);
    if (cached) return cached;
    if (this.busy.has(key)) return { missing: [] };
    this.busy.add(key);
    const figure = this.find(key);
    this.busy.delete(key);
    this.cache.set(key, figure);
    return figure;
  }

  private find(key: string): Figure {
    const quantity = this.standard.quantities.get(key);
    if (!quantity) return { missing: [{ name: key, kind: 'quantity', about: key }] };
    const direct = this.lookup(quantity);
    if (quantity.definition) {
      const computed = this.evaluate(quantity.definition, this.standard.points);
      if ('value' in computed) {
        this.explain(quantity, quantity.definition, computed.value);
        return computed;
      }
      const zero = computed.missing.some(({ about }) => about.includes('作分母而为零'));
      if (direct?.kind === 'known' && !zero) return this.given(quantity, direct);
      if (zero || computed.missing.length === 0) return computed;
      if (
        direct === null &&
        computed.missing.every(({ candidates }) => candidates === undefined) &&
        this.unharmed(quantity)
      )
        return { value: ZERO };
      return { missing: this.missing(quantity, direct, computed.missing) };
    }
    if (direct?.kind === 'known') return this.given(quantity, direct);
    if (direct === null && this.unharmed(quantity)) return { value: ZERO };
    return { missing: [this.need(quantity, direct)] };
  }

  /** Of what should not happen there was none, where everything not answered counts as in order. */
  private unharmed({ key, name }: Quantity): boolean {
    if (this.inputs.otherwise !== 'met' || !isHarm(key)) return false;
    this.trace.push(`${name}：没有另外说明，按没有发生计`);
    return true;
  }

  /** A rate of the field's definition is asked for by its own name; a printed definition by its operands. */
  private missing(quantity: Quantity, direct: Operand | null, operands: readonly Need[]): Need[] {
    if (quantity.source !== 'field') return [...operands];
    const ambiguous = operands.filter((need) => need.candidates !== undefined);
    if (ambiguous.length > 0) return ambiguous;
    const need = this.need(quantity, direct);
    return [{ ...need, about: `${need.about}（或：${operands.map(({ name }) => name).join('、')}）` }];
  }

  private need(quantity: Quantity, direct: Operand | null): Need {
    const candidates = direct?.kind === 'ambiguous' ? { candidates: direct.candidates.flatMap(offered) } : {};
    return { name: quantity.name, kind: 'quantity', about: quantity.name, ...candidates };
  }

  private given(quantity: Quantity, known: Known): Figure {
    const share = quantity.inFigures ? shareMeant(known.value, quantity.inFigures) : known.value;
    if (share === null) return { missing: [this.shareUnclear(quantity)] };
    const operand = share === known.value ? known : { ...known, value: share };
    if (!this.inPoints && isRateName(quantity.key) && operand.value.abs().compare(IMPLAUSIBLE) >= 0)
      return { missing: [this.percentMeant(quantity)] };
    const unit = operand.unit === undefined ? null : unitOf(operand.unit);
    this.trace.push(`${quantity.name} = ${this.show(quantity.name, operand.value)}${unit?.word ?? ''}`);
    if (unit) return { value: operand.value, operand, unit };
    return { value: operand.value, operand, ...(operand.cell ? { fromCell: true } : {}) };
  }

  private shareUnclear({ name }: Quantity): Need {
    return { name, kind: 'quantity', about: `“${name}”没有写百分号，不能确定是比率还是百分数，请核对` };
  }

  private percentMeant({ name }: Quantity): Need {
    return { name, kind: 'quantity', about: `“${name}”应为比率（98%即0.98），现有的数过大，请核对` };
  }

  /** The operand under the quantity's own name, or under another name the standard gives it. */
  lookup(quantity: Quantity): Operand | null {
    let ambiguous: Operand | null = null;
    for (const name of new Set([quantity.name, quantity.key, ...quantity.aliases])) {
      const found = this.inputs.lookup(name);
      if (found?.kind === 'known') return found;
      ambiguous ??= found;
    }
    return ambiguous;
  }

  private show(name: string, value: Exact): string {
    return isRateName(name) ? showPercent(value) : showNumber(value);
  }

  private explain(quantity: Quantity, definition: Expression, value: Exact): void {
    const words = definition.kind === 'name' ? '' : ` = ${this.written(definition)}`;
    this.trace.push(`${quantity.name}${words} = ${this.show(quantity.name, value)}`);
    if (quantity.source === 'field')
      this.trace.push(`评分标准未写“${quantity.name}”的算法，按${quantity.authority ?? '通常口径'}计算。`);
  }

  /** An expression with its figures filled in: 1 ÷ 16. */
  private written(expression: Expression, nested = false): string {
    switch (expression.kind) {
      case 'number':
        return showLiteral(expression);
      case 'points':
        return '分值';
      case 'name': {
        const figure = this.quantity(expression.name);
        return 'value' in figure
          ? this.show(this.nameOf(expression.name), figure.value)
          : this.nameOf(expression.name);
      }
      case 'each':
        return expression.name;
      case 'abs':
        return `|${this.written(expression.of)}|`;
      case 'cap':
        return `${expression.floor ? 'max' : 'min'}(${this.written(expression.of)}, ${this.written(expression.at)})`;
      case 'variant': {
        const { variant } = this.reading;
        const chosen = expression.choices[variant?.of === expression ? variant.index : 0];
        return chosen ? this.written(chosen.expression, nested) : '';
      }
      case 'binary': {
        const sign = { '+': ' + ', '-': ' − ', '×': ' × ', '/': ' ÷ ' }[expression.operator];
        const text = `${this.written(expression.left, true)}${sign}${this.written(expression.right, true)}`;
        return nested ? `（${text}）` : text;
      }
    }
  }
}

function together(...figures: readonly Figure[]): Figure {
  const missing: Need[] = [];
  for (const figure of figures) {
    if ('missing' in figure)
      for (const need of figure.missing)
        if (!missing.some(({ name }) => name === need.name)) missing.push(need);
  }
  return { missing };
}

function numberFigure({ value, in: unit }: Extract<Expression, { kind: 'number' }>): Figure {
  return unit ? { value: value.div(unit.factor), unit } : { value };
}

/** A place that may be meant, as it is offered to a person; a value without a cell of its own cannot be pointed at. */
function offered({ label, cell, value }: OperandCandidate): NonNullable<Need['candidates']> {
  return cell ? [{ label, value: toNumber(value), ...cell }] : [];
}
