import { isTotalWord } from './indicator-words';
import { numberOf, type Line, type SheetView } from './sheet-view';
import type { IndicatorTotal } from './table';

/**
 * Total that a form prints in a field above its indicators (`自评总分 | 95`), for a table without a line of its own for it.
 * A word that is a header, too (得分) names no field.
 */
export function printedTotal(view: SheetView, above: readonly Line[]): IndicatorTotal | null {
  for (const { pieces } of [...above].reverse()) {
    for (const [index, piece] of pieces.entries()) {
      const value = pieces[index + 1];
      if (piece.kind !== 'text' || value?.kind !== 'number' || !namesScore(piece.text)) continue;
      const score = numberOf(view, value);
      return { ref: score.ref, points: [], score };
    }
  }
  return null;
}

/** 合计 and 总计 above a table add up anything; 自评得分 beside a number heads no column. */
const namesScore = (text: string): boolean =>
  (/分/.test(text) && isTotalWord(text)) ||
  /^(?:项目|部门|单位)?自评(?:得分|分数?)(?:\(分\))?[::]?$/.test(text);
