import { COUNTS } from './counts';
import { FORMULAS } from './formulas';
import { JUDGEMENT } from './judgement';
import { LISTS } from './lists';
import type { Phrasing } from './phrasing';
import { REFUSED } from './refused';
import { STEPS } from './steps';
import { TIERS } from './tiers';

/** Every wording the project vouches for, grouped by construct. */
export const PHRASINGS: readonly Phrasing[] = [
  ...TIERS,
  ...STEPS,
  ...COUNTS,
  ...LISTS,
  ...FORMULAS,
  ...JUDGEMENT,
  ...REFUSED,
];
