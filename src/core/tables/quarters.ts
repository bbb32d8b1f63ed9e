import { countOf, type AmountKind } from './amount-kind';

/** Cumulative spending by quarter (表1-4): its rows are quarters, whatever its columns are called. */
export const quarters: AmountKind = {
  kind: 'quarters',
  fits: ({ labels }) => countOf(labels, /^第?[一二三四1-4]季度/) >= 2,
};
