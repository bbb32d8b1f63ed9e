import { typingCause } from './cause';
import { defineCheck } from './define-check';
import page from './rat-002-recomputed-rate.md';
import { rate } from './quantity';
import { rateCases, recomputed } from './rates';
import { holdsWithout, operandsOf, rateFix } from './report-rate';
import { numberIn } from './table-words';
import { sameRate } from './tolerance';
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
    if (cases.length === 0) report.skip('未找到写明分子、分母的比率');
    for (const found of cases) {
      const printed = numberIn(found.printed);
      const value = recomputed(found);
      const { reading } = found.printed;
      if (printed === null || value === null || reading.kind !== 'number') continue;
      if (sameRate(printed, value, reading.decimals)) continue;
      report({
        messageId: 'off',
        at: found.printed.ref,
        left: rate(printed, reading.decimals),
        right: rate(value, reading.decimals),
        data: { name: found.name },
        related: operandsOf(found),
        holdsWithout: holdsWithout(found),
        cause: typingCause(
          printed.mul(HUNDRED),
          roundHalfUp(value.mul(HUNDRED), reading.decimals),
          reading.decimals,
        ),
        fix: rateFix(context, found, value, reading.decimals),
        ...(found.subject === undefined ? {} : { subject: found.subject }),
      });
    }
  },
});
