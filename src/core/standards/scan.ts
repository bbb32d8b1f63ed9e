import { exact, HUNDRED, type Exact } from '../scoring/number';
import {
  BEFORE_POINTS, COUNTERS, EACH_COUNTERS, listNumber, NUMERAL_POWERS, NUMERALS,
} from './character-classes'; // prettier-ignore
import {
  CHUNK, CLOSES, code, codes, FOREIGN_CODE, HASH, isDigit, Letters, LISTS, PART_SIGN, POINT,
} from './letters'; // prettier-ignore
import { Gap } from './line-breaks';
import { chainedSign, COMPARES, LONGEST_CHAIN } from './chained-comparisons';

/** A number of the text; a percentage (`5%`, 百分之五, 五个百分点) is kept as its fraction. */
export type ScannedNumber = Readonly<{ value: Exact; percent: boolean }>;

/**
 * A standard with width, digits and spacing evened out. `shape` holds one character a token, so that wording is
 * matched without looking at figures: `#` a number, `%` a percentage, `①` a circled list number, `\n` a break that
 * separates. `from[i]`–`to[i]` is where token i stands in the original.
 */
export type Scanned = Readonly<{
  original: string;
  /** The text without 评分标准： and other names it gives itself, and without examples. */
  body: string;
  /** Where the original works out an example, which is no rule. */
  examples: readonly (readonly [from: number, to: number])[];
  shape: string;
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  numbers: readonly (ScannedNumber | undefined)[];
}>;

/** A run of digits too long to be a figure of a standard; kept as a token nothing matches. */
const MONSTER = '\ue002';
const MAX_DIGITS = 18;
const NUMERAL_CHARS = [...Object.keys(NUMERALS), ...Object.keys(NUMERAL_POWERS)].join('');
const PERCENTAGE_POINTS = ['个百分点', '百分点', '个点', '个百份点', '百份点'];

const COMMA = code(',');
const PERCENT = code('%');
const HUNDRED_SIGN = code('百');
const OPENS_STATEMENT = codes('\n。;:,.)');
const NUMERAL_CODES = codes(NUMERAL_CHARS);
const COMPARING = codes([...COMPARES].join(''));
const byCode = (values: Readonly<Record<string, number>>): ReadonlyMap<number, number> =>
  new Map(Object.entries(values).map(([char, value]) => [code(char), value]));
const NUMERAL_VALUES = byCode(NUMERALS);
const NUMERAL_POWER_VALUES = byCode(NUMERAL_POWERS);
/** 九成以上, 八成至九成: what may follow a number of tenths; 三成员 is none. */
const AFTER_TENTHS: ReadonlySet<number> = new Set([...codes('以及至的时不,;。-)(得计记扣加减'), 0]);
/** 千分之, 万分之. */
const SMALL_PARTS: ReadonlyMap<number, number> = new Map([
  [code('千'), 1000],
  [code('万'), 10_000],
]);
/** 每缺一张, 每发现两本. */
const EACH_OF = /每(?:出现|发现|发生|查出|缺少?|少|漏|有|增加|减少|多|再|新增|遗漏)?$/;
const EACH_LOOK = 4;
const LONGEST_NUMERAL = 7;
/** 验收合格率, 竣工验收合格比例. */
const ONCE_NAME = 10;
const OF_SIGN = code('之');

/** Reads a text into tokens; never fails, and takes time in proportion to the length. */
export function scan(original: string): Scanned {
  return new Scanner(original).run();
}

/** The part of the original that tokens `a` (included) to `b` (excluded) cover. */
export function slice(scanned: Scanned, a: number, b: number): string {
  return a >= b ? '' : scanned.original.slice(scanned.from[a] ?? 0, scanned.to[b - 1] ?? 0);
}

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
    const { body, examples } = this.letters;
    return { original, body, examples, shape: this.text(), from, to, numbers };
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
    const chained = COMPARING.has(value) ? this.comparison(i) : null;
    if (chained !== null) return chained;
    const part = SMALL_PARTS.get(value);
    const small = part !== undefined && this.stands('分之', i + 1) ? this.smallShare(i, part) : null;
    return small ?? this.emit(value === PERCENT ? FOREIGN_CODE : value, i, i + 1);
  }

  /** 小于等于 in 80%小于等于满意度<90%. */
  private comparison(i: number): number | null {
    let ahead = '';
    for (let j = i; j < i + LONGEST_CHAIN && j < this.letters.length; j++) ahead += this.char(j);
    const [word, sign] = chainedSign(this.read(LONGEST_CHAIN), ahead) ?? [];
    return word === undefined || sign === undefined ? null : this.emit(code(sign), i, i + word.length);
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
    const point = this.letters.at(j) === POINT;
    // 1.100%完成…: a list number before a whole, no figure with three decimals.
    const whole = opens && point && text === '1' && this.stands('100%', j + 1);
    const listed = whole || (opens && this.nextInList > 1 && Number(text) === this.nextInList);
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
      const each = EACH_COUNTERS.has(unit) && EACH_OF.test(this.read(EACH_LOOK));
      if (points || counted || percentPoint || times || each) return this.number(value, i, end, false);
    }
    return this.emit(this.letters.at(i), i, i + 1);
  }

  /** The last tokens read. */
  private read(count: number): string {
    return String.fromCharCode(...this.shape.subarray(Math.max(0, this.length - count), this.length));
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
