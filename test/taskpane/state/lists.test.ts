import fc from 'fast-check';
import {
  NOTHING_KEPT,
  type ClauseView,
  type Finding,
  type Need,
  type Review,
  type Score,
} from '../../../src/core';
import {
  difference,
  groupFindings,
  keyedFindings,
  neighbour,
} from '../../../src/taskpane/state/finding-list';
import { marksOf } from '../../../src/taskpane/state/marks';
import { answeredOf, currentQuestion, questionsOf } from '../../../src/taskpane/state/questions';
import { scoreTree } from '../../../src/taskpane/state/score-tree';
import { segmentsOf } from '../../../src/taskpane/state/standard-segments';
import { verdictOf } from '../../../src/taskpane/state/verdict';
import { EMPTY } from '../../support/toy-engine';

const finding = (id: string, severity: Finding['severity'], cell: string, message = '不一致。'): Finding => ({
  id,
  messageId: 'off',
  severity,
  sheet: '评分表',
  cell,
  message,
  why: '',
  todo: '核对。',
  cause: null,
  left: null,
  right: null,
  difference: null,
  related: [],
  consequences: [],
  fix: null,
});

const review = (findings: Finding[], settled: Finding[] = []): Review => ({ ...EMPTY, findings, settled });
const all = { severity: 'all', text: '' } as const;

describe('groups of findings', () => {
  const findings = [
    finding('SUM-001', 'hint', 'A1'),
    finding('SCR-007', 'error', 'H9'),
    finding('RAT-001', 'error', 'B2', '结转结余率填报0%。'),
    finding('SCR-007', 'error', 'H3'),
  ];

  it('stand by severity, then by check, in each check in the order of the workbook', () => {
    const groups = groupFindings(keyedFindings(review(findings)), all);
    expect(groups.map(({ id, items }) => [id, items.map((item) => item.finding.cell)])).toEqual([
      ['RAT-001', ['B2']],
      ['SCR-007', ['H9', 'H3']],
      ['SUM-001', ['A1']],
    ]);
  });

  it.each([
    ['by severity', { severity: 'hint', text: '' }, ['A1']],
    ['by id, whatever the letters', { severity: 'all', text: 'scr-007' }, ['H9', 'H3']],
    ['by cell', { severity: 'all', text: '评分表!H3' }, ['H3']],
    ['by words of the message', { severity: 'all', text: '结转结余率' }, ['B2']],
    ['by both', { severity: 'hint', text: '结转结余率' }, []],
    ['settled ones only on request', { severity: 'settled', text: '' }, ['C1']],
  ] as const)('are filtered %s', (_, filter, cells) => {
    const groups = groupFindings(
      keyedFindings(review(findings, [finding('EXE-001', 'error', 'C1')])),
      filter,
    );
    expect(groups.flatMap(({ items }) => items.map((item) => item.finding.cell))).toEqual(cells);
  });

  it('gives every finding a key of its own, the same at the next check', () => {
    const twice = review([finding('SCR-007', 'error', 'H3'), finding('SCR-007', 'error', 'H3')]);
    const keys = keyedFindings(twice).map((item) => item.key);
    expect(new Set(keys).size).toBe(2);
    expect(keyedFindings(review(twice.findings.map((one) => ({ ...one })))).map((item) => item.key)).toEqual(
      keys,
    );
  });

  it('goes round at both ends, and begins at the first or the last', () => {
    const groups = groupFindings(keyedFindings(review(findings)), all);
    const cell = (key: string | null, step: 1 | -1): string | undefined =>
      neighbour(groups, key, step)?.finding.cell;
    const [first, , , last] = groups.flatMap(({ items }) => items.map((item) => item.key));
    expect([cell(null, 1), cell(null, -1), cell(last!, 1), cell(first!, -1)]).toEqual([
      'B2',
      'A1',
      'B2',
      'A1',
    ]);
    expect(neighbour([], null, 1)).toBeNull();
  });

  it('counts what came and what went', () => {
    const later = review([findings[0]!, finding('WGT-001', 'error', 'C3')], [findings[1]!]);
    expect(difference(review(findings), later)).toEqual({ appeared: 1, solved: 3 });
    expect(difference(null, later)).toEqual({ appeared: 0, solved: 0 });
  });
});

describe('marks', () => {
  it('puts one mark on a place: the most serious look, all the words', () => {
    const marks = marksOf(
      review(
        [finding('SUM-001', 'hint', 'A1', '甲'), finding('SCR-007', 'error', 'A1', '乙')],
        [finding('EXE-001', 'error', 'B1')],
      ),
    );
    expect(marks).toEqual([{ sheet: '评分表', cell: 'A1', severity: 'error', message: '甲\n乙' }]);
  });
});

