import type { ReadNumber } from '../snapshot/number-reading';
import type { Cell } from '../snapshot/snapshot';
import { isPercentUnit, moneyFactor, PER_MILLE_UNITS, perYear, plainUnit } from '../snapshot/units';
import { squeeze } from '../snapshot/width';
import type { Indicator, NumberCell } from '../tables/table';
import { canonicalName, isRateName } from '../standards/names';
import { factorBetween, unitOf } from '../standards/units';
import { exact, HUNDRED, max, ONE, ZERO, type Exact } from './number';
import { percentText, plainText } from './target-result';

/** Target and actual value in one unit. */
export type Pair = Readonly<{
  goal: Exact;
  done: Exact;
  /** How a plain number beside a percentage was taken, where its cell could be read otherwise: 1（按1%计）. */
  taken?: Readonly<{ of: 'goal' | 'done'; words: string }>;
}>;

/** A plain number above this beside a percentage is a percent figure: 98 beside ≥90%. */
const LARGEST_PLAIN_RATE = 2;
/** Of two readings of a plain number beside a percentage, one this many times off is none. */
const FAR_OFF = 10;
/** Amounts this many times apart of which one prints no unit are most likely in two units (元 and 万元). */
const OTHER_UNIT = 1000;
const TEN_THOUSAND = 10_000;
/** The same of units a thousand apart (米 and 公里, 千克 and 吨). */
const OTHER_SIZE = 100;

/** Why two values cannot be compared: `unit` for different units, `percent` where 1 may be 1% or 100%, `scale` for 元 beside 万元. */
export type Incomparable = 'unit' | 'percent' | 'scale';

/** Brings both numbers to one unit. A number without a unit takes the other's, where that can be meant. */
export function comparable(
  { name, measure, target: goalCell, actual: doneCell }: Indicator,
  target: ReadNumber,
  actual: ReadNumber,
): Pair | Incomparable {
  const [goal, done] = [target.value, actual.value];
  const [goalFigure, doneFigure] = [plainFigure(goalCell, target), plainFigure(doneCell, actual)];
  if (measure && PER_MILLE_UNITS.has(squeeze(measure.text)))
    return perMille({ reading: target, figure: goalFigure }, { reading: actual, figure: doneFigure });
  if (isPrintedPerMille(goalCell, target) && doneFigure !== null) {
    const done = besidePerMille(doneFigure, goal);
    return done === null ? 'percent' : { goal, done };
  }
  if (isPrintedPerMille(doneCell, actual) && goalFigure !== null) {
    const goal = besidePerMille(goalFigure, done);
    return goal === null ? 'percent' : { goal, done };
  }
  if (
    target.percent !== actual.percent ||
    (target.percent && (goalFigure === null) !== (doneFigure === null))
  ) {
    const isGoal = goalFigure === null;
    const plain = isGoal ? doneFigure : goalFigure;
    if (plain === null) return 'unit';
    // 100 in a column of % is a percentage whatever the indicator is called.
    const named = isRateName(canonicalName(name)) || isPercentUnit(measure?.text ?? '');
    if (!isGoal && !named && mayBeShareOf(plain, done)) return 'percent';
    const share = asShare(plain, isGoal ? goal : done);
    if (share === null) return 'percent';
    const usual = isGoal ? done : goal;
    const taken =
      share.equals(usual) || target.percent !== actual.percent
        ? {}
        : {
            taken: {
              of: isGoal ? ('done' as const) : ('goal' as const),
              words: `${plainText(plain)}（按${percentText(share)}计）`,
            },
          };
    return { ...(isGoal ? { goal, done: share } : { goal: share, done }), ...taken };
  }
  if (!target.percent && isRateName(canonicalName(name)) && goalFigure && doneFigure) {
    // 95 and 0.96 of one rate: the first is a percent figure.
    const [larger, smaller] = goal.compare(done) > 0 ? [goal, done] : [done, goal];
    const mixed = larger.compare(LARGEST_PLAIN_RATE) > 0 && smaller.compare(LARGEST_PLAIN_RATE) <= 0;
    const share = larger.div(HUNDRED);
    if (mixed && !farApart(share, smaller, FAR_OFF) && farApart(larger, smaller, FAR_OFF)) {
      const isGoal = larger === goal;
      const words = `${plainText(smaller)}（按${percentText(smaller)}计）`;
      return {
        ...(isGoal ? { goal: share, done } : { goal, done: share }),
        taken: { of: isGoal ? 'done' : 'goal', words },
      };
    }
  }
  const printed = target.unit ?? measure?.text.trim() ?? null;
  const unit = printed && perYear(printed);
  const own = actual.unit && perYear(actual.unit);
  if (target.percent || unit === null || unit === '') return besideLarge(goal, done, own);
  if (own === null) return mayBeInAnother(unit, goal, done) ? 'scale' : { goal, done };
  if (unit === own) return { goal, done };
  const factor = factorOf(own, unit);
  return factor === null ? 'unit' : { goal, done: done.mul(factor) };
}

/** 200 beside 90% of an indicator that is no rate: most likely 90% of the two hundred; 100 beside 100% is all either way. */
function mayBeShareOf(plain: Exact, share: Exact): boolean {
  const all = share.compare(ONE) >= 0 && share.compare(plain.div(HUNDRED)) >= 0;
  return plain.compare(LARGEST_PLAIN_RATE) > 0 && !all;
}

