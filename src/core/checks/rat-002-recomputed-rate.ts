import { typingCause } from './cause';
import { defineCheck } from './define-check';
import page from './rat-002-recomputed-rate.md';
import { perHeadProblems, perHeads } from './per-head';
import { rateCases } from './rates';
import { misprints } from './report-rate';
import { HUNDRED, roundHalfUp } from '../scoring/number';

export const rat002 = defineCheck({
  meta: {
    id: 'RAT-002',
    name: 'recomputed-rate',
    title: '填报的比率等于重算的比率',
    severity: 'error',
    needs: ['tables'],
    why: '比率由表内的两个数算出，填错会使按比率计算的得分也出错。',
    messages: {
      off: {
        what: '{name}重算为{right}，填报{left}。',
        todo: '核对分子、分母；无误的，把{name}改为{right}。',
      },
    },
  },
  page,

  run(context, report) {
    const cases = rateCases(context).filter((found) => found.kind === 'rate');
    const perHead = perHeadProblems(context);
    if (cases.length === 0 && !context.amountTables.some((table) => perHeads(table).length > 0))
      report.skip('未找到写明分子、分母的比率');
    for (const problem of perHead) report({ messageId: 'off', ...problem });
    for (const { found, printed, value, decimals, problem } of misprints(context, cases)) {
      report({
        messageId: 'off',
        ...problem,
        data: { name: found.name },
        cause: typingCause(printed.mul(HUNDRED), roundHalfUp(value.mul(HUNDRED), decimals), decimals),
        ...(found.subject === undefined ? {} : { subject: found.subject }),
      });
    }
  },
});
