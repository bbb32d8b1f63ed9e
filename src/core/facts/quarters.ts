import { perReview } from '../remember';
import type { Exact } from '../scoring/number';
import { nameKey } from './concept';
import type { Fact, FactBook } from './fact';

/** A rate that the workbook does not print but that its facts give. */
export type DerivedFact = Readonly<{ name: string; value: Exact; numerator: Fact; denominator: Fact }>;

const QUARTER = /^第?([一二三四1-4])季度/;
const PROGRESS = /^第?([一二三四1-4])季度(?:末)?(?:部门|累计|财政|整体)*(?:预算)?(?:支出|执行|支付)?进度$/;
const RATE = /^第?([一二三四1-4])季度(?:末)?(?:部门|累计|整体)*(?:预算)?(?:执行|支出)率$/;
const NUMBERS = '一二三四';

const quarterNumber = (sign: string): number =>
  NUMBERS.includes(sign) ? NUMBERS.indexOf(sign) + 1 : Number(sign);

/** Cumulative spending and budget by quarter of one table. */
type Quarters = Readonly<{
  year: number | null;
  cumulative: ReadonlyMap<number, Fact>;
  budget: ReadonlyMap<number, Fact>;
}>;

/**
 * Spending progress or execution rate of a quarter, by the words that ask for it. Progress is cumulative spending over the
 * budget of the whole year; the execution rate is over the budget that the quarter's own line prints. `null` when the name
 * asks for neither, or when the tables do not settle it. Of tables of several years, the one of `year` counts.
 */
export function derivedQuarter(book: FactBook, name: string, year: number | null = null): DerivedFact | null {
  const key = nameKey(name);
  const progress = PROGRESS.exec(key)?.[1];
  const rate = RATE.exec(key)?.[1];
  const sign = progress ?? rate;
  if (sign === undefined) return null;
  const all = quarterTables(book);
  const ofYear = all.filter((quarters) => quarters.year === year);
  const tables = ofYear.length > 0 ? ofYear : all;
  const [table] = tables;
  if (!table || tables.length > 1) return null;
  const quarter = quarterNumber(sign);
  const numerator = table.cumulative.get(quarter);
  const denominator = progress === undefined ? table.budget.get(quarter) : yearlyBudget(table);
  if (!numerator || !denominator || denominator.value.equals(0)) return null;
  return { name, value: numerator.value.div(denominator.value), numerator, denominator };
}

/**
 * Budget of the year in a table by quarters: the last quarter's, whether every line prints the whole year or its share
 * (25%, 50%, 75%, 100%). Shares that do not grow leave it open.
 */
function yearlyBudget({ budget }: Quarters): Fact | null {
  const last = budget.get(4);
  if (!last) return null;
  const lines = [1, 2, 3, 4].flatMap((quarter) => budget.get(quarter) ?? []);
  const grows = lines.every(
    (fact, index) => index === 0 || (lines[index - 1]?.value.compare(fact.value) ?? 0) <= 0,
  );
  return grows ? last : null;
}

const quarterTables = perReview((book: FactBook): readonly Quarters[] => {
  const tables = new Map<
    number,
    { year: number | null; cumulative: Map<number, Fact>; budget: Map<number, Fact> }
  >();
  for (const fact of book.facts) {
    const sign = QUARTER.exec(nameKey(fact.label))?.[1];
    const side =
      fact.meaning === 'cumulative' ? 'cumulative' : /budget$/.test(fact.meaning) ? 'budget' : null;
    if (sign === undefined || side === null) continue;
    const table = tables.get(fact.table) ?? {
      year: fact.year,
      cumulative: new Map(),
      budget: new Map(),
    };
    tables.set(fact.table, table);
    table[side].set(quarterNumber(sign), fact);
  }
  return [...tables.values()].filter(({ cumulative }) => cumulative.size > 0);
});
