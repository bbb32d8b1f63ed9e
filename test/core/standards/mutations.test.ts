import corpus from '../../fixtures/standards.json';
import { mutated, type Mutation } from './mutants';
import { PHRASINGS } from './phrasings';

/** One slip each, of the sort that would still compile and still score most standards right. */
const MUTATIONS: readonly (readonly [string, ...Mutation])[] = [
  ['at a bound that excludes, the number counts', 'standards/truths.ts', 'value.compare(bound) > 0', 'value.compare(bound) >= 0'],
  ['at a bound that includes, the number does not count', 'standards/truths.ts', 'value.compare(bound) >= 0', 'value.compare(bound) > 0'],
  ['an upper bound is not looked at', 'standards/truths.ts', 'holds: above && below', 'holds: above'],
  ['a lower bound is not looked at', 'standards/truths.ts', 'holds: above && below', 'holds: below'],
  ['the score may exceed the points', 'standards/value.ts', 'max(floor, min(value, ceiling))', 'max(floor, value)'],
  ['the score may be negative', 'standards/value.ts', 'max(floor, min(value, ceiling))', 'min(value, ceiling)'],
  ['sections are not capped', 'standards/evaluation.ts', 'if (!isWhole && !this.reading.uncapped)', 'if (!isWhole && this.reading.uncapped)'],
  ['a begun step counts', 'standards/evaluation-tiers.ts', ': ratio.floor();', ': ratio.ceil();'],
  ['steps are always linear', 'standards/evaluation-tiers.ts', "=== 'whole' ? 'down' : 'linear'", "=== 'whole' ? 'linear' : 'linear'"],
  ['the profile is not heard', 'standards/evaluation-tiers.ts', "=== 'whole' ? 'down' : 'linear'", "=== 'whole' ? 'down' : 'down'"],
  ['upward steps count downward', 'standards/evaluation-tiers.ts', "step.direction === 'up' ? difference", "step.direction !== 'up' ? difference"],
  ['deductions are added', 'standards/evaluation.ts', 'deduction.bonus ? add(worth, taken) : subtract(worth, taken)', 'add(worth, taken)'],
  ['a limit on one deduction is dropped', 'standards/evaluation.ts', '(limit ? min(taken, limit) : taken)', 'taken'],
  ['a limit on steps is dropped', 'standards/evaluation-tiers.ts', 'const taken = limit ? min(full, limit) : full;', 'const taken = full;'],
  ['an unanswered count is none', 'standards/truths.ts', '? [ZERO] : null', '? [ZERO] : [ZERO]'],
  ['an unanswered item is met', 'standards/truths.ts', "if (this.inputs.otherwise !== 'met') return null;", ''],
  ['a zero denominator is one', 'standards/figures.ts', 'if (right.value.equals(ZERO)) return', 'if (false) return'],
  ['a printed rate is preferred to its operands', 'standards/figures.ts', 'if (quantity.definition) {', "if (quantity.definition && direct?.kind !== 'known') {"],
  ['the score is cut off, not rounded', 'scoring/number.ts', '2n * value.n * scale + value.d', '2n * value.n * scale'],
  ['an override that happened is passed over', 'standards/evaluation.ts', 'truth.holds === true);', 'truth.holds === false);'],
  ['a zero outranks nothing', 'standards/evaluation.ts', "gives === 'full' ? points : ZERO", 'points'],
  ['judgement is settled at its upper end', 'standards/evaluate-standard.ts', "worth.judged ? 'range' : 'scored'", "worth.judged ? 'scored' : 'scored'"],
  ['the wider of two nested tiers applies', 'standards/tier-choice.ts', 'if (!shared || !later) best = other;', 'if (shared && later) best = other;'],
  ['on a shared edge the looser tier applies', 'standards/tier-choice.ts', 'other.strength > best.strength', 'other.strength < best.strength'],
  ['以上 excludes its number', 'standards/condition-words.ts', "['以上', low(2)]", "['以上', low(0)]"],
  ['不足 includes its number', 'standards/condition-words.ts', "['不足', high(0)]", "['不足', high(3)]"],
  ['a percentage keeps its hundredfold', 'standards/scan.ts', 'this.value(text).div(HUNDRED)', 'this.value(text)'],
  ['words that were not understood are notes', 'standards/residue.ts', 'return SCORING.test(rest);', 'return false;'],
  ['other readings are not looked for', 'standards/reading.ts', 'if (open.steps) {', 'if (false) {'],
  ['an answer that fits several clauses settles the first', 'standards/answers.ts', 'if (found.length === 1 && only)', 'if (only)'],
  ['a side without a figure is counted from the other end', 'standards/bare-sides.ts', 'if (high && ABOVE.test(words))', 'if (high && !ABOVE.test(words))'],
  ['an aim printed apart is passed over', 'standards/printed-target.ts', 'REACHED.test(words)', 'false'],
  ['either of two bands may be denied without the other holding', 'standards/evaluation.ts', 'if (remaining.length === 1', 'if (remaining.length === 0'],
  ['of two joined by 或, both must hold', 'standards/truths.ts', 'holds === true)) return { holds: true, needs: [] };', 'holds === true)) return { holds: null, needs: [] };'],
  ['a text that only adds starts full', 'standards/section-parts.ts', 'this.fromNothing = !grant && this.isEarned();', 'this.fromNothing = false;'],
  ['a size is compared with its sign', 'standards/compile-context.ts', "test.absolute ? { kind: 'abs', of: plain } : plain", 'plain'],
  ['万元 is taken for 元', 'standards/unit-figures.ts', 'return { value: value.div(unit.factor), unit };', 'return { value, unit };'],
  ['a unit that cannot be converted is passed over', 'standards/units.ts', 'eitherPlain(from, to)))', 'eitherPlain(from, to)) && false)'],
  ['元 mistaken for 万元 is not noticed', 'standards/unit-figures.ts', 'if (isFarOff(', 'if (false && isFarOff('],
  ['a bare amount beside two units of money is guessed at', 'standards/unit-figures.ts', 'return this.otherScale(printed) !== null &&', 'return false &&'],
  ['not overdue counts as overdue by up to 30 days', 'standards/condition-amounts.ts', "unit: 'none' }, hold: 0 } }", "unit: 'none' }, hold: 3 } }"],
  ['steps of an amount begin at nought', 'standards/compile-steps.ts', "anchor: { ...size, value: anchor }", 'anchor: { ...size, value: ZERO }'],
  ['a share of the excess is a share of the whole', 'standards/compile-steps.ts', "binary('-', bound.of, bound.at), bound.at)", 'bound.of, bound.at)'],
  ['losses by degree add up', 'standards/amount-steps.ts', "if (!others || /再[扣减]/.test(textOf(one))) return one;", 'if (others || !others) return one;'],
  ['再扣 is not heard', 'standards/amount-steps.ts', "|| /再[扣减]/.test(textOf(one))", ''],
  ['what is lost is taken twice', 'standards/evaluation.ts', 'const kept = lost ? most.sub(lost)', 'const kept = lost ? most.sub(lost).sub(lost)'],
  ['points earned are nought when all is in order', 'standards/truths.ts', "=== 'met' && question.earned !== true", "=== 'met'"],
  ['an amount of harm is asked when all is in order', 'standards/figures.ts', "if (this.inputs.otherwise !== 'met' || !isHarm(key)) return false;", 'return false;'],
  ['where steps begin is not heard', 'standards/compile-steps.ts', 'if (from) anchor = from.value;', ''],
  ['a sum of points is taken of the points again', 'standards/formula-points.ts', 'if (terms.some(isPlainNumber) || best?.equals(points)) return expression;', ''],
  ['tiers that contradict each other give the first', 'standards/tier-choice.ts', 'overlap(tier.check, best.tier.check) ||', 'false ||'],
  ['a stretch is left on one side only', 'standards/step-spans.ts', "{ of: check.of, at: high, side: 'high', award },", ''],
  ['the score keeps its decimals', 'standards/evaluation.ts', 'roundHalfUp(worth.low, decimals)', 'worth.low'],
  ['a bonus beyond the points is not said', 'standards/evaluation.ts', 'this.open.beyond = true;', ''],
  ['a zero of one item takes all', 'standards/compile-groups.ts', '{ ...one, numbered: true, alone: false }', 'one'],
  ['steps below another quantity begin at 100%', 'standards/compile-steps.ts', 'const than = comparedWith(measure, key);', 'const than = null;'],
  ['an aim that is not printed is 100%', 'standards/compile-steps.ts', '!dated && !aimed', '!dated'],
  ['steps belong to the first of several rates', 'standards/compile-steps.ts', '&& nameSeveral(tiers)', '&& false'],
  ['percentage points beyond an edge are taken for the rate', 'standards/relative-bounds.ts', 'up ? edge.value.add(size) : edge.value.sub(size)', 'size'],
  ['items beside the rules of a rate are dropped', 'standards/section-groups.ts', 'for (const grant of told) this.item(grant);', ''],
  ['否则得1分 is an item', 'standards/section-lists.ts', 'total.equals(rest) && !denies', 'total.equals(rest)'],
  ['of several losses only the last is limited', 'standards/section-lists.ts', 'own ?? this.capAfter', 'this.capAfter'],
  ['an uneven series of losses goes on', 'standards/count-series.ts', 'value.value.equals(per.value.mul(next.times))', 'true'],
  ['a single step of tiers is never enough', 'standards/continued-tiers.ts', 'tiers.length < 3 && !before.equals(ZERO)', 'tiers.length < 3'],
  ['a second step that is larger goes on too', 'standards/continued-tiers.ts', '!before.equals(ZERO) && !before.equals(loss)', 'false'],
  ['按1计算 is a point', 'standards/outcome-patterns.ts', "&& (words.endsWith('分') || match[0].endsWith('分'))", ''],
  ['OR needs all', 'standards/if-branches.ts', "? 'all' : 'any', tests: known", "? 'all' : 'all', tests: known"],
  ['what does not hold keeps its edge', 'standards/test.ts', 'hold: hold === 0 ? 3 : 0', 'hold'],
  ['what is granted behind another grant is one more', 'standards/statement.ts', 'last.span[1] === from', 'false'],
  ['the limit of a rate is not heard in sums', 'standards/compile-section.ts', 'left: cappedRates(expression.left, at), right: cappedRates(expression.right, at)', 'left: expression.left, right: expression.right'],
  ['coefficients of a sum are a share', 'standards/formula-points.ts', 'scale === null) && !unsettled', 'scale === null)'],
  ['steps within steps add up unsaid', 'standards/compile-section.ts', 'other && (one.region ?? other.region)', 'false && other'],
  ['a stretch around a number has one side', 'standards/condition-figures.ts', 'at.value.sub(size.value)', 'at.value'],
  ['单项得分 is the score', 'standards/compile-section.ts', "statement.scope === 'each'", 'false'],
  ['an answer that tells the steps is passed over', 'standards/evaluation-tiers.ts', 'if (told) return told;', ''],
  ['steps below an aim nobody printed are not counted', 'standards/unprinted-aim.ts', 'return UNPRINTED_AIM.test(against) ||', 'return'],
  ['the limit of an addition limits the score', 'standards/bonus-limits.ts', 'if (ofScore || at.compare(granted) > 0) return one;', 'return one;'],
  ['an aim that heads the steps is a stretch they run in', 'standards/compile-steps.ts', 'let anchor: Exact | null = aim;', 'let anchor: Exact | null = null;'],
  ['每增减 adds where it should take', 'standards/statement.ts', "one('up', up < down === bonus)", "one('up', up < down !== bonus)"],
  ['nothing is lost below nought', 'standards/evaluation.ts', 'belowZero && worth.low.compare(ZERO) < 0 ? worth.low : ZERO', 'ZERO'],
  ['what a rate is of is a condition beside it', 'standards/section-lists.ts', 'const test = this.withoutHeading(measure.test);', 'const { test } = measure;'],
  ['一次合格率 is a number of times', 'standards/scan.ts', "!(unit === '次' && this.isOnceName(end + 1))", "!(unit === '次' && false)"],
  ['a shorter name of a rate is not heard', 'scoring/score-standard.ts', 'others.length === 0 && alike.length === 1', 'false'],
  ['a part of a point is said once', 'standards/deduction.ts', "value.compare(0) > 0 && slice(scanned, at, at + 1).endsWith('点')", 'false'],
  ['what a formula says again is a second rule', 'standards/restatements.ts', 'if (formulas.length !== 1) return placed;', 'return placed;'],
  ['a circumstance that takes everything is taken off once more', 'standards/restatements.ts', 'if (!granted) return placed;', 'return placed;'],
  ['that there were none is asked as an amount', 'standards/restatements.ts', 'if (!counted) return placed;', 'return placed;'],
  ['points at the head are points beside', 'standards/restatements.ts', 'if (!full) return placed;', 'return placed;'],
  ['how often it was to be done is the step', 'standards/deduction.ts', 'if (lacking) return lacking;', ''],
  ['what is done each quarter is counted for the year', 'standards/deduction.ts', 'if (!amount || EVERY_PERIOD.test(head)) return counted;', 'if (!amount) return counted;'],
  ['so many and no more were to be done', 'standards/deduction.ts', "if (test.kind === 'at')", 'if (false)'],
  ['a quotient in a condition is the rate of something else', 'standards/condition-bounds.ts', "if (left.quotient && right.constant?.kind === 'number')", 'if (false)'],
  ['two quotients are one', 'standards/printed-quotients.ts', 'ways.size === 1 && printed', 'printed'],
  ['the target without its year is another', 'standards/glossary.ts', '?? this.sameAim(key)', ''],
  ['points beside what is lost without them are a remark', 'standards/outcome-patterns.ts', 'LOST_WITHOUT.test(', '!LOST_WITHOUT.test('],
  ['all that was to be done is no share of it', 'standards/restatements.ts', 'if (!byShare) return placed;', 'return placed;'],
  ['what is owed beyond nothing is dropped', 'standards/restatements.ts', "outcome: { kind: 'zero', owed: next.value.value }", "outcome: { kind: 'zero' }"],
  ['overspending is no saving less than nothing', 'standards/overspending.ts', "direction: 'down', test: turned", "direction: 'up', test: turned"],
  ['a limit of overspending is one of saving', 'standards/overspending.ts', 'value: at.value.neg()', 'value: at.value'],
  ['both amounts of a step are known and still counted', 'standards/unprinted-aim.ts', "if (amounts && size.unit === 'percent') return false;", ''],
  ['a size by itself is a quantity', 'standards/condition-signs.ts', '/^其?绝对值$/.test(expression.name)', 'false'],
  ['that nothing was found needs a figure', 'standards/count-thresholds.ts', "const found = unit === 'money' &&", "const found = unit === '' &&"],
  ['the same rate in other words is another', 'standards/glossary.ts', 'const alike = key.slice(-3)', 'const alike = !key.slice(-3)'],
  ['sessions are people', 'standards/glossary.ts', 'counter === undefined || texts', "counter !== '' || texts"],
  ['what is to be done each year is earned each time', 'standards/statement.ts', '(?:至少|不少于|不低于)[^,;]*,?$/', '(?:至少至少)[^,;]*,?$/'],
  ['none of it is a question beside the rate of it', 'standards/section-parts.ts', 'return none !== undefined && this', "return none === '' && this"],
  ['a word for the quotient is part of its divisor', 'standards/expression-parser.ts', "const divisor = this.scanned.shape.charAt(start - 1) === '/';", 'const divisor = false;'],
  ['points behind a full stop stand alone', 'standards/outline.ts', 'return ends ? found[0].length : 0;', 'return 0;'],
  ['a title is a part of the first name', 'standards/opening-labels.ts', 'return (LABEL.exec(ahead) ?? TAG.exec(ahead)', 'return (null'],
  ['a list number without a list makes one', 'standards/opening-labels.ts', 'if (length > 0 && !second.test(letters)) return length;', ''],
  ['words close no chain', 'standards/chained-comparisons.ts', 'return opens || closes ? found : null;', 'return null;'],
  ['the last part ends where its line does', 'standards/outline.ts', "if (part.children.slice(0, -1).some(({ from, end }) => shape.slice(from, end - 1).includes('\\n'))) return;", ''],
  ['what is said after the parts comes before them', 'standards/parse-standard.ts', 'placed.sort((a, b) => a.statement.span[0] - b.statement.span[0]);', ''],
  ['1.100% is a figure', 'standards/scan.ts', "this.stands('100%', j + 1);", 'false;'],
  ['3.1 is a figure', 'standards/outline.ts', 'if (decimal) return decimal;', ''],
  ['so far from another quantity is so much', 'standards/condition.ts', 'this.pointsBeside(x, y) ??', ''],
  ['100% of a task is a circumstance', 'standards/condition-figures.ts', 'if (deed) return deed;', ''],
  ['有一次得1分 is all there is to earn', 'standards/amount-steps.ts', '|| isOneTime(scanned, grant, points)', ''],
  ['grades with their points in brackets add up', 'standards/section-lists.ts', 'if (exclusive) {', 'if (false) {'],
  ['steps run from a figure beyond which nothing is left', 'standards/compile-steps.ts', 'if (beyond) return null;', ''],
  ['a defined rate needs its operands', 'standards/compile-measures.ts', 'return rate === null ? expression : context.quantity(rate);', 'return expression;'],
]; // prettier-ignore

