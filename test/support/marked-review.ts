import {
  NATIONAL,
  parseRange,
  review,
  toA1,
  type Cell,
  type Finding,
  type Review,
  type Snapshot,
} from '../../src/core';

/** A cell that remembers where it stood before any change. */
type Origin = Cell & Readonly<{ origin?: string }>;

/** The workbook as values: every cell remembers its place, and no formula names a cell that a change will move. */
export const remembered = (book: Snapshot): Snapshot => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(({ formula: _, ...cell }): Origin => ({
      ...cell,
      origin: `${sheet.name}!${toA1(cell)}`,
    })),
  })),
});

/** Where the cells of a changed workbook stood; '' for a cell that is blank. */
function originsOf({ sheets }: Snapshot): (place: Readonly<{ sheet: string; cell: string }>) => string {
  const origins = new Map(
    sheets.flatMap(({ name, cells }) =>
      (cells as readonly Origin[]).map((cell) => [`${name}!${toA1(cell)}`, cell.origin ?? ''] as const),
    ),
  );
  return ({ sheet, cell }) => {
    const range = parseRange(cell);
    if (!range) return '';
    const ends = [
      { row: range.top, column: range.left },
      { row: range.bottom, column: range.right },
    ];
    return ends.map((end) => origins.get(`${sheet}!${toA1(end)}`) ?? '').join(':');
  };
}

/** What a review says of the scores and finds wrong, by the places where the cells stood before the change. */
export type MarkedReview = Readonly<{ scores: readonly string[]; findings: readonly string[] }>;

/** The review of a changed workbook; `quantities` leaves the numbers of findings out where the change rewrites them, `places` where they stand. */
export function markedReview(book: Snapshot, { quantities = true, places = true } = {}): MarkedReview {
  const result = review(book, NATIONAL, {});
  const origin = originsOf(book);
  return {
    scores: result.scores.map((score) => scoreLine(score, origin(score))).sort(),
    findings: result.findings
      .map((finding) => findingLine(finding, places ? origin(finding) : '', quantities))
      .sort(),
  };
}

type Score = Review['scores'][number];

const scoreLine = (score: Score, at: string): string =>
  JSON.stringify([
    at,
    score.indicator,
    score.project,
    score.points,
    score.reported,
    score.status,
    score.score,
    score.range,
    score.needs.map(({ name, kind }) => `${kind} ${name}`),
    score.alternatives.map((other) => other.score),
  ]);

const findingLine = (
  { id, severity, left, right, difference }: Finding,
  at: string,
  quantities: boolean,
): string => JSON.stringify([id, severity, at, ...(quantities ? [left, right, difference] : [])]);
