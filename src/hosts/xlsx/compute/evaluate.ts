import { isCellError, type CellError, type CellValue } from '../../../core/snapshot/snapshot';
import { FUNCTIONS } from './functions';
import type { Area, Token } from './formula-tokens';
import { BeyondUs, numberOf, order, textOf, type Value } from './values';

/** A value, or an area that a function may look through. */
export type Operand = Value | Readonly<{ area: Area }>;

/** Reads cells for a formula; whole areas give their non-empty cells in any order. */
export type CellSource = Readonly<{
  at: (sheet: string, row: number, column: number) => Value;
  within: (area: Area) => readonly Value[];
}>;

/** Computes a formula from its tokens: arithmetic, comparisons and the functions of the table. */
export function evaluate(tokens: readonly Token[], cells: CellSource): CellValue {
  const reader = new Reader(tokens, cells);
  const value = reader.scalar(reader.comparison());
  reader.end();
  // A formula that comes to an empty cell shows 0.
  return value ?? 0;
}

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly cells: CellSource,
  ) {}

  end(): void {
    if (this.at < this.tokens.length) throw new BeyondUs();
  }

  comparison(): Operand {
    let left = this.joining();
    for (;;) {
      const compare = COMPARE[this.operator() ?? ''];
      if (!compare) return left;
      this.at += 1;
      left = this.both(left, this.joining(), (a, b) => compare(order(a, b)));
    }
  }

  scalar(operand: Operand): Value {
    if (!isArea(operand)) return operand;
    const { area } = operand;
    if (area.top !== area.bottom || area.left !== area.right) throw new BeyondUs();
    return this.cells.at(area.sheet, area.top, area.left);
  }

  private joining(): Operand {
    let left = this.sum();
    while (this.take('&')) left = this.both(left, this.sum(), (a, b) => textOf(a) + textOf(b));
    return left;
  }

  private sum(): Operand {
    let left = this.product();
    for (;;) {
      if (this.take('+')) left = this.numbers(left, this.product(), (a, b) => a + b);
      else if (this.take('-')) left = this.numbers(left, this.product(), (a, b) => a - b);
      else return left;
    }
  }

  private product(): Operand {
    let left = this.power();
    for (;;) {
      if (this.take('*')) left = this.numbers(left, this.power(), (a, b) => a * b);
      else if (this.take('/')) {
        left = this.numbers(left, this.power(), (a, b) => (b === 0 ? { error: '#DIV/0!' } : a / b));
      } else return left;
    }
  }

  private power(): Operand {
    let left = this.signed();
    while (this.take('^')) left = this.numbers(left, this.signed(), (a, b) => a ** b);
    return left;
  }

  private signed(): Operand {
    if (this.take('-')) return this.numbers(0, this.signed(), (a, b) => a - b);
    if (this.take('+')) return this.signed();
    let value = this.primary();
    while (this.take('%')) value = this.numbers(value, 100, (a, b) => a / b);
    return value;
  }

  private primary(): Operand {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.kind) {
      case 'number':
      case 'text':
        return token.value;
      case 'area':
        return { area: token.area };
      case 'name':
        if (/^(?:true|false)$/i.test(token.name)) return token.name.toLowerCase() === 'true';
        throw new BeyondUs();
      case 'call':
        return this.call(token.name);
      case 'operator': {
        if (token.text !== '(') throw new BeyondUs();
        const inner = this.comparison();
        if (!this.take(')')) throw new BeyondUs();
        return inner;
      }
      default:
        throw new BeyondUs();
    }
  }

  private call(name: string): Value {
    const parameters: Operand[] = [];
    if (!this.take(')')) {
      do parameters.push(this.comparison());
      while (this.take(','));
      if (!this.take(')')) throw new BeyondUs();
    }
    const compute = FUNCTIONS.get(name);
    if (!compute) throw new BeyondUs();
    const all = parameters.map((operand) => (isArea(operand) ? this.cells.within(operand.area) : [operand]));
    return compute({
      values: () => parameters.map((operand) => this.scalar(operand)),
      numbers: () => {
        // Text and truth values count where they stand in the formula itself, not where they stand in cells.
        const found = parameters.flatMap((operand, n) =>
          (all[n] ?? []).flatMap((value): (number | CellError)[] => {
            if (isCellError(value)) return [value];
            if (isArea(operand)) return typeof value === 'number' ? [value] : [];
            return [numberOf(value)];
          }),
        );
        return found.find(isError) ?? (found as number[]);
      },
    });
  }

  private both(a: Operand, b: Operand, compute: (a: Value, b: Value) => Value): Value {
    const [left, right] = [this.scalar(a), this.scalar(b)];
    if (isCellError(left)) return left;
    return isCellError(right) ? right : compute(left, right);
  }

  private numbers(a: Operand, b: Operand, compute: (a: number, b: number) => Value): Value {
    return this.both(a, b, (x, y) => {
      const [left, right] = [numberOf(x), numberOf(y)];
      if (typeof left !== 'number') return left;
      return typeof right === 'number' ? finite(compute(left, right)) : right;
    });
  }

  private operator(): string | null {
    const token = this.tokens[this.at];
    return token?.kind === 'operator' ? token.text : null;
  }

  private take(text: string): boolean {
    if (this.operator() !== text) return false;
    this.at += 1;
    return true;
  }
}

function isArea(operand: Operand): operand is Readonly<{ area: Area }> {
  return typeof operand === 'object' && operand !== null && 'area' in operand;
}

function isError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

function finite(value: Value): Value {
  return typeof value === 'number' && !Number.isFinite(value) ? { error: '#NUM!' } : value;
}
