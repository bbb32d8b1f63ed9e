import { exact, HUNDRED, type Exact } from '../scoring/number';
import type { Profile } from './profile';

/**
 * Grade of a total under a profile; its bands are half-open ([80, 90) is 良), so that 89.5 has a grade, and they are
 * percents of the full mark. `null` for a full mark of 0.
 */
export function gradeOf(profile: Profile, total: Exact | number, fullMark: Exact | number): string | null {
  const full = asExact(fullMark);
  if (full.equals(0)) return null;
  const percent = asExact(total).div(full).mul(HUNDRED);
  return profile.grades.find(({ from }) => percent.compare(from) >= 0)?.grade ?? null;
}

const asExact = (value: Exact | number): Exact => (typeof value === 'number' ? exact(value) : value);
