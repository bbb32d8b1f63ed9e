import fc from 'fast-check';
import { firstCharacters } from '../../../src/core/standards/first-characters';

describe('characters a pattern can begin with', () => {
  it.each([
    ['扣完', '扣'],
    ['(?:直至|直到)?扣完', '扣直'],
    ['(?:以上|上述)?,?每', ',上以每'],
    ['[得计]#分', '得计'],
    ['(?<=[,的])#分(?=,|$)', '#'],
    ['\\(#分\\)', '('],
    ['(?:a|b){0,2}c', 'abc'],
    ['(?:a|b){1,2}c', 'ab'],
    ['a+b', 'a'],
  ])('of %s are %s', (source, expected) => {
    expect([...new Set(firstCharacters(source))].sort().join('')).toBe(Array.from(expected).sort().join(''));
  });

  // 可以从任何字符开头、或可以为空的模式没有这样一个集合。
  it.each(['[^a]b', 'a?', '.b', '\\d'])('of %s are not limited', (source) => {
    expect(firstCharacters(source)).toBeNull();
  });

  it('hold for every match', () => {
    const pieces = ['(?:直至|直到)?', '扣', '[得计]', '(?:a|bc)', '#?', '(?=x|y)', 'x{0,2}', 'y+'];
    const arbitrary = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        arbitrary,
        fc.string({ unit: fc.constantFrom(...Array.from('直至到扣得计abc#xy')), maxLength: 6 }),
        (source, text) => {
          const chars = firstCharacters(source);
          const match = new RegExp(`^(?:${source})`).exec(text)?.[0];
          if (chars === null || match === undefined || match === '') return;
          expect(chars).toContain(match.charAt(0));
        },
      ),
      { numRuns: 500 },
    );
  });
});
