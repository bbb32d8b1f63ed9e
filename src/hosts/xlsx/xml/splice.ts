/** Replacement of a stretch of text; an insertion has `start` equal to `end`. */
export type Splice = Readonly<{ start: number; end: number; text: string }>;

/** Applies replacements that do not overlap; insertions at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const sorted = splices.map((splice, order) => ({ splice, order }));
  sorted.sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.order - b.order);
  let result = '';
  let at = 0;
  for (const { splice } of sorted) {
    if (splice.start < at) throw new Error(`overlapping replacements at ${splice.start}`);
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

/** Gives every element of a piece of XML that is written without prefixes the prefix that the part uses. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}:`);
}
