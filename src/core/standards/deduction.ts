import { exact, type Exact } from '../scoring/number';
import { COUNTERS } from './character-classes';
import { parseCondition, trim } from './condition';
import type { Span } from './expression';
import type { Scanned } from './scan';
import { slice } from './scan';
import type { Mention, Test } from './test';

/** Which way a step runs from where it starts: 每超过 up, 每低于 down, 每相差 and 每超过（降低） either way. */
export type Direction = 'up' | 'down' | 'apart' | null;

/**
 * What a deduction is counted by: steps of a rate (`percent`), steps of an amount (`amount`), things found
 * (`count`), or once where its condition holds (`once`).
 */
export type Measure =
  | Readonly<{ by: 'percent'; size: Exact; direction: Direction; of: Mention; test: Test }>
  | Readonly<{ by: 'count'; size: Exact; unit: string; of: Span }>
  | Readonly<{ by: 'once'; test: Test }>;

const UP = /超|高|增|多|升|大|涨|上浮|延/;
const DOWN = /低|降|减|少|下|未|缩|落后|滞后|小|缺|差/;
const APART = /相差|偏离|偏差|差异|波动|变动|浮动|误差|相比/;

function directionOf(words: string): Direction {
  if (APART.test(words)) return 'apart';
  if (UP.test(words) && DOWN.test(words)) return 'apart';
  if (!UP.test(words) && !DOWN.test(words)) return null;
  return UP.test(words) ? 'up' : 'down';
}

/** Reads what stands before 扣N分 (or 加N分): `每超过1个百分点`, `发现一处`, `…的，每项`, `未按时报送的`. */
export function readMeasure(scanned: Scanned, from: number, to: number): Measure {
  const { shape, numbers } = scanned;
  const [a, b] = [from, to];
  const text = shape.slice(a, b);
  const each = text.lastIndexOf('每');
  if (each >= 0) {
    const figure = text.slice(each).search(/[#%]/);
    const at = a + each + figure;
    const words = figure < 0 ? '' : text.slice(each + 1, each + figure);
    if (figure > 0 && words.length <= 24 && !/[,;。]/.test(words)) {
      const size = numbers[at]?.value ?? exact(1);
      const after = text.slice(each + figure + 1).replace(/[,的者时则]/g, '');
      if (shape.charAt(at) === '%' && after.length <= 3)
        return percentSteps(scanned, a, a + each, words, size);
      const unit = shape.charAt(at + 1);
      if (shape.charAt(at) === '#' && (COUNTERS.has(unit) || after.length <= 4)) {
        return { by: 'count', size, unit: COUNTERS.has(unit) ? unit : '', of: [a, b] };
      }
    }
    const unit = Array.from(text.slice(each + 1)).find((char) => COUNTERS.has(char));
    if (unit && figure < 0) return { by: 'count', size: exact(1), unit, of: [a, b] };
    return { by: 'once', test: { kind: 'state', span: [from, to] } };
  }
  const found = /#([^#%,;。]{0,1})/.exec(text);
  if (found && COUNTERS.has(found[1] ?? '')) {
    const rest = text.slice(found.index + 2);
    const size = numbers[a + found.index]?.value ?? exact(1);
    const tiered =
      /^(?:及?以[上下内]|（?含)/.test(rest) ||
      /(?:超过|达到|不足|少于|多于|大于|小于)$/.test(text.slice(0, found.index));
    if (!tiered && size.equals(1)) return { by: 'count', size, unit: found[1] ?? '', of: [a, b] };
  }
  if (/(?:各|分别|均|逐项|逐个|依次)$/.test(text))
    return { by: 'count', size: exact(1), unit: '项', of: [a, b] };
  return { by: 'once', test: parseCondition(scanned, from, to) };
}

/** Steps of a rate; words before 每 may name the rate (满意度每降低1%), give a region (<0的，每…) or both. */
function percentSteps(scanned: Scanned, from: number, each: number, words: string, size: Exact): Measure {
  const [a, b] = trim(scanned.shape, from, each);
  const before = scanned.shape.slice(a, b);
  const direction = directionOf(words);
  if (a >= b) return { by: 'percent', size, direction, of: null, test: { kind: 'always' } };
  const test = parseCondition(scanned, a, b);
  if (test.kind === 'between' || test.kind === 'at' || test.kind === 'all' || test.kind === 'any') {
    return { by: 'percent', size, direction, of: null, test };
  }
  const comma = before.lastIndexOf(',');
  const start = comma < 0 ? a : a + comma + 1;
  const [x, y] = trim(scanned.shape, start, b);
  const of = { name: slice(scanned, x, y), span: [x, y] as Span };
  return {
    by: 'percent',
    size,
    direction,
    of,
    test: test.kind === 'otherwise' || comma >= 0 ? test : { kind: 'always' },
  };
}
