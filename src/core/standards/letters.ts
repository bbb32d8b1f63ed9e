import { listNumber, plainCode } from './character-classes';
import { endsPoints, Gap, goesOnBehind, LINE_ENDS, pairsOf, type Beside } from './line-breaks';
import { damagedFigures } from './damaged-figures';
import { exampleStretches } from './examples';
import { openingLabels } from './opening-labels';

export const code = (char: string): number => char.charCodeAt(0);
export const codes = (chars: string): ReadonlySet<number> => new Set(Array.from(chars, code));

/** Code points of the private use area that stand for tokens of the shape. */
const RESERVED = { first: 0xe000, last: 0xe00f } as const;
/** Stand-in for characters of the text that would be mistaken for a token of the shape. */
export const FOREIGN_CODE = code('\ue003');

const BREAK = code('\n');
export const POINT = code('.');
const EQUALS = code('=');
const LESS = code('<');
const MORE = code('>');
const NOT_LESS = code('≥');
const NOT_MORE = code('≤');
export const HASH = code('#');
const OPENS = code('(');
export const CLOSES = code(')');
export const LISTS = code('、');
/** · opens an item of a list behind these; elsewhere it multiplies or parts words. */
const DOT = code('·');
const ENDS_ITEM = codes('。;:');
const ENDS_STATEMENT = codes('分%)。;:');
const ENDS_BEFORE_LIST = codes('分%)。;:,.止');
const GOES_ON = codes('=×/+-(、');
const STOPS = codes(',;。:\n');
const OPENS_QUOTE = codes('“①(');
export const PART_SIGN = code('分');
const RATE_SIGN = code('率');
export const isDigit = (value: number): boolean => value >= 48 && value <= 57;
/** Ideographs are most of a standard and mean themselves. */
const isIdeograph = (value: number): boolean => value >= 0x4e00 && value <= 0x9fff;
const isChinese = (value: number): boolean => value >= 0x3400 && value <= 0x9fff;

/** Letters behind a space that are looked at for a formula. */
const LOOKAHEAD = 40;
/** More arguments than this at once are too many for a call. */
export const CHUNK = 8192;

/** A stretch of the original. */
type Place = readonly [from: number, to: number];

/** Plain characters with their places, in columns: a text may have as many characters as a cell can hold. */
export class Letters {
  readonly codes: Uint16Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What only set type before the letter: nothing, spaces, or the line break of a cell. */
  readonly gaps: Uint8Array;
  length = 0;
  /** The text without the names it gives itself and without examples. */
  readonly body: string;
  /** Where the original works out an example. */
  readonly examples: readonly Place[];
  private pairs: ReadonlySet<string> | null = null;

  constructor(private readonly text: string) {
    this.codes = new Uint16Array(text.length);
    this.from = new Int32Array(text.length);
    this.to = new Int32Array(text.length);
    this.gaps = new Uint8Array(text.length);
    this.read(text);
    let letters = this.letters();
    const damaged = damagedFigures(letters);
    for (const [at, figure] of damaged) this.codes[at] = code(figure);
    if (damaged.length > 0) letters = this.letters();
    const labels = this.drop(openingLabels(letters));
    this.examples = this.drop(exampleStretches(this.letters()));
    this.body = without(text, [...labels, ...this.examples]);
    this.dropTypesetting();
  }

  /** The code at `i`; 0 beyond the end. */
  at(i: number): number {
    return i < this.length ? (this.codes[i] ?? 0) : 0;
  }

  private put(value: number, from: number, to: number, gap = 0): void {
    const i = this.length++;
    this.codes[i] = value;
    this.from[i] = from;
    this.to[i] = to;
    this.gaps[i] = gap;
  }

