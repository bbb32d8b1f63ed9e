import { amountSums, compareParts, type AmountSum } from './amount-sums';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import { listedSum } from './listed-sum';
import { sumProblem } from './report-sum';
import { isOnDuty } from './staff-rows';
import page from './stf-001-staff-on-duty.md';

export const stf001 = defineCheck({
  meta: {
    id: 'STF-001',
    name: 'staff-on-duty',
    title: '在职人数等于在编与编外之和',
    severity: 'error',
    needs: ['amounts'],
    why: '人员控制率用这几个数计算，人数不平，控制率和得分就不可信。',
    messages: {
      off: {
        what: '在职人数{left}不等于在编与编外之和{right}{column}，相差{difference}人。',
        todo: '与编制、人事部门的人数核对，改正填错的一个数。',
      },
    },
  },
  page,

  run(context, report) {
    const sums = [...inTables(context), ...inLists(context)];
    if (sums.length === 0) report.skip('未找到在职、在编和编外人数');
    for (const found of sums) {
      if (found.verdict === 'same') continue;
      report({ messageId: 'off', ...sumProblem(context, found) });
    }
  },
});

function inTables(context: CheckContext): readonly AmountSum[] {
  return context.amountTables
    .filter(({ kind }) => kind === 'staff')
    .flatMap(amountSums)
    .filter(({ total }) => isOnDuty(total.label))
    .map(ofThoseOnDuty);
}

/** Retired people listed further below are no part of those on duty; nor is 编外 where the rest is all of them. */
function ofThoseOnDuty({ total, parts }: AmountSum): AmountSum {
  const onDuty = parts.filter(({ label }) => !/离休|退休|退职|遗属/.test(label));
  const found = compareParts(total, onDuty);
  const established = onDuty.filter(({ label }) => !/编外|聘用|临时|派遣/.test(label));
  if (found.verdict === 'same' || established.length === 0) return found;
  const without = compareParts(total, established);
  return without.verdict === 'same' ? without : found;
}

function inLists(context: CheckContext): readonly AmountSum[] {
  const { found } = listedSum(context, { total: 'staff', parts: ['established', 'unestablished'] });
  return found ? [found] : [];
}
