import { perReview } from '../remember';
import type { CellRef } from '../snapshot/address';
import { isIndicatorTable } from '../tables/table';
import type { CheckContext } from './check-context';

/** A place that names a year. */
export type Place = Readonly<{ at: CellRef; other: number }>;

/** A title has one line; longer text is prose, where other years are quoted for good reasons. */
export const LONGEST_TITLE = 45;

/** Years that short texts of sheets without tables state: covers. */
export const coversOf = perReview((context: CheckContext): readonly Place[] => {
  const sheets = new Set(context.recognition.tables.map((table) => table.sheet));
  return context.recognition.texts.flatMap(({ text, ref }) => {
    const match =
      !sheets.has(ref.sheet) && text.length <= LONGEST_TITLE && !text.includes('。')
        ? /^[^〔《]*?(20\d{2})\s*年度/.exec(text)
        : null;
    return match ? [{ at: ref, other: Number(match[1]) }] : [];
  });
});

/** The year that most covers and titles of a department's tables carry; the cover's own where they are even. */
export const yearOfReport = perReview((context: CheckContext): number | null => {
  const covers = coversOf(context).map(({ other }) => other);
  const titles = context.recognition.tables.flatMap((table) =>
    table.year === null || isProject(table) ? [] : [table.year],
  );
  const votes = new Map<number, number>();
  for (const year of [...covers, ...titles]) votes.set(year, (votes.get(year) ?? 0) + 1);
  const ranked = [...votes].sort(
    (a, b) => b[1] - a[1] || Number(covers.includes(b[0])) - Number(covers.includes(a[0])) || b[0] - a[0],
  );
  return ranked[0]?.[0] ?? null;
});

function isProject(table: CheckContext['recognition']['tables'][number]): boolean {
  return isIndicatorTable(table) && table.kind !== 'department-indicators';
}
