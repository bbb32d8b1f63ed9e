import { amountSums } from './amount-sums';
import { defineCheck } from './define-check';
import { sumProblem } from './report-sum';
import { isOnDuty } from './staff-rows';
import page from './stf-002-staff-columns.md';

export const stf002 = defineCheck({
  meta: {
    id: 'STF-002',
    name: 'staff-columns',
    title: '人员表各栏分项合计相符',
    severity: 'error',
    needs: ['amounts'],
    why: '人数逐个清点，不存在四舍五入；分项与合计不符必有一处填错。',
    messages: {
      off: {
        what: '{t}“{row}”{column}人员分项合计{right}≠{left}，相差{difference}人。',
        todo: '核对各类人员数，改正填错的一个数。',
      },
    },
  },
  page,

  run(context, report) {
    const tables = context.amountTables.filter(({ kind }) => kind === 'staff');
    if (tables.length === 0) report.skip('未找到人员情况表');
    for (const found of tables.flatMap(amountSums)) {
      if (isOnDuty(found.total.label) || found.verdict === 'same') continue;
      report({ messageId: 'off', ...sumProblem(context, found) });
    }
  },
});
