import { exact, HUNDRED, type Exact } from '../scoring/number';
import type { IndicatorTable } from '../tables/table';
import type { CheckContext } from './check-context';
import { numberIn } from './table-words';
import { sameExactly } from './tolerance';

/** Where the table or its sheet states a full mark (满分31分), that; a round total in the total line; else 100. */
export function fullMark(context: CheckContext, table: IndicatorTable, total: Exact): Exact {
  const texts = [table.title, ...table.sentences, ...context.recognition.texts].filter(
    (text) => text?.ref.sheet === table.sheet,
  );
  for (const text of texts) {
    const stated = /(?:满分|总分值|共计?)(?:为|是|：|:)?(\d+(?:\.\d+)?)分/.exec(
      text?.text.replace(/\s+/g, '') ?? '',
    )?.[1];
    if (stated !== undefined) return exact(stated);
  }
  const printed = numberIn(table.total?.points[0]);
  const round = printed !== null && printed.mod(10).equals(0) && sameExactly(printed, total);
  return round ? printed : HUNDRED;
}
