import { AMOUNTS } from './amounts';
import { BONUS_AND_VETO } from './bonus-and-veto';
import { CHECKLISTS } from './checklists';
import { COUNTS } from './counts';
import { FORMULAS } from './formulas';
import { INTERVALS } from './intervals';
import { JUDGEMENT } from './judgement';
import { LISTS } from './lists';
import { LOCAL_WORDINGS } from './local-wordings';
import type { Phrasing } from './phrasing';
import { REFUSED } from './refused';
import { SEVERAL } from './several';
import { STEPS } from './steps';
import { TIERS } from './tiers';

/** Every wording the project vouches for, grouped by construct. */
export const PHRASINGS: readonly Phrasing[] = [
  ...TIERS,
  ...INTERVALS,
  ...STEPS,
  ...COUNTS,
  ...BONUS_AND_VETO,
  ...LISTS,
  ...CHECKLISTS,
  ...SEVERAL,
  ...FORMULAS,
  ...JUDGEMENT,
  ...AMOUNTS,
  ...LOCAL_WORDINGS,
  ...REFUSED,
];
