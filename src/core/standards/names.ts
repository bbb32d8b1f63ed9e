import { perText } from '../remember';
import { plainCharacter, INVISIBLE, SPACES } from './character-classes';

const QUOTES = new Set('“”《》');

/**
 * The form under which two spellings of one name are the same: width, spaces and quotation marks do not count.
 * `“三公”经费 控制率` and `三公经费控制率` are one name.
 */
export const canonicalName = perText((name) => {
  let text = '';
  for (const char of name) {
    if (INVISIBLE.has(char) || SPACES.has(char)) continue;
    const plain = plainCharacter(char);
    if (!QUOTES.has(plain)) text += plain;
  }
  return text;
});

/** A canonical name without its bracketed remarks: `在编人数(含工勤人员)` → `在编人数`. */
export function withoutRemarks(canonical: string): string {
  if (!canonical.includes('(') && !canonical.includes('[')) return canonical;
  let depth = 0;
  let text = '';
  for (const char of canonical) {
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0) text += char;
  }
  return text;
}

/** Words that point back to the rate under discussion instead of naming one. */
const POINTERS = new Set([
  '比率', '比例', '该比率', '该比例', '此比率', '率', '该率', '指标值', '指标', '该指标', '本指标', '该项指标', '本项指标',
  '完成情况', '数值', '比值', '该值', '其', '实际', '结果', '指标比率', '实际值', '完成比例', '比重', '占比', '计算结果',
]); // prettier-ignore

/** Whether a name means “the rate this standard is about”. */
export function isPointer(canonical: string): boolean {
  return POINTERS.has(canonical);
}

/** Whether a name ends as the name of a rate does. */
export function isRateName(canonical: string): boolean {
  return /(?:率|比例|比重|占比|满意度|及时度|完成度|覆盖度|知晓度|差异度|偏离度|比率|比值|进度|程度)$/.test(
    withoutRemarks(canonical),
  );
}

/** Longest run of characters two names share in order (not necessarily side by side). */
export function sharedCharacters(a: string, b: string): number {
  const [left, right] = [a.slice(0, 60), b.slice(0, 60)];
  let row = new Array<number>(right.length + 1).fill(0);
  for (const char of left) {
    const next = [0];
    for (let j = 1; j <= right.length; j++) {
      next.push(
        right.charAt(j - 1) === char ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0),
      );
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
