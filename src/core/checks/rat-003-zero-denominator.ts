import { defineCheck } from './define-check';
import page from './rat-003-zero-denominator.md';
import { rate } from './quantity';
import { rateCases } from './rates';
import { operandsOf } from './report-rate';
import { numberIn } from './table-words';

export const rat003 = defineCheck({
  meta: {
    id: 'RAT-003',
    name: 'zero-denominator',
    title: '比率的分母不为零或空白',
    severity: 'verify',
    needs: ['tables'],
    why: '分母为零或空白时比率无法计算，填报的比率没有依据。',
    messages: {
      zero: {
        what: '{name}的分母为零，无法计算，填报{left}。',
        todo: '核对分母；确实为零的，比率填“—”并说明。',
      },
      blank: {
        what: '{name}的分母空白，无法计算，填报{left}。',
        todo: '补填分母，再核对比率。',
      },
    },
  },
  page,

  run(context, report) {
    for (const found of rateCases(context)) {
      const { numerator, denominator } = found.fraction;
      const printed = numberIn(found.printed);
      const { reading } = found.printed;
      if (printed === null || reading.kind !== 'number') continue;
      if (denominator.value !== null && !denominator.value.equals(0)) continue;
      // Nothing planned, nothing spent, rate 0: an empty line, not a rate.
      const empty = numerator.value === null || numerator.value.equals(0);
      if (empty && printed.equals(0)) continue;
      report({
        messageId: denominator.value === null ? 'blank' : 'zero',
        at: found.printed.ref,
        left: rate(printed, reading.decimals),
        data: { name: found.name },
        related: operandsOf(found),
        ...(found.subject === undefined ? {} : { subject: found.subject }),
      });
    }
  },
});
