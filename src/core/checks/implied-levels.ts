import { sum, ZERO, type Exact } from '../scoring/number';

/** Lines of two levels without a sign of their level: which of them the total adds up, and what each of those adds up. */
export type Levels = Readonly<{ tops: readonly number[]; below: ReadonlyMap<number, readonly number[]> }>;

/** A total with its lines, as indices into `parts`; `null` for a line without a number. */
export type Column = Readonly<{ total: Exact; parts: readonly (Exact | null)[] }>;

/** More lines than this below one another are a list and no level. */
const MOST_BELOW = 60;

/**
 * A mistyped line puts its own sum and the one above it out; levels that need more than that are guesswork. A column with
 * zeros does not show where its zeros belong, and has to fit everywhere.
 */
const MOST_OUT = 2;
/** Each column that is tried is held against all: a table of thousands is not tried in every one. */
const MOST_TRIED = 12;

/**
 * The levels that the numbers show: a line that equals the lines behind it stands above them (人员经费, then 工资福利支出 and
 * 对个人和家庭的补助), and what is left at the top must be the total. Of what the first columns say, that which leaves the fewest
 * sums of all columns out. `null` where no column comes out, or none that the others bear out.
 */
export function impliedLevels(columns: readonly Column[]): Levels | null {
  const fitting = columns.slice(0, MOST_TRIED).flatMap((column) => {
    const levels = levelsIn(column);
    const most = column.parts.some((part) => part === null || part.equals(ZERO)) ? 0 : MOST_OUT;
    const out = levels ? sumsOut(levels, columns) : 0;
    return levels && out <= most ? [{ levels, out }] : [];
  });
  const [best] = fitting.sort((a, b) => a.out - b.out);
  return best?.levels ?? null;
}

/** Number of sums of all columns that do not come out by these levels. */
function sumsOut({ tops, below }: Levels, columns: readonly Column[]): number {
  return columns.reduce((out, { total, parts }) => {
    const valueOf = (part: number): Exact => parts[part] ?? ZERO;
    const comesOut = (whole: Exact, lines: readonly number[]): boolean =>
      sum(lines.map(valueOf)).equals(whole);
    const sums = [
      comesOut(total, tops),
      ...[...below].map(([head, lines]) => comesOut(valueOf(head), lines)),
    ];
    return out + sums.filter((holds) => !holds).length;
  }, 0);
}

function levelsIn({ total, parts }: Column): Levels | null {
  const values = parts.map((part) => part ?? ZERO);
  if (values.some((value) => value.compare(ZERO) < 0)) return null;
  // From the last line up, so that a line of the first level steps over the third to those of the second.
  const ends: number[] = [];
  const below = new Map<number, readonly number[]>();
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const lines = linesBelow(values, at, ends);
    ends[at] = ends[lines.at(-1) ?? -1] ?? at + 1;
    if (lines.length > 0) below.set(at, lines);
  }
  const tops: number[] = [];
  for (let at = 0; at < values.length; at = ends[at] ?? values.length) tops.push(at);
  const adds = sum(tops.map((top) => values[top] ?? ZERO)).equals(total);
  return below.size > 0 && adds ? { tops, below } : null;
}

/** The lines behind one, each with those below it left out, that add up to it; none where they do not. */
function linesBelow(values: readonly Exact[], at: number, ends: readonly number[]): readonly number[] {
  let left = values[at] ?? ZERO;
  const lines: number[] = [];
  for (let next = at + 1; left.compare(ZERO) > 0 && lines.length < MOST_BELOW; next = ends[next] ?? 0) {
    if (next >= values.length) return [];
    lines.push(next);
    left = left.sub(values[next] ?? ZERO);
  }
  return left.equals(ZERO) ? lines : [];
}
