import { ONE, roundHalfUp, toNumber, type Exact } from '../scoring/number';
import { defineCheck } from './define-check';
import page from './rat-001-zero-or-full-rate.md';
import { amount, rate } from './quantity';
import { rateCases, recomputed, type RateCase } from './rates';
import { holdsWithout, correctedDecimals, operandsOf, rateFix } from './report-rate';
import { numberIn } from './table-words';

export const rat001 = defineCheck({
  meta: {
    id: 'RAT-001',
    name: 'zero-or-full-rate',
    title: '分子不为零的比率不填0%，分子分母不等的不填100%',
    severity: 'error',
    needs: ['tables'],
    why: '填成0%或100%会掩盖真实的比率，评分标准常以此分档。',
    messages: {
      zero: {
        what: '{name}的分子为{a}，不为零，却填报0%；应为{right}。',
        todo: '把{name}改为{right}；确需取整的，在说明中写明实际比率。',
      },
      full: {
        what: '{name}的分子{a}与分母{b}不相等，却填报100%；应为{right}。',
        todo: '把{name}改为{right}；确需取整的，在说明中写明实际比率。',
      },
    },
  },
  page,

  run(context, report) {
    for (const found of rateCases(context)) {
      const printed = numberIn(found.printed);
      const value = recomputed(found);
      const { numerator, denominator } = found.fraction;
      if (printed === null || value === null || !numerator.value || !denominator.value) continue;
      const claim = claimOf(printed);
      const decimals = correctedDecimals(found);
      if (!claim || roundHalfUp(value, decimals + 2).equals(printed) || value.equals(printed)) continue;
      report({
        messageId: claim,
        at: found.printed.ref,
        left: rate(printed, found.printed.reading.kind === 'number' ? found.printed.reading.decimals : 0),
        right: rate(value, decimals),
        data: {
          name: found.name,
          a: numerator.shown ?? inUnits(numerator.value, found),
          b: denominator.shown ?? inUnits(denominator.value, found),
        },
        related: operandsOf(found),
        holdsWithout: holdsWithout(found),
        fix: rateFix(context, found, value, decimals),
        ...(found.subject === undefined ? {} : { subject: found.subject }),
      });
    }
  },
});

/** What a printed rate claims, when it claims something that can be refuted. */
function claimOf(printed: Exact): 'zero' | 'full' | null {
  if (printed.equals(0)) return 'zero';
  return printed.equals(ONE) ? 'full' : null;
}

/** An operand in words: money in 万元, as the tables of the field print it; counts as they are. */
function inUnits(value: Exact, { fraction }: RateCase) {
  const large = [fraction.numerator.value, fraction.denominator.value].some(
    (term) => term && toNumber(term.abs()) >= 10_000,
  );
  return large
    ? { ...amount(value.div(10_000), 2, '万元'), trim: true }
    : { ...amount(value, 2), trim: true };
}
