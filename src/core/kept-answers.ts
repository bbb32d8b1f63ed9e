import type { Answers, Given } from './answers';
import type { Kept, ProfileChoice } from './kept-state';
import { cellReader } from './patches/score-patches';
import type { Profile } from './profiles/profile';
import { exact, toNumber } from './scoring/number';
import { readNumber } from './snapshot/read-number';
import type { Snapshot } from './snapshot/snapshot';

/**
 * The answers that hold for a workbook now: what was typed, the numbers that the bound cells hold at this moment, and the
 * notes. A bound cell without a number supplies nothing, so the number is asked for again.
 */
export function answersOf(kept: Kept, snapshot: Snapshot): Answers {
  const read = cellReader(snapshot);
  const indicators = new Map<string, Given & { reading?: string }>(
    Object.entries(kept.answers.indicators ?? {}),
  );
  for (const { indicator, name, sheet, cell, scale = 1 } of kept.bindings) {
    const reading = readNumber(read({ sheet, cell }));
    if (reading.kind !== 'number') continue;
    const given = indicators.get(indicator) ?? {};
    const quantities = { ...given.quantities, [name]: toNumber(reading.value.mul(exact(scale))) };
    indicators.set(indicator, { ...given, quantities });
  }
  return { ...kept.answers, indicators: Object.fromEntries(indicators), notes: kept.notes };
}

/** The profile that a choice names, with its readings; the first profile when the name is not known (any more). */
export function chosenProfile(choice: ProfileChoice, profiles: readonly Profile[]): Profile {
  const profile = profiles.find((one) => one.id === choice.id) ?? profiles[0];
  if (!profile) throw new Error('there is no profile at all');
  return { ...profile, ...choice.readings };
}
