import { roundHalfUp, type Exact } from '../scoring/number';
import { amount, type Quantity } from './quantity';
import { grainInUnit, grainOf, type Grain, type Place } from './tolerance';

/** A place with the unit that is printed for it; `null` when none is known. */
export type PrintedPlace = Place & Readonly<{ unit: string | null }>;

/** How the amounts of one comparison are written; all take amounts in 元. */
export type Shown = Readonly<{
  grain: Grain;
  /**
   * An amount of these places (all of them where none are given): in the unit of the place the finding points at, without
   * its name; where the places print different units, in their own, with its name.
   */
  show: (value: Exact, own?: readonly PrintedPlace[]) => Quantity;
  /** The number that is printed where the finding points, to look for slips of the hand in it. */
  typed: (value: Exact) => Exact;
}>;

/** The same for a comparison with a sentence: units are always named, and no digit is left out. */
export function shownInWords(at: PrintedPlace, other: PrintedPlace): Shown {
  const shown = shownAmounts(at, [other]);
  if (shown.grain.mixed) return shown;
  const decimals = Math.max(...[at, other].map((place) => grainInUnit([place], false).decimals));
  return { ...shown, show: (value) => amount(value.div(at.scale), decimals, at.unit ?? other.unit ?? '') };
}

/** Settles how amounts are written that are compared with the one at `at`. */
export function shownAmounts(at: PrintedPlace, others: readonly PrintedPlace[]): Shown {
  const all = [at, ...others];
  const grain = grainOf(all);
  if (!grain.mixed) {
    return {
      grain,
      show: (value) => amount(value.div(at.scale), grain.decimals),
      typed: (value) => value.div(at.scale),
    };
  }
  return {
    grain,
    show: (value, own = all) => {
      const [first = at] = own;
      const place = own.every(({ scale }) => scale.equals(first.scale)) ? first : at;
      const { decimals } = grainInUnit(place === first ? own : [at], true);
      const shown = amount(value.div(at.scale), decimals, place.unit ?? '');
      return place.scale.equals(at.scale) ? shown : { ...shown, factor: at.scale.div(place.scale) };
    },
    // Digits that the coarser place does not print cannot have been mistyped there.
    typed: (value) => roundHalfUp(value.div(grain.scale), grain.decimals),
  };
}
