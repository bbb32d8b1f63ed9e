import type { Severity } from '../../../core/checks/finding';

/** Colour and border: the kinds of findings can be told apart without colours. The same as in Excel itself. */
const STYLES: Readonly<Record<Severity, { fill: string; font: string; border: string; line: string }>> = {
  error: { fill: 'FFFFC8C8', font: 'FF8A1F11', border: 'FFC0392B', line: 'thin' },
  verify: { fill: 'FFFFEBC8', font: 'FF7A4B00', border: 'FFB9770E', line: 'dashed' },
  hint: { fill: 'FFDCEBFA', font: 'FF1F4E79', border: 'FF2E75B6', line: 'dotted' },
};

/** Kinds of marks, the one that wins first. */
export const SEVERITIES: readonly Severity[] = ['error', 'verify', 'hint'];

/** Differential style of a kind of mark, without prefix. */
export function markStyle(severity: Severity): string {
  const { fill, font, border, line } = STYLES[severity];
  const side = (name: string): string => `<${name} style="${line}"><color rgb="${border}"/></${name}>`;
  return (
    `<dxf><font><color rgb="${font}"/></font><fill><patternFill><bgColor rgb="${fill}"/></patternFill></fill>` +
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border></dxf>`
  );
}

/** Condition of a mark: always true, and recognisable as ours also after Excel has saved or copied it. */
export function markFormula(severity: Severity): string {
  return `"ziping.${severity}"<>""`;
}

/** Whether the condition of a conditional format is one of ours. */
export function isMarkFormula(formula: string): boolean {
  return /^\s*"ziping\.(?:error|verify|hint)"\s*<>\s*""\s*$/.test(formula);
}
