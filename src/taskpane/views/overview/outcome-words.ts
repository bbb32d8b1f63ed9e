import type { Outcome, Told } from '../../state/pane-state';
import type { Strings } from '../../strings/strings';
import { failureWords, noteWords } from './failure-words';

/** An outcome as sentences, the result first and then what the host could not do. */
export function outcomeWords(
  outcome: Outcome,
  strings: Strings,
): Readonly<{ intent: 'success' | 'warning' | 'info'; sentences: readonly string[] }> {
  const words = strings.outcome;
  switch (outcome.kind) {
    case 'checked':
      return { intent: 'success', sentences: [checkedWords(outcome, strings)] };
    case 'scored': {
      const differing = outcome.differing > 0 ? [words.differing(outcome.differing)] : [];
      return withReport(
        outcome.report,
        [words.scored(outcome.written, outcome.marked, outcome.report.refused.length), ...differing],
        strings,
      );
    }
    case 'written':
      return withReport(
        outcome.report,
        [words.written(outcome.written, outcome.report.refused.length)],
        strings,
      );
    case 'undone':
      return withReport(outcome.report, [words.undone(outcome.restored)], strings);
    case 'cleared':
      return withReport(outcome.report, [words.cleared], strings);
    case 'paper':
      return withReport(outcome.report, [words.paper(outcome.name)], strings);
    case 'kept':
      return { intent: 'success', sentences: [words.kept] };
    case 'cancelled':
      return { intent: 'info', sentences: [words.cancelled] };
    case 'nothing-to-undo':
      return { intent: 'info', sentences: [words.nothingToUndo] };
    case 'nowhere':
      return {
        intent: 'warning',
        sentences: [
          words.nowhere(`${outcome.ref.sheet}!${outcome.ref.cell}`),
          failureWords(outcome.failure, strings),
        ],
      };
  }
}

function checkedWords(
  { again, appeared, solved }: Extract<Outcome, { kind: 'checked' }>,
  { outcome }: Strings,
): string {
  if (!again) return outcome.checkedFirst;
  return appeared + solved === 0 ? outcome.checkedSame : outcome.checkedAgain(appeared, solved);
}

function withReport(
  report: Told,
  first: readonly string[],
  strings: Strings,
): ReturnType<typeof outcomeWords> {
  const refused = (['changed', 'protected', 'missing'] as const).flatMap((reason) => {
    const cells = report.refused
      .filter((one) => one.reason === reason)
      .map(({ patch }) => `${patch.sheet}!${patch.cell}`);
    return cells.length > 0 ? [strings.outcome.refused[reason](strings.list(cells))] : [];
  });
  const told = [...refused, ...report.notes.map((note) => noteWords(note, strings))];
  return { intent: told.length > 0 ? 'warning' : 'success', sentences: [...first, ...told] };
}
