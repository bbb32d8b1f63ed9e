import { isContext, merge } from './condition-bounds';
import { QuantityConditions } from './condition-quantities';
import { eachOf } from './several-rates';
import { OTHERWISE } from './condition-words';
import type { Span } from './expression';
import { canonicalName, isRateName } from './names';
import { slice, type Scanned } from './scan';
import type { Mention, Test } from './test';
import { trim } from './trim';

/** Longer conditions are prose about circumstances, not about figures. */
const MAX_MEASURED = 120;
/** A rate that is named first and measured behind the comma: 甲占乙的比例，10%以内. */
const ANNOUNCED = /^[^#%≥≤><=]{2,26}(?:率|比例|比重|占比|比率|满意度)$/;

/** 前三名, 第四至第六名, 排名前10%: a place among others, which is no quantity of this unit's. */
const RANKED = /前(?:#[名位]|%)|第#[名位等]|排名|名次|位次/;

/** Reads the condition that stands in tokens `from`–`to`. What speaks of no figure is a `state` to be asked. */
export function parseCondition(scanned: Scanned, from: number, to: number): Test {
  const [a, b] = trim(scanned.shape, from, to);
  if (a >= b) return { kind: 'always' };
  const text = scanned.shape.slice(a, b);
  if (OTHERWISE.has(text)) return { kind: 'otherwise' };
  if (b - a > MAX_MEASURED || RANKED.test(text)) return { kind: 'state', span: [from, to] };
  const colon = text.lastIndexOf(':');
  const reader = new ConditionReader(scanned);
  const measured = reader.read(colon < 0 ? a : a + colon + 1, b);
  if (!measured) return { kind: 'state', span: [from, to] };
  const unnamed = (measured.kind === 'between' || measured.kind === 'at') && measured.of === null;
  return unnamed && colon > 0 ? { ...measured, of: labelOf(scanned, a, a + colon) } : measured;
}

/** 执行率：≥95%: the rate stands before the colon. */
function labelOf(scanned: Scanned, from: number, to: number): Mention {
  const label = /[^,;:\n.、)]{2,26}$/.exec(scanned.shape.slice(from, to))?.[0] ?? '';
  const span: Span = [to - label.length, to];
  const name = slice(scanned, ...span);
  return isRateName(canonicalName(name)) && !/[#%≥≤><=]/.test(label) ? { name, span } : null;
}

const GRADE =
  /^(?:(?:为|评为|属于)?(?:优秀?|良好?|中等?|差|较[好差]|一般|不?(?:合格|达标))|(?:按%|全额|足额)(?:支付|付费|拨付)(?:[^#%,]{1,6}费用?)?)$/;
/** ≥90%为优. */
const GRADED = /(?<=%|#分?|以[上下内])(?:的)?(?:为|评为|属于)(?:优秀?|良好?|中等?|差|较[好差]|一般|不?合格)$/;

class ConditionReader extends QuantityConditions {
  /** Simple conditions joined by 且 or by 或; null where they speak of no quantity, or where both words stand in one. */
  read(from: number, to: number): Test | null {
    const ways = this.alternatives(from, to);
    if (ways.length < 2) return this.both(from, to);
    if (ways.some(([a, b]) => this.text(a, b).includes('且'))) {
      // >90%且≤95%或>105%且≤110%: stretches of one quantity; of several it is not said what belongs together.
      const stretches = ways.map(([a, b]) => this.both(...trim(this.scanned.shape, a, b)));
      const known = stretches.filter((test) => test?.kind === 'between');
      const one = new Set(known.flatMap(({ of }) => (of ? [of.name] : []))).size <= 1;
      return known.length === ways.length && one ? { kind: 'any', tests: known } : null;
    }
    const tests = ways.map(([a, b]): Test => {
      const [x, y] = trim(this.scanned.shape, a, b);
      return this.both(x, y) ?? { kind: 'state', span: [x, y] };
    });
    return tests.some((test) => test.kind !== 'state') ? { kind: 'any', tests } : null;
  }

  /** Stretches between 或 where every one holds a figure of its own; 大于或等于 and 省级或国家级 join words only. */
  private alternatives(from: number, to: number): Span[] {
    const text = this.text(from, to);
    if (!text.includes('或') || !/[#%]/.test(text)) return [];
    const found: Span[] = [];
    let start = from;
    for (const { index, 0: word } of text.matchAll(/(?<![于低高大小少到过超])或者?(?!等于)/g)) {
      found.push([start, from + index]);
      start = from + index + word.length;
    }
    found.push([start, to]);
    return found.some(([a, b]) => !/[#%]/.test(this.text(a, b))) ? [] : found;
  }

  private both(from: number, to: number): Test | null {
    const tests: Test[] = [];
    let announced: Mention = null;
    for (const [a, b] of this.pieces(from, to)) {
      const [x, end] = trim(this.scanned.shape, a, b);
      const y = end - (GRADED.exec(this.scanned.shape.slice(x, end))?.[0].length ?? 0);
      if (x >= y || isContext(this.scanned.shape.slice(x, y))) continue;
      // ≥95%，优，10分: the grade only names what the figures say.
      if (tests.length > 0 && GRADE.test(this.scanned.shape.slice(x, y))) continue;
      const test =
        this.interval(x, y) ??
        this.signed(x, y) ??
        this.pointsBeside(x, y) ??
        this.worded(x, y) ??
        this.compared(x, y) ??
        this.growth(x, y) ??
        this.existence(x, y);
      if (test)
        tests.push(
          ...eachOf(test.kind === 'between' && test.of === null ? { ...test, of: announced } : test),
        );
      else if (tests.length === 0 && ANNOUNCED.test(this.scanned.shape.slice(x, y)))
        announced = this.mention(x, y);
      else if (/[#%]/.test(this.scanned.shape.slice(x, y)) && tests.length === 0 && to === y) return null;
      else tests.push({ kind: 'state', span: [x, y] });
    }
    const merged = merge(tests);
    if (merged.length === 0 || merged.every((test) => test.kind === 'state')) return null;
    const [only] = merged;
    return merged.length === 1 && only ? only : { kind: 'all', tests: merged };
  }

  /** Pieces between commas and 且 that stand outside brackets. */
  private pieces(from: number, to: number): Span[] {
    const { shape } = this.scanned;
    const found: Span[] = [];
    let depth = 0;
    let start = from;
    for (let i = from; i < to; i++) {
      const char = shape.charAt(i);
      if (char === '(' || char === '[') depth++;
      else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
      else if (
        (char === ',' || char === '且' || (char === '但' && this.comparesBefore(start, i))) &&
        depth === 0
      ) {
        found.push([start, i]);
        start = i + 1;
      }
    }
    found.push([start, to]);
    return found;
  }

  /** ≤预算但较上年增长, 开工率100%但完工率<90%: a sign or a figure stands before 但. */
  private comparesBefore(from: number, at: number): boolean {
    return /[≥≤><=%#]/.test(this.text(from, at));
  }
}
