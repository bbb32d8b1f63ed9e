import type { CheckContext } from './check-context';

/** Something a check cannot do without: how it is called when missing, and how it is found. */
type Need = Readonly<{ label: string; has: (context: CheckContext) => boolean }>;

const hasAmounts =
  (kind: string) =>
  (context: CheckContext): boolean =>
    context.amountTables.some((table) => table.kind === kind);

const inIndicators =
  (has: (context: CheckContext['indicatorTables'][number]['indicators'][number]) => boolean) =>
  (context: CheckContext): boolean =>
    context.indicatorTables.some((table) => table.indicators.some(has));

/** Everything a check may need, by name. */
export const NEEDS = {
  indicators: { label: '评分表（有得分栏的指标表）', has: (context) => context.indicatorTables.length > 0 },
  // The forms of transfer payments have indicators and no scores.
  scores: {
    label: '评分表（有得分栏的指标表）',
    has: (context) => context.indicatorTables.some(({ scored }) => scored),
  },
  total: {
    label: '评分表的总分行',
    has: (context) => context.indicatorTables.some((table) => table.total !== null),
  },
  points: { label: '评分表的分值', has: inIndicators((indicator) => indicator.points !== null) },
  groups: {
    label: '带分值的一级、二级指标',
    has: (context) =>
      context.indicatorTables.some((table) => table.groups.some((group) => group.points !== null)),
  },
  standards: { label: '评分标准栏', has: inIndicators((indicator) => indicator.standard !== null) },
  targets: {
    label: '指标值与完成值',
    has: inIndicators((indicator) => indicator.target !== null && indicator.actual !== null),
  },
  reasons: { label: '扣分原因（偏差原因）栏', has: inIndicators((indicator) => indicator.reason !== null) },
  grade: {
    label: '评分表中的评价等级',
    has: (context) => context.indicatorTables.some((table) => table.grade !== null),
  },
  projects: { label: '项目自评表', has: (context) => context.projectTables.length > 0 },
  money: {
    label: '项目资金（预算数、执行数）栏',
    has: (context) => context.indicatorTables.some((table) => table.money.length > 0),
  },
  amounts: { label: '金额表', has: (context) => context.amountTables.length > 0 },
  sums: {
    label: '金额表',
    has: (context) =>
      context.amountTables.length > 0 ||
      context.indicatorTables.some(
        ({ subtotals, indicators }) =>
          subtotals.length > 0 || indicators.some(({ deducted }) => deducted?.reading.kind === 'number'),
      ),
  },
  quarters: { label: '各季度预算执行情况表', has: hasAmounts('quarters') },
  assets: { label: '固定资产情况表', has: hasAmounts('assets') },
  tables: { label: '可识别的表格', has: (context) => context.recognition.tables.length > 0 },
  texts: {
    label: '文字说明',
    has: (context) =>
      context.recognition.texts.length > 0 ||
      context.indicatorTables.some(({ sentences, stated }) => sentences.length > 0 || stated !== null),
  },
} as const satisfies Record<string, Need>;

export type NeedName = keyof typeof NEEDS;

/** What is missing for a check, in words; empty when it can run. */
export function missingNeeds(needs: readonly NeedName[], context: CheckContext): readonly string[] {
  return needs.filter((need) => !NEEDS[need].has(context)).map((need) => NEEDS[need].label);
}
