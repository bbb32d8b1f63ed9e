/**
 * Characters that mean the same in a standard, as data.
 *
 * Sources: full-width forms U+FF01–FF5E and half-width CJK punctuation U+FF61–FF65 (Unicode, Halfwidth and
 * Fullwidth Forms); the comparison signs Chinese input methods and OCR produce (≧ U+2267, ≦ U+2266, ⩾ U+2A7E,
 * 〉 U+3009 in published tables of Yueyang); brackets of document numbers 〔〕 (GB/T 9704).
 */
export const SAME_AS: Readonly<Record<string, string>> = {
  '。': '。', '｡': '。', '､': '、', '﹑': '、', '﹐': ',', '﹔': ';', '﹕': ':', '﹒': '.',
  '≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤', '〉': '>', '〈': '<', '﹥': '>', '﹤': '<', '﹦': '=', '﹪': '%',
  '〔': '[', '〕': ']', '【': '[', '】': ']', '〖': '[', '〗': ']', '﹙': '(', '﹚': ')', '❨': '(', '❩': ')',
  '✕': '×', '✖': '×', '╳': '×', '⨉': '×', '*': '×', '∗': '×', '·': '·', '÷': '/', '∕': '/', '⁄': '/',
  '—': '-', '–': '-', '‐': '-', '‑': '-', '‒': '-', '―': '-', '−': '-', '─': '-', '~': '至', '∼': '至', '〜': '至',
  '→': ':', '⇒': ':', '➔': ':',
  '∣': '|', '│': '|', '∑': 'Σ', '﹢': '+', '﹣': '-', '≡': '=',
  '「': '“', '」': '”', '『': '“', '』': '”', '"': '“', '‘': '“', '’': '”', "'": '“', '〝': '“', '〞': '”',
}; // prettier-ignore

/** Characters that mean nothing: those that print nothing (zero-width, byte order mark, soft hyphen, bidi marks) and the marks of lists. */
export const INVISIBLE = new Set('\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202c●•■◆▪★☆◇□▲►');

/** Spaces of every width; a tab or a line break inside a cell is one too. */
export const SPACES = new Set(
  ' \t\r\n\v\f\u00a0\u1680\u2002\u2003\u2009\u200a\u202f\u205f\u3000\u2028\u2029\u0085',
);

/** Value of a Chinese numeral, formal forms (GB/T 15835 appendix) included. */
export const NUMERALS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}; // prettier-ignore
export const NUMERAL_POWERS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100 };

/** Classifiers that make a number a count of things in “发现一处”, “每逾期1日”, “每增加1人”. */
export const COUNTERS = new Set('项处个例次起件日天人名位笔条户类份篇期周月季年家宗批场辆台套级档种户座株棵');

/** Classifiers that count things behind 每 alone (每缺一张); elsewhere they are parts of words (一张图, 一本账). */
export const EACH_COUNTERS = new Set('张本册幅间所只头盏孔门栋幢片块段艘架组村校枚道');

/** Characters after which a Chinese numeral is a quantity of points: 扣一分, 得三分. */
export const BEFORE_POINTS = new Set('扣得计记加减给为满赋评');

/** Circled and bracketed list numbers of one character, with the number they carry. */
export function listNumber(code: number): number | null {
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x2776 && code <= 0x277f) return code - 0x2775;
  if (code >= 0x2780 && code <= 0x2789) return code - 0x277f;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  if (code >= 0x2488 && code <= 0x249b) return code - 0x2487;
  return null;
}

/** The half-width, plainest form of a character: `％` → `%`, `〉` → `>`, `【` → `[`. */
export function plainCharacter(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return char;
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
  return SAME_AS[half] ?? half;
}

const FULL_WIDTH_FORMS = Array.from({ length: 0x5e }, (_, i) => String.fromCharCode(0xff01 + i));
const LINE_BREAK = 10;
const NOTHING = 0;

/** Plain forms by character code: 0 for what prints nothing, a line break for every space; absent where a character is its own. */
const PLAIN_CODES: ReadonlyMap<number, number> = plainCodes();

function plainCodes(): Map<number, number> {
  const codes = new Map<number, number>();
  for (const char of FULL_WIDTH_FORMS) codes.set(char.charCodeAt(0), plainCharacter(char).charCodeAt(0));
  for (const char of Object.keys(SAME_AS)) codes.set(char.charCodeAt(0), plainCharacter(char).charCodeAt(0));
  for (const char of SPACES) codes.set(char.charCodeAt(0), LINE_BREAK);
  for (const char of INVISIBLE) codes.set(char.charCodeAt(0), NOTHING);
  return codes;
}

/** `plainCharacter` for codes; 0 for characters that print nothing, a line break for spaces. */
export function plainCode(code: number): number {
  return PLAIN_CODES.get(code) ?? code;
}
