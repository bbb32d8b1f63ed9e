import { car001 } from './car-001-carry-over-balance';
import type { Check } from './define-check';
import { exe001 } from './exe-001-cumulative-falls';
import { rat001 } from './rat-001-zero-or-full-rate';
import { rat002 } from './rat-002-recomputed-rate';
import { scr001 } from './scr-001-total-score';
import { scr002 } from './scr-002-score-above-points';
import { scr003 } from './scr-003-negative-score';
import { scr007 } from './scr-007-recomputed-score';
import { scr018 } from './scr-018-score-missing';
import { sum001 } from './sum-001-total-of-parts';
import { sum002 } from './sum-002-of-which';
import { sum003 } from './sum-003-same-money';
import { wgt001 } from './wgt-001-indicator-points';
import { wgt002 } from './wgt-002-total-points';

/** Every check of the catalogue, in its order. */
export const ALL_CHECKS: readonly Check[] = [
  scr001, scr002, scr003, scr007, scr018,
  wgt001, wgt002,
  rat001, rat002,
  sum001, sum002, sum003,
  exe001,
  car001,
]; // prettier-ignore
