import fc from 'fast-check';
import {
  isIndicatorTable,
  NATIONAL,
  profileById,
  recogniseTables,
  type Answers,
  type Profile,
  type Score,
} from '../../../src/core';
import { dateStretch } from '../../../src/core/scoring/target-date';
import { scoreByTarget, scoreMoney } from '../../../src/core/scoring/target';
import { wordOutcome } from '../../../src/core/scoring/target-words';
import { soleIndicatorTable } from '../../support/essence';
import { expectedOf, fixture } from '../../support/fixture';
import { workbook, type CellInput } from '../../support/sheet';

type Given = Omit<Answers, 'indicators' | 'notes'>;
type Line = Readonly<{
  name?: string;
  group?: string;
  target: CellInput;
  actual: CellInput;
  sign?: string;
  unit?: string;
  points?: CellInput;
  profile?: Profile;
  given?: Given;
}>;

function score({
  name = '培训人次',
  group = '数量指标',
  target,
  actual,
  sign,
  unit,
  points = 10,
  profile = NATIONAL,
  given = {},
}: Line): Score {
  const book = workbook({
    表: [
      ['2023年度项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '完成值', '分值', '得分'],
      ['产出指标', group, name, sign ?? null, target, unit ?? null, actual, points, null],
      ['效益指标', '社会效益', '另一项', null, 1, null, 1, 10, 10],
    ],
  });
  const table = soleIndicatorTable(recogniseTables(book));
  const [line] = table.indicators;
  if (!line) throw new Error('no line');
  return scoreByTarget(line, table, profile, given);
}

const brief = ({ status, score: value, range, alternatives }: Score): unknown[] => [
  status,
  value ?? range,
  ...alternatives.map((one) => one.score),
];
const hubei = profileById('hubei') ?? NATIONAL;
const linear: Profile = { ...NATIONAL, reverse: 'linear-to-zero' };

describe('targets with a number', () => {
  it.each<[why: string, line: Line, expected: unknown]>([
    ['met', { target: '≥50个', actual: '52个' }, ['scored', 10]],
    ['just met', { target: '≥50个', actual: '50' }, ['scored', 10]],
    ['short: the ratio', { target: '≥50人次', actual: '46人次' }, ['scored', 9.2]],
    ['rounded half up', { target: 3, actual: 2 }, ['scored', 6.67]],
    ['nothing done', { target: '≥50个', actual: 0 }, ['scored', 0]],
    ['a negative actual is none', { target: '≥50个', actual: -3 }, ['scored', 0]],
    ['the sign in its own column', { sign: '≥', target: 12, unit: '次', actual: 9 }, ['scored', 7.5]],
    ['no sign: at least', { target: '100%', actual: '98%' }, ['scored', 9.8]],
    ['percent typed as a number', { target: '≥90%', actual: 88.2 }, ['scored', 9.8]],
    ['百分比 as the finance system writes it', { target: '≥100百分比', actual: '100' }, ['scored', 10]],
    [
      'a percent format',
      { target: { value: 1, format: '0%' }, actual: { value: 0.98, format: '0%' } },
      ['scored', 9.8],
    ],
    ['unit column %, plain figures', { sign: '≥', target: 99, unit: '%', actual: 98 }, ['scored', 9.9]],
    ['元 beside 万元', { sign: '≥', target: '90万元', actual: '450000元' }, ['scored', 5]],
    ['strictly more', { sign: '>', target: 10, actual: 10 }, ['scored', 10]],
    ['much more than the target', { target: '≥50个', actual: '80个' }, ['scored', 10]],
  ])('%s', (_why, line, expected) => {
    expect(brief(score(line))).toEqual(expected);
  });

  it('130% and more must be explained', () => {
    expect(score({ target: '≥50个', actual: '65个' }).trace).toContain(
      '完成值为指标值的130%，请说明指标值是否偏低',
    );
    expect(score({ target: '≥50个', actual: '64个' }).trace).toHaveLength(1);
  });

  it('says how it came about', () => {
    expect(score({ target: '≥50人次', actual: '46人次' }).trace).toEqual([
      '指标值≥50人次，完成值46人次：完成92%，92% × 10分 = 9.2分',
    ]);
  });
});

describe('ceilings', () => {
  it.each<[why: string, line: Line, expected: unknown]>([
    ['kept', { name: '成本', target: '≤90万元', actual: '87.48万元' }, ['scored', 10]],
    ['exceeded, national reading first', { name: '成本', target: '≤30', actual: 40 }, ['scored', 7.5, 6.67]],
    [
      'exceeded, the other reading first',
      { name: '成本', target: '≤30', actual: 40, profile: linear },
      ['scored', 6.67, 7.5],
    ],
    ['twice the ceiling', { name: '成本', target: '≤30', actual: 60, profile: linear }, ['scored', 0, 5]],
    ['beyond twice: never negative', { name: '成本', target: '≤30', actual: 90 }, ['scored', 3.33, 0]],
    ['a ceiling of 0', { name: '事故数', target: '≤0起', actual: '1起' }, ['scored', 0]],
    ['反向 in the column of signs', { sign: '反向', target: 30, actual: 40 }, ['scored', 7.5, 6.67]],
    [
      'without a sign it is not known which way it counts',
      { name: '单位成本', group: '成本指标', target: '12万元', actual: '11万元' },
      ['needs-input', null, 9.17, 10],
    ],
    [
      'both ways the same',
      { name: '单位成本', group: '成本指标', target: '12万元', actual: '12万元' },
      ['scored', 10],
    ],
    [
      'the person says which way',
      {
        name: '单位成本',
        target: '12万元',
        actual: '11万元',
        given: { answers: [{ about: '越低越好', chosen: true }] },
      },
      ['scored', 10],
    ],
    ['exactly, met', { target: '=8个', actual: '8个' }, ['scored', 10]],
    ['exactly, short', { target: '=8个', actual: '6个' }, ['scored', 7.5]],
    [
      'exactly, more: the deviation is another reading',
      { target: '=8个', actual: '10个' },
      ['scored', 10, 8],
    ],
  ])('%s', (_why, line, expected) => {
    expect(brief(score(line))).toEqual(expected);
  });
});

describe('what is supplied counts', () => {
  const chosen = (about: string): Given => ({ answers: [{ about, chosen: true }] });
  it.each<[why: string, line: Line, expected: unknown[]]>([
    [
      'a target where the cell is blank',
      { target: null, actual: '45人次', given: { quantities: { 培训人次指标值: 50 } } },
      ['scored', 9],
    ],
    [
      'a rate as the target of a rate',
      { name: '合格率', target: null, actual: '90%', given: { quantities: { 指标值: 0.95 } } },
      ['scored', 9.47],
    ],
    [
      'a target above zero instead of 0, which is no actual value',
      { target: '≥0个', actual: '-1', given: { quantities: { 培训人次大于零的指标值: 4 } } },
      ['scored', 0],
    ],
    [
      'the actual value in the unit of the target',
      { target: '≥50个', actual: '46处', given: { quantities: { 培训人次单位与指标值一致的完成值: 40 } } },
      ['scored', 8],
    ],
    [
      'that a deadline was kept',
      { target: '2023年6月15日前', actual: '2023年6月', given: chosen('按期完成') },
      ['scored', 10],
    ],
    [
      'that a deadline was not kept',
      { target: '2023年6月15日前', actual: '2023年6月', given: chosen('未按期完成') },
      ['range', [0, 10]],
    ],
    [
      'how well words without a target were met',
      { target: null, actual: '运行良好', given: chosen('达成年度指标') },
      ['range', [8, 10]],
    ],
  ])('%s', (_why, line, expected) => {
    const { formula, ...scored } = score(line);
    expect(brief({ formula, ...scored }).slice(0, 2)).toEqual(expected);
    expect(formula).toBeNull();
  });
});

describe('what cannot be told is asked for', () => {
  it.each<[why: string, line: Line, status: string, need: string | undefined]>([
    ['no actual value', { target: '≥50个', actual: null }, 'needs-input', '培训人次完成值'],
    ['no target', { target: null, actual: 5 }, 'needs-input', '培训人次指标值'],
    ['a target of 0', { target: '≥0个', actual: '-1' }, 'needs-input', '培训人次大于零的指标值'],
    [
      'units that differ',
      { target: '≥50个', actual: '46处' },
      'needs-input',
      '培训人次单位与指标值一致的完成值',
    ],
    [
      'a count beside a rate',
      { target: '≥90%', actual: '46个' },
      'needs-input',
      '培训人次单位与指标值一致的完成值',
    ],
    [
      'words where a number belongs',
      { target: '≥90%', actual: '达成预期指标' },
      'needs-input',
      '培训人次完成值',
    ],
    [
      'an actual value that is only a bound',
      { target: '≥95%', actual: '≥90%' },
      'needs-input',
      '培训人次实际完成值',
    ],
    ['an error value', { target: '≥95%', actual: { error: '#DIV/0!' } }, 'needs-input', '培训人次完成值'],
    ['not applicable', { target: '≥95%', actual: '—' }, 'manual', undefined],
    ['no target to reach', { target: '/', actual: '90%' }, 'manual', undefined],
    ['no points', { target: '≥95%', actual: '90%', points: null }, 'manual', undefined],
    ['points that do not apply', { target: '≥95%', actual: '90%', points: '—' }, 'manual', undefined],
  ])('%s', (_why, line, status, need) => {
    const result = score(line);
    expect([result.status, result.needs[0]?.name, result.score]).toEqual([status, need, null]);
  });

  it('a bound that already meets the target is enough', () => {
    expect(brief(score({ target: '≥90%', actual: '≥95%' }))).toEqual(['scored', 10]);
  });

  it('a supplied number counts like the cell', () => {
    expect(
      brief(score({ target: '≥50个', actual: null, given: { quantities: { 培训人次完成值: 46 } } })),
    ).toEqual(['scored', 9.2]);
    expect(brief(score({ target: '≥90%', actual: null, given: { quantities: { 完成值: 0.45 } } }))).toEqual([
      'scored',
      5,
    ]);
  });
});

describe('targets in words', () => {
  it.each<[why: string, line: Line, expected: unknown]>([
    ['met', { target: '效果明显', actual: '达成预期指标' }, ['range', [8, 10]]],
    ['partly', { target: '效果明显', actual: '部分达成预期指标并具有一定效果' }, ['range', [6, 8]]],
    ['missed', { target: '效果明显', actual: '未达成预期指标且效果较差' }, ['range', [0, 6]]],
    ['the words of 2021', { target: '效果明显', actual: '实现目标程度较低' }, ['range', [0, 6]]],
    [
      '湖北 has its own bands',
      { target: '效果明显', actual: '部分达成预期指标', profile: hubei },
      ['range', [5, 8]],
    ],
    ['the target’s own words again', { target: '机制健全', actual: '机制健全' }, ['range', [8, 10]]],
    ['done', { target: '按计划完成', actual: '已完成' }, ['range', [8, 10]]],
    [
      'the person chooses',
      {
        target: '效果明显',
        actual: '较好',
        given: { answers: [{ about: '部分达成年度指标', chosen: true }] },
      },
      ['range', [6, 8]],
    ],
    ['nothing known', { target: '效果明显', actual: '较好' }, ['needs-input', null]],
    [
      'a report is for people to judge',
      { target: '效果明显', actual: '完成60%，其余因疫情顺延' },
      ['needs-input', null],
    ],
  ])('%s', (_why, line, expected) => {
    expect(brief(score(line))).toEqual(expected);
  });

  it('a choice names the three bands', () => {
    expect(score({ target: '效果明显', actual: '较好' }).needs).toEqual([
      {
        name: '培训人次',
        kind: 'choice',
        about: '培训人次的完成情况',
        options: ['达成年度指标', '部分达成年度指标并具有一定效果', '未达成年度指标且效果较差'],
      },
    ]);
  });

  it.each([
    ['未完成', 'missed'],
    ['基本达成目标', 'met'],
    ['部分实现目标', 'partly'],
    ['全部完成', 'met'],
    ['按期完成', 'met'],
    ['达标', 'met'],
    ['完成率较高', null],
    ['完成情况良好', null],
    ['', null],
  ] as const)('“%s” says %s', (text, outcome) => {
    expect(wordOutcome(text, '效果明显')).toBe(outcome);
  });
});

describe('deadlines', () => {
  it.each<[target: string, actual: CellInput, expected: unknown]>([
    ['2023年11月底前', '2023年11月20日', ['scored', 10]],
    ['2023年11月底前', '2023-11-30', ['scored', 10]],
    ['2023年11月底前', '2023年12月1日', ['range', [0, 10]]],
    ['2023年12月31日前完成', '2023.12.31', ['scored', 10]],
    ['11月底前', '11月20日', ['scored', 10]],
    ['年底前', '2023年10月', ['scored', 10]],
    ['上半年', '2023年6月30日', ['scored', 10]],
    ['第三季度', '2023年10月8日', ['range', [0, 10]]],
    ['2023年11月15日前', '2023年11月', ['needs-input', null]],
    ['2023年11月底前', { value: 45250, format: 'yyyy/m/d' }, ['scored', 10]],
    ['2023年11月底前', '按期完成', ['range', [8, 10]]],
  ])('%s, done %j', (target, actual, expected) => {
    expect(brief(score({ name: '完工时间', target, actual }))).toEqual(expected);
  });

  it.each(['效果明显', '5个', '2023年新建项目投入使用后30日', '13月底前', '30天'])(
    '“%s” is no date',
    (text) => {
      expect(dateStretch(text, 2023)).toBeNull();
    },
  );

  it('a date without a year needs the year of the table', () => {
    expect(dateStretch('11月底前', null)).toBeNull();
  });
});

describe('ranges and words behind numbers', () => {
  it.each<[why: string, target: string, actual: string, expected: unknown]>([
    ['inside', '5—8个', '6个', ['scored', 10]],
    ['below', '5—8个', '4个', ['scored', 8]],
    ['above is for people to say', '5—8个', '9个', ['needs-input', expect.anything()]],
    ['percent', '80%-90%', '85%', ['scored', 10]],
    ['a unit no list knows, twice the same', '≥30株次', '24株次', ['scored', 8]],
  ])('%s', (_why, target, actual, expected) => {
    expect(brief(score({ target, actual })).slice(0, 2)).toEqual(expected);
  });
});

describe('live formulas', () => {
  it.each<[why: string, line: Line, formula: string | null]>([
    ['at least', { target: 50, actual: 46 }, '=IF(G3>=E3,H3,ROUND(MAX(0,G3)/E3*H3,2))'],
    ['at most, by ratio', { sign: '≤', target: 30, actual: 40 }, '=IF(G3<=E3,H3,ROUND(E3/G3*H3,2))'],
    [
      'at most, to zero',
      { sign: '≤', target: 30, actual: 40, profile: linear },
      '=IF(G3<=E3,H3,ROUND(MAX(0,1-(G3-E3)/E3)*H3,2))',
    ],
    ['text has none', { target: '≥50个', actual: '46个' }, null],
    ['98 for 98% has none', { target: '≥90%', actual: 98 }, null],
    ['a rate beside a count has none', { target: 1, actual: { value: 0.98, format: '0%' } }, null],
  ])('%s', (_why, line, formula) => {
    expect(score(line).formula).toBe(formula);
  });
});

describe('real forms', () => {
  it.each(['projects-2020', 'projects-2020-sheets', 'project-national-form'])('%s', (name) => {
    const scores = recogniseTables(fixture(name))
      .tables.filter(isIndicatorTable)
      .flatMap((table) => [
        ...scoreMoney(table),
        ...table.indicators.map((line) => scoreByTarget(line, table, NATIONAL)),
      ]);
    const expected = expectedOf(name).scores;
    expect(scores).toHaveLength(expected.length);
    for (const [index, one] of expected.entries()) {
      const got = scores.find(({ sheet, cell }) => sheet === one.sheet && cell === one.cell);
      expect(got).toMatchObject({ indicator: one.indicator, points: one.points, reported: one.reported });
      if (one.project !== undefined) expect(got?.project).toBe(one.project);
      expect([one.status, ...(one.statusMay ?? [])]).toContain(got?.status);
      if (got?.status === 'scored' && one.score !== undefined)
        expect([index, got.score]).toEqual([index, one.score]);
      if (one.range) expect(got?.range).toEqual(one.range);
    }
  });

  it('a budget of 0 gives no score; the parts are offered', () => {
    const second = recogniseTables(fixture('project-national-form')).tables.filter(isIndicatorTable)[1];
    const [money] = second ? scoreMoney(second) : [];
    expect(money).toMatchObject({
      status: 'needs-input',
      score: null,
      alternatives: [{ reading: '按其中数89.974÷89.974×10', score: 10 }],
    });
    expect(money?.needs[0]?.name).toBe('全年预算数');
  });

  it('execution rate × points, with a live formula', () => {
    const first = recogniseTables(fixture('project-national-form')).tables.filter(isIndicatorTable)[0];
    expect(first && scoreMoney(first)[0]).toMatchObject({
      status: 'scored',
      score: 9.72,
      cell: 'I6',
      formula: '=ROUND(MAX(0,MIN(1,F6/E6))*G6,2)',
      trace: ['预算执行率 = 87.48 ÷ 90 = 97.2%', '97.2% × 10分'],
    });
  });
});

describe('properties', () => {
  const goal = fc.integer({ min: 1, max: 1000 });
  const done = fc.integer({ min: 0, max: 2000 });

  it('a score lies between 0 and the points, and a better value never scores worse', () => {
    fc.assert(
      fc.property(
        goal,
        done,
        done,
        fc.constantFrom('≥', '≤'),
        fc.constantFrom(NATIONAL, linear),
        (target, a, b, sign, profile) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map(
            (actual) => score({ sign, target, actual, profile }).score ?? -1,
          );
          expect(low).toBeGreaterThanOrEqual(0);
          expect(Math.max(low ?? 0, high ?? 0)).toBeLessThanOrEqual(10);
          if (sign === '≥') expect(high).toBeGreaterThanOrEqual(low ?? 0);
          else expect(low).toBeGreaterThanOrEqual(high ?? 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('any text at all gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (target, actual) => {
        const result = score({ target, actual });
        expect(['scored', 'range', 'needs-input', 'manual']).toContain(result.status);
        expect(result.score === null).toBe(result.status !== 'scored');
      }),
      { numRuns: 60 },
    );
  });
});
