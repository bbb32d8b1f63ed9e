import { readText, type Answer, type CellRef, type Review } from '../../../core';
import { exact } from '../../../core/scoring/number';
import type { Supplied } from '../../session/answering';
import { toUnit } from '../../state/money';
import type { Question } from '../../state/questions';
import type { Strings } from '../../strings/strings';

/** An answer while it is being given. */
export type Draft = Readonly<{
  text: string;
  cell: CellRef | null;
  /** Words of the items that are ticked. */
  ticked: ReadonlySet<string>;
  choice: string | null;
}>;

/** What a draft comes to. */
export type ReadAnswer =
  | Readonly<{ kind: 'problem'; problem: string }>
  | Readonly<{ kind: 'cell'; ref: CellRef }>
  | Readonly<{ kind: 'supplied'; supplied: Supplied }>;

export const HAPPENED = 'yes';
export const NOT_HAPPENED = 'no';

/** A draft in which nothing is said yet: nothing is ticked or chosen beforehand, because it would be saved unread. */
export function emptyDraft(_question: Question): Draft {
  return { text: '', cell: null, ticked: new Set(), choice: null };
}

/** Turns a draft into what is kept, or into what is wrong with it. */
export function readDraft(
  draft: Draft,
  { kind, needs }: Question,
  review: Review,
  { questions: words }: Strings,
): ReadAnswer {
  const [need] = needs;
  const about = { about: need.about, ...(need.under !== undefined && { under: need.under }) };
  const answers = (...list: readonly Answer[]): ReadAnswer => ({
    kind: 'supplied',
    supplied: { answers: list },
  });
  switch (kind) {
    case 'quantity': {
      if (draft.cell) return { kind: 'cell', ref: draft.cell };
      const value = amountOf(draft.text, review, need.unit ?? null);
      if (value === null) return { kind: 'problem', problem: words.badNumber };
      return { kind: 'supplied', supplied: { quantities: { [need.name]: value } } };
    }
    case 'count': {
      const counts = need.several ? countsOf(draft.text) : [numberOf(draft.text)];
      const known = counts.filter((count) => count !== null && count >= 0 && Number.isInteger(count));
      if (known.length < counts.length) return { kind: 'problem', problem: words.badCount };
      return answers(...known.map((count) => ({ ...about, count: count ?? 0 })));
    }
    case 'tick':
      return answers(
        ...needs.map((item) => ({
          about: item.about,
          ...(item.under !== undefined && { under: item.under }),
          met: draft.ticked.has(item.about),
        })),
      );
    case 'condition':
      if (draft.choice === null) return { kind: 'problem', problem: words.pickOne };
      return answers({ ...about, happened: draft.choice === HAPPENED });
    case 'choice':
      if (draft.choice === null) return { kind: 'problem', problem: words.pickOne };
      return answers({ ...about, about: draft.choice, chosen: true });
  }
}

/** A number as a person types it: `1,234.5`, `９８％`, `12`; `null` when the text is none. */
export function numberOf(text: string): number | null {
  const reading = readText(text);
  return reading.kind === 'number' ? reading.value.valueOf() : null;
}

/** Counts of several categories (3、2); one number alone says that there is one category, and nothing of others. */
function countsOf(text: string): readonly (number | null)[] {
  const counts = text.split(/[、,，;；\s]+/).map(numberOf);
  return counts.length === 1 ? [...counts, 0] : counts;
}

/**
 * A number in the unit it is asked in, or the workbook's unit of money, where one was typed behind it: `12万元` is 120000
 * beside amounts in 元.
 */
export function amountOf(text: string, review: Review, asked: string | null = null): number | null {
  const reading = readText(text);
  if (reading.kind !== 'number') return null;
  return reading.value.mul(exact(toUnit(review, reading.unit, asked))).valueOf();
}
