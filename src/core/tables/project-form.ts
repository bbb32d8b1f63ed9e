import type { IndicatorKind } from './indicator-kinds';
import { speaksOfWhole } from './indicator-words';

/**
 * A form for one project, national or provincial: it names its project in a field of its own or has a money block above
 * its indicators.
 */
export const projectForm: IndicatorKind = {
  kind: 'project-form',
  fits: ({ header, money, projectField, headings }) =>
    ((money !== null || header.score === null) && !headings.some(speaksOfWhole)) || projectField,
};
