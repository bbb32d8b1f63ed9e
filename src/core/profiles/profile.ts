/** Local practice as data. Points and rules never stand here: they come from the text of each standard. */
export type Profile = Readonly<{
  /** Identifier used by `--profile`, for example `national`. */
  id: string;
  /** Name shown to the user, for example `国家`. */
  name: string;
  /** Lower bounds (inclusive) in percent of the full mark, best grade first; half-open intervals. */
  grades: readonly Readonly<{ grade: string; from: number }>[];
  /** Bands of a qualitative target in percent of its points: 达成, 部分达成, 未达成. */
  qualitativeBands: readonly Readonly<{ outcome: 'met' | 'partly' | 'missed'; low: number; high: number }>[];
  /** How a reverse target (≤) that is missed is scored: target ÷ actual, or 1 − excess ÷ target down to 0. */
  reverse: 'ratio' | 'linear-to-zero';
  /** How a part of a step (每超过1个百分点) counts. */
  perPoint: 'whole' | 'linear';
  /** Expected level-1 weights of a project form in percent. */
  weights: Readonly<{ execution: number; output: number; effect: number; satisfaction: number }>;
  /** A target exceeded by this ratio must be explained (1.3 for 130%). */
  overshoot: number;
  /** Thresholds of the checks, as fractions. */
  thresholds: Readonly<{
    executionFloor: number;
    exclusion: number;
    budgetDeviation: number;
    outcomeVersusExecution: number;
  }>;
  /** Rules and forms that the profile follows, one sentence each. */
  sources?: readonly string[];
}>;
