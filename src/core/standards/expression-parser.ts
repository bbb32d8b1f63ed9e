import { exact } from '../scoring/number';
import type { Expression } from './expression';
import type { Scanned } from './scan';
import { slice } from './scan';
import { unitAt, type Unit } from './units';

/** Names of the points an indicator carries, as formulas write them: 分值, 该指标分值, 权重, 标准分, 满分. */
const POINTS_NAME =
  /^(?:该|本|此|其|各|的|项|指标|三级|二级|应得|对应|相应|所赋|所占|单项|总|全部|标准|设定)*(?:分值|权重|满分|标准分|权重分|权重值|权数|赋分|应得分)(?:数|总额)?$/;
/** Verbs that may close a formula and are no part of its last name. */
const CLOSING_WORDS = [
  '计算得分',
  '计算得出',
  '进行计算',
  '计算',
  '计分',
  '得分',
  '记分',
  '给分',
  '计',
  '确定',
  '的部分',
  '的比例',
];

/** Calls of Excel for the smaller and the larger of several. */
const LIMITS = /^(?:MIN|MAX|Min|Max|min|max)\(/;
/** 与1两者取较小值, 与100%相比取低值: behind a quantity. */
const BESIDE =
  /^[与和](?:#分?|%)(?:两者|二者|之间|相比|比较|进行|,)*(?:[的中之间]|取|按)*((?:较|最|孰)?[小低大高])(?:的?(?:值|者|数))?/;

function lesser(of: Expression, at: Expression, larger: boolean): Expression {
  return { kind: 'cap', of, at, ...(larger ? { floor: true as const } : {}) };
}

/** Brackets nest at most this deep; deeper text is not arithmetic. */
const MAX_DEPTH = 12;
const MAX_NAME = 60;
/** More terms than any formula of a standard has; the tree stays shallow whatever the text. */
const MAX_TERMS = 80;

const TIMES = ['乘以', '乘'];
const OVER = ['除以'];

/**
 * Reads an arithmetic expression from token `at`; null where none stands there. A missing closing bracket is taken
 * as closed at the end of the sentence and a surplus one ends the expression: published standards have both.
 */
export function parseExpression(
  scanned: Scanned,
  at: number,
  limit: number,
): { expression: Expression; end: number } | null {
  const parser = new ExpressionParser(scanned, at, limit);
  const expression = parser.sum();
  return expression === null ? null : { expression, end: parser.position };
}

/** Drops the factor 100% that only says “as a percentage”. */
function timesOneHundredPercent(expression: Expression): boolean {
  return expression.kind === 'number' && expression.unit === 'percent' && expression.value.equals(1);
}

class ExpressionParser {
  position: number;
  private depth = 0;
  private terms = 0;

  constructor(
    private readonly scanned: Scanned,
    at: number,
    private readonly limit: number,
  ) {
    this.position = at;
  }

  private peek(offset = 0): string {
    const i = this.position + offset;
    return i < this.limit ? this.scanned.shape.charAt(i) : '';
  }

  private word(words: readonly string[]): boolean {
    for (const word of words) {
      if (this.scanned.shape.startsWith(word, this.position) && this.position + word.length <= this.limit) {
        this.position += word.length;
        return true;
      }
    }
    return false;
  }

  sum(): Expression | null {
    let left = this.product();
    while (left !== null) {
      const operator = this.peek();
      if (operator !== '+' && operator !== '-') return left;
      const mark = this.position++;
      const right = this.product();
      if (right === null) {
        this.position = mark;
        return left;
      }
      left = { kind: 'binary', operator, left, right };
    }
    return left;
  }

  private product(): Expression | null {
    let left = this.factor();
    while (left !== null) {
      const limited = this.beside(left);
      if (limited) {
        left = limited;
        continue;
      }
      const mark = this.position;
      const operator = this.multiplication();
      if (operator === null) return left;
      const right = this.factor();
      if (right === null) {
        this.position = mark;
        return left;
      }
      if (operator === '×' && timesOneHundredPercent(right)) continue;
      left = { kind: 'binary', operator, left, right };
    }
    return left;
  }

  private multiplication(): '×' | '/' | null {
    const char = this.peek();
    if (char === '×' || char === '·' || ((char === 'x' || char === 'X') && '#%('.includes(this.peek(1)))) {
      this.position++;
      return '×';
    }
    if (char === '/') {
      this.position++;
      return '/';
    }
    if (this.word(TIMES)) return '×';
    return this.word(OVER) ? '/' : null;
  }

  private factor(): Expression | null {
    if (++this.terms > MAX_TERMS) return null;
    const char = this.peek();
    if (char === '#' || char === '%') return this.multiple(this.number());
    if (char === '(' || char === '[') return this.bracket(char === '(' ? ')' : ']');
    if (char === '|') return this.absolute();
    if (char === 'Σ') return this.each();
    if (char === '-' && '#%'.includes(this.peek(1)) && this.peek(1) !== '') return this.negative();
    const limited = LIMITS.exec(this.scanned.shape.slice(this.position, this.position + 4));
    return limited ? this.limited(limited[0]) : this.name();
  }

  /** MIN(完成率,1), MAX(0,5-超支率×100): the smaller or the larger of what stands inside. */
  private limited(call: string): Expression | null {
    const mark = this.position;
    this.position += call.length;
    if (++this.depth > MAX_DEPTH) return null;
    const parts: Expression[] = [];
    for (let next = ','; next === ',';) {
      const part = this.sum();
      if (part === null) break;
      parts.push(part);
      next = this.peek();
      if (next === ',' || next === ')') this.position++;
      else break;
    }
    this.depth--;
    const [first, ...others] = parts;
    const closed = this.scanned.shape.charAt(this.position - 1) === ')';
    if (!first || others.length === 0 || !closed) {
      this.position = mark;
      return null;
    }
    return others.reduce<Expression>((of, at) => lesser(of, at, /^max/i.test(call)), first);
  }

  /** 完成率与100%两者取较小值: the number a quantity is set beside, and which of the two counts. */
  private beside(of: Expression): Expression | null {
    const match = BESIDE.exec(
      this.scanned.shape.slice(this.position, Math.min(this.position + 24, this.limit)),
    );
    if (!match) return null;
    this.position++;
    const at = this.number();
    this.position +=
      match[0].length - match[0].search(/[#%]/) - 1 - (at.kind === 'number' && at.unit === 'points' ? 1 : 0);
    return lesser(of, at, /[大高]/.test(match[1] ?? ''));
  }

  private number(label?: string): Expression {
    const found = this.scanned.numbers[this.position++];
    const value = found?.value ?? exact(0);
    if (found?.percent) return { kind: 'number', value, unit: 'percent', ...(label ? { label } : {}) };
    const measure = this.measure();
    if (measure) {
      this.position += measure.length;
      return {
        kind: 'number', value: value.mul(measure.unit.factor), unit: 'none', in: measure.unit, ...(label ? { label } : {}),
      }; // prettier-ignore
    }
    const points = this.peek() === '分' && this.peek(1) !== '之';
    if (points) this.position++;
    return { kind: 'number', value, unit: points ? 'points' : 'none', ...(label ? { label } : {}) };
  }

  /** The unit of a figure, where no word goes on behind it: 450元, not 2000元以上设备 or 3年行动. */
  private measure(): { unit: Unit; length: number } | null {
    const found = unitAt(this.scanned.shape, this.position, this.limit);
    if (!found || (found.unit.dimension === 'count' && this.position + found.length < this.limit))
      return null;
    const next = this.peek(found.length);
    return next === '' || '+-×/)],;。:\n=≥≤><('.includes(next) ? found : null;
  }

  /** `2A`: a figure before a letter multiplies it. */
  private multiple(number: Expression): Expression {
    if (!/[A-Za-z]/.test(this.peek()) || !'≥≤><=+-×/()[],;。:\n'.includes(this.peek(1))) return number;
    const letter = this.name();
    return letter ? { kind: 'binary', operator: '×', left: number, right: letter } : number;
  }

  private negative(): Expression {
    this.position++;
    const number = this.number();
    return {
      kind: 'binary',
      operator: '-',
      left: { kind: 'number', value: exact(0), unit: 'none' },
      right: number,
    };
  }

  private bracket(close: string): Expression | null {
    const mark = this.position++;
    if (++this.depth > MAX_DEPTH) return null;
    const inner = this.sum();
    this.depth--;
    const next = this.peek();
    if (inner !== null && (next === close || next === ')' || next === ']')) {
      this.position++;
      return inner;
    }
    if (inner !== null && next === '') return inner;
    this.position = mark;
    return null;
  }

  private absolute(): Expression | null {
    const mark = this.position++;
    if (++this.depth > MAX_DEPTH) return null;
    const of = this.sum();
    this.depth--;
    if (of !== null && this.peek() === '|') {
      this.position++;
      return { kind: 'abs', of };
    }
    this.position = mark;
    return null;
  }

  /** `Σ（每个季度的执行率）`: all quantities of a kind; which they are is settled when the whole text is known. */
  private each(): Expression | null {
    this.position++;
    const bracketed = this.peek() === '(';
    if (bracketed) this.position++;
    const name = this.name();
    if (name?.kind !== 'name') return null;
    if (bracketed && this.peek() === ')') this.position++;
    return { kind: 'each', name: name.name, span: name.span };
  }

  /** A name runs up to the next sign; brackets inside it belong to it when they hold words only. */
  private name(): Expression | null {
    const start = this.position;
    while (this.position < this.limit && this.position - start < MAX_NAME) {
      const char = this.peek();
      if (char === '(' && this.position > start && this.remark()) continue;
      if ('()[]+-×/|=,;。:\n≥≤><%Σ'.includes(char)) break;
      if (char === '#' && !this.digitInName(start)) break;
      if ('与和'.includes(char) && BESIDE.test(this.scanned.shape.slice(this.position, this.position + 24)))
        break;
      if (
        TIMES.some((word) => this.scanned.shape.startsWith(word, this.position)) ||
        this.scanned.shape.startsWith('除以', this.position)
      )
        break;
      this.position++;
    }
    if (this.position === start) return null;
    const shape = this.scanned.shape.slice(start, this.position);
    const goesOn = '×/+-·'.includes(this.peek()) && this.peek() !== '';
    const closing = goesOn
      ? undefined
      : CLOSING_WORDS.find((word) => shape.endsWith(word) && shape.length > word.length + 1);
    if (closing) this.position -= closing.length;
    const label = this.plain(slice(this.scanned, start, this.position).trim(), start);
    if (this.peek() === '%' || (this.peek() === '#' && this.peek(1) !== '')) return this.number(label);
    if (POINTS_NAME.test(label.replace(/[（(][\d.]+分[)）]$/, ''))) return { kind: 'points' };
    const size = /^(.{2,}?)的?绝对值$/.exec(label);
    if (size?.[1] !== undefined) {
      const to = start + size[1].length;
      return { kind: 'abs', of: { kind: 'name', name: slice(this.scanned, start, to), span: [start, to] } };
    }
    return { kind: 'name', name: label, span: [start, this.position] };
  }

  /** 得分=甲/乙的比值×该项指标分值”: the word for the quotient and the closing mark are no part of the name. */
  private plain(label: string, start: number): string {
    const bare = label.includes('“') ? label : label.replace(/”$/, '');
    const divisor = this.scanned.shape.charAt(start - 1) === '/';
    return divisor ? bare.replace(/的(?:比值|比例|比重|比率)$/, '') : bare;
  }

  /** A figure is part of a name where words go on after it: 2018年决算数, 前3季度支出. */
  private digitInName(start: number): boolean {
    const next = this.peek(1);
    if (next === '分' || next === '' || '()[]+-×/|=,;。:\n%'.includes(next)) return false;
    return this.position === start ? '年月季项个'.includes(next) : true;
  }

  /** Passes over a bracketed remark such as （含工勤人员）; leaves the position where a formula stands inside. */
  private remark(): boolean {
    const { shape } = this.scanned;
    for (let i = this.position + 1; i < this.limit && i - this.position < MAX_NAME; i++) {
      const char = shape.charAt(i);
      if (char === ')') {
        const signs = /[+×/=≥≤<>|]/.test(shape.slice(this.position + 1, i));
        const says = /^(?:含|即|指|不含|包括|扣除|剔除|注|元|万元|㎡|取)/.test(
          shape.slice(this.position + 1, i),
        );
        if (signs && !says) return false;
        this.position = i + 1;
        return true;
      }
      if ('([。;\n'.includes(char)) return false;
    }
    return false;
  }
}
