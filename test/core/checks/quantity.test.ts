import { exact } from '../../../src/core/scoring/number';
import { amount, points, rate, tellApart, write } from '../../../src/core/checks/quantity';

describe('printing', () => {
  it.each([
    ['amounts keep their decimals', amount(exact('592'), 2), '592.00'],
    ['half goes up', amount(exact('846.895'), 2), '846.90'],
    ['negative amounts', amount(exact('-0.5'), 0), '-1'],
    ['a negative that rounds to nothing has no sign', amount(exact('-0.001'), 2), '0.00'],
    ['a unit follows', amount(exact('31.05'), 2, '万元'), '31.05万元'],
    ['scores drop zeros', points(exact('5')), '5'],
    ['scores have two decimals', points(exact('5.92')), '5.92'],
    ['rates are percent figures', rate(exact('1.3669'), 2), '136.69%'],
  ])('%s', (_, quantity, text) => {
    expect(write(quantity)).toBe(text);
  });
});

describe('two numbers that differ', () => {
  it.each([
    ['rates below the printed decimals', rate(exact('0'), 0), rate(exact('0.000324'), 2), ['0%', '0.03%']],
    [
      'amounts in the last digit are left alone',
      amount(exact('0.70'), 2),
      amount(exact('0.71'), 2),
      ['0.70', '0.71'],
    ],
    [
      'amounts below it get more decimals',
      amount(exact('1.001'), 2),
      amount(exact('1.002'), 2),
      ['1.001', '1.002'],
    ],
  ])('look different: %s', (_, left, right, texts) => {
    expect(tellApart(left, right).map(write)).toEqual(texts);
  });

  it('stay as they are when they are equal', () => {
    expect(tellApart(amount(exact('1'), 2), amount(exact('1'), 2)).map(write)).toEqual(['1.00', '1.00']);
  });
});
