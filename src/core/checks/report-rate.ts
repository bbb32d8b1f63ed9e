import { exact, HUNDRED, roundHalfUp, toNumber, type Exact } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import { formatShape } from '../snapshot/number-format';
import { keyOf, type CheckContext } from './check-context';
import type { HoldsWithout, Problem } from './define-check';
import type { Term } from './formula-terms';
import type { Fix, Related } from './finding';
import { rate, write } from './quantity';
import { recomputed, type RateCase } from './rates';
import { numberIn } from './table-words';
import { sameRate } from './tolerance';

/** Percent figures are shown with 2 decimals at least, so that a small rate is not shown as 0%. */
export const SHOWN_DECIMALS = 2;

/** Decimals with which a printed rate is corrected. */
export function correctedDecimals({ printed }: RateCase): number {
  const { reading } = printed;
  return Math.max(SHOWN_DECIMALS, reading.kind === 'number' ? reading.decimals : SHOWN_DECIMALS);
}

/** The cells that a rate is worked out from. */
export function operandsOf({ fraction }: RateCase): readonly Related[] {
  return [
    ...fraction.numerator.refs.map((ref) => ({ ...ref, role: '分子' })),
    ...fraction.denominator.refs.map((ref) => ({ ...ref, role: '分母' })),
  ];
}

/** A printed rate that is not the one its cells give, with what its check reports of it whatever its kind. */
type Misprint = Readonly<{
  found: RateCase;
  printed: Exact;
  value: Exact;
  decimals: number;
  problem: Pick<Problem, 'at' | 'left' | 'right' | 'related' | 'holdsWithout' | 'fix'>;
}>;

/** The rates among `cases` that are printed otherwise than recomputed, beyond half of their last digit. */
export function misprints(context: CheckContext, cases: readonly RateCase[]): readonly Misprint[] {
  return cases.flatMap((found): Misprint[] => {
    const printed = numberIn(found.printed);
    const value = recomputed(found);
    const { reading, ref } = found.printed;
    if (printed === null || value === null || reading.kind !== 'number') return [];
    const { decimals } = reading;
    if (sameRate(printed, value, decimals)) return [];
    const problem = {
      at: ref,
      left: rate(printed, decimals),
      right: rate(value, decimals),
      related: operandsOf(found),
      holdsWithout: holdsWithout(found),
      fix: rateFix(context, found, value, decimals),
    };
    return [{ found, printed, value, decimals, problem }];
  });
}

/** Puts the recomputed rate in the form the cell uses: a fraction, a percent figure, or text. A formula is left alone. */
export function rateFix(context: CheckContext, found: RateCase, value: Exact, decimals: number): Fix | null {
  const { ref, reading } = found.printed;
  const cell = context.cellAt(ref);
  if (!cell || cell.formula !== undefined || reading.kind !== 'number') return null;
  const rounded = roundHalfUp(value, decimals + 2);
  const isFraction =
    typeof cell.value === 'number' &&
    (formatShape(cell.format).kind === 'percent' || reading.value.equals(exact(cell.value)));
  const after =
    typeof cell.value === 'string'
      ? write(rate(rounded, decimals))
      : toNumber(isFraction ? rounded : rounded.mul(HUNDRED));
  return { kind: 'suggested', patches: [{ ...ref, before: contentOf(cell), after }] };
}

/** Whether a printed rate is right once a cell it is worked out from loses an error that sums show. */
export function holdsWithout(found: RateCase): HoldsWithout {
  const { numerator, denominator } = found.fraction;
  const { reading } = found.printed;
  const without = ({ value, refs, less = [], apart }: Term, cell: string, error: Exact): Exact | null => {
    if (!value || !refs.some((ref) => keyOf(ref) === cell)) return value;
    const right = less.some((ref) => keyOf(ref) === cell) ? value.add(error) : value.sub(error);
    return apart === true ? right.abs() : right;
  };
  return (cell, error) => {
    if (
      reading.kind !== 'number' ||
      ![...numerator.refs, ...denominator.refs].some((ref) => keyOf(ref) === cell)
    )
      return false;
    const [above, below] = [without(numerator, cell, error), without(denominator, cell, error)];
    return (
      above !== null &&
      below !== null &&
      !below.equals(0) &&
      sameRate(reading.value, above.div(below), reading.decimals)
    );
  };
}
