import { BARE_SIDES } from './bare-sides';
import { AMOUNTS } from './amounts';
import { AND_SO_ON } from './and-so-on';
import { BARE_RATES } from './bare-rates';
import { BONUS_AND_VETO } from './bonus-and-veto';
import { BUREAU_WORDINGS } from './bureau-wordings';
import { CHANGES } from './changes';
import { CHECKLISTS } from './checklists';
import { COUNTS } from './counts';
import { FIELD_WORDINGS } from './field-wordings';
import { FORMULAS } from './formulas';
import { GRADED_RANGES } from './graded-ranges';
import { INTERVALS } from './intervals';
import { JUDGEMENT } from './judgement';
import { LETTER_NAMES } from './letter-names';
import { LIMITED_FORMULAS } from './limited-formulas';
import { LISTS } from './lists';
import { LOCAL_WORDINGS } from './local-wordings';
import { COUNT_SERIES } from './count-series';
import { SEVERAL_RULES } from './several-rules';
import { STEPS_FROM } from './steps-from';
import { FORMULA_TIERS } from './formula-tiers';
import { PLAIN_PRODUCTS } from './plain-products';
import { RELATIVE_BOUNDS } from './relative-bounds';
import { EDGES_OF_SCORES } from './edges-of-scores';
import { QUOTED_FORMULAS } from './quoted-formulas';
import type { Phrasing } from './phrasing';
import { PROPORTIONAL_LOSSES } from './proportional-losses';
import { PUBLIC_WORDINGS } from './public-wordings';
import { REFUSED } from './refused';
import { SEVERAL } from './several';
import { STEPS } from './steps';
import { TIERS } from './tiers';
import { TIME_LIMITS } from './time-limits';
import { TITLED_WORDINGS } from './titled-wordings';
import { WRAPPED_WORDINGS } from './wrapped-wordings';
import { DAMAGED_WORDINGS } from './damaged-wordings';
import { FURTHER_WORDINGS } from './further-wordings';
import { WORKED_EXAMPLES } from './worked-examples';

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
  ...CHANGES,
  ...PROPORTIONAL_LOSSES,
  ...TIME_LIMITS,
  ...LOCAL_WORDINGS,
  ...FIELD_WORDINGS,
  ...BUREAU_WORDINGS,
  ...AND_SO_ON,
  ...BARE_RATES,
  ...GRADED_RANGES,
  ...LIMITED_FORMULAS,
  ...LETTER_NAMES,
  ...TITLED_WORDINGS,
  ...WRAPPED_WORDINGS,
  ...COUNT_SERIES,
  ...SEVERAL_RULES,
  ...STEPS_FROM,
  ...FORMULA_TIERS,
  ...PLAIN_PRODUCTS,
  ...RELATIVE_BOUNDS,
  ...EDGES_OF_SCORES,
  ...QUOTED_FORMULAS,
  ...BARE_SIDES,
  ...PUBLIC_WORDINGS,
  ...REFUSED,
  ...DAMAGED_WORDINGS,
  ...FURTHER_WORDINGS,
  ...WORKED_EXAMPLES,
];
