import type { Given } from '../answers';
import type { Profile } from '../profiles/profile';
import type { ReadNumber } from '../snapshot/number-reading';
import type { Indicator, IndicatorTable, NumberCell } from '../tables/table';
import { roundHalfUp, toNumber, type Exact } from './number';
import type { Alternative, Need, Score, UsedOperand } from './score';

/** Everything a score by target and actual value is made from. */
export type TargetCase = Readonly<{
  indicator: Indicator;
  table: IndicatorTable;
  profile: Profile;
  given: Given;
  points: Exact;
}>;

/** What was found about a line; the rest of its score follows from the line itself. */
export type Outcome = Readonly<{
  status: Score['status'];
  score?: Exact;
  range?: readonly [Exact, Exact];
  needs?: readonly Need[];
  alternatives?: readonly Alternative[];
  trace: readonly string[];
  formula?: string | null;
  operands?: readonly UsedOperand[];
}>;

/** Decimals a score is rounded to. */
const SCORE_DECIMALS = 2;

/** Rounds a score half up, as every form prints it. */
export const asScore = (value: Exact): Exact => (value.d === 1n ? value : roundHalfUp(value, SCORE_DECIMALS));

/** The line a score is for. */
export type ScoredLine = Readonly<{
  indicator: string;
  project: string | null;
  score: NumberCell;
  points: NumberCell | null;
}>;

/** A score in the form that leaves the program. */
export function scoreOf({ indicator, project, score, points }: ScoredLine, outcome: Outcome): Score {
  const { range } = outcome;
  return {
    indicator,
    project,
    sheet: score.ref.sheet,
    cell: score.ref.cell,
    points: plain(points),
    reported: plain(score),
    status: outcome.status,
    score: outcome.score ? toNumber(asScore(outcome.score)) : null,
    range: range ? [toNumber(asScore(range[0])), toNumber(asScore(range[1]))] : null,
    needs: outcome.needs ?? [],
    alternatives: distinct(outcome.alternatives ?? [], outcome.score),
    trace: outcome.trace,
    formula: outcome.formula ?? null,
    operands: outcome.operands ?? [],
    standard: null,
    clauses: [],
    unparsed: [],
  };
}

const plain = (cell: NumberCell | null): number | null =>
  cell?.reading.kind === 'number' ? toNumber(cell.reading.value) : null;

/** Readings that give another score than the one given. */
function distinct(alternatives: readonly Alternative[], score: Exact | undefined): readonly Alternative[] {
  const own = score && toNumber(asScore(score));
  return alternatives.filter((one) => one.score !== own);
}

/** A reading with its score. */
export const reading = (text: string, score: Exact): Alternative => ({
  reading: text,
  score: toNumber(asScore(score)),
});

/** A number as a person writes it: as a percentage where it is one, with its unit. */
export function inWords({
  value,
  percent,
  decimals,
  unit,
}: Pick<ReadNumber, 'value' | 'percent' | 'decimals' | 'unit'>): string {
  return percent ? percentText(value, decimals) : `${plainText(value)}${unit ?? ''}`;
}

/** A rate in percent, with at least the decimals given and two at most where it does not come out even. */
export function percentText(value: Exact, decimals = 0): string {
  const figure = value.mul(100);
  if (figure.d === 1n && decimals === 0) return `${toNumber(figure)}%`;
  const rounded = roundHalfUp(figure, Math.max(decimals, 2));
  return `${trimmed(rounded, decimals)}%`;
}

/** A number without needless zeros, at most six decimals. */
export const plainText = (value: Exact): string =>
  value.d === 1n ? String(toNumber(value)) : trimmed(roundHalfUp(value, 6), 0);

function trimmed(value: Exact, least: number): string {
  const text = String(toNumber(value));
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return decimals < least ? toNumber(value).toFixed(least) : text;
}

/** Address of a cell that holds a plain number a formula can use; `null` for text and for 98 that means 98%. */
export function liveCell(cell: NumberCell | null): string | null {
  if (cell?.reading.kind !== 'number' || typeof cell.cell?.value !== 'number') return null;
  if (cell.reading.bareFigure === true) return null;
  return cell.ref.cell;
}

/** Points in a formula: their cell where it holds a plain number, else the number. */
export const livePoints = (cell: NumberCell | null, points: Exact): string =>
  liveCell(cell) ?? plainText(points);
