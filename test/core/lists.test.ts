import { append, appendAll, greatest } from '../../src/core/lists';

it('puts items behind each other under their keys, in the order they came', () => {
  const lists = new Map<string, number[]>();
  for (const [key, item] of [
    ['甲', 1],
    ['乙', 2],
    ['甲', 3],
  ] as const)
    append(lists, key, item);
  expect([...lists]).toEqual([
    ['甲', [1, 3]],
    ['乙', [2]],
  ]);
});

it('takes more items than arguments fit on the stack', () => {
  const many = Array.from({ length: 300_000 }, (_, n) => n);
  const list = [-1];
  appendAll(list, many);
  expect(list).toHaveLength(300_001);
  expect(list.at(-1)).toBe(299_999);
  expect(greatest(many, 0)).toBe(299_999);
});

it.each([
  ['none', [], 7, 7],
  ['all below', [1, -2], 7, 7],
  ['one above', [1, 9, 3], 7, 9],
])('the greatest of %s', (_, numbers, least, found) => {
  expect(greatest(numbers, least)).toBe(found);
});
