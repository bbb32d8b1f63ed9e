import fc from 'fast-check';
import { evaluateStandard, parseStandard } from '../../../src/core';
import { exact } from '../../../src/core/scoring/number';
import corpus from '../../fixtures/standards.json';
import { PHRASINGS } from './phrasings';

const texts = [
  ...corpus.map(({ text, points, indicator, formula }) => ({ text, points, indicator, formula })),
  ...PHRASINGS.map(({ text, points, indicator, formula }) => ({ text, points, indicator, formula })),
];

/** Pieces standards are made of, so that random texts come near the grammar. */
const PIECES = [
  '得',
  '扣',
  '每',
  '超过',
  '低于',
  '不足',
  '1个百分点',
  '5%',
  '90%',
  '（',
  '）',
  '【',
  '，',
  '；',
  '。',
  '\n',
  '1. ',
  '（1）',
  '①',
  '一是',
  '得分=',
  '×',
  '÷',
  '/',
  '分值',
  '2分',
  '满分',
  '酌情扣分',
  '扣完为止',
  '本项',
  '不得分',
  '满意度',
  '≥',
  '<',
  '=',
  '（含）',
  '以上',
  '±',
  '|',
  'Σ',
  '否则',
  '按比例得分',
  '各占',
  '分别',
  '100%-80%、80%-60%',
  '一项',
  'A为',
  '０',
  '％',
  ' ',
  '0.5',
  '。。',
  '∑（',
  '--',
  '百分之',
];
const piecewise = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4, unit: 'binary' })), { maxLength: 60 })
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  piecewise,
  fc.string({ maxLength: 200, unit: 'binary' }),
  fc.constantFrom(...texts.map(({ text }) => text)),
);

const parse = (text: string, points = 10) =>
  parseStandard({ indicator: '满意度', points: exact(points), text });

/** Width changed at random, character by character. */
const widened = (text: string) =>
  fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }).map((flips) =>
    Array.from(text).map((char, i) => {
      const code = char.charCodeAt(0);
      if (!flips[i]) return char;
      if (code >= 0x21 && code <= 0x7e) return String.fromCharCode(code + 0xfee0);
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
    }).join(''),
  ); // prettier-ignore

