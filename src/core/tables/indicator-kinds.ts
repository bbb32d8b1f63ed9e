import { departmentIndicators } from './department-indicators';
import { projectForm } from './project-form';
import { projectIndicators } from './project-indicators';
import type { IndicatorHeader } from './indicator-header';
import type { MoneyBlock } from './money-block';
import type { IndicatorTableKind } from './table';

/** What is known about a table of indicators when its kind is decided. */
export type IndicatorEvidence = Readonly<{
  header: IndicatorHeader;
  money: MoneyBlock | null;
  /** Text of the title, of the other short lines above the table and of the lines of its money (部门整体支出总额). */
  headings: readonly string[];
  /** A field 项目名称 stands above the indicators. */
  projectField: boolean;
}>;

/** One kind of indicator table and how it is told from the others. */
export type IndicatorKind = Readonly<{
  kind: IndicatorTableKind;
  fits(evidence: IndicatorEvidence): boolean;
}>;

/** In the order in which they are tried; the last fits what the others leave. */
const KINDS: readonly IndicatorKind[] = [projectForm, projectIndicators, departmentIndicators];

/** Decides the kind of a table of indicators. */
export function indicatorKind(evidence: IndicatorEvidence): IndicatorTableKind {
  const { money, headings } = evidence;
  const said = {
    ...evidence,
    headings: [...headings, ...(money?.rows ?? []).map(({ label }) => label.text)],
  };
  return KINDS.find((kind) => kind.fits(said))?.kind ?? 'department-indicators';
}
