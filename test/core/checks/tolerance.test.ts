import fc from 'fast-check';
import { exact } from '../../../src/core/scoring/number';
import { readNumber } from '../../../src/core';
import type { NumberCell } from '../../../src/core';
import {
  compareSum,
  exceeds,
  exceedsAmount,
  grainOf,
  sameExactly,
  sameQuantity,
  sameRate,
  stepsOf,
  type Place,
} from '../../../src/core/checks/tolerance';

const cellOf = (value: number | string, format?: string): NumberCell => {
  const cell = { row: 0, column: 0, value, ...(format === undefined ? {} : { format }) };
  return { ref: { sheet: '表', cell: 'A1' }, cell, reading: readNumber(cell) };
};
const yuan = (value: number | string, format?: string): Place => ({
  cell: cellOf(value, format),
  scale: exact(1),
});
const wan = (value: number | string, format?: string): Place => ({
  cell: cellOf(value, format),
  scale: exact(10_000),
});

describe('the last digit of a group of numbers', () => {
  it.each([
    ['formats fix them, the coarsest counts', [cellOf(3421, '0'), cellOf(36.67, '0.00')], 0],
    ['text fixes them too', [cellOf('592.0'), cellOf(36.67, '0.00')], 1],
    ['without formats zeros are dropped, the finest counts', [cellOf(44), cellOf(36.67)], 2],
    ['a number without format beside formats follows them', [cellOf(44), cellOf(36.67, '0.00')], 2],
    ['blank cells have none', [cellOf('—'), cellOf(5.5)], 1],
  ])('%s', (_, cells, decimals) => {
    expect(grainOf(cells.map((cell) => ({ cell, scale: exact(1) }))).decimals).toBe(decimals);
  });

  it.each<[why: string, places: readonly Place[], step: string]>([
    ['in one unit: scale × 10^-decimals', [wan(205.12, '0.00'), wan(3, '0.00')], '100'],
    ['beside 元 the coarser unit counts', [yuan(2051234), wan(205.12, '0.00')], '100'],
    ['whole numbers in 元 are coarser than six decimals in 万元', [yuan(2051234), wan(205.123412)], '1'],
    ['beside 元 a number in 万元 dropped its zeros', [yuan(2050000), wan(205)], '100'],
    ['unless its format says that it has none', [yuan(2050000), wan(205, '0')], '10000'],
    ['among themselves whole numbers in 万元 are whole', [wan(205), wan(310)], '10000'],
    ['千元 has no decimals to drop', [yuan(2051000), { cell: cellOf(2051), scale: exact(1000) }], '1000'],
  ])('%s', (_, places, step) => {
    expect(grainOf(places).step.toFraction()).toBe(step);
  });
});

/** Amounts of one unit with two decimals. */
const CENTS = { step: exact('0.01'), mixed: false };

describe('a sum of n numbers with d decimals', () => {
  const verdict = (total: string, parts: readonly string[], decimals: number): string => {
    const format = decimals === 0 ? '0' : '0.00';
    return compareSum(
      exact(total),
      parts.map((part) => exact(part)),
      grainOf([total, ...parts].map((value) => yuan(Number(value), format))),
    );
  };

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
        const there = compareSum(exact(total).div(100), parts, CENTS);
        expect(compareSum(exact(total).div(100), [...parts].reverse(), CENTS)).toBe(there);
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
          expect(compareSum(total, rounded, CENTS)).not.toBe('different');
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

  it.each<[why: string, a: Place, b: Place, same: boolean]>([
    ['half of the coarser last digit', yuan(36.7, '0.0'), yuan(36.65, '0.00'), true],
    ['beyond it', yuan(36.7, '0.0'), yuan(36.64, '0.00'), false],
    ['none is coarser', yuan(36.67, '0.00'), yuan(36.68, '0.00'), false],
    ['元 rounded to 万元', yuan(2051234), wan(205.12, '0.00'), true],
    ['exactly half of the hundred', yuan(2051250), wan(205.13, '0.00'), true],
    ['one 元 beyond it', yuan(2051251), wan(205.12, '0.00'), false],
    ['a whole number in 万元 beside 元', yuan(2051234), wan(205), false],
  ])('are one quantity or not: %s', (_, a, b, same) => {
    const [x, y] = [a, b].map(({ cell: { reading }, scale }) =>
      reading.kind === 'number' ? reading.value.mul(scale) : exact(0),
    );
    expect(sameQuantity(x ?? exact(0), y ?? exact(0), stepsOf(a, b))).toBe(same);
    expect(sameQuantity(y ?? exact(0), x ?? exact(0), stepsOf(b, a))).toBe(same);
  });

  it('exceed another unit by more than its rounding, their own by anything', () => {
    const places = [yuan(2100022), wan(210, '0.00')];
    expect(exceedsAmount(exact(2100022), exact(2100000), places)).toBe(false);
    expect(exceedsAmount(exact(2100051), exact(2100000), places)).toBe(true);
    expect(exceedsAmount(exact(2100001), exact(2100000), places.slice(0, 1))).toBe(true);
  });

  it('as rates may be off by half of the last printed digit', () => {
    expect(sameRate(exact('0.9238'), exact('0.92385'), 2)).toBe(true);
    expect(sameRate(exact('0.9238'), exact('0.923851'), 2)).toBe(false);
    expect(sameRate(exact('0'), exact('0.0049'), 0)).toBe(true);
  });
});
