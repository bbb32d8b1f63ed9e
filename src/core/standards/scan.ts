import { exact, HUNDRED, type Exact } from '../scoring/number';
import {
  BEFORE_POINTS, COUNTERS, listNumber, NUMERAL_POWERS, NUMERALS, plainCode,
} from './character-classes'; // prettier-ignore
import { endsPoints, Gap, goesOnBehind, LINE_ENDS, pairsOf, type Beside } from './line-breaks';

/** A number of the text; a percentage (`5%`, 百分之五, 五个百分点) is kept as its fraction. */
export type ScannedNumber = Readonly<{ value: Exact; percent: boolean }>;

/**
 * A standard with width, digits and spacing evened out. `shape` holds one character a token, so that wording is
 * matched without looking at figures: `#` a number, `%` a percentage, `①` a circled list number, `\n` a break that
 * separates. `from[i]`–`to[i]` is where token i stands in the original.
 */
export type Scanned = Readonly<{
  original: string;
  shape: string;
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  numbers: readonly (ScannedNumber | undefined)[];
}>;

/** Stand-ins for characters of the text that would be mistaken for a token of the shape. */
const FOREIGN = '\ue003';
/** A run of digits too long to be a figure of a standard; kept as a token nothing matches. */
const MONSTER = '\ue002';
const MAX_DIGITS = 18;
const NUMERAL_CHARS = [...Object.keys(NUMERALS), ...Object.keys(NUMERAL_POWERS)].join('');
const PERCENTAGE_POINTS = ['个百分点', '百分点', '个点'];

const code = (char: string): number => char.charCodeAt(0);
const codes = (chars: string): ReadonlySet<number> => new Set(Array.from(chars, code));

const BREAK = code('\n');
const POINT = code('.');
const COMMA = code(',');
const EQUALS = code('=');
const LESS = code('<');
const MORE = code('>');
const NOT_LESS = code('≥');
const NOT_MORE = code('≤');
const HASH = code('#');
const PERCENT = code('%');
const OPENS = code('(');
const CLOSES = code(')');
const LISTS = code('、');
const FOREIGN_CODE = code(FOREIGN);
/** Code points of the private use area that stand for tokens of the shape. */
const HUNDRED_SIGN = code('百');
const RESERVED = { first: 0xe000, last: 0xe00f } as const;
/** · opens an item of a list behind these; elsewhere it multiplies or parts words. */
const DOT = code('·');
const ENDS_ITEM = codes('。;:');
const ENDS_STATEMENT = codes('分%)。;:');
const ENDS_BEFORE_LIST = codes('分%)。;:,.止');
const GOES_ON = codes('=×/+-(、');
const OPENS_STATEMENT = codes('\n。;:,.)');
const STOPS = codes(',;。:\n');
const OPENS_QUOTE = codes('“①(');
const NUMERAL_CODES = codes(NUMERAL_CHARS);
const byCode = (values: Readonly<Record<string, number>>): ReadonlyMap<number, number> =>
  new Map(Object.entries(values).map(([char, value]) => [code(char), value]));
const NUMERAL_VALUES = byCode(NUMERALS);
const NUMERAL_POWER_VALUES = byCode(NUMERAL_POWERS);
/** 九成以上, 八成至九成: what may follow a number of tenths; 三成员 is none. */
const AFTER_TENTHS: ReadonlySet<number> = new Set([...codes('以及至的时不,;。-)(得计'), 0]);
/** 千分之, 万分之. */
const SMALL_PARTS: ReadonlyMap<number, number> = new Map([
  [code('千'), 1000],
  [code('万'), 10_000],
]);
const LONGEST_NUMERAL = 7;
/** 验收合格率, 竣工验收合格比例. */
const ONCE_NAME = 10;
const PART_SIGN = code('分');
const RATE_SIGN = code('率');
const OF_SIGN = code('之');
const isDigit = (value: number): boolean => value >= 48 && value <= 57;
/** Ideographs are most of a standard and mean themselves. */
const isIdeograph = (value: number): boolean => value >= 0x4e00 && value <= 0x9fff;
const isChinese = (value: number): boolean => value >= 0x3400 && value <= 0x9fff;

