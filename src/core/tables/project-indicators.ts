import type { IndicatorKind } from './indicator-kinds';
import { speaksOfWhole } from './indicator-words';

/** A block of one project's indicators: targets and actual values, no printed standard, nothing about a whole department. */
export const projectIndicators: IndicatorKind = {
  kind: 'project-indicators',
  fits: ({ header, headings }) =>
    header.columns.standard === undefined &&
    header.columns.target !== undefined &&
    header.columns.actual !== undefined &&
    !headings.some(speaksOfWhole),
};
