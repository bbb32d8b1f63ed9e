import { mergeGiven, type Answers, type Given } from '../answers';
import { bindOperands } from '../facts/bind';
import type { FactBook } from '../facts/fact';
import { moneyUnitOf, operandIn } from '../facts/money-unit';
import type { Profile } from '../profiles/profile';
import { evaluateStandard } from '../standards/evaluate-standard';
import { parseStandard } from '../standards/parse-standard';
import { isIndicatorTable, type Indicator, type IndicatorTable, type Recognition } from '../tables/table';
import { toNumber } from './number';
import type { Operand } from './operand';
import { quantityLookup } from './score-standard';
import type { Score, UsedOperand } from './score';
import type { Scoring } from './scoring';
import { scoreByTarget, scoreMoney } from './target';

/** An indicator table with the scores of its lines, in reading order. */
export type ScoredTable = Readonly<{
  /** Index in the recognition. */
  index: number;
  table: IndicatorTable;
  scores: readonly Score[];
  /** Index of each score's level-1 group in the table, `null` where it stands in none. */
  roots: readonly (number | null)[];
}>;

type LineGiven = Given & Readonly<{ reading?: string }>;

/** What is needed to score any line of a workbook. */
type Desk = Readonly<{
  book: FactBook;
  profile: Profile;
  answers: Answers;
  inUnit: (operand: Operand) => Operand;
  /** Unit of the amounts of money, typed ones included. */
  moneyUnit: string;
}>;

/**
 * Scores every line of every indicator table that has scores: by its standard where one is printed, by target and actual value where the
 * table prints those, by execution rate in the money block of a project form. What is missing is asked for.
 */
export function scoreIndicators(
  recognition: Recognition,
  book: FactBook,
  profile: Profile,
  answers: Answers,
): readonly ScoredTable[] {
  const unit = moneyUnitOf(book);
  const desk: Desk = { book, profile, answers, inUnit: operandIn(unit, book), moneyUnit: unit.name };
  return recognition.tables.flatMap((table, index) => {
    if (!isIndicatorTable(table) || !table.scored) return [];
    const money = scoreMoney(table, (name) => ownGiven(answers, table, name));
    const lines = table.indicators.map((indicator) => scoreLine(desk, table, indicator));
    return [
      {
        index,
        table,
        scores: [...money, ...lines],
        roots: [...money.map(() => null), ...table.indicators.map(({ group }) => rootOf(table, group))],
      },
    ];
  });
}

function rootOf(table: IndicatorTable, group: number | null): number | null {
  let root = group;
  while (root !== null) {
    const parent: number | null = table.groups[root]?.parent ?? null;
    if (parent === null) return root;
    root = parent;
  }
  return null;
}

function scoreLine(desk: Desk, table: IndicatorTable, indicator: Indicator): Score {
  const given = givenFor(desk.answers, table, indicator);
  const points = indicator.points?.reading;
  if (indicator.standard && indicator.standard.text !== '' && points?.kind === 'number') {
    return scoreByStandard(desk, table, indicator, given);
  }
  return scoreByTarget(indicator, table, desk.profile, given);
}

/** General answers hold for every indicator; those for this one go before them. */
function givenFor(answers: Answers, table: IndicatorTable, { name }: Indicator): LineGiven {
  const special = ownGiven(answers, table, name);
  return { ...special, ...mergeGiven(answers, special) };
}

/** What was answered for one indicator, by its name or as `project/indicator`. */
function ownGiven(answers: Answers, table: IndicatorTable, name: string): LineGiven {
  const own = answers.indicators?.[name];
  const ofProject = table.project ? answers.indicators?.[`${table.project.text}/${name}`] : undefined;
  return { ...own, ...ofProject, ...mergeGiven(own ?? {}, ofProject ?? {}) };
}

function scoreByStandard(desk: Desk, table: IndicatorTable, indicator: Indicator, given: LineGiven): Score {
  const { definition, standard } = indicator;
  const points = indicator.points?.reading;
  if (!standard || points?.kind !== 'number') throw new RangeError('指标没有评分标准或分值');
  const parsed = parseStandard({
    indicator: indicator.name,
    points: points.value,
    text: standard.text,
    profile: { perPoint: desk.profile.perPoint },
    ...(definition && definition.text !== '' ? { formula: definition.text } : {}),
  });
  const used = new Map<string, UsedOperand>();
  const typed = quantityLookup(given.quantities ?? {});
  const bound = bindOperands(desk.book, { indicator, table });
  const lookup = (name: string): Operand | null => {
    const told = typed(name);
    const found = told ?? bound(name);
    const operand = found && !told ? desk.inUnit(found) : found;
    if (operand?.kind === 'known') {
      const { value, cell, derivedFrom } = operand;
      used.set(name, {
        name,
        value: toNumber(value),
        unit: null,
        ref: cell ?? null,
        ...(derivedFrom && { from: derivedFrom }),
      });
    }
    return operand;
  };
  const scoring = evaluateStandard(parsed, {
    lookup,
    moneyUnit: desk.moneyUnit,
    answers: given.answers ?? [],
    ...(given.otherwise ? { otherwise: given.otherwise } : {}),
  });
  return withReading(scoreOf(scoring, table, indicator, [...used.values()]), given.reading);
}

function scoreOf(
  scoring: Scoring,
  table: IndicatorTable,
  { name, score, standard }: Indicator,
  operands: readonly UsedOperand[],
): Score {
  const { points, status, range, alternatives, trace, formula, clauses, unparsed } = scoring;
  return {
    indicator: name,
    project: table.project?.text ?? null,
    ...score.ref,
    points,
    reported: score.reading.kind === 'number' ? toNumber(score.reading.value) : null,
    status,
    score: scoring.score,
    range,
    needs: scoring.needs,
    alternatives,
    trace,
    formula,
    operands,
    standard: standard?.text ?? null,
    clauses,
    unparsed,
  };
}

/** The score under the reading that a person chose; the default reading then stands among the others. */
function withReading(score: Score, reading: string | undefined): Score {
  const chosen = score.alternatives.find((one) => one.reading === reading);
  if (!chosen || score.score === null) return score;
  return {
    ...score,
    score: chosen.score,
    formula: null,
    alternatives: [
      { reading: '默认读法', score: score.score },
      ...score.alternatives.filter((one) => one !== chosen),
    ],
    trace: [...score.trace, `采用另一读法“${chosen.reading}” → ${chosen.score}分`],
  };
}