/** Reads a text into tokens; never fails, and takes time in proportion to the length. */
export function scan(original: string): Scanned {
  return new Scanner(original).run();
}

/** The part of the original that tokens `a` (included) to `b` (excluded) cover. */
export function slice(scanned: Scanned, a: number, b: number): string {
  return a >= b ? '' : scanned.original.slice(scanned.from[a] ?? 0, scanned.to[b - 1] ?? 0);
}

/** Plain characters with their places, in columns: a text may have as many characters as a cell can hold. */
class Letters {
  readonly codes: Uint16Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What only set type before the letter: nothing, spaces, or the line break of a cell. */
  readonly gaps: Uint8Array;
  length = 0;
  private pairs: ReadonlySet<string> | null = null;

  constructor(private readonly text: string) {
    this.codes = new Uint16Array(text.length);
    this.from = new Int32Array(text.length);
    this.to = new Int32Array(text.length);
    this.gaps = new Uint8Array(text.length);
    this.read(text);
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
      else if (plain === EQUALS && (last === MORE || last === LESS)) {
        this.codes[this.length - 1] = last === MORE ? NOT_LESS : NOT_MORE;
        this.to[this.length - 1] = i + 1;
      } else {
        const foreign =
          value === HASH || plain === HASH || (value >= RESERVED.first && value <= RESERVED.last);
        this.put(foreign ? FOREIGN_CODE : plain, i, i + 1);
      }
    }
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

const LOOKAHEAD = 40;
/** More arguments than this at once are too many for a call. */
const CHUNK = 8192;

class Scanner {
  private readonly letters: Letters;
  private readonly shape: Uint16Array;
  private readonly values = new Map<string, Exact>();
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly numbers: (ScannedNumber | undefined)[] = [];
  private length = 0;
  /** The number the list counted with `1.` must show next; 0 while no list has begun. */
  private nextInList = 0;

  constructor(private readonly original: string) {
    this.letters = new Letters(original);
    this.shape = new Uint16Array(this.letters.length);
    this.from = new Int32Array(this.letters.length);
    this.to = new Int32Array(this.letters.length);
  }

  run(): Scanned {
    const { length } = this.letters;
    let i = 0;
    while (i < length) i = this.token(i);
    const { original, from, to, numbers } = this;
    return { original, shape: this.text(), from, to, numbers };
  }

  private text(): string {
    let text = '';
    for (let i = 0; i < this.length; i += CHUNK)
      text += String.fromCharCode(...this.shape.subarray(i, Math.min(i + CHUNK, this.length)));
    return text;
  }

  /** One exact number for each figure, however often it stands. */
  private value(text: string): Exact {
    const known = this.values.get(text);
    if (known) return known;
    const value = exact(text);
    this.values.set(text, value);
    return value;
  }

  private char(i: number): string {
    const value = this.letters.at(i);
    return value === 0 ? '' : String.fromCharCode(value);
  }

  private emit(value: number, a: number, b: number, number?: ScannedNumber): number {
    const i = this.length++;
    this.shape[i] = value;
    this.from[i] = this.letters.from[a] ?? 0;
    this.to[i] = this.letters.to[b - 1] ?? 0;
    this.numbers.push(number);
    return b;
  }

  private token(i: number): number {
    const value = this.letters.at(i);
    if (isDigit(value)) return this.digits(i, i);
    const circled = listNumber(value);
    if (circled !== null)
      return this.emit(code('①'), i, i + 1, { value: this.value(String(circled)), percent: false });
    if (NUMERAL_CODES.has(value))
      return value === HUNDRED_SIGN && this.stands('百分之', i) ? this.percentWords(i) : this.numeral(i);
    const part = SMALL_PARTS.get(value);
    const small = part !== undefined && this.stands('分之', i + 1) ? this.smallShare(i, part) : null;
    return small ?? this.emit(value === PERCENT ? FOREIGN_CODE : value, i, i + 1);
  }

