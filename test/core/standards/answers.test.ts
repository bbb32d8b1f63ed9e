import { evaluateStandard, parseStandard, scoreStandard, type Answer, type Need } from '../../../src/core';
import { exact } from '../../../src/core/scoring/number';
import corpus from '../../fixtures/standards.json';
import { PHRASINGS } from './phrasings';

const texts = [...corpus, ...PHRASINGS].map(({ indicator, points, text }) => ({ indicator, points, text }));

/** The answer a person gives by taking over the words of the question. */
function answersTo({ kind, name, under, options }: Need): Answer[] {
  const place = under === undefined ? {} : { under };
  switch (kind) {
    case 'count':
      return [{ about: name, ...place, count: 0 }];
    case 'tick':
      return [{ about: name, ...place, met: true }];
    case 'condition':
      return [{ about: name, ...place, happened: false }];
    case 'choice':
      return (options ?? []).slice(0, 1).map((about) => ({ about, ...place, chosen: true }));
    case 'quantity':
      return [];
  }
}

describe('every question can be answered in its own words', () => {
  it.each(texts.map((entry) => [entry.text.slice(0, 40), entry] as const))(
    '%s',
    (_, { indicator, points, text }) => {
      const standard = parseStandard({ indicator, points: exact(points), text });
      const answers: Answer[] = [];
      for (let round = 0; round < 6; round++) {
        const { needs, unmatchedAnswers } = evaluateStandard(standard, {
          lookup: () => ({ kind: 'known', value: exact('0.97') }),
          answers,
        });
        expect(unmatchedAnswers).toEqual([]);
        const more = needs.flatMap(answersTo);
        for (const answer of more) expect(answers).not.toContainEqual(answer);
        if (more.length === 0) return;
        answers.push(...more);
      }
      throw new Error(`“${text}”一再追问。`);
    },
  );
});

describe('an answer that names nothing, or several things, is applied to none', () => {
  const text =
    '1. 预算公开（2分）。（1）按要求公开的，得2分；（2）未公开的，得0分。2. 决算公开（2分）。（1）按要求公开的，得2分；（2）未公开的，得0分。';
  const score = (answers: readonly Answer[]) =>
    scoreStandard({ indicator: '公开', points: 4, text, given: { answers } });

  it('reports words that stand nowhere', () => {
    const { status, unmatchedAnswers } = score([{ about: '绩效公开', chosen: true }]);
    expect({ status, unmatchedAnswers }).toEqual({
      status: 'needs-input',
      unmatchedAnswers: [{ about: '绩效公开', reason: expect.stringContaining('没有') }],
    });
  });

  it('reports words that stand in two sections', () => {
    expect(score([{ about: '按要求公开的', chosen: true }]).unmatchedAnswers).toMatchObject([
      { about: '按要求公开的', reason: expect.stringContaining('不止一处') },
    ]);
  });

  it('reports a section that does not exist', () => {
    expect(score([{ about: '按要求公开的', under: '绩效公开', chosen: true }]).unmatchedAnswers).toHaveLength(
      1,
    );
  });

  it.each([
    ['full-width brackets and spaces do not matter', '预算公开(2分)'],
    ['part of the words is enough', '预算公开'],
  ])('takes the section by its words: %s', (_, under) => {
    const { status, score: points } = score([
      { about: '按 要求公开的', under, chosen: true },
      { about: '未公开的', under: '决算公开', chosen: true },
    ]);
    expect({ status, points }).toEqual({ status: 'scored', points: 2 });
  });
});
