import { countOf, type AmountKind } from './amount-kind';

/** Spending by quarter (表1-4) or month: its rows are periods of the year, whatever its columns are called. */
export const quarters: AmountKind = {
  kind: 'quarters',
  fits: ({ labels }) =>
    countOf(labels, /^第?[一二三四1-4]季度/) >= 2 ||
    countOf(labels, /^(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?$/) >= 3,
};
