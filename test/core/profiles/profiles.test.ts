import { gradeOf, NATIONAL, parseProfile, profileById, ProfileError, PROFILES } from '../../../src/core';
import national from '../../../src/core/profiles/national.json';

const problems = (json: unknown): readonly string[] => {
  try {
    parseProfile(json);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.problems;
    throw error;
  }
};

describe('profiles that come with the program', () => {
  it('are found by identifier and by name, the national one first', () => {
    expect(PROFILES.map(({ id, name }) => [id, name])).toEqual([
      ['national', '国家'],
      ['shenzhen', '深圳'],
      ['hubei', '湖北'],
      ['sichuan', '四川'],
      ['hunan', '湖南'],
    ]);
    expect(profileById('hubei')).toBe(profileById('湖北'));
    expect(profileById('atlantis')).toBeUndefined();
  });

  it('name their sources', () => {
    for (const { sources } of PROFILES) expect(sources?.length).toBeGreaterThan(0);
  });

  it('differ where practice differs: 定性 bands and weights of 湖北', () => {
    const hubei = profileById('hubei');
    expect(hubei?.qualitativeBands.map(({ low, high }) => [low, high])).toEqual([
      [80, 100],
      [50, 80],
      [0, 50],
    ]);
    expect(hubei?.weights.execution).toBe(20);
  });
});

describe('grades', () => {
  it.each<[score: number, full: number, grade: string]>([
    [100, 100, '优'],
    [90, 100, '优'],
    [89.99, 100, '良'],
    [89.5, 100, '良'],
    [80, 100, '良'],
    [60, 100, '中'],
    [59.99, 100, '差'],
    [0, 100, '差'],
    [28.38, 31, '优'],
    [27.9, 31, '优'],
    [27.89, 31, '良'],
  ])('%d of %d is %s', (score, full, grade) => {
    expect(gradeOf(NATIONAL, score, full)).toBe(grade);
  });

  it('no full mark, no grade', () => {
    expect(gradeOf(NATIONAL, 0, 0)).toBeNull();
  });
});

describe("a user's own profile", () => {
  it('a copy of a profile is a profile, and nothing else of the file is kept', () => {
    expect(parseProfile({ ...national, note: '内部' })).toEqual(NATIONAL);
  });

  it('may leave its sources out', () => {
    const { sources, ...rest } = national;
    expect(sources.length).toBeGreaterThan(0);
    expect(parseProfile(rest).sources).toEqual([]);
  });

  it.each<[why: string, change: object, problem: string]>([
    ['a missing name', { name: undefined }, 'name应为文字'],
    ['a number where a word belongs', { id: 5 }, 'id应为文字'],
    ['an unknown reading', { reverse: 'half' }, 'reverse应为 ratio 或 linear-to-zero'],
    ['an unknown step', { perPoint: 'half' }, 'perPoint应为 whole 或 linear'],
    [
      'grades in the wrong order',
      {
        grades: [
          { grade: '差', from: 0 },
          { grade: '优', from: 90 },
        ],
      },
      'grades 应从高到低排列，至少一档',
    ],
    ['no lowest grade', { grades: [{ grade: '优', from: 90 }] }, 'grades 最后一档的 from 应为 0'],
    [
      'a bound beyond 100',
      { grades: [{ grade: '优', from: 190 }] },
      'grades 第1项的 from应为 0 到 100 之间的数',
    ],
    [
      'a band twice',
      {
        qualitativeBands: [
          national.qualitativeBands[0],
          national.qualitativeBands[0],
          national.qualitativeBands[1],
        ],
      },
      'qualitativeBands 应当正好有 met、partly、missed 三档',
    ],
    [
      'a band upside down',
      {
        qualitativeBands: national.qualitativeBands.map((band) => ({
          ...band,
          low: band.high,
          high: band.low,
        })),
      },
      'qualitativeBands 每一档的 low 应小于 high',
    ],
    [
      'weights that do not add up',
      { weights: { execution: 10, output: 50, effect: 30, satisfaction: 20 } },
      'weights 四项合计应为 100，现为 110',
    ],
    [
      'a percentage for a fraction',
      { thresholds: { ...national.thresholds, executionFloor: 90 } },
      'thresholds.executionFloor应为 0 到 1 之间的数',
    ],
    ['an overshoot below 1', { overshoot: 0.3 }, 'overshoot应为 1 到 100 之间的数'],
    ['a list where an object belongs', { weights: [] }, 'weights应为对象'],
  ])('%s is named', (_why, change, problem) => {
    expect(problems({ ...national, ...change })).toContain(problem);
  });

  it.each([null, 5, '[]', []])('%j is no profile', (json) => {
    expect(problems(json)).toContain('文件应为对象');
  });

  it('all problems are told in one sentence', () => {
    expect(() => parseProfile({ ...national, id: '', overshoot: 'x' })).toThrow(
      '地方口径文件的内容不对：id应为文字；overshoot应为 1 到 100 之间的数。',
    );
  });
});
