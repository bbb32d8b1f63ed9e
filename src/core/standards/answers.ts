import { perObject, perText } from '../remember';
import { INVISIBLE, plainCharacter, SPACES } from './character-classes';
import type { Question, Standard } from './rule';
import type { Answer } from '../answers';
import type { UnmatchedAnswer } from '../scoring/scoring';

/** Answers tied to the questions they name. */
export type MatchedAnswers = Readonly<{
  byQuestion: ReadonlyMap<number, readonly Answer[]>;
  unmatched: readonly UnmatchedAnswer[];
}>;

/** Text as it is compared: width, quotation marks and spaces do not count; `at` leads back to the original. */
type Comparable = Readonly<{ plain: string; at: readonly number[] }>;

function comparable(text: string): Comparable {
  let plain = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (INVISIBLE.has(char) || SPACES.has(char)) continue;
    const same = plainCharacter(char);
    if (same === '“' || same === '”') continue;
    plain += same;
    at.push(i);
  }
  return { plain, at };
}

/** The words of questions and answers are compared again and again. */
const plainWords = perText((words) => comparable(words).plain);
/** A standard is asked about as often as it is scored. */
const comparableText = perObject((standard: Standard) => comparable(standard.text));

const MAX_OCCURRENCES = 64;

/** Where the words of an answer stand in the standard, as stretches of the original. */
function occurrences({ plain, at }: Comparable, words: string): [number, number][] {
  const wanted = plainWords(words);
  const found: [number, number][] = [];
  if (wanted === '') return found;
  for (
    let i = plain.indexOf(wanted);
    i >= 0 && found.length < MAX_OCCURRENCES;
    i = plain.indexOf(wanted, i + 1)
  ) {
    found.push([at[i] ?? 0, (at[i + wanted.length - 1] ?? 0) + 1]);
  }
  return found;
}

/** Whether what was answered fits what is asked. */
function fits(answer: Answer, { kind, limit }: Question): boolean {
  if (answer.count !== undefined) return kind === 'count' || limit !== undefined;
  if (answer.chosen !== undefined) return kind === 'choice' || kind === 'tick' || kind === 'condition';
  if (answer.happened !== undefined) return kind !== 'tick' || answer.met === undefined;
  return answer.met !== undefined;
}

/** How well a question fits the sort of answer, where its words name several. */
function preference(answer: Answer, { kind, optional }: Question): number {
  const wanted =
    answer.count !== undefined
      ? 'count'
      : answer.chosen !== undefined
        ? 'choice'
        : answer.met !== undefined
          ? 'tick'
          : 'condition';
  return (kind === wanted ? 2 : 0) + (optional ? 0 : 1);
}

function overlap([from, to]: readonly [number, number], question: Question): number {
  return Math.max(0, Math.min(to, question.span.to) - Math.max(from, question.span.from));
}

/**
 * Ties each answer to the one question its words name. Words that name none, or several, are reported and applied to
 * nothing: an answer must never settle a clause it was not given for.
 */
export function matchAnswers(standard: Standard, answers: readonly Answer[]): MatchedAnswers {
  const byQuestion = new Map<number, Answer[]>();
  const unmatched: UnmatchedAnswer[] = [];
  const text = answers.length > 0 ? comparableText(standard) : { plain: '', at: [] };
  for (const answer of answers) {
    const found = questionsNamed(standard, text, answer);
    const [only] = found;
    if (found.length === 1 && only) byQuestion.set(only.id, [...(byQuestion.get(only.id) ?? []), answer]);
    else {
      const reason =
        found.length === 0
          ? '评分标准中没有可以这样回答的文字。'
          : '这段文字在评分标准中不止一处，请用“under”指明所在的部分。';
      unmatched.push({
        about: answer.about,
        ...(answer.under === undefined ? {} : { under: answer.under }),
        reason,
      });
    }
  }
  return { byQuestion, unmatched };
}

function questionsNamed(standard: Standard, text: Comparable, answer: Answer): Question[] {
  const fitting = standard.questions.filter((question) => fits(answer, question));
  let stretches = occurrences(text, answer.about);
  if (answer.under !== undefined) {
    const sections = sectionsNamed(standard, text, answer.under);
    stretches = stretches.filter(([from, to]) => sections.some(([a, b]) => from >= a && to <= b));
  }
  const exact = fitting.filter((question) => plainWords(question.name) === plainWords(answer.about));
  const within = exact.filter((question) => stretches.some((stretch) => overlap(stretch, question) > 0));
  const [named] = within;
  if (within.length === 1 && named) return [named];
  const found = new Set<Question>();
  for (const stretch of stretches) {
    const scored = fitting
      .map((question) => ({
        question,
        shared: overlap(stretch, question),
        rank: preference(answer, question),
      }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || b.rank - a.rank);
    const [best] = scored;
    if (!best) continue;
    for (const { question, shared, rank } of scored)
      if (shared === best.shared && rank === best.rank) found.add(question);
  }
  return [...found];
}

/** Numbered parts whose heading holds the words of `under`; the innermost that do. */
function sectionsNamed(standard: Standard, text: Comparable, under: string): [number, number][] {
  const marks = standard.sections;
  const found: [number, number][] = [];
  for (const [from] of occurrences(text, under)) {
    const around = marks.filter((mark) => from >= mark.from && from < mark.to);
    const inner = around.sort((a, b) => a.to - a.from - (b.to - b.from))[0];
    if (inner) found.push([inner.from, inner.to]);
    else found.push([0, standard.text.length]);
  }
  return found;
}
