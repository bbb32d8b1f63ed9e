import { MAX_COLUMNS, MAX_ROWS, parseRange, type Range } from '../../../core/snapshot/address';

/** A rectangle of cells on a sheet, as a formula names it. */
export type Area = Range & Readonly<{ sheet: string }>;

export type Token =
  | Readonly<{ kind: 'area'; area: Area }>
  | Readonly<{ kind: 'number'; value: number }>
  | Readonly<{ kind: 'text'; value: string }>
  | Readonly<{ kind: 'call'; name: string }>
  | Readonly<{ kind: 'name'; name: string }>
  | Readonly<{ kind: 'operator'; text: string }>
  /** What is not understood here: arrays, structured references, references to other files. */
  | Readonly<{ kind: 'other'; text: string }>;

const CELL = String.raw`\$?[A-Z]{1,3}\$?[0-9]{1,7}`;
const AREA = String.raw`${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7}`;
const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const PATTERN = new RegExp(
  [
    String.raw`\s+`,
    String.raw`"((?:[^"]|"")*)"`,
    String.raw`(?:${SHEET})?(${AREA})(?![\p{L}\p{N}_.(!])`,
    String.raw`([0-9]+\.?[0-9]*(?:E[+-]?[0-9]+)?|\.[0-9]+)`,
    String.raw`([\p{L}_][\p{L}\p{N}_.]*)\(`,
    String.raw`([\p{L}_\\][\p{L}\p{N}_.\\?]*)`,
    String.raw`(<>|<=|>=|[-+*/^&=<>%(),])`,
    String.raw`([^])`,
  ].join('|'),
  'giuy',
);

/** Cuts a formula, without its leading `=`, into tokens; an area without a sheet is on `sheet`. */
export function tokensOf(formula: string, sheet: string): Token[] {
  const tokens: Token[] = [];
  for (const match of formula.matchAll(PATTERN)) {
    const [, text, quoted, plain, area, number, call, name, operator, other] = match;
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll('""', '"') });
    else if (area !== undefined) {
      const range = rangeOf(area.replaceAll('$', ''));
      const on = quoted?.replaceAll("''", "'") ?? plain ?? sheet;
      tokens.push(range ? { kind: 'area', area: { ...range, sheet: on } } : { kind: 'other', text: area });
    } else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (call !== undefined) tokens.push({ kind: 'call', name: call.toUpperCase() });
    else if (name !== undefined) tokens.push({ kind: 'name', name });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator });
    else if (other !== undefined) tokens.push({ kind: 'other', text: other });
  }
  return tokens;
}

function rangeOf(text: string): Range | null {
  const columns = /^([A-Z]+):([A-Z]+)$/i.exec(text);
  if (columns) return parseRange(`${columns[1] ?? ''}1:${columns[2] ?? ''}${MAX_ROWS}`);
  const rows = /^(\d+):(\d+)$/.exec(text);
  if (!rows) return parseRange(text);
  const range = parseRange(`A${rows[1] ?? ''}:A${rows[2] ?? ''}`);
  return range && { ...range, right: MAX_COLUMNS - 1 };
}
