import type {
  Answer,
  Binding,
  Finding,
  FindingNote,
  Given,
  Kept,
  Preferences,
  ProfileChoice,
} from '../../core';
import { scaleOf } from '../state/money';
import { sameFinding } from '../state/notes';
import type { Desk } from './desk';

type Indicators = NonNullable<Kept['answers']['indicators']>;
type OfIndicator = Indicators[string];

/** What was said about one standard: numbers, ticks, choices, counts and conditions. */
export type Supplied = Readonly<{
  quantities?: Readonly<Record<string, number>>;
  answers?: readonly Answer[];
}>;

/** Keeps what was supplied for an indicator; a newer answer to the same words takes the place of the older one. */
export async function answer(desk: Desk, indicator: string, supplied: Supplied): Promise<void> {
  const names = new Set(Object.keys(supplied.quantities ?? {}));
  await desk.keep((kept) => {
    const given: Given = kept.answers.indicators?.[indicator] ?? {};
    const quantities = { ...given.quantities, ...supplied.quantities };
    const answers = merged(given.answers ?? [], supplied.answers ?? []);
    return {
      ...withIndicator(kept, indicator, { ...given, quantities, answers }),
      bindings: kept.bindings.filter((one) => one.indicator !== indicator || !names.has(one.name)),
    };
  });
}

/** Reads a number from a cell from now on. */
export async function bind(desk: Desk, binding: Binding): Promise<void> {
  const book = desk.book();
  if (!book) return;
  const scale = scaleOf(book.review, binding);
  await desk.keep((kept) => {
    const others = kept.bindings.filter(
      (one) => one.indicator !== binding.indicator || one.name !== binding.name,
    );
    const given = kept.answers.indicators?.[binding.indicator] ?? {};
    const { [binding.name]: _typed, ...quantities } = given.quantities ?? {};
    return {
      ...withIndicator(kept, binding.indicator, { ...given, quantities }),
      bindings: [...others, scale === 1 ? binding : { ...binding, scale }],
    };
  });
}

/** Forgets everything that was supplied for an indicator, so that it is asked again. */
export async function forget(desk: Desk, indicator: string): Promise<void> {
  await desk.keep((kept) => {
    const reading = kept.answers.indicators?.[indicator]?.reading;
    return {
      ...withIndicator(kept, indicator, reading === undefined ? {} : { reading }),
      bindings: kept.bindings.filter((one) => one.indicator !== indicator),
    };
  });
}

/** Chooses one of the defensible readings of an indicator's standard; `null` goes back to the usual one. */
export async function chooseReading(desk: Desk, indicator: string, reading: string | null): Promise<void> {
  await desk.keep((kept) => {
    const { reading: _old, ...given } = kept.answers.indicators?.[indicator] ?? {};
    return withIndicator(kept, indicator, reading === null ? given : { ...given, reading });
  });
}

/** Keeps an explanation, or sets a finding aside, for as long as its numbers stay as they are. */
export async function keepNote(
  desk: Desk,
  finding: Finding,
  kind: FindingNote['kind'],
  text: string,
): Promise<void> {
  const { id, sheet, cell, left, right } = finding;
  const note: FindingNote = { id, sheet, cell, left, right, text, kind };
  await desk.keep(({ notes }) => ({ notes: [...notes.filter((one) => !sameFinding(one, finding)), note] }));
}

/** Takes an explanation back; the finding counts again. */
export async function dropNote(desk: Desk, finding: Finding): Promise<void> {
  await desk.keep(({ notes }) => ({ notes: notes.filter((one) => !sameFinding(one, finding)) }));
}

export async function chooseProfile(desk: Desk, profile: ProfileChoice): Promise<void> {
  await desk.keep(() => ({ profile }));
}

export async function setPreferences(desk: Desk, part: Partial<Preferences>): Promise<void> {
  await desk.keep(({ preferences }) => ({ preferences: { ...preferences, ...part } }));
}

function merged(old: readonly Answer[], fresh: readonly Answer[]): readonly Answer[] {
  const name = (one: Answer): string => `${one.under ?? ''}\n${one.about}`;
  const replaced = new Set(fresh.map(name));
  return [...old.filter((one) => !replaced.has(name(one))), ...fresh];
}

/** The answers with those of one indicator replaced; an indicator about which nothing is said is left out. */
function withIndicator(kept: Kept, indicator: string, given: OfIndicator): Pick<Kept, 'answers'> {
  const { [indicator]: _old, ...others } = kept.answers.indicators ?? {};
  const { quantities = {}, answers = [], ...rest } = given;
  const own: OfIndicator = {
    ...rest,
    ...(Object.keys(quantities).length > 0 && { quantities }),
    ...(answers.length > 0 && { answers }),
  };
  const indicators = Object.keys(own).length > 0 ? { ...others, [indicator]: own } : others;
  const { indicators: _all, ...general } = kept.answers;
  return { answers: Object.keys(indicators).length > 0 ? { ...general, indicators } : general };
}
