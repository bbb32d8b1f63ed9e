import { perReview } from '../remember';
import { exact, HUNDRED, type Exact } from '../scoring/number';
import type { IndicatorTable, Recognition, TextCell } from '../tables/table';
import type { CheckContext } from './check-context';
import { numberIn } from './table-words';
import { sameExactly } from './tolerance';

const MARK = /(?:满分|总分值|共计?)(?:为|是|：|:)?(\d+(?:\.\d+)?)分/;

/** Where the table or its sheet states a full mark (满分31分), that; a round total in the total line; else 100. */
export function fullMark(context: CheckContext, table: IndicatorTable, total: Exact): Exact {
  const stated = firstStated([table.title, ...table.sentences]) ?? statedOn(context.recognition, table.sheet);
  if (stated) return stated;
  const printed = numberIn(table.total?.points[0]);
  const round = printed !== null && printed.mod(10).equals(0) && sameExactly(printed, total);
  return round ? printed : HUNDRED;
}

const statedOn = (recognition: Recognition, sheet: string): Exact | null =>
  statedBySheet(recognition).get(sheet) ?? null;

/** Marks that the texts of each sheet state; thousands of tables on one sheet ask for the same. */
const statedBySheet = perReview(({ texts }: Recognition): ReadonlyMap<string, Exact> => {
  const stated = new Map<string, Exact>();
  for (const text of texts) {
    const mark = stated.has(text.ref.sheet) ? null : firstStated([text]);
    if (mark) stated.set(text.ref.sheet, mark);
  }
  return stated;
});

function firstStated(texts: readonly (TextCell | null)[]): Exact | null {
  for (const text of texts) {
    const digits = MARK.exec(text?.text.replace(/\s+/g, '') ?? '')?.[1];
    if (digits !== undefined) return exact(digits);
  }
  return null;
}
