import fc from 'fast-check';
import { exact } from '../../../src/core/scoring/number';
import { readNumber } from '../../../src/core';
import type { NumberCell } from '../../../src/core';
import {
  compareSum,
  exceeds,
  printedDecimals,
  sameExactly,
  sameQuantity,
  sameRate,
} from '../../../src/core/checks/tolerance';

const cellOf = (value: number | string, format?: string): NumberCell => {
  const cell = { row: 0, column: 0, value, ...(format === undefined ? {} : { format }) };
  return { ref: { sheet: '表', cell: 'A1' }, cell, reading: readNumber(cell) };
};

describe('decimals of a group of numbers', () => {
  it.each([
    ['formats fix them, the coarsest counts', [cellOf(3421, '0'), cellOf(36.67, '0.00')], 0],
    ['text fixes them too', [cellOf('592.0'), cellOf(36.67, '0.00')], 1],
    ['without formats zeros are dropped, the finest counts', [cellOf(44), cellOf(36.67)], 2],
    ['a number without format beside formats follows them', [cellOf(44), cellOf(36.67, '0.00')], 2],
    ['blank cells have none', [cellOf('—'), cellOf(5.5)], 1],
  ])('%s', (_, cells, decimals) => {
    expect(printedDecimals(cells)).toBe(decimals);
  });
});

describe('a sum of n numbers with d decimals', () => {
  const verdict = (total: string, parts: readonly string[], decimals: number): string =>
    compareSum(
      exact(total),
      parts.map((part) => exact(part)),
      decimals,
    );

  it.each([
    ['equal', '3.00', ['1.00', '2.00'], 2, 'same'],
    ['off by the last digit, within (2+1)×0.005', '3.01', ['1.00', '2.00'], 2, 'rounding'],
    ['exactly (3+1)×0.005 is within', '3.02', ['1.00', '1.00', '1.00'], 2, 'rounding'],
    ['a hair beyond is not', '3.0201', ['1.00', '1.00', '1.00'], 2, 'different'],
    ['whole numbers: (2+1)×0.5', '4', ['1', '2'], 0, 'rounding'],
    ['digits that are not printed are no difference', '100.00', ['33.333', '33.333', '33.333'], 2, 'same'],
    ['half of the last digit shows', '3.005', ['1.00', '2.00'], 2, 'rounding'],
    ['万元 written in 元: the hundred is the last digit', '2820300', ['7900', '2812300'], 2, 'rounding'],
    ['beyond (2+1)×50元', '2820400', ['7900', '2812300'], 2, 'different'],
    ['an amount in 元 that is not round', '2820301', ['7900', '2812300'], 2, 'different'],
    ['all round in 万元', '320000', ['100000', '200000'], 2, 'different'],
    ['small amounts', '3300', ['1100', '2100'], 2, 'different'],
  ])('%s', (_, total, parts, decimals, expected) => {
    expect(verdict(total, parts, decimals)).toBe(expected);
  });

  it('does not depend on the order of the parts', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), cents, (values, total) => {
        const parts = values.map((value) => exact(value).div(100));
        const there = compareSum(exact(total).div(100), parts, 2);
        expect(compareSum(exact(total).div(100), [...parts].reverse(), 2)).toBe(there);
      }),
    );
  });

  it('accepts every total of numbers that were rounded one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 12 }),
        (mills) => {
          const rounded = mills.map((value) => exact(Math.round(value / 10)).div(100));
          const total = exact(Math.round(mills.reduce((a, b) => a + b, 0) / 10)).div(100);
          expect(compareSum(total, rounded, 2)).not.toBe('different');
        },
      ),
    );
  });
});

describe('single numbers', () => {
  it('forgive traces of binary arithmetic alone', () => {
    expect(sameExactly(exact('0.30000000000000004'), exact('0.3'))).toBe(true);
    expect(sameExactly(exact('0.3000001'), exact('0.3'))).toBe(false);
    expect(exceeds(exact('5.01'), exact('5'))).toBe(true);
    expect(exceeds(exact('5'), exact('5'))).toBe(false);
  });

  it('are one quantity within half of the coarser last digit, only when one is coarser', () => {
    expect(sameQuantity(exact('36.7'), exact('36.65'), 1, 2)).toBe(true);
    expect(sameQuantity(exact('36.7'), exact('36.64'), 1, 2)).toBe(false);
    expect(sameQuantity(exact('36.67'), exact('36.68'), 2, 2)).toBe(false);
  });

  it('as rates may be off by half of the last printed digit', () => {
    expect(sameRate(exact('0.9238'), exact('0.92385'), 2)).toBe(true);
    expect(sameRate(exact('0.9238'), exact('0.923851'), 2)).toBe(false);
    expect(sameRate(exact('0'), exact('0.0049'), 0)).toBe(true);
  });
});
