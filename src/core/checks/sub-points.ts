import { exact, type Exact } from '../scoring/number';
import { toHalfWidth } from '../snapshot/width';

/** Points in brackets or at the end of an item: （1分）, ，1分, 得1分. */
const BRACKETED = /\((\d+(?:\.\d+)?)分\)/g;
const AT_END = /[,，、;；:：]?(?:得|计|记)?(\d+(?:\.\d+)?)分[。.;；]?$/;

/** Words of a level or a deduction: its points are one of several outcomes, not a part of the whole. */
const LEVELS =
  /[≥≤><≧≦＞＜〉〈]|以上|以下|以内|超过|低于|不足|高于|达到\d|分档|(?:的|者)[,，]?(?:得|计|记)\d|扣|酌情|每|不得分|加分|比例/;

/** Marks that open an item, outermost first: `1.` and `1、`, `（1）`, `①`. */
const MARKS: readonly RegExp[] = [/(?:^|[\s;。:])\d{1,2}[.、](?!\d)/g, /\(\d{1,2}\)/g, /[①-⑳]/g];

/**
 * Points of the items that a standard adds up, when it surely does: every numbered item prints its own points and none is
 * a level, a deduction or an alternative. `null` otherwise; `whole` is what the indicator is worth.
 */
export function subPoints(standard: string, whole: Exact): readonly Exact[] | null {
  const text = toHalfWidth(standard);
  for (const mark of MARKS) {
    const items = split(text, mark);
    if (items.length < 2) continue;
    const parts = bracketed(items) ?? ended(items);
    return parts && parts.length > 1 && !areAlternatives(parts, items, whole) ? parts : null;
  }
  return null;
}

/** Items that are each worth everything are alternatives; so is one without brackets that is. */
function areAlternatives(parts: readonly Exact[], items: readonly string[], whole: Exact): boolean {
  const full = parts.filter((part) => part.compare(whole) >= 0);
  const inBrackets = items.every((item) => /\(\d+(?:\.\d+)?分\)/.test(item));
  return (
    parts.some((part) => part.equals(0)) || full.length === parts.length || (full.length > 0 && !inBrackets)
  );
}

function split(text: string, mark: RegExp): readonly string[] {
  const starts = [...text.matchAll(mark)].map((match) => match.index + match[0].length);
  return starts.map((start, index) =>
    text
      .slice(start, starts[index + 1] ?? text.length)
      .replace(/(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])$/, '')
      .trim(),
  );
}

/**
 * Items headed by （n分). Items without brackets may follow only as rules over the whole (发现一项扣1分, 本项得0分);
 * the first brackets of an item are its own, later ones belong to what is inside it.
 */
function bracketed(items: readonly string[]): readonly Exact[] | null {
  const points = items.map((item) => [...item.matchAll(BRACKETED)][0]?.[1]);
  const last = points.reduce((found, value, index) => (value === undefined ? found : index), -1);
  if (last < 1 || points.slice(0, last + 1).includes(undefined)) return null;
  const rest = items.slice(last + 1);
  if (rest.some((item) => !/扣|0分|不得分|直接得分|满分/.test(item))) return null;
  return points.slice(0, last + 1).map((value) => exact(value ?? '0'));
}

/** Items that end in points and hold nothing that speaks of levels. */
function ended(items: readonly string[]): readonly Exact[] | null {
  const parts = items.map((item) => (LEVELS.test(item) ? undefined : AT_END.exec(item)?.[1]));
  return parts.includes(undefined) ? null : parts.map((value) => exact(value ?? '0'));
}
