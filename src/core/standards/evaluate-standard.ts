import type { Standard } from './rule';
import { matchAnswers } from './answers';
import { evaluateRule, type Evaluated } from './evaluation';
import { toExcelFormula } from './excel-formula';
import { roundHalfUp, toNumber, type Exact } from '../scoring/number';
import type { ScoringInputs } from '../scoring/operand';
import { noOpenPlaces, otherReadings, type Reading } from './reading';
import type { Alternative, ScoreStatus } from '../scoring/score';
import type { Scoring } from '../scoring/scoring';

const points = (value: Exact): number => toNumber(roundHalfUp(value, 2));

/** Scores a standard with what is known. A missing or ambiguous input is asked for; judgement gives a range. */
export function evaluateStandard(standard: Standard, inputs: ScoringInputs): Scoring {
  const answers = matchAnswers(standard, inputs.answers);
  const common = {
    indicator: standard.indicator, points: toNumber(standard.points),
    clauses: standard.clauses, unparsed: standard.unparsed, unmatchedAnswers: answers.unmatched,
  }; // prettier-ignore
  const { rule } = standard;
  if (!rule) {
    const trace = standard.problems.length > 0 ? standard.problems : ['评分标准中没有可以计算的得分规则。'];
    return {
      ...common,
      status: 'manual',
      score: null,
      range: null,
      needs: [],
      alternatives: [],
      trace,
      formula: null,
    };
  }
  const reading: Reading = { perPoint: standard.profile.perPoint ?? 'whole' };
  const open = noOpenPlaces();
  const found = evaluateRule(standard, rule, inputs, answers, reading, open);
  const status = statusOf(found);
  if (status !== 'scored') {
    const range = status === 'range' ? ([points(found.worth.low), points(found.worth.high)] as const) : null;
    const trace = found.refused === null ? found.trace : [...found.trace, found.refused];
    const needs = status === 'manual' ? [] : found.needs;
    return { ...common, status, score: null, range, needs, alternatives: [], trace, formula: null };
  }
  const score = points(found.worth.low);
  const alternatives: Alternative[] = [];
  for (const other of otherReadings(reading, open)) {
    const again = evaluateRule(standard, rule, inputs, answers, other.reading, noOpenPlaces());
    if (statusOf(again) !== 'scored') continue;
    const value = points(again.worth.low);
    if (value !== score && !alternatives.some((known) => known.score === value))
      alternatives.push({ reading: other.says, score: value });
  }
  const trace = [
    ...found.trace,
    ...alternatives.map((other) => `另一读法（${other.reading}）：${other.score}分`),
  ];
  const formula = toExcelFormula(standard, inputs, answers, reading);
  return { ...common, status, score, range: null, needs: [], alternatives, trace, formula };
}

/** A judgement that remains whatever is answered to yes and no is a range already; a missing figure never is. */
function statusOf({ worth, needs, refused }: Evaluated): ScoreStatus {
  if (refused !== null) return 'manual';
  if (!worth.open) return worth.judged ? 'range' : 'scored';
  const figures = needs.some(({ kind }) => kind === 'quantity' || kind === 'count');
  return worth.judged && !figures ? 'range' : 'needs-input';
}
