import { perText } from '../remember';
import type { Line, Piece } from './sheet-view';

/** Words that stand before the numbers of the columns. */
const LABEL = /^(?:栏次|栏号|栏目号|列次|列号|行次)$/;
/** What a column is called by: its number, also in brackets or a circle, a stem (甲, 乙), or how it is worked out (3=1+2). */
const NUMBER = /^(?:[((]?\d{1,2}[))]?栏?|[①-⑳]|[甲乙丙丁戊己庚辛]|\d{1,2}=[\d+\-*/×÷()%]+|[—\-/])$/;
const STEM = /^[甲乙丙丁戊己庚辛]$/;
/** Fewer numbers without a word before them could be amounts. */
const FEWEST = 3;

/**
 * Whether a line numbers the columns of the table around it (`栏次 | 1 | 2`, or `甲 | 乙 | 1 | 2 | 3` right under a header), as
 * the forms of final accounts print. Its numbers are no amounts.
 */
export function isColumnNumbers({ pieces }: Line, above: Line | undefined): boolean {
  if (pieces.length < 2 || !pieces.every(callsColumn)) return false;
  if (pieces.some(({ text }) => LABEL.test(text))) return true;
  const numbers = pieces.filter(({ text }) => !STEM.test(text));
  const counts = numbers.every((piece, index) => plainNumber(piece) === index + 1);
  return counts && numbers.length >= FEWEST && above?.words === true && above.pieces.length > 1;
}

const callsColumn = ({ cell: { value }, text, kind }: Piece): boolean =>
  kind === 'number' && typeof value === 'number' ? isCount(value) : isCall(text);

const isCall = perText((text): boolean => LABEL.test(text) || NUMBER.test(text));

const isCount = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 100;

const plainNumber = ({ cell: { value }, text }: Piece): number =>
  typeof value === 'number' ? value : Number(text.replace(/[()栏]/g, ''));
