import { ONE, ZERO } from '../scoring/number';
import type { NumberCell } from '../tables/table';
import type { CheckContext } from './check-context';
import { completionOf } from './completion';
import type { Term } from './formula-terms';
import { printedIn } from './quantity';
import type { RateCase } from './rates';
import { labelOf, numberIn } from './table-words';

/**
 * Rates of completion that a form prints beside target and actual value. Of what must not be exceeded offices divide either by
 * the other, and what is more than complete some print as 100%: neither is surely wrong.
 */
export function completionRates(context: CheckContext): readonly RateCase[] {
  return context.indicatorTables.flatMap((table) =>
    table.indicators.flatMap((indicator): readonly RateCase[] => {
      const { completion: printed, actual, target } = indicator;
      const done = completionOf(context, table, indicator);
      if (printed?.reading.kind !== 'number' || !actual || !target || !done) return [];
      if (done.sense === 'at-most' || done.goal.compare(ZERO) <= 0) return [];
      if (done.met && printed.reading.value.equals(ONE)) return [];
      const fraction = {
        numerator: { ...termOf(actual), value: done.actual },
        denominator: { ...termOf(target), value: done.goal },
      };
      return [{ name: `“${labelOf(indicator.name)}”完成率`, kind: 'rate', printed, fraction }];
    }),
  );
}

function termOf(cell: NumberCell): Term {
  const value = numberIn(cell);
  return { value, refs: [cell.ref], shown: value && printedIn(cell, value) };
}
