import type { Exact } from '../scoring/number';
import type { AmountEntry } from './amount-entries';
import { addUp } from './amount-sums';
import { keyOf } from './check-context';
import type { HoldsWithout } from './define-check';
import { exceedsAmount } from './tolerance';

/** Whether a part is larger than the amount it is a part of. */
export function isAbove(part: AmountEntry, whole: AmountEntry): boolean {
  return (
    part.value !== null &&
    whole.value !== null &&
    addUp([part, whole]) &&
    exceedsAmount(part.value, whole.value, [part, whole])
  );
}

/** Whether a part is no longer above its whole when one of them loses an error that sums show. */
export const holdsWithoutExcess =
  (part: AmountEntry, whole: AmountEntry): HoldsWithout =>
  (cell, error) => {
    const without = ({ cell: { ref }, value }: AmountEntry): Exact | null =>
      value && keyOf(ref) === cell ? value.sub(error) : value;
    const [own, limit] = [without(part), without(whole)];
    return own !== null && limit !== null && !exceedsAmount(own, limit, [part, whole]);
  };