describe('the verdict', () => {
  const table = {
    kind: 'department-indicators',
    title: null,
    sheet: '评分表',
    range: 'A1:H9',
    unit: null,
    project: null,
  } as const;
  const score = (status: Score['status'], reported: number | null): Score =>
    ({ status, reported, needs: [] }) as unknown as Score;
  const summary = EMPTY.summary;
  it.each([
    ['nothing recognised', EMPTY, { kind: 'nothing', reasons: [] }],
    [
      'errors first',
      { ...EMPTY, tables: [table], summary: { ...summary, errors: 2, verify: 3 } },
      { kind: 'errors', count: 2, blank: 0 },
    ],
    [
      'how many of the errors are scores not filled in yet',
      {
        ...EMPTY,
        tables: [table],
        summary: { ...summary, errors: 3 },
        findings: [
          finding('SCR-018', 'error', 'H5'),
          finding('SCR-018', 'error', 'H6'),
          finding('RAT-001', 'error', 'B18'),
        ],
      },
      { kind: 'errors', count: 3, blank: 2 },
    ],
    [
      'then what must be supplied',
      { ...EMPTY, tables: [table], scores: [score('needs-input', 5)], summary: { ...summary, verify: 1 } },
      { kind: 'needs', count: 1 },
    ],
    [
      'then what must be explained',
      { ...EMPTY, tables: [table], summary: { ...summary, verify: 1 } },
      { kind: 'verify', count: 1 },
    ],
    [
      'then scores that only a person can give',
      { ...EMPTY, tables: [table], scores: [score('manual', null)] },
      { kind: 'blank', count: 1 },
    ],
    [
      'ready only when nothing is left',
      { ...EMPTY, tables: [table], scores: [score('scored', 5)], summary: { ...summary, hints: 1 } },
      { kind: 'ready' },
    ],
  ])('%s', (_, given, verdict) => {
    expect(verdictOf(given).verdict).toEqual(verdict);
  });
});

describe('questions', () => {
  const need = (kind: Need['kind'], name: string, more: Partial<Need> = {}): Need => ({
    kind,
    name,
    about: name,
    ...more,
  });
  const asking = (indicator: string, needs: Need[]): Score =>
    ({ indicator, project: null, needs }) as unknown as Score;

  it('asks a tick list at once, everything else one by one, the same thing once', () => {
    const questions = questionsOf({
      ...EMPTY,
      scores: [
        asking('规范性', [need('tick', '有依据'), need('tick', '有测算'), need('condition', '截留挪用')]),
        asking('完整性', [need('count', '不符合'), need('count', '不符合')]),
        asking('公开', [
          need('choice', '公开', { under: '预算' }),
          need('choice', '公开', { under: '决算' }),
        ]),
      ],
    });
    expect(questions.map(({ indicator, kind, needs }) => [indicator, kind, needs.length])).toEqual([
      ['规范性', 'tick', 2],
      ['规范性', 'condition', 1],
      ['完整性', 'count', 1],
      ['公开', 'choice', 1],
      ['公开', 'choice', 1],
    ]);
  });

  it('falls back to the first question when the one in front was answered', () => {
    const questions = questionsOf({
      ...EMPTY,
      scores: [asking('甲', [need('count', '一'), need('count', '二')])],
    });
    expect(currentQuestion(questions, questions[1]!.key)?.at).toBe(1);
    expect(currentQuestion(questions, 'answered')?.at).toBe(0);
    expect(currentQuestion([], null)).toBeNull();
  });

  it('lists what was supplied; a chosen reading alone is no answer', () => {
    const answers = {
      indicators: {
        甲: { quantities: { 在职: 3 } },
        乙: { reading: '按比例' },
        丙: { answers: [{ about: '一', met: true }] },
      },
    };
    const bindings = [{ indicator: '丁', name: '编制', sheet: '表', cell: 'B2' }];
    expect(answeredOf({ ...NOTHING_KEPT, answers, bindings })).toEqual([
      { indicator: '甲', quantities: [['在职', 3]], answers: 0, cells: [] },
      { indicator: '丙', quantities: [], answers: 1, cells: [] },
      { indicator: '丁', quantities: [], answers: 0, cells: ['编制 表!B2'] },
    ]);
  });
});

describe('the tree of scores', () => {
  it('shows every score once, also those that stand under no group', () => {
    const scores = [{}, {}, {}] as Score[];
    const groups = [{ name: '投入', table: 0, points: 5, reported: 4, computed: 4, scores: [1] }];
    const tree = scoreTree({ ...EMPTY, scores, groups });
    expect(tree.flatMap((table) => table.groups.flatMap((group) => group.scores)).sort()).toEqual([0, 1, 2]);
  });
});

describe('stretches of a standard', () => {
  const clause = (kind: string, from: number, to: number): ClauseView => ({ kind, from, to, text: '' });

  it('name the innermost clause and mark what was not understood', () => {
    const segments = segmentsOf('一二三四五六', [
      clause('heading', 0, 4),
      clause('tier', 2, 4),
      clause('unparsed', 4, 5),
    ]);
    expect(segments.map(({ text, clause: of, understood }) => [text, of?.kind ?? null, understood])).toEqual([
      ['一二', 'heading', true],
      ['三四', 'tier', true],
      ['五', 'unparsed', false],
      ['六', null, false],
    ]);
  });

  it('always give the text back, whatever the offsets are', () => {
    const clauses = fc.array(
      fc
        .tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 }))
        .map(([from, to]) => clause('tier', from, to)),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), clauses, (standard, list) => {
        expect(
          segmentsOf(standard, list)
            .map(({ text }) => text)
            .join(''),
        ).toBe(standard);
      }),
    );
  });
});
