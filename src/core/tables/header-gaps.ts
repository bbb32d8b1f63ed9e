import { readText } from '../snapshot/read-number';
import { pieceIn } from './indicator-groups';
import type { Span } from './indicator-header';
import { headerKey, indicatorColumn } from './indicator-words';
import { rawText, type Line, type Piece, type SheetView } from './sheet-view';

/** Lines below a header by which a column is judged. */
const SAMPLE = 12;
/** What earns or loses points is a rule. */
const RULE = /[得计扣减加]\D{0,6}\d|分|满|酌情/;
/** The aim of one indicator; left of the indicators, the same word is the aim of the whole project. */
const AIM = /^(?:年度|年初)?绩效(?:目标|标准)$/;

/** The column of 绩效目标 or 绩效标准 that stands behind the names of the indicators; `null` when there is none. */
export function aimBehind(lines: readonly Line[], names: number): Span | null {
  const found = lines
    .flatMap(({ pieces }) => pieces)
    .find(({ column, text }) => column > names && AIM.test(headerKey(text)));
  return found ? { from: found.column, to: found.right } : null;
}

/**
 * Whether a column of standards holds what is aimed at (绩效标准: ≥95%, 12期) and no rules: no cell speaks of points, and half
 * of them and more are numbers.
 */
export function holdsAims(view: SheetView, next: number, standard: Span): boolean {
  const texts = view.lines.slice(next, next + SAMPLE).flatMap(({ row }): string[] => {
    const piece = pieceIn(view, row, standard);
    return piece?.row === row ? [rawText(piece)] : [];
  });
  if (texts.some((text) => RULE.test(text))) return false;
  const numbers = texts.filter((text) => readText(text, { measured: true }).kind === 'number');
  return numbers.length > 0 && numbers.length * 2 >= texts.length;
}

/** A number that somebody typed over the word 得分: right behind the points, the only one among header words. */
export function typedOverScore({ pieces }: Line): Piece | null {
  const [number, another] = pieces.filter(({ kind }) => kind === 'number');
  if (!number || another) return null;
  const before = pieces[pieces.indexOf(number) - 1];
  const isPoints = before?.kind === 'text' && indicatorColumn(before.text)?.role === 'points';
  const scored = pieces.some(({ kind, text }) => kind === 'text' && SCORES.has(roleOf(text)));
  return isPoints && !scored ? number : null;
}

const SCORES: ReadonlySet<string | undefined> = new Set(['score', 'count', 'deducted']);
const roleOf = (text: string): string | undefined => indicatorColumn(text)?.role;
