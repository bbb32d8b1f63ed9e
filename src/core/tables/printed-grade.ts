import { perText } from '../remember';
import { labelOf, type Line, type Piece, type SheetView } from './sheet-view';
import type { TextCell } from './table';

const WORD = '优秀|优|良好|良|中等|中|一般|合格|不合格|较差|差';
const GRADE = new RegExp(`^["“(]?(${WORD})["”)]?$`);
const KINDS = '(?:单位|项目|部门|整体|绩效|自评|自我评价|评价|综合|评定|总体|结果|最终|考核|年度)*';
const NOUN = '(?:等级|等次|档次|级别|评级)(?:评定)?';
const LABEL = new RegExp(`^${KINDS}(?:${NOUN}|结论)(?:\\([^)]*\\))?[::]?$`);
/** Label and grade in one cell, also behind the score: `自评得分：96分，评价等级：优`. */
const INSIDE = new RegExp(`(?:^|[,;。:、)分])${KINDS}${NOUN}(?:为|是)?[::]?["“]?(${WORD})(?=$|["”(,;。])`);
const BOXES = new RegExp(`(?:^|[,;。:、)分])${KINDS}${NOUN}(?:\\([^)]*\\))?[::]?(?=.*[□○☐])(.+)$`);
/** A box that is ticked, and one that is not. */
const TICKED = '[√✓✔☑■●]';
const OPEN = '[□○☐]';

/** Longer texts are rules or sentences: what grades there are, not which one was given. */
const LONGEST = 40;

/**
 * Grade printed in the total line or in a field of its own beside, above or below the table. A word that could be anything
 * (中, 差) counts only behind a word for grades or in the total line itself.
 */
export function printedGrade(
  view: SheetView,
  totalLine: Line | null,
  lines: readonly Line[],
): TextCell | null {
  for (const line of totalLine ? [totalLine, ...lines] : lines) {
    for (const [index, piece] of line.pieces.entries()) {
      if (piece.kind !== 'text') continue;
      const inside = gradeInside(piece.text);
      if (inside !== null) return { text: inside, ref: view.ref(piece.row, piece.column) };
      const own = GRADE.exec(piece.text)?.[1] ?? ticked(piece.text);
      if (own === null) continue;
      const labelled = isLabel(line.pieces[index - 1]);
      if (labelled || (line === totalLine && index > 0)) return { text: own, ref: labelOf(view, piece).ref };
    }
  }
  return null;
}

const isLabel = (piece: Piece | undefined): boolean => piece !== undefined && LABEL.test(piece.text);

const gradeInside = (text: string): string | null => (text.length > LONGEST ? null : insideOf(text));

const insideOf = perText((text): string | null => {
  if (!/[等档级评]/.test(text)) return null;
  const boxed = asBoxes(text);
  const list = BOXES.exec(boxed)?.[1];
  return list === undefined ? (INSIDE.exec(text)?.[1] ?? null) : ticked(list);
});

/** Brackets to be ticked, as boxes: `优（√）良（ ）`. */
const asBoxes = (text: string): string =>
  text.includes('(') ? text.replace(/\([√✓✔]\)/g, '☑').replaceAll('()', '□') : text;

/** The one grade of a list of boxes that is ticked: `优√ 良□ 中□ 差□` or `☑优 □良`; `null` when none or several are. */
function ticked(text: string): string | null {
  if (text.length > LONGEST) return null;
  const list = asBoxes(text);
  if (!/[□○☐]/.test(list)) return null;
  const before = new RegExp(`^(?:${TICKED}|${OPEN})`).test(list);
  const pattern = before ? `${TICKED}(${WORD})` : `(${WORD})(?:\\([^)]*\\))?${TICKED}`;
  const found = [...list.matchAll(new RegExp(pattern, 'g'))];
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}