  /** 千分之三, 万分之5. */
  private smallShare(i: number, part: number): number | null {
    const read = this.readNumeral(i + 3);
    let end = read?.end ?? i + 3;
    let text = read ? String(read.value) : '';
    if (!read)
      for (; this.isJoined(end) || (end === i + 3 && this.isDigit(end)); end++) text += this.char(end);
    if (text === '' || text.length > MAX_DIGITS) return null;
    return this.emit(PERCENT, i, end, { value: this.value(text).div(part), percent: true });
  }

  /** Reads figures at `i`; the token starts at `start` (百分之 stands before its figures). */
  private digits(i: number, start: number): number {
    let j = i;
    let text = '';
    const opens = start === i && this.opensStatement(i);
    const alone = opens && this.letters.at(i - 1) !== COMMA;
    const goesOn = (at: number): boolean => this.isJoined(at) || (!alone && this.isWrapped(at));
    for (; goesOn(j) || (j === i && this.isDigit(j)); j++) text += this.char(j);
    for (; this.letters.at(j) === COMMA && text.length <= 15 && this.isThousands(j); j += 4) {
      text += this.char(j + 1) + this.char(j + 2) + this.char(j + 3);
    }
    const listed = opens && this.nextInList > 1 && Number(text) === this.nextInList;
    const point = this.letters.at(j) === POINT;
    if (point && goesOn(j + 1) && !listed) {
      text += '.';
      for (j++; goesOn(j); j++) text += this.char(j);
    } else if (opens && (point || this.letters.at(j) === LISTS) && (text === '1' || listed)) {
      this.nextInList = Number(text) + 1;
    }
    if (text.length > MAX_DIGITS) return this.emit(code(MONSTER), start, j);
    return this.number(text, start, j, start !== i);
  }

  /** `,123` after one to three figures, not followed by a further figure: a thousands group. */
  private isThousands(comma: number): boolean {
    for (let k = 1; k <= 3; k++) if (!this.isJoined(comma + k)) return false;
    return !this.isDigit(comma + 4);
  }

  private isDigit(i: number): boolean {
    return isDigit(this.letters.at(i));
  }

  /** A figure that no space parts from the one before. */
  private isJoined(i: number): boolean {
    return this.isDigit(i) && this.letters.gaps[i] === 0;
  }

  /** A figure that the line break of a cell parts from the one before: 9↵0%. */
  private isWrapped(i: number): boolean {
    return this.isDigit(i) && this.letters.gaps[i] === Gap.line && !this.beginsMarker(i);
  }

  /** 得分为5↵2.完成率…: the figure is a list number. */
  private beginsMarker(i: number): boolean {
    let j = i + 1;
    while (this.isJoined(j)) j++;
    const end = this.letters.at(j);
    return end === LISTS || end === CLOSES || (end === POINT && !this.isDigit(j + 1));
  }

  private opensStatement(i: number): boolean {
    return i === 0 || OPENS_STATEMENT.has(this.letters.at(i - 1));
  }

  /** Emits a number with the unit that makes it a percentage. */
  private number(text: string, start: number, end: number, isPercent: boolean): number {
    const next = this.char(end);
    const share = (length: number): number =>
      this.emit(PERCENT, start, end + length, { value: this.hundredth(text), percent: true });
    if (isPercent) return share(0);
    if (next === '%') return share(1);
    if (next === '‰')
      return this.emit(PERCENT, start, end + 1, { value: this.value(text).div(1000), percent: true });
    const unit = PERCENTAGE_POINTS.find((words) => this.stands(words, end));
    if (unit) return share(unit.length);
    return this.emit(HASH, start, end, { value: this.value(text), percent: false });
  }

  private hundredth(text: string): Exact {
    const key = `${text}%`;
    const known = this.values.get(key);
    if (known) return known;
    const value = this.value(text).div(HUNDRED);
    this.values.set(key, value);
    return value;
  }

  private stands(words: string, i: number): boolean {
    for (let k = 0; k < words.length; k++) if (this.letters.at(i + k) !== words.charCodeAt(k)) return false;
    return true;
  }

