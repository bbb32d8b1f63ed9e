import type { Clause } from '../standards/clause';
import type { OperandCandidate } from './operand';

export type ScoringStatus = 'scored' | 'range' | 'needs-input' | 'manual';
export type NeedKind = 'quantity' | 'count' | 'tick' | 'choice' | 'condition';

/** Something that must be supplied, in the standard's own words. */
export type Need = Readonly<{
  /** The quantity's name, or the shortest words that name the clause in an answer. */
  name: string;
  kind: NeedKind;
  /** The part of the standard that asks. */
  about: string;
  /** Heading of the section, where the same words stand in more than one. */
  under?: string;
  /** The texts to choose from, for `choice`. */
  options?: readonly string[];
  /** The places that could be meant, where a name is ambiguous. */
  candidates?: readonly OperandCandidate[];
}>;

/** Another defensible reading of the same text with the same inputs. */
export type Alternative = Readonly<{ reading: string; score: number }>;

/** An answer that was not used, and why. */
export type UnmatchedAnswer = Readonly<{ about: string; under?: string; reason: string }>;

/** The result of one standard: fields as in the machine interface. */
export type Scoring = Readonly<{
  indicator: string;
  points: number;
  status: ScoringStatus;
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
