import type { Kept, Need, Review, Score } from '../../core';
import { indicatorKey } from './writing';

/** One question: a single need, or all items of a tick list, which are answered together. */
export type Question = Readonly<{
  key: string;
  /** Index into the review's `scores`. */
  score: number;
  /** Name under which the answer is kept. */
  indicator: string;
  kind: Need['kind'];
  needs: readonly [Need, ...Need[]];
}>;

/** Everything that is still needed, in the order of the indicators; the same question is asked once. */
export function questionsOf(review: Review): readonly Question[] {
  const questions = new Map<string, Question>();
  review.scores.forEach((score, index) => {
    for (const need of score.needs) {
      const question = questionOf(score, index, need);
      const known = questions.get(question.key);
      if (!known) questions.set(question.key, question);
      else if (need.kind === 'tick') questions.set(question.key, { ...known, needs: [...known.needs, need] });
    }
  });
  return [...questions.values()];
}

function questionOf(score: Score, index: number, need: Need): Question {
  const indicator = indicatorKey(score);
  const words = need.kind === 'tick' ? '' : `${need.name} ${need.about}`;
  const key = [indicator, need.kind, need.under ?? '', words].join('\n');
  return { key, score: index, indicator, kind: need.kind, needs: [need] };
}

/** The question in front and its neighbours; the first one when the one that was shown has been answered. */
export function currentQuestion(
  questions: readonly Question[],
  key: string | null,
): Readonly<{ question: Question; at: number }> | null {
  const found = questions.findIndex((question) => question.key === key);
  const at = Math.max(found, 0);
  const question = questions[at];
  return question ? { question, at } : null;
}

/** An indicator about which something was supplied. */
export type Answered = Readonly<{
  indicator: string;
  quantities: readonly (readonly [string, number])[];
  answers: number;
  cells: readonly string[];
}>;

/** What was supplied so far, by indicator. */
export function answeredOf({ answers, bindings }: Kept): readonly Answered[] {
  const indicators = new Set([
    ...Object.keys(answers.indicators ?? {}),
    ...bindings.map((one) => one.indicator),
  ]);
  return [...indicators].flatMap((indicator) => {
    const given = answers.indicators?.[indicator] ?? {};
    const quantities = Object.entries(given.quantities ?? {});
    const cells = bindings
      .filter((one) => one.indicator === indicator)
      .map((one) => `${one.name} ${one.sheet}!${one.cell}`);
    const count = given.answers?.length ?? 0;
    // A chosen reading alone is no answer.
    return quantities.length + cells.length + count > 0
      ? [{ indicator, quantities, answers: count, cells }]
      : [];
  });
}
