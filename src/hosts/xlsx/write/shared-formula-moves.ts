import { rangeToA1, toA1 } from '../../../core/snapshot/address';
import { moveFormula } from '../read/shared-formula';
import { withPrefix, type Splice } from '../xml/splice';
import { escapeXml } from '../xml/xml-text';
import type { CellEdit } from './cell-edit';
import type { KnownCell, SheetSurvey } from './sheet-survey';

/** New text of formula elements, by the offset of their cell. */
export type MovedFormulas = ReadonlyMap<number, Splice & { cell: string }>;

/**
 * The first cell of a shared formula holds its text. When it is overwritten, the next cell takes over; where the cells
 * left do not begin with that one (they form no single line), each gets a formula of its own.
 */
export function moveSharedFormulas(survey: SheetSurvey, edits: readonly CellEdit[]): MovedFormulas {
  const gone = new Set(edits.filter(({ content }) => content !== undefined).map(toA1));
  const moved = new Map<number, Splice & { cell: string }>();
  for (const [number, cells] of survey.shared) {
    const first = cells.find(({ formula }) => formula?.text !== '');
    const text = first?.formula?.text;
    if (!first || text === undefined || !gone.has(toA1(first))) continue;
    const left = cells.filter((cell) => !gone.has(toA1(cell)) && cell.formula?.text === '');
    const [heir] = left;
    if (!heir) continue;
    const area = areaOf(left);
    const shares = area.top === heir.row && area.left === heir.column;
    const attributes = shares ? ` t="shared" ref="${rangeToA1(area)}" si="${number}"` : '';
    for (const { row, column, start, formula } of shares ? [heir] : left) {
      if (!formula) continue;
      const own = escapeXml(moveFormula(text, row - first.row, column - first.column));
      moved.set(start, {
        start: formula.start,
        end: formula.end,
        text: withPrefix(`<f${attributes}>${own}</f>`, survey.prefix),
        cell: toA1({ row, column }),
      });
    }
  }
  return moved;
}

function areaOf(cells: readonly KnownCell[]): { top: number; left: number; bottom: number; right: number } {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  return {
    // A shared formula may have tens of thousands of cells: too many arguments for one call of Math.min.
    top: rows.reduce((a, b) => Math.min(a, b)),
    left: columns.reduce((a, b) => Math.min(a, b)),
    bottom: rows.reduce((a, b) => Math.max(a, b)),
    right: columns.reduce((a, b) => Math.max(a, b)),
  };
}
