import { append } from '../../src/core/lists';

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
