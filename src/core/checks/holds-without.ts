import type { Exact } from '../scoring/number';
import { keyOf } from './check-context';
import type { HoldsWithout } from './define-check';
import type { Place } from './tolerance';

/** An amount in 元 and the cells that give it. */
type Amount = Readonly<{ value: Exact; places: readonly Place[] }>;

/** Whether what a check compares holds once a cell that gives one of the amounts loses an error that sums show. */
export function amountsHold(
  left: Amount,
  right: Amount,
  holds: (left: Exact, right: Exact) => boolean,
): HoldsWithout {
  return (cell, error) => {
    const isThere = ({ places }: Amount): boolean => places.some(({ cell: { ref } }) => keyOf(ref) === cell);
    const without = (side: Amount): Exact => (isThere(side) ? side.value.sub(error) : side.value);
    return (isThere(left) || isThere(right)) && holds(without(left), without(right));
  };
}
