import { ast001 } from './ast-001-asset-balance';
import { ast002 } from './ast-002-assets-in-use';
import { ast003 } from './ast-003-fixed-assets';
import { car001 } from './car-001-carry-over-balance';
import { car002 } from './car-002-opening-balance';
import { car003 } from './car-003-unspent-balance';
import type { Check } from './define-check';
import { exe001 } from './exe-001-cumulative-falls';
import { exe002 } from './exe-002-final-spending';
import { exe003 } from './exe-003-over-budget';
import { exe004 } from './exe-004-low-execution';
import { exe005 } from './exe-005-excluded-budget';
import { exe006 } from './exe-006-quarter-budget';
import { exe007 } from './exe-007-budget-deviation';
import { exp001 } from './exp-001-three-public';
import { exp002 } from './exp-002-same-expense';
import { exp003 } from './exp-003-unspent-or-unbudgeted';
import { fmt001 } from './fmt-001-unit-mix';
import { fmt002 } from './fmt-002-text-number';
import { fmt003 } from './fmt-003-required-cell';
import { fmt004 } from './fmt-004-actual-unit';
import { fmt005 } from './fmt-005-display';
import { fmt006 } from './fmt-006-error-value';
import { fmt007 } from './fmt-007-template-changed';
import { prc001 } from './prc-001-purchases';
import { rat001 } from './rat-001-zero-or-full-rate';
import { rat002 } from './rat-002-recomputed-rate';
import { rat003 } from './rat-003-zero-denominator';
import { rat004 } from './rat-004-recomputed-share';
import { scr001 } from './scr-001-total-score';
import { scr002 } from './scr-002-score-above-points';
import { scr003 } from './scr-003-negative-score';
import { scr007 } from './scr-007-recomputed-score';
import { scr009 } from './scr-009-met-but-deducted';
import { scr010 } from './scr-010-unmet-full-marks';
import { scr011 } from './scr-011-partial-completion';
import { scr012 } from './scr-012-reason-missing';
import { scr013 } from './scr-013-target-exceeded';
import { scr014 } from './scr-014-qualitative-band';
import { scr015 } from './scr-015-outcome-versus-execution';
import { scr016 } from './scr-016-grade';
import { scr017 } from './scr-017-identical-projects';
import { scr018 } from './scr-018-score-missing';
import { stf001 } from './stf-001-staff-on-duty';
import { stf002 } from './stf-002-staff-columns';
import { stf003 } from './stf-003-over-establishment';
import { sum001 } from './sum-001-total-of-parts';
import { sum002 } from './sum-002-of-which';
import { sum003 } from './sum-003-same-money';
import { sum004 } from './sum-004-project-money';
import { sum005 } from './sum-005-total-formula';
import { txt001 } from './txt-001-stated-score';
import { txt002 } from './txt-002-stated-amount';
import { txt003 } from './txt-003-two-values';
import { txt004 } from './txt-004-project-count';
import { txt005 } from './txt-005-duplicate-project';
import { txt006 } from './txt-006-numbering-gaps';
import { txt007 } from './txt-007-report-year';
import { wgt001 } from './wgt-001-indicator-points';
import { wgt002 } from './wgt-002-total-points';
import { wgt003 } from './wgt-003-sub-points';
import { wgt004 } from './wgt-004-usual-weights';
import { wgt005 } from './wgt-005-one-sided-output';

/** Every check of the catalogue, in its order. */
// prettier-ignore
export const ALL_CHECKS: readonly Check[] = [
  scr001, scr002, scr003, scr007, scr009, scr010, scr011, scr012, scr013, scr014, scr015, scr016, scr017, scr018,
  wgt001, wgt002, wgt003, wgt004, wgt005,
  rat001, rat002, rat003, rat004,
  sum001, sum002, sum003, sum004, sum005,
  exe001, exe002, exe003, exe004, exe005, exe006, exe007,
  car001, car002, car003,
  stf001, stf002, stf003,
  ast001, ast002, ast003,
  prc001,
  exp001, exp002, exp003,
  txt001, txt002, txt003, txt004, txt005, txt006, txt007,
  fmt001, fmt002, fmt003, fmt004, fmt005, fmt006, fmt007,
];
