import { countOf, type AmountKind } from './amount-kind';

/** Staff by kind (表1-6): posts on the establishment beside people in place. */
export const staff: AmountKind = {
  kind: 'staff',
  fits: ({ rowHeader, labels, meanings }) =>
    (meanings.includes('actual-staff') && (meanings.includes('establishment') || /人员/.test(rowHeader))) ||
    (/人员/.test(rowHeader) &&
      countOf(labels, /^(?:在职|在编|编外|行政|离休|退休|离退休|事业|参照公务员法管理)人员/) >= 2),
};
