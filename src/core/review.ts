import { append } from './lists';
import type { Answers } from './answers';
import { runChecks } from './checks/run-checks';
import type { Finding } from './checks/finding';
import { collectFacts } from './facts/collect-facts';
import type { FactBook } from './facts/fact';
import { gradeOf } from './profiles/grade';
import type { Profile } from './profiles/profile';
import { endReview } from './remember';
import type { Coverage, Review, ReviewedGroup, ReviewedTotal, Summary } from './review-result';
import { exact, roundHalfUp, sum, toNumber } from './scoring/number';
import type { Score } from './scoring/score';
import { scoreIndicators, type ScoredTable } from './scoring/score-indicators';
import { rangeToA1 } from './snapshot/address';
import type { Snapshot } from './snapshot/snapshot';
import { recogniseTables } from './tables/recognise';
import { isIndicatorTable, type NumberCell, type Recognition } from './tables/table';

/**
 * Everything ziping says about a workbook: recognises its tables, collects its facts, scores its indicators, runs every
 * check. Pure: the same snapshot, profile and answers give the same review.
 */
export function review(snapshot: Snapshot, profile: Profile, answers: Answers): Review {
  try {
    return reviewed(snapshot, profile, answers);
  } finally {
    endReview();
  }
}

function reviewed(snapshot: Snapshot, profile: Profile, answers: Answers): Review {
  const recognition = recogniseTables(snapshot);
  const facts = collectFacts(recognition);
  const scoredTables = scoreIndicators(recognition, facts, profile, answers);
  const scores = scoredTables.flatMap((table) => table.scores);
  const { findings, settled, skipped } = runChecks({
    snapshot,
    recognition,
    facts,
    scores,
    profile,
    notes: answers.notes ?? [],
  });
  const totals = totalsOf(scoredTables);
  return {
    tables: recognition.tables.map((table) => ({
      kind: table.kind,
      title: table.title?.text ?? null,
      sheet: table.sheet,
      range: rangeToA1(table.range),
      unit: table.unit,
      project: isIndicatorTable(table) ? (table.project?.text ?? null) : null,
    })),
    ignoredSheets: recognition.ignored,
    facts: reviewedFacts(facts),
    scores,
    groups: groupsOf(scoredTables),
    totals,
    findings,
    settled,
    skipped,
    coverage: coverageOf(recognition, scores),
    summary: summaryOf(scores, totals, findings, settled, profile),
  };
}

function reviewedFacts(book: FactBook): Review['facts'] {
  return book.facts.map(({ name, printed, unit, ref }) => ({ name, value: toNumber(printed), unit, ...ref }));
}

/** Where each table's scores stand in the list of all scores. */
function* withOffsets(tables: readonly ScoredTable[]): Generator<ScoredTable & { offset: number }> {
  let offset = 0;
  for (const table of tables) {
    yield { ...table, offset };
    offset += table.scores.length;
  }
}

function totalsOf(tables: readonly ScoredTable[]): ReviewedTotal[] {
  const totals: ReviewedTotal[] = [];
  for (const { index, table, scores, offset } of withOffsets(tables)) {
    const cell = table.total?.score;
    if (!cell) continue;
    totals.push({
      ...cell.ref,
      table: index,
      reported: numberOf(cell),
      isFormula: cell.cell?.formula !== undefined,
      scores: scores.map((_, at) => offset + at),
    });
  }
  return totals;
}

function numberOf(cell: NumberCell | null): number | null {
  return cell?.reading.kind === 'number' ? toNumber(cell.reading.value) : null;
}

/** Level-1 groups; an indicator that stands in none (a flat table, the money block) makes a group of its own name. */
function groupsOf(tables: readonly ScoredTable[]): ReviewedGroup[] {
  const groups: ReviewedGroup[] = [];
  for (const { index, table, scores, roots, offset } of withOffsets(tables)) {
    const members = new Map<number | string, number[]>();
    scores.forEach((score, at) => {
      append(members, roots[at] ?? score.indicator, at);
    });
    for (const [key, at] of members) {
      const own = at.flatMap((one) => scores[one] ?? []);
      const group = typeof key === 'number' ? table.groups[key] : undefined;
      groups.push({
        name: group?.name ?? String(key),
        table: index,
        points: numberOf(group?.points ?? null) ?? total(own.map(({ points }) => points)),
        reported: total(own.map(({ reported }) => reported)),
        computed: total(own.map(({ score, reported }) => score ?? reported)),
        scores: at.map((one) => offset + one),
      });
    }
  }
  return groups;
}

/** Sum of numbers as they print; `null` where one is missing. */
function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return null;
  // Whole numbers add up exactly as they are; most points do.
  if (known.every(Number.isSafeInteger)) return known.reduce((whole, value) => whole + value, 0);
  return toNumber(roundHalfUp(sum(known.map(exact)), 4));
}

function coverageOf(recognition: Recognition, scores: readonly Score[]): Coverage {
  const count = (status: Score['status']): number => scores.filter((score) => score.status === status).length;
  return {
    tables: recognition.tables.length,
    cellsRead: recognition.cellsRead,
    scored: count('scored'),
    asked: count('needs-input'),
    manual: count('manual'),
    ranged: count('range'),
  };
}

/**
 * The verdict in numbers. Errors that a person set aside still count: they were not corrected.
 */
function summaryOf(
  scores: readonly Score[],
  totals: readonly ReviewedTotal[],
  findings: readonly Finding[],
  settled: readonly Finding[],
  profile: Profile,
): Summary {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const computedTotal =
    scores.length === 0 ? null : total(scores.map(({ score, reported }) => score ?? reported));
  const reportedTotal = totals.length === 0 ? null : total(totals.map(({ reported }) => reported));
  const fullMark = scores.length === 0 ? null : total(scores.map(({ points }) => points));
  const graded = totals.length === 1 ? (reportedTotal ?? computedTotal) : null;
  return {
    reportedTotal,
    computedTotal,
    fullMark,
    grade: graded === null || fullMark === null ? null : gradeOf(profile, graded, fullMark),
    errors: count('error') + settled.filter(({ severity }) => severity === 'error').length,
    verify: count('verify'),
    hints: count('hint'),
  };
}
