import { countOf, type AmountKind } from './amount-kind';

/** Sources of the money (表1-1). */
export const income: AmountKind = {
  kind: 'income',
  fits: ({ rowHeader, labels }) =>
    /资金来源|收入来源/.test(rowHeader) ||
    countOf(
      labels,
      /(?:财政拨款(?:收入)?$|财政拨款收入|上级补助收入|^事业收入|^经营收入|附属单位上缴收入|^其他收入|本年收入合计)/,
    ) >= 2,
};
