import type { IndicatorTable } from '../tables/table';
import { sumCause } from './cause';
import type { CheckContext } from './check-context';
import { defineCheck, type Report } from './define-check';
import { fullMark } from './full-mark';
import { columnGaps, mayLackMoney, outermostCells, totalOf } from './point-columns';
import { pointSums, refsOf, sumOf } from './point-sums';
import { points } from './quantity';
import { tableName } from './table-words';
import { sameExactly } from './tolerance';
import page from './wgt-002-total-points.md';

export const wgt002 = defineCheck({
  meta: {
    id: 'WGT-002',
    name: 'total-points',
    title: '各级分值逐级合计，总计为满分',
    severity: 'error',
    needs: ['indicators', 'points'],
    why: '分值逐级合计应为满分（一般为100分），否则得分率和等级都会算错。',
    messages: {
      level: {
        what: '一级指标“{i}”下级分值合计为{right}，应为{left}，差额{difference}。',
        todo: '核对“{i}”下各级指标的分值，或改正一级指标的分值。',
      },
      full: {
        what: '{t}分值合计为{left}，应为{right}，差额{difference}。',
        todo: '核对各一级指标的分值，使合计等于{right}分。',
      },
      column: {
        what: '{t}总分行的分值{left}与本栏分值合计{right}不一致，差额{difference}。',
        todo: '核对本栏各指标的分值，或改正总分行的分值。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      checkLevels(table, report);
      checkFullMark(context, table, report);
      checkTotalLine(context, table, report);
    }
  },
});

type Reporter = Report<'level' | 'full' | 'column'>;

function checkLevels(table: IndicatorTable, report: Reporter): void {
  for (const group of pointSums(table)) {
    if (group.level >= 2 && group.innermost) continue;
    const total = sumOf(group.parts);
    if (sameExactly(total, group.value)) continue;
    report({
      messageId: 'level',
      at: group.total.ref,
      left: points(group.value),
      right: points(total),
      data: { i: group.name },
      related: refsOf(group.parts, '下级分值'),
      cause: sumCause(group.value, group.parts, 'score'),
      balance: {
        family: 'points',
        total: group.total.ref,
        parts: group.parts.map(({ cell }) => cell.ref),
        off: group.value.sub(total),
      },
    });
  }
}

function checkFullMark(context: CheckContext, table: IndicatorTable, report: Reporter): void {
  const cells = outermostCells(table);
  if (!cells) {
    report.skip(`${tableName(table)}的分值不全，未比较满分`);
    return;
  }
  const total = totalOf(cells);
  const expected = fullMark(context, table, total);
  if (sameExactly(total, expected)) return;
  if (mayLackMoney(table, total, expected)) {
    report.skip(`${tableName(table)}没有写预算执行的分值，未比较满分`);
    return;
  }
  const at = table.total?.points[0]?.ref ?? cells[0]?.ref ?? { sheet: table.sheet, cell: 'A1' };
  report({
    messageId: 'full',
    at,
    left: points(total),
    right: points(expected),
    data: { t: tableName(table) },
    related: cells.map((cell) => ({ ...cell.ref, role: '分值' })),
    balance: {
      family: 'points',
      // Without a total line the full mark stands in no cell.
      total: table.total?.points[0]?.ref ?? { sheet: table.sheet, cell: '' },
      parts: cells.map((cell) => cell.ref),
      off: expected.sub(total),
    },
  });
}

function checkTotalLine(context: CheckContext, table: IndicatorTable, report: Reporter): void {
  for (const { cell, printed, total, parts } of columnGaps(context, table)) {
    report({
      messageId: 'column',
      at: cell.ref,
      left: points(printed),
      right: points(total),
      data: { t: tableName(table) },
      related: parts.map((part) => ({ ...part.ref, role: '分值' })),
      balance: {
        family: 'points',
        total: cell.ref,
        parts: parts.map((part) => part.ref),
        off: printed.sub(total),
      },
    });
  }
}
