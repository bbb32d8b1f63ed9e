import { plainNumber } from '../snapshot/read-number';
import type { IndicatorHeader, LevelColumn, Span } from './indicator-header';
import { headerKey } from './indicator-words';
import { labelOf, numberAt, refOf, type Piece, type SheetView } from './sheet-view';
import type { IndicatorGroup, NumberCell } from './table';

const POINTS_IN_NAME = /[((【[]\s*(?:权重|分值)?[::]?\s*(\d+(?:\.\d+)?)\s*(?:分|%)?\s*[))】\]]/;

/** Name without the points in brackets: `投入(17分)` → `投入`. */
export function withoutPoints(name: string): string {
  return /[(（【[]/.test(name) ? name.replace(POINTS_BEHIND_NAME, '').trim() || name : name;
}

const POINTS_BEHIND_NAME = /[(（【[]\s*(?:权重|分值)?[:：]?\s*[\d.０-９．]+\s*(?:分|%|％)?\s*[)）】\]]/g;

/** Points in brackets in a name or header, as a number at that cell; `null` when there are none. */
export function pointsInName(view: SheetView, piece: Piece): NumberCell | null {
  const digits = POINTS_IN_NAME.exec(piece.text)?.[1];
  if (digits === undefined) return null;
  return { ref: refOf(view, piece), reading: plainNumber(digits), cell: piece.cell };
}

/** First filled piece in a span of columns on a row. */
export function pieceIn(view: SheetView, row: number, span: Span): Piece | undefined {
  for (let column = span.from; column <= span.to; column += 1) {
    const piece = view.at(row, column);
    if (piece) return piece;
  }
  return undefined;
}

/**
 * Collects the levels above the indicators row by row. A level cell that is merged, filled again or left blank under its
 * first row names the same group.
 */
export class GroupTracker {
  readonly groups: IndicatorGroup[] = [];
  /** Index of the open group at each level above the indicators, and the cell that named it last. */
  private readonly open: (number | undefined)[] = [];
  private readonly named: (Piece | undefined)[] = [];
  private readonly upper: readonly LevelColumn[];

  constructor(header: IndicatorHeader) {
    this.upper = header.levels.slice(0, -1);
  }

  /** Takes in the level cells of a row and returns the innermost open group. */
  enter(view: SheetView, row: number): number | null {
    for (const [depth, column] of this.upper.entries()) {
      const piece = pieceIn(view, row, column.span);
      if (!piece || piece.kind === 'dash' || piece === this.named[depth]) continue;
      const label = labelOf(view, piece);
      const name = withoutPoints(label.text);
      const current = this.open[depth];
      if (current === undefined || !sameGroup(this.groups[current], name)) {
        const points = groupPoints(view, piece, column, row);
        const parent = lastOf(this.open.slice(0, depth));
        this.groups.push({ name, ref: label.ref, level: column.level, points, parent });
        this.open.length = depth;
        this.named.length = depth;
        this.open[depth] = this.groups.length - 1;
      }
      this.named[depth] = piece;
    }
    return lastOf(this.open);
  }
}

/** Points of a group from its own column or, where that is empty, from brackets in its name. */
function groupPoints(view: SheetView, piece: Piece, column: LevelColumn, row: number): NumberCell | null {
  const inColumn = column.points && numberAt(view, row, pointsColumn(view, row, column.points));
  return inColumn && inColumn.reading.kind !== 'blank' ? inColumn : (pointsInName(view, piece) ?? inColumn);
}

const lastOf = (open: readonly (number | undefined)[]): number | null =>
  open.filter((group) => group !== undefined).at(-1) ?? null;

const sameGroup = (group: IndicatorGroup | undefined, name: string): boolean =>
  group !== undefined && (group.name === name || headerKey(group.name) === headerKey(name));

/** Column of a span that is filled on a row; its first column when none is. */
export function pointsColumn(view: SheetView, row: number, span: Span): number {
  return pieceIn(view, row, span)?.column ?? span.from;
}
