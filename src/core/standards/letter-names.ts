/** A letter that stands for a quantity named in words. */
export type LetterName = Readonly<{ letter: string; name: string }>;

const NAME = '[\\u4e00-\\u9fff“”"（）()]{2,24}?';
const LETTER = '[A-Za-zＡ-Ｚ]';
const ENDS = '(?=[,，。;；:：、)）\\s]|$)';
const STARTS = '(?:^|[,，。;；:：、(（\\s])';
/** 设执行率为X, 完成率记为Y; 用X表示执行率; 令X=执行率 reads as a definition; 执行率（X）. */
const CALLED = [
  new RegExp(
    `${STARTS}(?:假?设|令|记|将|把|其中)?(${NAME})(?:为|记为|记作|设为|用|以)(${LETTER})(?:表示|代表)?${ENDS}`,
    'g',
  ),
  new RegExp(`${STARTS}(?:假?设|令|记|将|把)?(?:用|以)(${LETTER})(?:来)?(?:表示|代表)(${NAME})${ENDS}`, 'g'),
  new RegExp(`${STARTS}(?:假?设|令|记)(${LETTER})(?:为|是|表示|代表)(${NAME})${ENDS}`, 'g'),
  new RegExp(
    `${STARTS}(?:其中|式中|注)?[,，:：]?(${LETTER})(?:为|是|指|表示|代表)(${NAME}(?:率|比例|比重|占比|度|额|数|值))${ENDS}`,
    'g',
  ),
  new RegExp(`${STARTS}(${NAME}(?:率|比例|比重|占比|度))[（(](${LETTER})[)）]`, 'g'),
];
const READ = 2000;
const BESIDE_SIGN =
  /(?<![A-Za-zＡ-Ｚ])([A-VX-Za-zＡ-Ｚ])(?=[≥≧≤≦><＞＜=＝×*\-－+＋/÷]|[^\S\n]*[≥≧≤≦><＞＜=＝×])|(?<=[≥≧≤≦><＞＜=＝×*\-－+＋/÷])([A-VX-Za-zＡ-Ｚ])(?![A-Za-zＡ-Ｚ])/g;

/** Letters the text gives to quantities; where a letter is given to two, to neither. */
export function letterNames(whole: string): LetterName[] {
  const text = whole.slice(0, READ);
  if (!/[A-Za-zＡ-Ｚ]/.test(text)) return [];
  const found = new Map<string, string | null>();
  for (const pattern of CALLED) {
    for (const [, one = '', other = ''] of text.matchAll(pattern)) {
      const [letter, name] = one.length === 1 ? [one, other] : [other, one];
      const known = found.get(letter);
      found.set(letter, known === undefined || known === name ? name : null);
    }
  }
  return [...found].flatMap(([letter, name]) => (name === null ? [] : [{ letter, name }]));
}

/** Letters that stand by themselves beside a sign: X≥90%, X×5分. */
export function loneLetters(whole: string): string[] {
  const text = whole.slice(0, READ);
  if (!/[A-Za-zＡ-Ｚ]/.test(text)) return [];
  return Array.from(text.matchAll(BESIDE_SIGN), ([, before = '', behind = '']) => before || behind);
}

/** 设执行率为X: words that only give a name. */
export const GIVES_LETTER =
  /^(?:假?设|令|记|将|把|其中)?(?:(?:用|以)?[A-Za-z](?:来)?(?:为|是|表示|代表)[^#%≥≤><=]{2,24}|[^#%≥≤><=]{2,24}(?:为|记为|记作|设为|用|以)[A-Za-z](?:表示|代表)?)$/;
