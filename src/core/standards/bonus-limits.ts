import type { Exact } from '../scoring/number';
import type { Placed } from './compile-context';
import type { Scanned } from './scan';

/**
 * 完成任务得15分，…超额每项加0.5分，以2分为限: a limit right behind what is added, and no higher than what is granted before, limits
 * the addition; the score could not be meant.
 */
export function bonusLimits(scanned: Scanned, placed: readonly Placed[]): readonly Placed[] {
  let granted: Exact | null = null;
  return placed.map((one, i) => {
    const { statement } = one;
    if (statement.kind === 'grant' && statement.outcome.kind === 'points')
      granted ??= statement.outcome.value;
    if (statement.kind !== 'modifier' || statement.outcome.kind !== 'cap') return one;
    const { of, at } = statement.outcome;
    const before = placed[i - 1]?.statement;
    const behindBonus = before?.kind === 'deduction' && before.bonus && before.earned !== true;
    if (of !== 'score' || at === 'points' || !behindBonus || granted === null) return one;
    const ofScore = /得分|总分|合计/.test(scanned.shape.slice(...statement.span));
    if (ofScore || at.compare(granted) > 0) return one;
    const outcome = { ...statement.outcome, of: 'bonus' } as const;
    return { ...one, statement: { ...statement, outcome } };
  });
}