  private percentWords(i: number): number {
    if (this.isDigit(i + 3)) return this.digits(i + 3, i);
    const read = this.readNumeral(i + 3);
    return read === null
      ? this.emit(HUNDRED_SIGN, i, i + 1)
      : this.number(String(read.value), i, read.end, true);
  }

  /** A Chinese numeral counts as a number only where a unit says so; 一般, 三公 and 一季度 stay words. */
  private numeral(i: number): number {
    const read = this.readNumeral(i);
    const before = this.char(i - 1);
    const share = read && before !== '第' ? this.shareInWords(i, read) : null;
    if (share !== null) return share;
    if (read && before !== '第') {
      const { value: whole, end: last } = read;
      const decimals = this.decimals(last);
      const value = `${whole}${decimals}`;
      const end = last + decimals.length;
      const unit = this.char(end);
      const points = unit === '分' && (BEFORE_POINTS.has(before) || before === '(');
      const counted = COUNTERS.has(unit) && !(unit === '次' && this.isOnceName(end + 1)) && unit !== '季';
      const percentPoint = this.stands('个百分点', end) || this.stands('百分点', end);
      const times = unit === '倍';
      if (points || counted || percentPoint || times) return this.number(value, i, end, false);
    }
    return this.emit(this.letters.at(i), i, i + 1);
  }

  /** 一次性, 一次合格率, 一次验收通过率: once as part of a name, no number of times. */
  private isOnceName(i: number): boolean {
    let behind = '';
    for (let k = i; k < i + ONCE_NAME; k++) behind += this.char(k);
    return /^(?:性|[\u4e00-\u9fff]{0,4}?(?:合格|通过|成功|达标|办结|办成|交验|交付|成活)[\u4e00-\u9fff]{0,2}(?:率|比例|占比))/.test(
      behind,
    );
  }

  /** 九成, 九成五, 三分之二. */
  private shareInWords(i: number, { value, end }: { value: number; end: number }): number | null {
    if (this.stands('成', end) && value >= 1 && value <= 9) {
      const more = NUMERAL_VALUES.get(this.letters.at(end + 1)) ?? 0;
      const last = more > 0 ? end + 2 : end + 1;
      const share = { value: this.value(String(value * 10 + more)).div(HUNDRED), percent: true };
      if (AFTER_TENTHS.has(this.letters.at(last))) return this.emit(PERCENT, i, last, share);
    }
    if (!this.stands('分之', end) || value < 2 || this.char(i - 1) === '百') return null;
    const part = this.readNumeral(end + 2);
    if (!part || part.value < 1 || part.value > value) return null;
    const share = this.value(String(part.value)).div(value);
    return this.emit(PERCENT, i, part.end, { value: share, percent: true });
  }

  /** The decimals of 零点五 as figures (.5); as many letters as are written. */
  private decimals(at: number): string {
    if (this.char(at) !== '点') return '';
    let text = '.';
    for (let j = at + 1; j < at + 4; j++) {
      const digit = NUMERAL_VALUES.get(this.letters.at(j));
      if (digit === undefined) break;
      text += String(digit);
    }
    return text === '.' ? '' : text;
  }

  private readNumeral(i: number): { value: number; end: number } | null {
    let total = 0;
    let digit = -1;
    let j = i;
    for (; j < i + LONGEST_NUMERAL; j++) {
      const char = this.letters.at(j);
      const value = NUMERAL_VALUES.get(char);
      const power = value === undefined ? NUMERAL_POWER_VALUES.get(char) : undefined;
      if (value !== undefined) {
        if (digit > 0) break;
        digit = value;
      } else if (power !== undefined && !(char === HUNDRED_SIGN && digit < 0 && this.beginsPoints(j + 1))) {
        total += (digit < 0 ? 1 : digit) * power;
        digit = -1;
      } else break;
    }
    if (j === i) return null;
    return { value: total + Math.max(digit, 0), end: j };
  }

  /** 百分点 and 百分制: the 百 before them is no number. */
  private beginsPoints(i: number): boolean {
    return this.letters.at(i) === PART_SIGN && this.letters.at(i + 1) !== OF_SIGN;
  }
}
