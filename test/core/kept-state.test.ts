import fc from 'fast-check';
import {
  KEPT_KEYS,
  NOTHING_KEPT,
  parseKept,
  recentRuns,
  serialiseKept,
  type Kept,
  type Run,
} from '../../src/core/kept-state';

const run = (at: string, cells: number): Run => ({
  at,
  kind: 'score',
  markedBefore: false,
  patches: Array.from({ length: cells }, (_, index) => ({
    sheet: '评分表',
    cell: `H${index + 1}`,
    before: null,
    after: 1,
  })),
});

const full: Kept = {
  answers: {
    quantities: { 在职人员数: 33 },
    answers: [{ about: '发现一项不符合', count: 2 }],
    indicators: {
      预算编制合理性: { answers: [{ about: '符合规定', met: true }], reading: '按比例折算' },
      '项目一/数量指标': { otherwise: 'met' },
    },
  },
  bindings: [
    { indicator: '编外人员控制率', name: '在职人员数', sheet: '表1-6', cell: 'C4' },
    { indicator: '公用经费控制率', name: '公用经费', sheet: '附表', cell: 'B2', scale: 0.0001 },
  ],
  notes: [
    {
      id: 'SCR-007',
      sheet: '评分表',
      cell: 'H19',
      left: 1,
      right: 0.5,
      text: '已与财政核实',
      kind: 'explained',
    },
  ],
  profile: { id: 'national', readings: { perPoint: 'linear' } },
  preferences: { mode: 'overwrite', write: 'formulas', marks: false, language: 'en-US' },
  runs: [run('2026-01-01T00:00:00.000Z', 2)],
  marked: true,
};

const texts = (settings: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== null),
  );

describe('kept state', () => {
  it('comes back as it was kept', () => {
    expect(parseKept(texts(serialiseKept(full)))).toEqual({ kept: full, damaged: [] });
  });

  it('leaves nothing in a workbook in which nothing was said', () => {
    expect(texts(serialiseKept(NOTHING_KEPT))).toEqual({});
    expect(parseKept({})).toEqual({ kept: NOTHING_KEPT, damaged: [] });
  });

  it('writes only the part it is given', () => {
    expect(Object.keys(serialiseKept({ marked: true }))).toEqual([KEPT_KEYS.marked]);
  });

  it.each([
    ['cut off in the middle', 'answers', '{"quantities":{"在职'],
    ['a quantity that is a text', 'answers', '{"quantities":{"在职人员数":"33"}}'],
    ['an answer without the words it answers', 'answers', '{"answers":[{"count":1}]}'],
    ['an unknown otherwise', 'answers', '{"otherwise":"full"}'],
    ['indicators that are a list', 'answers', '{"indicators":[]}'],
    ['a reading that is a number', 'answers', '{"indicators":{"甲":{"reading":1}}}'],
    ['a number where a list belongs', 'bindings', '3'],
    ['a binding without a cell', 'bindings', '[{"indicator":"甲","name":"乙","sheet":"表"}]'],
    [
      'a binding that would turn every number into 0',
      'bindings',
      '[{"indicator":"甲","name":"乙","sheet":"表","cell":"B2","scale":0}]',
    ],
    [
      'a note of an unknown kind',
      'notes',
      '[{"id":"A","sheet":"B","cell":"C1","left":null,"right":null,"text":"","kind":"hidden"}]',
    ],
    ['a profile without readings', 'profile', '{"id":"national"}'],
    [
      'an unknown write mode',
      'preferences',
      '{"mode":"all","write":"values","marks":true,"language":"auto"}',
    ],
    [
      'a patch over an object',
      'runs',
      '[{"at":"x","kind":"score","markedBefore":false,"patches":[{"sheet":"A","cell":"B1","before":{},"after":1}]}]',
    ],
    ['a text where yes or no belongs', 'marked', '"yes"'],
  ] as const)('names what is damaged and uses the rest: %s', (_, key, text) => {
    const { kept, damaged } = parseKept({ ...texts(serialiseKept(full)), [KEPT_KEYS[key]]: text });
    expect(damaged.map((damage) => damage.key)).toEqual([key]);
    expect(damaged[0]!.message).toMatch(/已损坏/);
    expect(kept).toEqual({ ...full, [key]: NOTHING_KEPT[key] });
  });

  it('never throws, whatever stands under its names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.values(KEPT_KEYS)), fc.oneof(fc.string(), fc.json())),
        (settings) => {
          const { kept } = parseKept(settings);
          expect(parseKept(texts(serialiseKept(kept))).damaged).toEqual([]);
        },
      ),
    );
  });

  it('keeps the latest runs only', () => {
    const runs = Array.from({ length: 14 }, (_, index) => run(`run ${index}`, 1));
    expect(recentRuns(runs).map((one) => one.at)).toEqual(runs.slice(0, 10).map((one) => one.at));
  });

  it('drops old runs before the file grows large, never the latest', () => {
    expect(recentRuns([run('new', 5000), run('old', 5000)]).map((one) => one.at)).toEqual(['new']);
    expect(recentRuns([run('new', 10), run('old', 5000)]).map((one) => one.at)).toEqual(['new']);
  });
});
