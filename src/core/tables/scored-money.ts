import { perReview } from '../remember';
import type { IndicatorTable, MoneyRow } from './table';

/**
 * Lines of the money block that earn the points of 预算执行率: as a rule the total; where that has a dash or nothing and the
 * 其中 lines print points, each of these by its own rate. Empty for a form that does not score its money.
 */
export const scoredMoney = perReview(({ money }: IndicatorTable): readonly MoneyRow[] => {
  const total = money.find(
    ({ role, score }) => role === 'total' && score !== null && score.reading.kind !== 'not-applicable',
  );
  if (total?.score?.reading.kind === 'number' || total?.points?.reading.kind === 'number') return [total];
  const parts = money.filter(
    ({ role, points, score }) =>
      role === 'part' && points?.reading.kind === 'number' && score?.reading.kind !== 'not-applicable',
  );
  return parts.length > 0 ? parts : total ? [total] : [];
});