type Check = Readonly<{
  input: unknown;
  status: string;
  score: number | null;
  range: unknown;
  others: readonly number[];
}>;

const CHECKS: readonly Check[] = [
  ...PHRASINGS.flatMap(({ indicator, points, text, formula, cases }) =>
    cases.map(([{ q, a, otherwise, perPoint }, expected, others = []]): Check => ({
      input: { indicator, points, text, formula, given: { quantities: q, answers: a, otherwise }, profile: { perPoint } },
      status: typeof expected === 'number' ? 'scored' : typeof expected === 'string' ? expected : 'range',
      score: typeof expected === 'number' ? expected : null,
      range: Array.isArray(expected) ? expected : null,
      others,
    })),
  ),
  ...corpus.flatMap(({ indicator, points, text, formula, cases }) =>
    (cases as { given: object; profile?: object; expect: { status: string; score?: number; range?: number[]; alternatives?: number[] } }[]).map(
      ({ given, profile, expect: wanted }): Check => ({
        input: { indicator, points, text, formula, given, profile },
        status: wanted.status,
        score: wanted.score ?? null,
        range: wanted.range ?? null,
        others: wanted.alternatives ?? [],
      }),
    ),
  ),
]; // prettier-ignore

const isRight = (
  score: ReturnType<typeof mutated>,
  { input, status, score: wanted, range, others }: Check,
): boolean => {
  const found = score(input);
  if (
    found.status !== status ||
    found.score !== wanted ||
    JSON.stringify(found.range) !== JSON.stringify(range)
  )
    return false;
  return others.every((other) => found.alternatives.some((alternative) => alternative.score === other));
};

const REVERSED = [...CHECKS].reverse();

const notices = (mutation: Mutation): boolean => {
  const score = mutated(mutation);
  return REVERSED.some((check) => {
    try {
      return !isRight(score, check);
    } catch {
      // A mutant that breaks down is noticed too.
      return true;
    }
  });
};

describe('the cases notice when', () => {
  it('nothing is changed: they hold', () => {
    const score = mutated(['standards/value.ts', 'export const NOTHING', 'export const NOTHING']);
    expect(CHECKS.filter((check) => !isRight(score, check)).map(({ input }) => input)).toEqual([]);
  });

  it.each(MUTATIONS)('%s', (_, ...mutation) => {
    expect(notices(mutation)).toBe(true);
  });
});
