import { ONE } from '../scoring/number';
import { canonicalName, isRateName } from './names';
import type { Mention, Test } from './test';

/** 甲率、乙率均达到90%: what is said of each of several rates is a condition on every one. */
export function eachOf(test: Test): readonly Test[] {
  if ((test.kind !== 'between' && test.kind !== 'at') || test.of === null) return [test];
  const names = ratesIn(test.of);
  if (names.length < 2) return [test];
  return names.map((of): Test => {
    // 均为100% is met by more than 100% as well.
    if (test.kind === 'at' && test.value.kind === 'number' && test.value.value.equals(ONE))
      return { kind: 'between', of, low: { at: test.value, hold: 3 } };
    return { ...test, of };
  });
}

/** The rates a name lists; none where it is one name. */
function ratesIn({ name, span }: NonNullable<Mention>): NonNullable<Mention>[] {
  const names = name
    .replace(/(?:均|都|全部|分别|同时|各)+(?:能|已|应)?$/, '')
    // 响应率、解决率、满意率三率: how many there are.
    .replace(/(?<=率)等?[两二三四](?:项指标|个指标|率|项)$/, '')
    .split(/、|以及|[和与及]/)
    .map((one) => one.trim());
  return names.every((one) => isRateName(canonicalName(one)) && canonicalName(one).length >= 3)
    ? names.map((one) => ({ name: one, span }))
    : [];
}
