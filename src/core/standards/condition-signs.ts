import { asTimes, isMultiple, merge, relate, sameUnit, type Side } from './condition-bounds';
import { ConditionText } from './condition-text';
import { QUANTITY_ENDING } from './condition-words';
import { parseExpression } from './expression-parser';
import { workedOut } from './printed-quotients';
import { slice } from './scan';
import type { Hold, Test } from './test';
import { trim } from './trim';

/** 110接处警5分钟到达率: a rate whose name begins with a figure. */
const FIGURE_NAME = /^(?:#[\u4e00-\u9fff]{1,12}){1,3}(?:率|比例|比重|占比|满意度|进度)$/;
/** 考核得分≥80分: the score of something else. */
const SCORE_NAME = /^[A-Za-z\u4e00-\u9fff“”]{2,20}(?:得分|评分|分数)$/;
const PART_OF = /^([^#%≥≤><=+×/()]{2,16}?)的%$/;

/** Conditions written with signs: `90%>利用率≥75%`, `[80%,90%)`. */
export abstract class SignedConditions extends ConditionText {
  /** `[80%,90%)` as mathematics writes it. */
  protected interval(a: number, b: number): Test | null {
    const endless = this.endless(a, b);
    if (endless) return endless;
    const match = /^([^[(#%]{0,26}?)(?:在|为|属于|∈)?([[(])([#%])[,至-]([#%])([\])])$/.exec(this.text(a, b));
    if (!match) return null;
    const [whole, name = '', opens, , , closes] = match;
    const at = a + whole.length;
    const high = this.constant(at - 2);
    return {
      kind: 'between',
      of: this.mention(a, a + name.length),
      low: { at: sameUnit(this.constant(at - 4), high), hold: opens === '[' ? 3 : 0 },
      high: { at: high, hold: closes === ']' ? 3 : 0 },
    };
  }

  /** `[95%,+∞)`, `(-∞,85%)`. */
  private endless(a: number, b: number): Test | null {
    const match = /^([^[(#%]{0,26}?)(?:在|为|属于|∈)?([[(])(?:([#%])[,至-]\+?∞|-?∞[,至-]([#%]))([\])])$/.exec(
      this.text(a, b),
    );
    if (!match) return null;
    const [, name = '', opens, low, high, closes] = match;
    const of = this.mention(a, a + name.length);
    const text = this.text(a, b);
    const at = this.constant(a + text.search(/[#%]/));
    if (low !== undefined) return { kind: 'between', of, low: { at, hold: opens === '[' ? 3 : 0 } };
    return high === undefined ? null : { kind: 'between', of, high: { at, hold: closes === ']' ? 3 : 0 } };
  }

  /** `90%>利用率≥75%`, `<5%`, `变动率=0`, `实际值>指标值`. */
  protected signed(a: number, b: number): Test | null {
    const { shape } = this.scanned;
    const signs: number[] = [];
    for (let i = a; i < b; i++) if ('≥≤><=W'.includes(shape.charAt(i)) && this.isSign(i)) signs.push(i);
    if (signs.length === 0 || signs.length > 2) return null;
    const sides = [a, ...signs.map((i) => i + 1)].map((start, i) => this.side(start, signs[i] ?? b));
    if (sides.some((side) => side === null)) return null;
    if (sides.some((side) => side?.times) && !sides.some((side) => isMultiple(side?.mention ?? null)))
      return null;
    const tests: Test[] = [];
    signs.forEach((at, i) => {
      const [left, right] = [sides[i], sides[i + 1]];
      const test = left && right ? relate(left, shape.charAt(at), right) : null;
      if (test) tests.push(test);
    });
    if (tests.length !== signs.length) return null;
    const merged = merge(tests);
    const [only] = merged;
    return merged.length === 1 && only ? only : { kind: 'all', tests: merged };
  }

  /** W is how scanned tables often print ≤; it is read so only beside a percentage. */
  private isSign(i: number): boolean {
    const { shape } = this.scanned;
    if (shape.charAt(i) !== 'W') return true;
    if (shape.charAt(i - 1) === '%' || shape.charAt(i + 1) === '%') return true;
    return /[率度比例数]/.test(shape.charAt(i - 1)) && shape.charAt(i + 1) === '#';
  }

  /** 计划数量的90%. */
  private partOf(a: number, b: number): Side | null {
    const match = PART_OF.exec(this.text(a, b));
    if (!match?.[1] || !QUANTITY_ENDING.test(match[1])) return null;
    return { constant: this.constant(b - 1), mention: null, of: slice(this.scanned, a, a + match[1].length) };
  }

  private side(a: number, b: number): Side | null {
    const { shape } = this.scanned;
    const [start, y] = trim(shape, a, b);
    const absolute = shape.charAt(start) === '±' && '#%'.includes(shape.charAt(start + 1));
    const x = absolute ? start + 1 : start;
    if (x >= y) return { constant: null, mention: null };
    const part = this.partOf(x, y);
    if (part) return part;
    if (FIGURE_NAME.test(this.text(x, y)) || SCORE_NAME.test(this.text(x, y)))
      return { constant: null, mention: this.mention(x, y) };
    const parsed = parseExpression(this.scanned, x, y);
    if (!parsed) return null;
    const rest = this.text(parsed.end, y);
    if (rest === '倍' && parsed.expression.kind === 'number')
      return { constant: asTimes(parsed.expression), mention: null, times: true };
    const hold: Hold | undefined = /^\(?含(?:%|#|本数)?\)?$/.test(rest)
      ? 3
      : /^\(不含/.test(rest)
        ? 0
        : undefined;
    if (rest !== '' && hold === undefined) return null;
    const { expression } = parsed;
    if (expression.kind === 'name' && /^其?绝对值$/.test(expression.name))
      return { constant: null, mention: null, absolute: true };
    if (expression.kind === 'name')
      return { constant: null, mention: { name: expression.name, span: expression.span } };
    if (expression.kind === 'abs' && expression.of.kind === 'name') {
      const { name, span } = expression.of;
      return { constant: null, mention: { name, span }, absolute: true };
    }
    const rate = workedOut(expression);
    const quotient = rate
      ? ({ name: slice(this.scanned, x, parsed.end), span: [x, parsed.end], expression: rate } as const)
      : null;
    return {
      constant: expression,
      mention: null,
      ...(quotient ? { quotient } : {}),
      ...(hold === undefined ? {} : { hold }),
      ...(absolute ? { absolute: true } : {}),
    };
  }
}
