import type { Clause } from '../standards/clause';
import type { Alternative, Need, ScoreStatus } from './score';

/** An answer that was not used, and why. */
export type UnmatchedAnswer = Readonly<{ about: string; under?: string; reason: string }>;

/** The result of one standard: fields as in the machine interface. */
export type Scoring = Readonly<{
  indicator: string;
  points: number;
  status: ScoreStatus;
  score: number | null;
  range: readonly [number, number] | null;
  needs: readonly Need[];
  alternatives: readonly Alternative[];
  trace: readonly string[];
  formula: string | null;
  clauses: readonly Clause[];
  unparsed: readonly string[];
  unmatchedAnswers: readonly UnmatchedAnswer[];
}>;
