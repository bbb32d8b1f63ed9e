import { exact, HUNDRED, type Exact } from '../scoring/number';
import {
  BEFORE_POINTS, COUNTERS, INVISIBLE, listNumber, NUMERAL_POWERS, NUMERALS, plainCharacter, SPACES,
} from './character-classes'; // prettier-ignore

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
  from: readonly number[];
  to: readonly number[];
  numbers: readonly (ScannedNumber | undefined)[];
}>;

/** Stand-ins for characters of the text that would be mistaken for a token of the shape. */
const FOREIGN = '\ue003';
/** A run of digits too long to be a figure of a standard; kept as a token nothing matches. */
const MONSTER = '\ue002';
const MAX_DIGITS = 18;
const NUMERAL_CHARS = new Set([...Object.keys(NUMERALS), ...Object.keys(NUMERAL_POWERS)]);
const PERCENTAGE_POINTS = ['个百分点', '百分点', '个点'];

type Letter = { char: string; from: number; to: number; gap: boolean };

/** Reads a text into tokens; never fails, and takes time in proportion to the length. */
export function scan(original: string): Scanned {
  return new Scanner(original).run();
}

/** The part of the original that tokens `a` (included) to `b` (excluded) cover. */
export function slice(scanned: Scanned, a: number, b: number): string {
  return a >= b ? '' : scanned.original.slice(scanned.from[a] ?? 0, scanned.to[b - 1] ?? 0);
}

const CJK = (char: string | undefined): boolean => char !== undefined && char >= '\u3400' && char <= '\u9fff';
const DIGIT = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Ideographs are most of a standard and mean themselves. */
const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Plain letters without invisible ones; a run of spaces becomes one letter `\n`. */
function plainLetters(text: string): Letter[] {
  const letters: Letter[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (isIdeograph(text.charCodeAt(i))) {
      letters.push({ char, from: i, to: i + 1, gap: false });
      continue;
    }
    if (INVISIBLE.has(char)) continue;
    const last = letters.at(-1);
    if (SPACES.has(char)) {
      if (last?.char === '\n') last.to = i + 1;
      else letters.push({ char: '\n', from: i, to: i + 1, gap: false });
      continue;
    }
    const plain = char === '#' || (char >= '\ue000' && char <= '\ue00f') ? FOREIGN : plainCharacter(char);
    if (plain === '=' && last && '><'.includes(last.char)) {
      last.char = last.char === '>' ? '≥' : '≤';
      last.to = i + 1;
    } else letters.push({ char: plain, from: i, to: i + 1, gap: false });
  }
  return letters;
}

/** Whether letters from `i` begin a list number such as `2.` or `3、` or `(1)`. */
function beginsList(letters: readonly Letter[], i: number): boolean {
  let j = i;
  const bracket = letters[j]?.char === '(';
  if (bracket) j++;
  const first = j;
  while (j < first + 2 && DIGIT(letters[j]?.char)) j++;
  if (j === first) return listNumber(letters[i]?.char.charCodeAt(0) ?? 0) !== null;
  const end = letters[j]?.char;
  if (bracket) return end === ')';
  return end === '、' || (end === '.' && !DIGIT(letters[j + 1]?.char)) || end === ')';
}

const LOOKAHEAD = 40;

/** Whether the words after a space say something new: a list number, or a formula `名称=…`. */
function beginsStatement(letters: readonly Letter[], i: number): boolean {
  if (beginsList(letters, i)) return true;
  for (let j = i; j < Math.min(i + LOOKAHEAD, letters.length); j++) {
    const char = letters[j]?.char ?? '';
    if (char === '=') return true;
    if (',;。:\n'.includes(char)) return false;
  }
  return false;
}

/** Drops spaces that only set type (得 8 分), keeps those that end a statement (×2分 采购率=…). */
function withoutTypesetting(letters: readonly Letter[]): Letter[] {
  const kept: Letter[] = [];
  let gap = false;
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i];
    if (!letter) continue;
    if (letter.char !== '\n') {
      letter.gap = gap;
      kept.push(letter);
      gap = false;
      continue;
    }
    const before = kept.at(-1)?.char;
    const after = letters[i + 1]?.char;
    if (before === undefined || after === undefined) continue;
    const ends = '分%)。;:'.includes(before) && (CJK(after) || '“①('.includes(after) || DIGIT(after));
    const listed = beginsList(letters, i + 1);
    const splits = listed
      ? '分%)。;:,.止'.includes(before)
      : (ends && !DIGIT(after)) || beginsStatement(letters, i + 1);
    if (splits && !'=×/+-(、'.includes(before) && !(before === '.' && !listed)) kept.push(letter);
    else gap = true;
  }
  return kept;
}

class Scanner {
  private readonly letters: Letter[];
  private readonly tokens: string[] = [];
  private readonly values = new Map<string, Exact>();
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly numbers: (ScannedNumber | undefined)[] = [];
  /** The number the list counted with `1.` must show next; 0 while no list has begun. */
  private nextInList = 0;

  constructor(private readonly original: string) {
    this.letters = withoutTypesetting(plainLetters(original));
  }

