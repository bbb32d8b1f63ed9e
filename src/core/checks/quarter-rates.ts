import { sum, type Exact } from '../scoring/number';
import { entryAt, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import type { Term } from './formula-terms';
import { printedIn } from './quantity';
import { quarterTables, type Quarter, type QuarterTable } from './quarters';
import type { RateCase } from './rates';
import { numberIn } from './table-words';
import { sameRate } from './tolerance';

/** One row that fits proves nothing. */
const FEWEST_FITTING = 2;

/** The execution rates of the tables of quarters. */
export function quarterRates(context: CheckContext): readonly RateCase[] {
  return quarterTables(context).flatMap((table) => ratesIn(context, table));
}

/**
 * What the rates of a table divide. Cumulative spending by the budget of the same line is the rule, and a table that prints
 * nothing else is held to it. Where the spending of the quarter alone is printed, the lines themselves show which one is
 * divided; where they fit nothing, nothing is said.
 */
function ratesIn(context: CheckContext, table: QuarterTable): readonly RateCase[] {
  const lines = [...table.quarters, ...(table.whole ? [table.whole] : [])];
  const casesBy = (spentIn: (quarter: Quarter) => Term | null): readonly RateCase[] =>
    lines.flatMap((quarter) => caseOf(context, table, quarter, spentIn(quarter)));
  const term = (cell: Quarter['spent']): Term | null => cell && termOf(cell, entryAt(context, cell.ref));
  const asPrinted = casesBy(({ spent }) => term(spent));
  const isPlain = table.spending === 'cumulative' && table.quarters.every(({ alone }) => alone === null);
  if (isPlain) return asPrinted;
  const others =
    table.spending === 'cumulative'
      ? casesBy(({ alone }) => term(alone))
      : casesBy((quarter) =>
          quarter === table.whole ? term(quarter.spent) : untilThen(table, quarter, term),
        );
  const [best] = [asPrinted, others].sort((a, b) => fitting(b) - fitting(a));
  return best && fitting(best) >= FEWEST_FITTING && fitting(best) * 2 > best.length ? best : [];
}

/** Single quarters added up to the one that a line is about. */
function untilThen(
  { quarters }: QuarterTable,
  { number }: Quarter,
  term: (cell: Quarter['spent']) => Term | null,
): Term | null {
  const terms = quarters.flatMap((quarter) => (quarter.number <= number ? (term(quarter.spent) ?? []) : []));
  const values = terms.flatMap(({ value }) => value ?? []);
  if (values.length < number) return null;
  return { value: sum(values), refs: terms.flatMap(({ refs }) => refs), shown: null };
}

function caseOf(
  context: CheckContext,
  { whole }: QuarterTable,
  quarter: Quarter,
  numerator: Term | null,
): readonly RateCase[] {
  const { number, budget, rate } = quarter;
  if (!budget || !numerator || !rate) return [];
  const name = quarter === whole ? '全年执行率' : `第${number}季度执行率`;
  const fraction = { numerator, denominator: termOf(budget, entryAt(context, budget.ref)) };
  return [{ name, kind: 'rate', printed: rate, fraction }];
}

function termOf(cell: NonNullable<Quarter['spent']>, entry: AmountEntry | null): Term {
  const printed = numberIn(cell);
  const shown = printed && { ...printedIn(cell, printed), unit: entry?.unit ?? '' };
  return { value: entry?.value ?? null, refs: [cell.ref], shown };
}

const fitting = (cases: readonly RateCase[]): number => cases.filter(fits).length;

function fits({ printed, fraction: { numerator, denominator } }: RateCase): boolean {
  const rate = numberIn(printed);
  const [above, below]: readonly (Exact | null)[] = [numerator.value, denominator.value];
  if (rate === null || !above || !below || below.equals(0) || printed.reading.kind !== 'number') return false;
  return sameRate(rate, above.div(below), printed.reading.decimals);
}
