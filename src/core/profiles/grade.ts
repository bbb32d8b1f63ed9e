import { exact, HUNDRED, type Exact } from '../scoring/number';
import type { Profile } from './profile';

/**
 * Grade of a score by a profile's bands, on the scale of the full mark. Bands are half-open: 89.5 is 良 and never falls
 * between 89 and 90. `null` where the full mark is not positive.
 */
export function gradeOf(profile: Profile, score: number, fullMark: number): string | null {
  if (fullMark <= 0) return null;
  const percent: Exact = exact(score).mul(HUNDRED).div(exact(fullMark));
  return profile.grades.find(({ from }) => percent.compare(exact(from)) >= 0)?.grade ?? null;
}
