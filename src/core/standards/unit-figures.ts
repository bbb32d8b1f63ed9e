import { exact, type Exact } from '../scoring/number';
import type { Need } from '../scoring/score';
import type { Figure } from './figures';
import { factorBetween, isMoney, unitOf, type Unit } from './units';

type Value = Extract<Figure, { value: Exact }>;

/** 元 mistaken for 万元 is off by ten thousand; a true amount lies within a thousand of what it is measured against. */
const IMPLAUSIBLE = exact(1000);
const SCALED_WORD =
  /[\d０-９.．一二三四五六七八九十]([百千万亿]{0,2}(?:元|人次|人|户|件|次|亩|吨|平方米|立方米))/g;

/** How amounts of one standard without a unit are to be understood. */
export class Units {
  /** The words for money, people and the like that the text uses: of 元 and 万元 a bare amount may be either. */
  private readonly words: ReadonlySet<string>;
  private readonly usual: Unit | null;

  constructor(text: string, moneyUnit: string | undefined) {
    this.usual = moneyUnit === undefined ? null : unitOf(moneyUnit);
    this.words = new Set(Array.from(text.matchAll(SCALED_WORD), ([, word = '']) => word));
  }

  /** The first unit of the text that is another scale of the one given; null where the text keeps to one scale. */
  private otherScale(unit: Unit): Unit | null {
    for (const word of this.words) {
      const other = unitOf(word);
      if (
        other &&
        other.dimension.split('/')[0] === unit.dimension.split('/')[0] &&
        !other.factor.equals(unit.factor)
      )
        return other;
    }
    return null;
  }

  /** A number of the standard as it is set against a quantity: in the quantity's unit; or what must be cleared up first. */
  against(of: Value, value: Exact, printed: Unit, name: string, isDistance: boolean): Figure {
    const { word } = this.plainest(printed);
    const need = (about: string, asked = name): Figure => ({
      missing: [{ name: asked, kind: 'quantity', about, unit: word }],
    });
    if (of.unit) {
      const factor = factorBetween(of.unit, printed);
      if (factor === null)
        return need(`“${name}”现以${of.unit.word}计，评分标准以${printed.word}计，不能换算，请核对`);
      return { value: value.div(of.unit.factor), unit: of.unit };
    }
    const zero = of.value.equals(0);
    const other = this.otherScale(printed);
    if (!isMoney(printed) && !other && printed.factor.equals(1)) {
      return { value: value.div(printed.factor) };
    }
    if (zero) return { value: value.div(printed.factor) };
    if (of.fromCell && isMoney(printed))
      return need(`“${name}”所在的表没有写明金额单位，请填列（单位：${this.asked(printed).word}）`);
    if (this.isMixed(printed))
      return need(
        `评分标准兼用几种单位，请注明“${name}”的单位，如“${name}（${word}）”`,
        `${name}（${word}）`,
      );
    const unit = this.asked(printed);
    if (isFarOff(of.value.mul(unit.factor), value, isDistance))
      return need(`“${name}”与评分标准的数相差悬殊，请核对单位（应以${unit.word}计）`);
    return { value: value.div(unit.factor), unit };
  }

  /** A need of a quantity with the unit it is asked in; in the name, too, where a bare number could be in another. */
  inUnit(need: Need, printed: Unit): Need {
    if (need.about !== need.name) return need;
    const mixed = this.isMixed(printed);
    const { word } = mixed ? this.plainest(printed) : this.asked(printed);
    const name = mixed ? `${need.name}（${word}）` : need.name;
    return { ...need, name, about: `${need.name}（单位：${word}）`, unit: word };
  }

  /** Whether the text speaks of a quantity in several scales, and nothing says in which amounts are given. */
  private isMixed(printed: Unit): boolean {
    return this.otherScale(printed) !== null && !(this.usual && isMoney(printed));
  }

  /** The smallest unit the text speaks of a quantity in. */
  private plainest(printed: Unit): Unit {
    const unit = this.asked(printed);
    const other = this.otherScale(printed) ?? printed;
    return unit.factor.compare(other.factor) <= 0 ? unit : other;
  }

  /** The unit in which an amount is to be given. */
  private asked(printed: Unit): Unit {
    return isMoney(printed) ? (this.usual ?? printed) : printed;
  }
}

/** A distance may be much smaller than a step, an amount hardly than its bound. */
function isFarOff(amount: Exact, bound: Exact, isDistance: boolean): boolean {
  if (bound.equals(0)) return false;
  const ratio = amount.div(bound).abs();
  return ratio.compare(IMPLAUSIBLE) >= 0 || (!isDistance && ratio.inverse().compare(IMPLAUSIBLE) >= 0);
}

/** The sum or difference of amounts that stand in units: the right one is brought into the unit of the left one. */
export function alike(left: Value, right: Value): Readonly<{ right: Exact; unit?: Unit }> | null {
  const unit = left.unit ?? right.unit;
  if (!left.unit || !right.unit || !unit) return { right: right.value, ...(unit ? { unit } : {}) };
  const factor = factorBetween(right.unit, left.unit);
  return factor && { right: right.value.mul(factor), unit };
}

/** The unit of a product or quotient: a quotient of like amounts is a plain number. */
export function quotient(left: Value, right: Value): Readonly<{ right: Exact; unit?: Unit }> {
  const same = left.unit && right.unit ? factorBetween(right.unit, left.unit) : null;
  if (same) return { right: right.value.mul(same) };
  return { right: right.value, ...(left.unit ? { unit: left.unit } : {}) };
}