  /** Without characters that print nothing; a run of spaces becomes one line break. */
  private read(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const value = text.charCodeAt(i);
      if (isIdeograph(value)) {
        this.put(value, i, i + 1);
        continue;
      }
      const plain = plainCode(value);
      if (plain === 0) continue;
      const last = this.at(this.length - 1);
      if (plain === DOT && (this.length === 0 || last === BREAK || ENDS_ITEM.has(last))) continue;
      if (plain === BREAK && last === BREAK) {
        this.to[this.length - 1] = i + 1;
        if (LINE_ENDS.has(value)) this.gaps[this.length - 1] = Gap.line;
      } else if (plain === BREAK) this.put(plain, i, i + 1, LINE_ENDS.has(value) ? Gap.line : Gap.space);
      else if (joined(last, plain) !== 0) {
        this.codes[this.length - 1] = joined(last, plain);
        this.to[this.length - 1] = i + 1;
      } else {
        const foreign =
          value === HASH || plain === HASH || (value >= RESERVED.first && value <= RESERVED.last);
        this.put(foreign ? FOREIGN_CODE : plain, i, i + 1);
      }
    }
  }

  private letters(): string {
    let letters = '';
    for (let i = 0; i < this.length; i += CHUNK)
      letters += String.fromCharCode(...this.codes.subarray(i, Math.min(i + CHUNK, this.length)));
    return letters;
  }

  /** Drops stretches that are no part of the standard, the last of them first; says where they stood in the original. */
  private drop(stretches: readonly Place[]): Place[] {
    const places = stretches.map(([from, to]): Place => [this.from[from] ?? 0, this.to[to - 1] ?? 0]);
    for (const [from, to] of stretches) {
      for (const column of [this.codes, this.from, this.to, this.gaps])
        column.copyWithin(from, to, this.length);
      this.length -= to - from;
    }
    return places;
  }

  /** Drops spaces that only set type (得 8 分), keeps those that end a statement (×2分 采购率=…). */
  private dropTypesetting(): void {
    const { length } = this;
    let kept = 0;
    let gap: number = Gap.none;
    const keep = (i: number): void => {
      this.codes[kept] = this.codes[i] ?? 0;
      this.from[kept] = this.from[i] ?? 0;
      this.to[kept] = this.to[i] ?? 0;
      this.gaps[kept++] = gap;
      gap = Gap.none;
    };
    for (let i = 0; i < length; i++) {
      if (this.codes[i] !== BREAK) {
        keep(i);
        continue;
      }
      if (kept === 0 || i + 1 >= length) continue;
      const broken = this.gaps[i] ?? Gap.none;
      if (this.separates(kept, i + 1, broken)) keep(i);
      else gap = broken;
    }
    this.length = kept;
  }

  /** Whether the break behind the letters kept so far, of which `next` is the one behind it, parts two statements. */
  private separates(kept: number, next: number, gap: number): boolean {
    const before = this.codes[kept - 1] ?? 0;
    if (GOES_ON.has(before)) return false;
    const after = this.at(next);
    if (this.beginsList(next)) return ENDS_BEFORE_LIST.has(before) || (gap === Gap.line && isChinese(before));
    if (before === POINT) return false;
    const beside = this.beside(kept, next);
    if (ENDS_STATEMENT.has(before) && (isChinese(after) || OPENS_QUOTE.has(after)))
      return !goesOnBehind(beside);
    if (before === PART_SIGN && endsPoints(beside)) return true;
    return this.beginsStatement(next) && !this.partsWord(before, next);
  }

  private beside(kept: number, next: number): Beside {
    const before = String.fromCharCode(...this.codes.subarray(Math.max(0, kept - 3), kept));
    const behind = Array.from(this.codes.subarray(next, Math.min(next + 12, this.length)));
    return { before, after: String.fromCharCode(...behind.filter((value) => value !== BREAK)) };
  }

  /** 预算执↵行率=…: the letters on both sides stand side by side elsewhere, or what follows is too short for a name. */
  private partsWord(before: number, next: number): boolean {
    const after = this.at(next);
    if (!isIdeograph(before) || !isIdeograph(after)) return false;
    this.pairs ??= pairsOf(this.text);
    if (this.pairs.has(String.fromCharCode(before, after))) return true;
    const sign = this.at(next + 1) === EQUALS ? next + 1 : next + 2;
    return this.at(sign) === EQUALS && this.at(sign - 1) === RATE_SIGN;
  }

  /** Whether letters from `i` begin a list number such as `2.` or `3、` or `(1)`. */
  private beginsList(i: number): boolean {
    let j = i;
    const bracket = this.at(j) === OPENS;
    if (bracket) j++;
    const first = j;
    while (j < first + 2 && isDigit(this.at(j))) j++;
    if (j === first) return listNumber(this.at(i)) !== null;
    const end = this.at(j);
    if (bracket) return end === CLOSES;
    return end === LISTS || (end === POINT && !isDigit(this.at(j + 1))) || end === CLOSES;
  }

  /** Whether the words after a space say something new: a list number, or a formula `名称=…`. */
  private beginsStatement(i: number): boolean {
    if (this.beginsList(i)) return true;
    const end = Math.min(i + LOOKAHEAD, this.length);
    for (let j = i; j < end; j++) {
      const value = this.at(j);
      if (value === EQUALS) return true;
      if (STOPS.has(value)) return false;
    }
    return false;
  }
}

/** >= and =>, <= and =<; 0 for signs that are not one. */
function joined(first: number, second: number): number {
  if (first !== EQUALS && second !== EQUALS) return 0;
  const other = first === EQUALS ? second : first;
  return other === MORE ? NOT_LESS : other === LESS ? NOT_MORE : 0;
}

function without(text: string, places: readonly Place[]): string {
  let rest = text;
  for (const [from, to] of [...places].sort(([a], [b]) => b - a)) rest = rest.slice(0, from) + rest.slice(to);
  return rest;
}
