import { canonicalName } from '../standards/names';
import type { CheckContext } from './check-context';
import { fractionOf } from './formula-terms';
import type { RateCase } from './rates';
import { labelOf, subjectOf } from './table-words';

/**
 * Rates that a score table prints as the actual value of an indicator (完成值 95% for 预算执行率), with the fraction that the
 * table's own definition of that rate names. `definitions` are formulas by the rate's name.
 */
export function indicatorRates(
  context: CheckContext,
  definitions: ReadonlyMap<string, string>,
): readonly RateCase[] {
  return context.indicatorTables.flatMap((table) =>
    table.indicators.flatMap(({ name, actual }): readonly RateCase[] => {
      const formula = definitions.get(canonicalName(labelOf(name)));
      if (actual?.reading.kind !== 'number' || !actual.reading.percent || formula === undefined) return [];
      const fraction = fractionOf(formula, context.facts, { name, year: table.year });
      return fraction
        ? [{ name: labelOf(name), kind: 'rate', printed: actual, fraction, subject: subjectOf(table) }]
        : [];
    }),
  );
}
