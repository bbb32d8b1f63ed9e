import type { Strings } from '../../strings/strings';
import type { Beside, Verdict } from '../../state/verdict';

/** The verdict in words. */
export function verdictTitle(verdict: Verdict, { verdict: words }: Strings): string {
  switch (verdict.kind) {
    case 'nothing':
      return words.nothing;
    case 'ready':
      return words.ready;
    default:
      return words[verdict.kind](verdict.count);
  }
}

/** What stands beside the verdict, or why there is none; `null` when there is nothing to add. */
export function verdictDetail(verdict: Verdict, beside: Beside, strings: Strings): string | null {
  const words = strings.verdict;
  if (verdict.kind === 'nothing') {
    return verdict.reasons.length > 0 ? words.because(strings.list(verdict.reasons)) : words.empty;
  }
  const parts = [
    beside.verify > 0 ? words.alsoVerify(beside.verify) : null,
    beside.needs > 0 ? words.alsoNeeds(beside.needs) : null,
    beside.hints > 0 ? words.alsoHints(beside.hints) : null,
    beside.settled > 0 ? words.alsoSettled(beside.settled) : null,
  ].filter((part) => part !== null);
  const blank = verdict.kind === 'errors' && verdict.blank > 0 ? [words.ofThemBlank(verdict.blank)] : [];
  const sentences = [...blank, ...(parts.length > 0 ? [words.also(parts)] : [])];
  return sentences.length > 0 ? strings.sentences(sentences) : null;
}
