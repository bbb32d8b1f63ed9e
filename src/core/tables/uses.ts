import { countOf, type AmountKind } from './amount-kind';

/** Spending by use (表1-3): basic and project spending. */
export const uses: AmountKind = {
  kind: 'use',
  fits: ({ rowHeader, labels }) =>
    (countOf(labels, /^基本支出$/) >= 1 && countOf(labels, /^项目支出$/) >= 1) ||
    (/支出用途|经济分类/.test(rowHeader) && labels.length >= 2),
};
