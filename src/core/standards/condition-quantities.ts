import { exact } from '../scoring/number';
import { merge } from './condition-bounds';
import { FigureConditions } from './condition-figures';
import { BARE_VERBS, QUANTITY_ENDING, VERBS, type Comparison } from './condition-words';
import type { Expression, Span } from './expression';
import { slice } from './scan';
import type { Bound, Test } from './test';

const VERB_STARTS = new Set(VERBS.map(([word]) => word.charAt(0)));

/** Conditions between quantities, and of what there is or is not: `实际成本低于计划成本`, `无结余`. */
export abstract class QuantityConditions extends FigureConditions {
  /** `实际采购金额大于采购计划金额`, `不足指标值2倍`, `完成指标值`. */
  protected compared(a: number, b: number): Test | null {
    const text = this.text(a, b);
    if (text.includes('每')) return null;
    const but = /^(.{2,40}?)(?:但|且|而)(?=.{2,})/.exec(text);
    if (but?.[1]) {
      const [left, right] = [this.compared(a, a + but[1].length), this.compared(a + but[1].length + 1, b)];
      if (left && right) return { kind: 'all', tests: merge([left, right]) };
    }
    const kept = /^(.{3,24}?)控制在(.{3,20}?)(?:范围)?(?:以内|之内|内)$/.exec(text);
    if (kept?.[1] !== undefined && kept[2] !== undefined) {
      const start = a + kept[1].length + 3;
      const of = this.mention(a, a + kept[1].length);
      const right = this.quantity(start, start + kept[2].length);
      if (!of || !right || !QUANTITY_ENDING.test(of.name.replace(/[”“"）)]$/, ''))) return null;
      return { kind: 'between', of, high: { at: right.expression, hold: 3 } };
    }
    const found = this.verbIn(a, b);
    if (found) {
      const { word, comparison, at: i } = found;
      const right = this.quantity(i + word.length, b);
      if (!right || (BARE_VERBS.has(word) && i === a && !right.name.endsWith('值'))) return null;
      const left = i === a ? null : this.mention(a, i);
      if (!left && shortName(right.name)) return null;
      if (left && !QUANTITY_ENDING.test(left.name.replace(/[”“"）)]$/, ''))) return null;
      const bound: Bound = { at: right.expression, hold: comparison.hold === 2 ? 3 : comparison.hold };
      if (comparison.side === 'same') return { kind: 'at', of: left, value: right.expression };
      return { kind: 'between', of: left, [comparison.side]: bound };
    }
    return null;
  }

  /** 低于全省平均通过率5个百分点以上: so far from another quantity. */
  protected pointsBeside(a: number, b: number): Test | null {
    const match =
      /^([^%,]{0,26}?)(低于|少于|落后于|落后|高于|超过|超出|高出|多于)([^%,]{3,26})%(及?以上|及?以内|之内|以下)?$/.exec(
        this.text(a, b),
      );
    if (!match) return null;
    const [, left = '', verb = '', other = '', tail = ''] = match;
    const from = a + left.length + verb.length;
    const at = from + other.length;
    const right = this.quantity(from, at);
    if (!right || !this.isOfPoints(at) || tail === '以下') return null;
    const of = left === '' ? null : this.mention(a, a + left.length);
    if (left !== '' && (!of || !QUANTITY_ENDING.test(of.name))) return null;
    const below = /低|少|落后/.test(verb);
    const far: Bound = {
      at: { kind: 'binary', operator: below ? '-' : '+', left: right.expression, right: this.constant(at) },
      hold: 3,
    };
    const near: Bound = { at: right.expression, hold: 0 };
    if (tail === '' || tail.endsWith('以上')) return { kind: 'between', of, [below ? 'high' : 'low']: far };
    return below
      ? { kind: 'between', of, low: far, high: near }
      : { kind: 'between', of, low: near, high: far };
  }

  /** The comparing word of a piece: a plain one anywhere, else one that opens it. */
  private verbIn(a: number, b: number): { word: string; comparison: Comparison; at: number } | null {
    const { shape } = this.scanned;
    for (const bare of [false, true]) {
      for (let i = a; i < (bare ? a + 1 : b); i++) {
        if (!VERB_STARTS.has(shape.charAt(i))) continue;
        const verb = VERBS.find(
          ([word]) => BARE_VERBS.has(word) === bare && shape.startsWith(word, i) && i + word.length < b,
        );
        if (verb && verb[0] !== '为' && verb[0] !== '是')
          return { word: verb[0], comparison: verb[1], at: i };
      }
    }
    return this.reached(a, b);
  }

  /** 实际完成数达到计划数: a bare verb between two amounts. */
  private reached(a: number, b: number): { word: string; comparison: Comparison; at: number } | null {
    for (let i = a + 2; i < b; i++) {
      const verb = VERBS.find(([word]) => BARE_VERBS.has(word) && this.scanned.shape.startsWith(word, i));
      if (
        !verb ||
        !/[数值额量]$|(?:率|进度)$/.test(this.text(a, i)) ||
        !/^.{1,16}(?:[数值额量]|率|进度|平均水平)$/.test(this.text(i + verb[0].length, b))
      )
        continue;
      return { word: verb[0], comparison: verb[1], at: i };
    }
    return null;
  }

  /** A quantity that others are compared with: 指标值, 指标值2倍, 指标值的1.3倍, 采购计划金额. */
  private quantity(a: number, b: number): { name: string; expression: Expression } | null {
    let text = this.text(a, b);
    const times = /的?#倍$/.exec(text);
    if (times) text = text.slice(0, times.index);
    text = text.replace(/(?:较多|较大|较高|过多|很多)$/, '');
    const end = a + text.length;
    if (text.length < 1 || text.length > 30 || /[,;。:()≥≤><=]/.test(text.replace(/\([^()]*\)/g, '')))
      return null;
    const name = slice(this.scanned, a, end);
    if (
      !(QUANTITY_ENDING.test(name) || name.endsWith('平均水平')) ||
      /(?:规定|要求|批准|标准|允许)/.test(text)
    )
      return null;
    const leaf: Expression = { kind: 'name', name, span: [a, end] };
    if (!times) return { name, expression: leaf };
    return { name, expression: { kind: 'binary', operator: '×', left: leaf, right: this.constant(b - 2) } };
  }

  /** 负增长, 零增长: a change below or at nought. */
  protected growth(a: number, b: number): Test | null {
    const text = this.text(a, b);
    const at: Expression = { kind: 'number', value: exact(0), unit: 'percent' };
    if (/^(?:出现|为|呈)?负增长$/.test(text)) return { kind: 'between', of: null, high: { at, hold: 0 } };
    const [, name, sign] = /^(.{0,20}?)(?:为|是)(负|零|正)(?:数|值)?$/.exec(text) ?? [];
    if (sign !== undefined && (name === '' || QUANTITY_ENDING.test(name ?? ''))) {
      const of = this.mention(a, a + (name ?? '').length);
      if (sign === '零') return { kind: 'at', of, value: at };
      return { kind: 'between', of, [sign === '负' ? 'high' : 'low']: { at, hold: 0 } };
    }
    return /^(?:出现|为|呈)?零增长$/.test(text) ? { kind: 'at', of: null, value: at } : null;
  }

  /** `无结余`, `有结余`: whether that is a quantity of this standard is known only from the rest of the text. */
  protected existence(a: number, b: number): Test | null {
    const text = this.text(a, b);
    const match = /^(无|没有|不存在|有|存在)(?!.*[,;:])(.{1,14})$/.exec(text);
    if (!match) return null;
    const span: Span = [a + (match[1] ?? '').length, b];
    const kind = match[1] === '有' || match[1] === '存在' ? 'present' : 'absent';
    return { kind, name: slice(this.scanned, span[0], b), span };
  }
}

/** 超过预算, 低于成本: such short words tell of circumstances where nothing says what is set against them. */
function shortName(name: string): boolean {
  return name.length <= 2;
}
