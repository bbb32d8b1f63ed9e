import { exact, HUNDRED, type Exact } from '../scoring/number';

/** A piece of an Excel formula; `level` is how tightly its outermost operator binds (4: no operator). */
export type Piece = Readonly<{ text: string; level: 1 | 2 | 3 | 4; constant: boolean }>;

/** Decimal places that remove binary noise from a quotient and keep every digit a ledger prints. */
const PRECISION = 10;

/** A number as a formula writes it: 90% for a share, plain otherwise; null where it has no short decimal form. */
export function literal(value: Exact, percent: boolean): Piece | null {
  const scaled = percent ? value.mul(HUNDRED) : value;
  const text = scaled.toString(12);
  if (text.includes('(') || text.includes("'") || !exact(text).equals(scaled)) return quotient(value);
  const negative = scaled.compare(0) < 0;
  return { text: percent ? `${text}%` : text, level: negative ? 2 : 4, constant: true };
}

function quotient(value: Exact): Piece {
  return { text: `${String(value.s * value.n)}/${String(value.d)}`, level: 3, constant: true };
}

/** A function call. */
export function call(name: string, ...parts: readonly (Piece | string)[]): Piece {
  const text = `${name}(${parts.map((part) => (typeof part === 'string' ? part : part.text)).join(',')})`;
  return { text, level: 4, constant: parts.every((part) => typeof part === 'string' || part.constant) };
}

const LEVELS = { '+': 2, '-': 2, '*': 3, '/': 3 } as const;

/** Two pieces joined by an operator, in brackets only where they are needed. */
export function join(operator: '+' | '-' | '*' | '/', left: Piece, right: Piece): Piece {
  const level = LEVELS[operator];
  const a = left.level < level ? `(${left.text})` : left.text;
  const keeps = operator === '+' || operator === '*' ? right.level >= level : right.level > level;
  const b = keeps ? right.text : `(${right.text})`;
  return { text: `${a}${operator}${b}`, level, constant: left.constant && right.constant };
}

/** A quotient rounded to where binary noise ends; comparisons and whole steps need that. */
export function steady(piece: Piece): Piece {
  return piece.level === 4 ? piece : call('ROUND', piece, String(PRECISION));
}

/** `left sign right` as a condition. */
export function compare(left: Piece, sign: '>' | '>=' | '<' | '<=' | '=', right: Piece): Piece {
  return { text: `${steady(left).text}${sign}${steady(right).text}`, level: 1, constant: false };
}
