import { max, ONE, roundHalfUp, toNumber, type Exact } from '../scoring/number';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import page from './rat-001-zero-or-full-rate.md';
import { amount, rate } from './quantity';
import { rateCases, recomputed, type RateCase } from './rates';
import { fieldRates, type FieldRate } from './field-rates';
import { holdsWithout, correctedDecimals, operandsOf, rateFix, SHOWN_DECIMALS } from './report-rate';
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
      assumed: {
        what: '{name}填报0%，而{above}为{a}，不为零；按{above}÷{below}应为{right}。',
        todo: '按本地规定的公式重算{name}后改正；确需取整的，在说明中写明实际比率。',
      },
      beside: {
        what: '{name}填报0%，而{above}为{a}，不为零。',
        todo: '按本地规定的公式重算{name}；确因四舍五入为0%的，在说明中写明实际比率。',
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
    for (const found of fieldRates(context)) {
      const problem = besideNumerator(found, context);
      if (problem) report(problem);
    }
  },
});

/**
 * A rate of 0% that prints no formula, beside its numerator. Whatever an office divides by, a numerator that is not zero
 * gives no 0%, unless it is so small that it would not show; how much it should be is said only with the denominator of the
 * framework.
 */
function besideNumerator(
  { name, printed, numerator, denominator, definition }: FieldRate,
  { facts }: CheckContext,
) {
  const claimed = numberIn(printed);
  const above = numerator.value;
  if (claimed === null || !above || above.equals(0) || claimOf(claimed) !== 'zero') return null;
  const decimals = printed.reading.kind === 'number' ? printed.reading.decimals : 0;
  const below = denominator?.value;
  const value = below && !below.equals(0) ? above.div(below) : null;
  // The largest number of the workbook stands for a denominator that is not known.
  const least = value ?? above.div(facts.facts.map((fact) => fact.value.abs()).reduce(max, above.abs()));
  if (roundHalfUp(least, SHOWN_DECIMALS + 2).equals(0)) return null;
  const [of = '', by = ''] = [definition.left[0], definition.right[0]];
  return {
    messageId: value ? 'assumed' : 'beside',
    at: printed.ref,
    left: rate(claimed, decimals),
    ...(value && { right: rate(value, SHOWN_DECIMALS) }),
    data: { name, above: of, below: by, a: numerator.shown ?? amount(above, 2) },
    related: [
      ...numerator.refs.map((ref) => ({ ...ref, role: '分子' })),
      ...(value && denominator ? denominator.refs.map((ref) => ({ ...ref, role: '分母' })) : []),
    ],
  } as const;
}

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
