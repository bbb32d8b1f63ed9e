/** A bound with its figure and a unit: ≥90%, 不少于12场, <=15 个工作日. */
const BOUND =
  /(?:≥|≧|≤|≦|[<>＜＞] ?[=＝]?|[=＝]|不[少低小]于|不超过|不[高大]于|[大小]于等于|(?<!不)[大小]于|达到) ?[\d０-９][\d０-９.,，．]* ?[%％‰]?[万亿]?[^\d\s的（）()]{0,6}(?=[)）]?$)/;
/** Longer texts are prose and no name. */
const LONGEST_NAME = 80;

/** The target that an indicator's name ends with, as it is printed there; `null` where it ends with none. */
export function targetInName(name: string): string | null {
  const text = name.trim();
  const bound = text.length > LONGEST_NAME ? null : BOUND.exec(text);
  const head = text.slice(0, bound?.index).replace(/[\s（(:：,，]+$/, '');
  return bound && head.replace(/\s/g, '').length >= 2 ? bound[0] : null;
}
