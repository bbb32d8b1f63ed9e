import { isIndicatorTable, type AmountTable, type Recognition } from '../tables/table';

/** Year a number belongs to, seen from the report: this year, the year before, or another one by number. */
export type RelativeYear = 'this' | 'prior' | number;

/** Year of the report: that of its score tables, else the latest any table names; `null` when none does. */
export function reportYear({ tables }: Recognition): number | null {
  const scored = tables.filter(isIndicatorTable).flatMap(({ year }) => year ?? []);
  if (scored.length > 0) return Math.max(...scored);
  const named = tables.flatMap((table) =>
    [table.year, ...(isIndicatorTable(table) ? [] : columnYears(table))].filter((year) => year !== null),
  );
  return named.length > 0 ? Math.max(...named) : null;
}

const columnYears = (table: AmountTable): (number | null)[] => table.columns.map(({ year }) => year);

/** A year as the report sees it. */
export function relativeYear(year: number | 'prior' | null, report: number | null): RelativeYear {
  if (year === 'prior') return 'prior';
  if (year === null || report === null || year === report) return 'this';
  return year === report - 1 ? 'prior' : year;
}
