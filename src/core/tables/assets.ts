import { countOf, type AmountKind } from './amount-kind';

/** Fixed assets by class (表1-5): quantity, net value, in use. */
export const assets: AmountKind = {
  kind: 'assets',
  fits: ({ rowHeader, labels, meanings }) =>
    (/资产/.test(rowHeader) && (meanings.includes('net-value') || meanings.includes('in-use'))) ||
    (meanings.includes('net-value') && meanings.includes('in-use')) ||
    (/^资产/.test(rowHeader) && /^资产(?:合计|总计)$/.test(labels.at(-1) ?? '')) ||
    countOf(labels, /^(?:土地|房屋|通用设备|专用设备|文物|图书|家具|设备|车辆)/) >= 3,
};
