import type { CellRef } from '../snapshot/address';
import type { IndicatorTable, NumberCell } from '../tables/table';
import type { CheckContext } from './check-context';
import { completionOf } from './completion';
import { defineCheck } from './define-check';
import page from './fmt-003-required-cell.md';
import { labelOf, numberIn } from './table-words';

export const fmt003 = defineCheck({
  meta: {
    id: 'FMT-003',
    name: 'required-cell',
    title: '必填的单元格不空白',
    severity: 'error',
    needs: ['indicators'],
    why: '缺少分值、指标值或完成值的指标无法评分，上报时会被退回。',
    messages: {
      blank: {
        what: '{f}为必填，此处空白。',
        todo: '补填{f}；不适用的填“—”。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const { field, ref } of [...blanks(table), ...reasonsDue(context, table)])
        report({ messageId: 'blank', at: ref, data: { f: field } });
    }
  },
});

type Blank = Readonly<{ field: string; ref: CellRef }>;

function blanks(table: IndicatorTable): readonly Blank[] {
  const isScored = table.indicators.some(({ score }) => numberIn(score) !== null);
  return [
    ...blankIn(
      table,
      '分值',
      (indicator) => indicator.points,
      () => true,
    ),
    // Targets are set before, actual values with the scores.
    ...blankIn(
      table,
      '指标值',
      (indicator) => indicator.target,
      () => true,
    ),
    ...blankIn(
      table,
      '完成值',
      (indicator) => indicator.actual,
      (indicator) =>
        table.scored ? numberIn(indicator.score) !== null : indicator.target?.reading.kind !== 'blank',
    ),
    ...(isScored ? blankTotal(table) : []),
  ];
}

type Indicator = IndicatorTable['indicators'][number];

/** Blanks in a column that most other lines fill; a column that stands empty has not been begun. */
function blankIn(
  table: IndicatorTable,
  field: string,
  pick: (indicator: Indicator) => NumberCell | null,
  isDue: (indicator: Indicator) => boolean,
): readonly Blank[] {
  const cells = table.indicators.flatMap((indicator) => {
    const cell = pick(indicator);
    return cell ? [{ cell, indicator }] : [];
  });
  const empty = cells.filter(({ cell }) => cell.reading.kind === 'blank');
  if (empty.length * 2 >= cells.length) return [];
  // Where a standard decides, not every line needs a target or an actual value of its own.
  const due = empty.filter(
    ({ indicator }) => isDue(indicator) && (field === '分值' || indicator.standard === null),
  );
  return due.map(({ cell, indicator }) => ({
    field: `“${labelOf(indicator.name)}”的${field}`,
    ref: cell.ref,
  }));
}

/** A form without scores asks why a target was not reached; where scores are, the points lost ask for it. */
function reasonsDue(context: CheckContext, table: IndicatorTable): readonly Blank[] {
  if (table.scored) return [];
  return table.indicators.flatMap((indicator) =>
    indicator.reason?.text.trim() === '' && completionOf(context, table, indicator)?.met === false
      ? [{ field: `“${labelOf(indicator.name)}”的未完成原因`, ref: indicator.reason.ref }]
      : [],
  );
}

/** The total, once every line is scored. */
function blankTotal(table: IndicatorTable): readonly Blank[] {
  const score = table.total?.score;
  const complete = table.indicators.every(
    ({ score: cell }) => cell.reading.kind === 'number' || cell.reading.kind === 'not-applicable',
  );
  return score?.reading.kind === 'blank' && complete ? [{ field: '总分', ref: score.ref }] : [];
}
