/** Answer to something a standard asks: the clause is named by any part of its own text. */
export type Answer = Readonly<{
  about: string;
  /** Section the words stand in, where they stand more than once. */
  under?: string;
  /** How often something happened. */
  count?: number;
  /** Whether a checklist item is met. */
  met?: boolean;
  /** Whether a condition that overrides has happened. */
  happened?: boolean;
  /** Whether this one of several bands is chosen. */
  chosen?: boolean;
}>;

/** What is supplied for one standard: the contract's `given`. */
export type Given = Readonly<{
  /** By the words of the standard; a rate is a fraction (103% is 1.03). */
  quantities?: Readonly<Record<string, number>>;
  answers?: readonly Answer[];
  /** `met`: what is not answered counts as in order; numbers are never filled in. */
  otherwise?: 'met';
}>;

/** A finding that was explained or set aside; it holds as long as the values are the same. */
export type FindingNote = Readonly<{
  id: string;
  sheet: string;
  cell: string;
  left: number | null;
  right: number | null;
  text: string;
  kind: 'explained' | 'ignored';
}>;

/**
 * What a person told ziping about a workbook; kept in the workbook's settings, or given by `--inputs`.
 * The general part holds for every indicator, `indicators` for one by its name (or `project/name`).
 */
export type Answers = Given &
  Readonly<{
    indicators?: Readonly<Record<string, Given & Readonly<{ reading?: string }>>>;
    notes?: readonly FindingNote[];
  }>;

/** Joins what was told at two times; where both speak of the same thing, `later` counts. */
export function mergeAnswers(earlier: Answers, later: Answers): Answers {
  const indicators = { ...earlier.indicators };
  for (const [name, given] of Object.entries(later.indicators ?? {})) {
    const before = indicators[name];
    indicators[name] = before ? { ...before, ...given, ...mergeGiven(before, given) } : given;
  }
  const notes = [...(later.notes ?? []), ...(earlier.notes ?? [])];
  return { ...mergeGiven(earlier, later), indicators, notes };
}

/** Joins two sets of answers to one standard; the later ones stand first and win. */
export function mergeGiven(earlier: Given, later: Given): Given {
  const otherwise = later.otherwise ?? earlier.otherwise;
  const repeated = new Set((later.answers ?? []).map(placeOf));
  return {
    quantities: { ...earlier.quantities, ...later.quantities },
    answers: [
      ...(later.answers ?? []),
      ...(earlier.answers ?? []).filter((answer) => !repeated.has(placeOf(answer))),
    ],
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

const placeOf = (answer: Answer): string => `${answer.under ?? ''}\n${answer.about}`;
