import { exact, sum, toNumber, ZERO, type Exact } from '../scoring/number';
import { sameExactly } from './tolerance';
import { amount, points, write } from './quantity';

/** A part of a sum with the words it is called by. */
export type NamedPart = Readonly<{ name: string; value: Exact }>;

/** How the numbers of a sentence are printed: amounts with fixed decimals, scores without trailing zeros. */
export type Style = number | 'score';

const show = (value: Exact, style: Style): string =>
  write(style === 'score' ? points(value) : amount(value, style));

/**
 * What arithmetic shows about two numbers that should be one: sign, factor 10^n, two digits swapped. `null` where
 * nothing shows; a guess without proof would send the reader the wrong way.
 */
export function typingCause(printed: Exact, expected: Exact, style: Style): string | null {
  if (printed.equals(ZERO) || expected.equals(ZERO) || sameExactly(printed, expected)) return null;
  if (sameExactly(printed, expected.neg())) return '两数仅正负号相反，可能是符号填错。';
  const power = powerOfTen(printed, expected);
  if (power !== null) return powerCause(power);
  return swapped(printed, expected, style)
    ? `${show(printed, style)}与${show(expected, style)}相邻两位数字对调，可能是录入时数字颠倒。`
    : null;
}

function powerCause(power: number): string {
  const times = Math.abs(power);
  if (times === 4) return '两数恰好相差一万倍，可能是元与万元混用。';
  return `两数恰好相差${10 ** times}倍，可能是小数点错位${times === 2 ? '，或百分数少填、多填了%' : ''}。`;
}

/** n when a = b × 10^n with n between 1 and 8 in size. */
function powerOfTen(a: Exact, b: Exact): number | null {
  const power = Math.round(Math.log10(Math.abs(toNumber(a.div(b)))));
  const size = Math.abs(power);
  if (!(size >= 1 && size <= 8)) return null;
  const factor = exact(10 ** size);
  return sameExactly(power > 0 ? a : a.mul(factor), power > 0 ? b.mul(factor) : b) ? power : null;
}

/** Whether two numbers differ by swapping two neighbouring digits. */
function swapped(a: Exact, b: Exact, style: Style): boolean {
  const fixed = style === 'score' ? 2 : style;
  const left = show(a, fixed).replace('.', '');
  const right = show(b, fixed).replace('.', '');
  if (left.length !== right.length) return false;
  const differing = Array.from(left).flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [first = -1, second = -1, ...more] = differing;
  return (
    more.length === 0 &&
    second === first + 1 &&
    left[first] === right[second] &&
    left[second] === right[first]
  );
}

/**
 * What arithmetic shows about a total that is not the sum of its parts: one part left out or counted twice, one part
 * with swapped digits or a wrong unit, or the total itself mistyped.
 */
export function sumCause(total: Exact, parts: readonly NamedPart[], style: Style): string | null {
  if (total.equals(ZERO)) return '合计填为0，而分项不为零。';
  const added = sum(parts.map((part) => part.value));
  const missing = added.sub(total);
  const typed = typingCause(total, added, style);
  if (typed) return typed;
  const present = parts.filter((part) => !part.value.equals(ZERO));
  const left = only(present.filter((part) => sameExactly(part.value, missing)));
  if (left) return `差额恰好等于“${left.name}”${show(left.value, style)}，可能是漏加了这一项。`;
  const twice = only(present.filter((part) => sameExactly(part.value, missing.neg())));
  if (twice) return `差额恰好等于“${twice.name}”${show(twice.value, style)}，可能是重复加了这一项。`;
  return partCause(present, missing, style);
}

/** A part that would make the sum right if it were typed otherwise. */
function partCause(parts: readonly NamedPart[], missing: Exact, style: Style): string | null {
  const causes = parts.flatMap((part) => {
    const should = part.value.sub(missing);
    const why = typingCause(part.value, should, style);
    return why ? [`如果“${part.name}”应为${show(should, style)}，合计即可相符：${why}`] : [];
  });
  return causes.length === 1 ? (causes[0] ?? null) : null;
}

function only<T>(items: readonly T[]): T | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}
