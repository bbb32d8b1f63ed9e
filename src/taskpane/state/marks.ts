import type { Review, Severity } from '../../core';
import type { Mark } from '../../hosts/ports';
import { cellKey } from './patched-snapshot';

const RANK: Readonly<Record<Severity, number>> = { error: 0, verify: 1, hint: 2 };

/** One mark a place: the most serious finding gives the look, all of them the text. Settled findings are not marked. */
export function marksOf(review: Review): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const { sheet, cell, severity, message } of review.findings) {
    const key = cellKey({ sheet, cell });
    const mark = marks.get(key);
    if (!mark) marks.set(key, { sheet, cell, severity, message });
    else {
      const worse = RANK[severity] < RANK[mark.severity] ? severity : mark.severity;
      marks.set(key, { ...mark, severity: worse, message: `${mark.message}\n${message}` });
    }
  }
  return [...marks.values()];
}