  run(): Scanned {
    let i = 0;
    while (i < this.letters.length) i = this.token(i);
    const { original, tokens, from, to, numbers } = this;
    return { original, shape: tokens.join(''), from, to, numbers };
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
    return this.letters[i]?.char ?? '';
  }

  private emit(char: string, a: number, b: number, number?: ScannedNumber): number {
    this.tokens.push(char);
    this.from.push(this.letters[a]?.from ?? 0);
    this.to.push(this.letters[b - 1]?.to ?? 0);
    this.numbers.push(number);
    return b;
  }

  private token(i: number): number {
    const char = this.char(i);
    if (DIGIT(char)) return this.digits(i, i);
    const circled = listNumber(char.charCodeAt(0));
    if (circled !== null)
      return this.emit('①', i, i + 1, { value: this.value(String(circled)), percent: false });
    if (char === '百' && this.char(i + 1) === '分' && this.char(i + 2) === '之') return this.percentWords(i);
    if (NUMERAL_CHARS.has(char)) return this.numeral(i);
    return this.emit(char === '%' || char === '#' ? FOREIGN : char, i, i + 1);
  }

  /** Reads figures at `i`; the token starts at `start` (百分之 stands before its figures). */
  private digits(i: number, start: number): number {
    let j = i;
    let text = '';
    const joined = (k: number): boolean => DIGIT(this.char(k)) && !this.letters[k]?.gap;
    const head = (): void => {
      for (; joined(j) || (j === i && DIGIT(this.char(j))); j++) text += this.char(j);
    };
    head();
    for (; this.char(j) === ',' && text.length <= 15 && this.isThousands(j); j += 4) {
      text += this.char(j + 1) + this.char(j + 2) + this.char(j + 3);
    }
    const opens = start === i && this.opensStatement(i);
    const listed = opens && this.nextInList > 1 && Number(text) === this.nextInList;
    if (this.char(j) === '.' && joined(j + 1) && !listed) {
      text += '.';
      for (j++; joined(j); j++) text += this.char(j);
    } else if (opens && '.、'.includes(this.char(j)) && (text === '1' || listed)) {
      this.nextInList = Number(text) + 1;
    }
    if (text.length > MAX_DIGITS) return this.emit(MONSTER, start, j);
    return this.number(text, start, j, start !== i);
  }

  /** `,123` after one to three figures, not followed by a further figure: a thousands group. */
  private isThousands(comma: number): boolean {
    for (let k = 1; k <= 3; k++)
      if (!DIGIT(this.char(comma + k)) || this.letters[comma + k]?.gap) return false;
    return !DIGIT(this.char(comma + 4));
  }

  private opensStatement(i: number): boolean {
    return i === 0 || '\n。;:,.)'.includes(this.char(i - 1));
  }

  /** Emits a number with the unit that makes it a percentage. */
  private number(text: string, start: number, end: number, isPercent: boolean): number {
    const next = this.char(end);
    const share = (length: number): number =>
      this.emit('%', start, end + length, { value: this.hundredth(text), percent: true });
    if (isPercent) return share(0);
    if (next === '%') return share(1);
    if (next === '‰')
      return this.emit('%', start, end + 1, { value: this.value(text).div(1000), percent: true });
    const unit = PERCENTAGE_POINTS.find((words) => this.stands(words, end));
    if (unit) return share(unit.length);
    return this.emit('#', start, end, { value: this.value(text), percent: false });
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
    for (let k = 0; k < words.length; k++) if (this.char(i + k) !== words.charAt(k)) return false;
    return true;
  }

  private percentWords(i: number): number {
    if (DIGIT(this.char(i + 3))) return this.digits(i + 3, i);
    const read = this.readNumeral(i + 3);
    return read === null ? this.emit('百', i, i + 1) : this.number(String(read.value), i, read.end, true);
  }

  /** A Chinese numeral counts as a number only where a unit says so; 一般, 三公 and 一季度 stay words. */
  private numeral(i: number): number {
    const read = this.readNumeral(i);
    const before = this.char(i - 1);
    if (read && before !== '第') {
      const { value, end } = read;
      const unit = this.char(end);
      const points = unit === '分' && (BEFORE_POINTS.has(before) || before === '(');
      const counted = COUNTERS.has(unit) && !(unit === '次' && this.char(end + 1) === '性') && unit !== '季';
      const percentPoint = this.stands('个百分点', end) || this.stands('百分点', end);
      const times = unit === '倍';
      if (points || counted || percentPoint || times) return this.number(String(value), i, end, false);
    }
    return this.emit(this.char(i), i, i + 1);
  }

  private readNumeral(i: number): { value: number; end: number } | null {
    let total = 0;
    let digit = -1;
    let j = i;
    for (; j < i + 7; j++) {
      const char = this.char(j);
      const power = NUMERAL_POWERS[char];
      if (char in NUMERALS) {
        if (digit > 0) break;
        digit = NUMERALS[char] ?? 0;
      } else if (
        power !== undefined &&
        !(char === '百' && this.char(j + 1) === '分' && this.char(j + 2) !== '之' && digit < 0)
      ) {
        total += (digit < 0 ? 1 : digit) * power;
        digit = -1;
      } else break;
    }
    if (j === i) return null;
    return { value: total + Math.max(digit, 0), end: j };
  }
}
