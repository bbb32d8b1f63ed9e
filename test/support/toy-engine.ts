import {
  cellReader,
  toA1,
  type Answers,
  type Cell,
  type Finding,
  type Profile,
  type Review,
  type Score,
} from '../../src/core';
import type { Engine } from '../../src/taskpane/state/pane-state';

/** A national profile with the values that the pane shows. */
export const TOY_PROFILE: Profile = {
  id: 'national',
  name: '国家',
  grades: [
    { grade: '优', from: 90 },
    { grade: '差', from: 0 },
  ],
  qualitativeBands: [],
  reverse: 'ratio',
  perPoint: 'whole',
  weights: { execution: 10, output: 50, effect: 30, satisfaction: 10 },
  overshoot: 1.3,
  thresholds: { executionFloor: 0.9, exclusion: 0.05, budgetDeviation: 0.2, outcomeVersusExecution: 0.05 },
};

/**
 * A stand-in for core's review over a sheet 评分表 with the columns 指标, 分值, 应得, 得分 (score cells in D) and a last line
 * 合计. A number in 应得 is what the indicator scores; a word there is a number that has to be supplied.
 */
export const toyEngine: Engine = (snapshot, _profile, answers) => {
  const sheet = snapshot.sheets.find((one) => one.name === '评分表');
  if (!sheet)
    return {
      ...EMPTY,
      ignoredSheets: snapshot.sheets.map(({ name }) => ({ sheet: name, reason: '没有可识别的表格' })),
    };
  const read = cellReader(snapshot);
  const rows = sheet.cells
    .filter((cell) => cell.column === 0 && cell.row > 0 && cell.value !== '合计')
    .map((cell) => cell.row);
  const at = (row: number, column: number): Cell | undefined =>
    read({ sheet: '评分表', cell: toA1({ row, column }) });
  const scores = rows.map((row) => scoreOf(row, at, answers));
  const totalRow = sheet.cells.find((cell) => cell.value === '合计')?.row;
  const all = scores.flatMap(findingsOf);
  const noted = (finding: Finding): boolean =>
    answers.notes?.some(
      (note) =>
        note.kind === 'ignored' &&
        note.cell === finding.cell &&
        note.id === finding.id &&
        note.left === finding.left,
    ) ?? false;
  const sum = (pick: (score: Score) => number | null): number =>
    scores.reduce((total, score) => total + (pick(score) ?? 0), 0);
  const findings = all.filter((finding) => !noted(finding));
  return {
    ...EMPTY,
    tables: [
      {
        kind: 'department-indicators',
        title: '自评表',
        sheet: '评分表',
        range: 'A1:D9',
        unit: null,
        project: null,
      },
    ],
    scores,
    groups: [
      {
        name: '投入',
        table: 0,
        points: sum((one) => one.points),
        reported: sum((one) => one.reported),
        computed: sum((one) => one.score ?? one.reported),
        scores: scores.map((_, index) => index),
      },
    ],
    totals: totalRow === undefined ? [] : [totalOf(totalRow, at, scores)],
    findings,
    settled: all.filter(noted),
    coverage: {
      ...EMPTY.coverage,
      tables: 1,
      scored: scores.filter((one) => one.status === 'scored').length,
      asked: scores.filter((one) => one.status === 'needs-input').length,
    },
    summary: {
      reportedTotal: sum((one) => one.reported),
      computedTotal: sum((one) => one.score ?? one.reported),
      fullMark: sum((one) => one.points),
      grade: '优',
      errors: findings.filter((one) => one.severity === 'error').length,
      verify: 0,
      hints: 0,
    },
  };
};

export const EMPTY: Review = {
  tables: [],
  ignoredSheets: [],
  facts: [],
  scores: [],
  groups: [],
  totals: [],
  findings: [],
  settled: [],
  skipped: [],
  coverage: { tables: 0, cellsRead: 0, scored: 0, asked: 0, manual: 0, ranged: 0 },
  summary: {
    reportedTotal: null,
    computedTotal: null,
    fullMark: null,
    grade: null,
    errors: 0,
    verify: 0,
    hints: 0,
  },
};

type Reader = (row: number, column: number) => Cell | undefined;

function numberAt(cell: Cell | undefined): number | null {
  return typeof cell?.value === 'number' ? cell.value : null;
}

function text(cell: Cell | undefined): string {
  return typeof cell?.value === 'string' ? cell.value : '';
}

function scoreOf(row: number, at: Reader, answers: Answers): Score {
  const indicator = text(at(row, 0));
  const wants = at(row, 2)?.value;
  const words = text(at(row, 2));
  const supplied =
    typeof wants === 'string' ? answers.indicators?.[indicator]?.quantities?.[wants] : undefined;
  const computed = typeof wants === 'number' ? wants : (supplied ?? null);
  return {
    indicator,
    project: null,
    sheet: '评分表',
    cell: toA1({ row, column: 3 }),
    points: numberAt(at(row, 1)),
    reported: numberAt(at(row, 3)),
    status: computed === null ? 'needs-input' : 'scored',
    score: computed,
    range: null,
    needs: computed === null ? [{ name: words, kind: 'quantity', about: `按${words}计分` }] : [],
    alternatives: computed === null ? [] : [{ reading: '按比例折算', score: computed / 2 }],
    trace: computed === null ? [] : [`${indicator} = ${computed}`, `得${computed}分`],
    formula: computed === null ? null : `=${computed}+0`,
    operands:
      computed === null
        ? []
        : [
            {
              name: '应得',
              value: computed,
              unit: null,
              ref: { sheet: '评分表', cell: toA1({ row, column: 2 }) },
            },
          ],
    standard: `按比例计分。${indicator}达标得满分。`,
    clauses: [{ kind: 'definition', text: '按比例计分。', from: 0, to: 6 }],
    unparsed: [],
  };
}

function findingsOf(score: Score): Finding[] {
  if (score.score === null || score.score === score.reported) return [];
  const base = {
    sheet: score.sheet,
    cell: score.cell,
    severity: 'error' as const,
    why: '得分应与评分标准一致。',
    cause: null,
    related: [],
    consequences: [],
  };
  if (score.reported === null) {
    return [
      {
        ...base,
        id: 'SCR-018',
        messageId: 'blank',
        message: `“${score.indicator}”未填自评得分。`,
        todo: '填写得分。',
        left: null,
        right: null,
        difference: null,
        fix: null,
      },
    ];
  }
  const patches = [{ sheet: score.sheet, cell: score.cell, before: score.reported, after: score.score }];
  return [
    {
      ...base,
      id: 'SCR-007',
      messageId: 'off',
      message: `“${score.indicator}”按评分标准应得${score.score}分，填报${score.reported}分。`,
      todo: '改正得分，或说明理由。',
      left: score.reported,
      right: score.score,
      difference: score.reported - score.score,
      related: [{ sheet: '数据', cell: 'B2', role: '取数' }],
      fix: { kind: 'suggested', patches },
    },
  ];
}

function totalOf(row: number, at: Reader, scores: readonly Score[]): Review['totals'][number] {
  const cell = at(row, 3);
  return {
    table: 0,
    sheet: '评分表',
    cell: toA1({ row, column: 3 }),
    scores: scores.map((_, index) => index),
    reported: numberAt(cell),
    isFormula: cell?.formula !== undefined,
  };
}
