import type { IndicatorKind } from './indicator-kinds';

/** The score table of a whole department: indicators with their standards, or with targets under a title that says so. */
export const departmentIndicators: IndicatorKind = { kind: 'department-indicators', fits: () => true };