/** 15000 beside 1.5万: a number without a unit, beside one that is printed in ten thousands. */
function besideLarge(goal: Exact, done: Exact, own: string | null): Pair | Incomparable {
  const printed = /^[万亿]/.exec(own ?? '')?.[0];
  if (printed === undefined) return { goal, done };
  const scaled = done.mul(printed === '万' ? TEN_THOUSAND : TEN_THOUSAND * TEN_THOUSAND);
  const [near, asItIs] = [scaled, done].map((one) => !farApart(goal, one, OTHER_UNIT));
  if (near && asItIs) return 'scale';
  return near ? { goal, done: scaled } : { goal, done };
}

/** Whether a number without a unit is so far off that it is most likely in another: 元 and 万元, 人 and 万人, 米 and 公里. */
function mayBeInAnother(unit: string, goal: Exact, done: Exact): boolean {
  const dimension = unitOf(unit)?.dimension ?? '';
  if (dimension === 'length' || dimension === 'weight') return farApart(goal, done, OTHER_SIZE);
  const scaled = dimension === 'area' || moneyFactor(unit) !== null || /^[万亿]/.test(unit);
  return scaled && farApart(goal, done, OTHER_UNIT);
}

function isPrintedPerMille(cell: NumberCell | null, reading: ReadNumber): boolean {
  return reading.percent && !!cell?.cell && cell.reading === reading && /[‰]|千分/.test(signsOf(cell.cell));
}

/** What a plain number beside 5‰ is: a share, a figure of a hundred or of a thousand; `null` where more than one can be meant. */
function besidePerMille(plain: Exact, share: Exact): Exact | null {
  if (plain.equals(ZERO)) return plain;
  const near = [plain, plain.div(HUNDRED), plain.div(1000)].filter(
    (one) => share.compare(ZERO) > 0 && !farApart(one, share, FAR_OFF),
  );
  return near.length === 1 ? (near[0] ?? null) : null;
}

type Printed = Readonly<{ reading: ReadNumber; figure: Exact | null }>;

/** Values in a column of ‰: plain numbers are figures of a thousand, 0.4% is 4. */
function perMille(target: Printed, actual: Printed): Pair | Incomparable {
  const [goal, done] = [target, actual].map(
    ({ reading, figure }) => figure ?? (reading.percent ? reading.value.mul(1000) : null),
  );
  if (!goal || !done) return 'unit';
  // 0.004 beside 5 may be 0.4% as well as 0.004‰.
  const bothPlain = target.figure !== null && actual.figure !== null;
  return bothPlain && farApart(goal, done, FAR_OFF) ? 'percent' : { goal, done };
}

/** The number as it is printed where that is without a percent sign and a unit; `null` for 98% and 98次. */
function plainFigure(cell: NumberCell | null, reading: ReadNumber): Exact | null {
  if (!reading.percent) return reading.unit === null ? reading.value : null;
  // A value that was supplied instead of the cell's stands in no cell.
  if (!cell?.cell || cell.reading !== reading || /[%％‰]|[百千]分/.test(signsOf(cell.cell))) return null;
  return reading.bareFigure === true ? reading.value.mul(HUNDRED) : reading.value;
}

/** Where a sign beside the number of a cell is written: in its text, or in the format that shows it. */
function signsOf({ value, format }: Cell): string {
  return typeof value === 'string' ? value : (format ?? '');
}

/** What leads from one unit to another of the same sort; 个 and 处 count different things. */
function factorOf(own: string, wanted: string): Exact | null {
  const [money, other] = [moneyFactor(own), moneyFactor(wanted)];
  if (money !== null && other !== null) return exact(money).div(exact(other));
  const [many, usual] = [plainUnit(own), plainUnit(wanted)];
  if (many.word === usual.word) return exact(many.factor).div(exact(usual.factor));
  const [from, to] = [unitOf(own), unitOf(wanted)];
  if (!from || !to || from.dimension === 'count') return null;
  return factorBetween(from, to);
}

/**
 * 0.98 beside 95% is a share, 98 a percent figure; 1 beside 1% is a figure too, because 100% would be far off. `null` where both
 * or neither can be meant.
 */
function asShare(plain: Exact, rate: Exact): Exact | null {
  const figure = plain.div(HUNDRED);
  if (plain.compare(LARGEST_PLAIN_RATE) > 0)
    return figure.compare(LARGEST_PLAIN_RATE) > 0 && farApart(figure, rate, FAR_OFF) ? null : figure;
  if (plain.compare(ZERO) <= 0 || rate.compare(ZERO) <= 0) return plain;
  const [near, nearFigure] = [plain, figure].map((one) => !farApart(one, rate, FAR_OFF));
  if (near === nearFigure) return null;
  return near ? plain : figure;
}

/** Whether one of two amounts is this many times the other and more. */
function farApart(a: Exact, b: Exact, times: number): boolean {
  if (a.compare(ZERO) <= 0 || b.compare(ZERO) <= 0) return false;
  return max(a.div(b), b.div(a)).compare(exact(times)) >= 0;
}
