import { exact, ZERO, type Exact } from '../scoring/number';
import { conceptOf, exactKey } from './concept';
import type { Fact, Resolution } from './fact';
import type { Stage } from './synonyms';
import { relativeYear, type RelativeYear } from './year';

/** One meaning of a fact. `loose`: it may be meant, but somebody has to say so. */
export type IndexedConcept = Readonly<{
  subject: string;
  stage: Stage;
  year: RelativeYear;
  rate: boolean;
  loose: boolean;
}>;

/** A fact with the names and meanings it is found by. */
export type IndexedFact = Readonly<{
  fact: Fact;
  concepts: readonly IndexedConcept[];
  /** Full name; `null` where the label alone says nothing. */
  exactName: string | null;
  year: RelativeYear;
}>;

type Dated = Readonly<{ fact: Fact; year: RelativeYear }>;
type Entry = Dated & Readonly<{ stage: Stage; loose: boolean }>;

/** Finds what a name means. It never picks: equal candidates that disagree are handed back. */
export class Resolver {
  #index: Index | null = null;

  constructor(
    private readonly entries: readonly IndexedFact[],
    /** The year that asks, and whether it is the report's. */
    private readonly year: number | null,
    private readonly isReport: boolean,
  ) {}

  /** Every number that surely means what a name says, whatever it is called itself. */
  meant(name: string): readonly Fact[] {
    this.#index ??= indexOf(this.entries);
    const { subject, stage, year } = conceptOf(name);
    const asked = relativeYear(year, this.year);
    const entries = this.#index.subjects.get(subject) ?? [];
    return entries
      .filter((entry) => !entry.loose && entry.stage === stage && entry.year === asked)
      .map(factOf);
  }

  resolve(name: string): Resolution {
    this.#index ??= indexOf(this.entries);
    const concept = conceptOf(name);
    const year = relativeYear(concept.year, this.year);
    const same = this.#index.exact.get(exactKey(name));
    const exact = same?.filter((entry) => entry.year === year) ?? [];
    if (exact.length > 0) return settle(exact.map(factOf), 'exact');
    // A list whose title was left at last year is still this report's list; a table of another year has its own.
    if (same && this.isReport) return settle(same.map(factOf), 'exact');
    const entries = (this.#index.subjects.get(concept.subject) ?? []).filter((entry) => entry.year === year);
    const firm = entries.filter(({ loose }) => !loose);
    const sure = settleStage(firm, concept.stage);
    if (sure.kind !== 'missing') return sure;
    const found = settleStage(entries, concept.stage);
    return found.kind === 'found' ? ambiguous(found.facts) : found;
  }
}

const factOf = ({ fact }: Dated): Fact => fact;

type Index = Readonly<{ exact: ReadonlyMap<string, Dated[]>; subjects: ReadonlyMap<string, Entry[]> }>;

/** Built when a name is first asked for: a workbook without standards asks for none. */
function indexOf(entries: readonly IndexedFact[]): Index {
  const exact = new Map<string, Dated[]>();
  const subjects = new Map<string, Entry[]>();
  for (const { fact, concepts, exactName, year } of entries) {
    if (exactName !== null) push(exact, exactKey(exactName), { fact, year });
    for (const { subject, ...entry } of concepts) push(subjects, subject, { fact, ...entry });
  }
  return { exact, subjects };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/**
 * Numbers of one subject at the stage that is asked for. A plain 预算 is neither 年初 nor 调整 unless both agree, and a name
 * without a stage does not choose between budget and spending.
 */
function settleStage(entries: readonly Entry[], stage: Stage): Resolution {
  const at = (...stages: Stage[]): Fact[] =>
    entries.filter((entry) => stages.includes(entry.stage)).map(({ fact }) => fact);
  const own = at(stage);
  if (own.length > 0) return settle(own, 'synonym');
  if (entries.length === 0) return { kind: 'missing' };
  if (stage === null) return ambiguous(entries.map(({ fact }) => fact));
  if (stage !== 'budget') return { kind: 'missing' };
  const initial = at('initial');
  const adjusted = at('adjusted');
  const both = [...initial, ...adjusted];
  if (both.length === 0) return { kind: 'missing' };
  return initial.length > 0 && adjusted.length > 0 ? settle(both, 'synonym') : ambiguous(both);
}

function settle(facts: readonly Fact[], how: 'exact' | 'synonym'): Resolution {
  const [first, ...rest] = [...facts].sort((a, b) => grain(a).compare(grain(b)));
  if (!first) return { kind: 'missing' };
  return rest.every((other) => agree(first, other))
    ? { kind: 'found', facts: [first, ...rest], how }
    : ambiguous(facts);
}

const ambiguous = (candidates: readonly Fact[]): Resolution => ({ kind: 'ambiguous', candidates });

/** Whether two facts print the same number, as far as the coarser of them shows it; 0 agrees with 0 alone. */
export function agree(a: Fact, b: Fact): boolean {
  if (a.value.equals(b.value)) return true;
  if (a.value.equals(ZERO) || b.value.equals(ZERO) || a.percent !== b.percent) return false;
  const coarser = grain(a).compare(grain(b)) >= 0 ? grain(a) : grain(b);
  return (
    a.value
      .sub(b.value)
      .abs()
      .compare(coarser.div(exact(2))) <= 0 && a.percent === b.percent
  );
}

/** Worth of the last printed digit in the base unit. */
function grain(fact: Fact): Exact {
  const digits = fact.decimals + (fact.percent ? 2 : 0);
  return fact.scale.div(exact(10 ** digits));
}
