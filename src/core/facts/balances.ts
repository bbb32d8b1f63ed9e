import type { IndexedConcept } from './resolve';

/** What a year ends with and what the next one begins with: one sum of money under two names. */
const ENDS_AND_BEGINS: readonly (readonly [end: string, begin: string])[] = [
  ['年末结转结余', '年初结转结余'],
  ['年末财政拨款结转结余', '年初财政拨款结转结余'],
];

/**
 * Everything that a balance answers to. A balance without a stage is the actual one; the end of last year is the beginning
 * of this one.
 */
export function balanceMeanings(concept: IndexedConcept): readonly IndexedConcept[] {
  const pair = ENDS_AND_BEGINS.find((names) => names.includes(concept.subject));
  if (!pair) return [concept];
  const [end, begin] = pair;
  const actual = concept.stage === 'final' ? [concept, { ...concept, stage: null }] : [concept];
  return actual.flatMap((one) => {
    if (one.subject === end && one.year === 'prior') return [one, { ...one, subject: begin, year: 'this' }];
    if (one.subject === begin && one.year === 'this') return [one, { ...one, subject: end, year: 'prior' }];
    return [one];
  });
}
