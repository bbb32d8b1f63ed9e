import { perText } from '../remember';
import { plainNumber } from '../snapshot/read-number';
import type { IndicatorHeader, LevelColumn, Span } from './indicator-header';
import { headerKey } from './indicator-words';
import { labelOf, numberAt, refOf, type Piece, type SheetView } from './sheet-view';
import type { IndicatorGroup, NumberCell } from './table';
import { asPoints } from './weights';

/**
 * Points in a name: `投入(17分)`, `权重：15%`, `产出指标40分`. A bare number in brackets is more often a numbering, and a bare
 * percentage a target.
 */
const POINTS_IN_NAME =
  /[((【[](?:权重|分值|满分)?[::为]?(\d+(?:\.\d+)?)分[))】\]]|(?:权重|分值)[::为]?(\d+(?:\.\d+)?)[%分]?[))】\]]?$|[^\d.](\d+(?:\.\d+)?)分$/;
const POINTS_BEHIND_NAME =
  /\s*[((（【[]\s*(?:权重|分值|满分)\s*[:：为]?\s*[\d.０-９．]+\s*[%％分]?\s*[)）】\]]|\s*[((（【[]\s*[\d.０-９．]+\s*分\s*[)）】\]]|\s*(?:权重|分值)[:：为]?\s*[\d.０-９．]+[%％分]?$|(?<=[^\d.０-９．])\s*[\d.０-９．]+分$/g;

/** Name without the points in it: `投入(17分)` → `投入`. */
export const withoutPoints = perText((name): string =>
  /[\d０-９]/.test(name) ? name.replace(POINTS_BEHIND_NAME, '').trim() || name : name,
);

const pointsDigits = perText((text): string | null => {
  const match = POINTS_IN_NAME.exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
});

/** Whether a name prints its points: `投入(17分)`. */
export const saysPoints = (text: string): boolean => pointsDigits(text) !== null;

/** Points in brackets in a name or header, as a number at that cell; `null` when there are none. */
export function pointsInName(view: SheetView, piece: Piece): NumberCell | null {
  const digits = pointsDigits(piece.text);
  if (digits === null) return null;
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

  private readonly indicators: Span;
  /** Group of the last line that stretches across the table, which holds for all lines below it. */
  private band: number | null = null;

  constructor(header: IndicatorHeader) {
    this.upper = header.levels.slice(0, -1);
    this.indicators = (header.levels.at(-1) ?? header.levels[0]).span;
  }

  /** Takes in a line that stretches across the table and names a group. */
  enterBand(view: SheetView, piece: Piece): void {
    const label = labelOf(view, piece);
    this.groups.push({
      name: withoutPoints(label.text),
      ref: label.ref,
      level: 1,
      points: pointsInName(view, piece),
      parent: null,
    });
    this.band = this.groups.length - 1;
    this.open.length = 0;
    this.named.length = 0;
  }

  /** Takes in the level cells of a row and returns the innermost open group. */
  enter(view: SheetView, row: number): number | null {
    for (const [depth, column] of this.upper.entries()) {
      const piece = pieceIn(view, row, column.span);
      if (!piece || piece.kind === 'dash' || piece === this.named[depth]) continue;
      // A cell merged across into the column of the indicators names the indicator itself.
      if (piece.right >= this.indicators.from) {
        this.open.length = depth;
        this.named.length = depth;
        break;
      }
      const label = labelOf(view, piece);
      const name = withoutPoints(label.text);
      const current = this.open[depth];
      if (current === undefined || !sameGroup(this.groups[current], name)) {
        const points = groupPoints(view, piece, column, row);
        const parent = lastOf(this.open.slice(0, depth)) ?? this.band;
        this.groups.push({ name, ref: label.ref, level: column.level, points, parent });
        this.open.length = depth;
        this.named.length = depth;
        this.open[depth] = this.groups.length - 1;
      }
      this.named[depth] = piece;
    }
    return lastOf(this.open) ?? this.band;
  }
}

/** Points of a group from its own column or, where that is empty, from brackets in its name. */
function groupPoints(view: SheetView, piece: Piece, column: LevelColumn, row: number): NumberCell | null {
  const inColumn = column.points && asPoints(numberAt(view, row, pointsColumn(view, row, column.points)));
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