describe('reading any text', () => {
  it('never throws, and every clause is the part of the original it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const clause of parse(text).clauses) {
          expect(clause.text).toBe(text.slice(clause.from, clause.to));
          expect(clause.from).toBeLessThan(clause.to);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives no clause twice the same words: clauses do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { clauses } = parse(text);
        clauses.slice(1).forEach((clause, i) => {
          expect(clause.from).toBeGreaterThanOrEqual(clauses[i]?.to ?? 0);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('gives every unparsed clause its words, and then no score', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const standard = parse(text);
        expect(standard.unparsed).toEqual(
          standard.clauses.filter(({ kind }) => kind === 'unparsed').map((clause) => clause.text),
        );
        if (standard.unparsed.length > 0) expect(standard.rule).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe('scoring any text', () => {
  const known = fc.record({
    value: fc.double({ min: -2, max: 3, noNaN: true }),
    otherwise: fc.constantFrom('met' as const, undefined),
  });

  it('stays within 0 and the points, and the range in order', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), known, (text, points, { value, otherwise }) => {
        fc.pre(text.trim() !== '' && !text.includes('加'));
        const scored = evaluateStandard(parse(text, points), {
          lookup: () => ({ kind: 'known', value: exact(value.toFixed(6)) }),
          answers: [],
          ...(otherwise ? { otherwise } : {}),
        });
        if (scored.score !== null) expect(scored.score).toBeGreaterThanOrEqual(0);
        if (scored.score !== null) expect(scored.score).toBeLessThanOrEqual(points);
        if (scored.range) expect(scored.range[0]).toBeLessThanOrEqual(scored.range[1]);
        expect(scored.status === 'scored').toBe(scored.score !== null);
        for (const { score } of scored.alternatives) expect(score).not.toBe(scored.score);
      }),
      { numRuns: 400 },
    );
  });

  it('gives no number while nothing is known, unless the text asks for nothing', () => {
    for (const { text, points, indicator, formula } of texts) {
      const standard = parseStandard({
        indicator,
        points: exact(points),
        text,
        ...(formula ? { formula } : {}),
      });
      const scored = evaluateStandard(standard, { lookup: () => null, answers: [] });
      expect({ text, status: scored.status, score: scored.score }).toMatchObject({ score: null });
    }
  });

  it('asks for candidates instead of picking one where a name is ambiguous', () => {
    const at = (cell: string) => ({ sheet: '基础数据', cell });
    const candidates = [
      { label: '年初预算数', value: exact(1), cell: at('B1') },
      { label: '调整预算数', value: exact(2), cell: at('B2') },
    ];
    const offered = candidates.map(({ label, cell, value }) => ({ label, value: value.valueOf(), ...cell }));
    for (const { text, points, indicator, formula } of texts) {
      const standard = parseStandard({
        indicator,
        points: exact(points),
        text,
        ...(formula ? { formula } : {}),
      });
      const scored = evaluateStandard(standard, {
        lookup: () => ({ kind: 'ambiguous', candidates }),
        answers: [],
        otherwise: 'met',
      });
      if (standard.operands.length === 0 || scored.status === 'manual') continue;
      for (const need of scored.needs) if (need.kind === 'quantity') expect(need.candidates).toEqual(offered);
    }
  });
});

describe('width', () => {
  it.each(
    texts.map(
      ({ text, points, indicator, formula }) =>
        [text.slice(0, 30), { text, points, indicator, formula }] as const,
    ),
  )('changes nothing: %s', (_, { text, points, indicator, formula }) => {
    const shape = (form: string) => {
      const standard = parseStandard({
        indicator,
        points: exact(points),
        text: form,
        ...(formula ? { formula } : {}),
      });
      const scored = evaluateStandard(standard, {
        lookup: () => ({ kind: 'known', value: exact('0.87') }),
        answers: [],
        otherwise: 'met',
      });
      return {
        kinds: standard.clauses.map(({ kind, from, to }) => [kind, from, to]),
        status: scored.status,
        score: scored.score,
        range: scored.range,
      };
    };
    const plain = shape(text);
    fc.assert(
      fc.property(widened(text), (form) => {
        expect(shape(form)).toEqual(plain);
      }),
      { numRuns: 3 },
    );
  });
});

describe('monotone standards', () => {
  const rising = texts.filter(
    ({ text }) =>
      /^(?:\d[.、 ]*)?[^，。；]*(?:满意度|完成率|执行率|达标率|利用率)/.test(text) &&
      !/降低|超过100|控制率|每相差|节约|三公|指标值/.test(text),
  );

  it.each(rising.map((entry) => [entry.text.slice(0, 30), entry] as const))(
    'a better rate never scores worse: %s',
    (_, { text, points, indicator, formula }) => {
      const standard = parseStandard({
        indicator,
        points: exact(points),
        text,
        ...(formula ? { formula } : {}),
      });
      const score = (rate: number) =>
        evaluateStandard(standard, {
          lookup: (name) => (/(?:率|度)$/.test(name) ? { kind: 'known', value: exact(rate) } : null),
          answers: [],
          otherwise: 'met',
        }).score;
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 10000 }), fc.integer({ min: 0, max: 10000 }), (a, b) => {
          const [low, high] = [score(Math.min(a, b) / 10000), score(Math.max(a, b) / 10000)];
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('covers enough standards to mean something', () => {
    expect(rising.length).toBeGreaterThan(10);
  });
});

describe('hostile input', () => {
  const LENGTH = 32_767;
  const long = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

  it('is left unread as a whole where it is many times longer than any standard, and says so', () => {
    const text = long('满意度不低于90%得5分，否则不得分');
    const scored = evaluateStandard(parse(text, 5), { lookup: () => null, answers: [] });
    expect(scored).toMatchObject({ status: 'manual', score: null, unparsed: [text] });
    expect(scored.trace.join('').length).toBeLessThan(1000);
  });

  it.each([
    '(',
    '（',
    ')',
    '【',
    '1',
    '９',
    '每',
    '每超过',
    '%',
    '5%',
    '得',
    '扣',
    '1. ',
    '①',
    '一',
    '百分之',
    '=',
    'A=',
    '得分=',
    '/',
    '|',
    '-',
    '、',
    '满意度',
    '以上',
    '，',
    '。',
    '\n',
    ' ',
    '±',
    '含',
    '每1%扣1分',
    '（1）',
    '5%-',
    '优（90%-80%）、',
    '得分=（',
    'Σ(',
    '\u{1F600}',
  ])('ends on %j repeated to the limit of a cell', (piece) => {
    const scored = evaluateStandard(parse(long(piece), 5), {
      lookup: () => null,
      answers: [],
      otherwise: 'met',
    });
    expect(scored.score === null || scored.score <= 5).toBe(true);
  });
});
