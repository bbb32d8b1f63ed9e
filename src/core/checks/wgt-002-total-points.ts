import { exact, sum, ZERO, type Exact } from '../scoring/number';
import type { IndicatorTable, NumberCell } from '../tables/table';
import { sumCause } from './cause';
import type { CheckContext } from './check-context';
import { defineCheck, type Report } from './define-check';
import { fullMark } from './full-mark';
import { outermostPoints, pointsInColumn, pointSums, refsOf, sumOf } from './point-sums';
import { points } from './quantity';
import { executionLine } from './scored-lines';
import { numberIn, tableName } from './table-words';
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

/** Level-1 points and the money line's points together. */
function outermost(table: IndicatorTable): readonly NumberCell[] | null {
  const cells = outermostPoints(table).map((part) => part.cell);
  const execution = executionLine(table)?.points;
  const all = execution && numberIn(execution) !== null ? [execution, ...cells] : cells;
  return all.length > 0 && all.every((cell) => cell !== null && numberIn(cell) !== null)
    ? (all as NumberCell[])
    : null;
}

function checkFullMark(context: CheckContext, table: IndicatorTable, report: Reporter): void {
  const cells = outermost(table);
  if (!cells) {
    report.skip(`${tableName(table)}的分值不全，未比较满分`);
    return;
  }
  const total = sum(cells.map((cell) => numberIn(cell) ?? exact(0)));
  const expected = fullMark(context, table, total);
  if (sameExactly(total, expected)) return;
  const at = table.total?.points[0]?.ref ?? cells[0]?.ref ?? { sheet: table.sheet, cell: 'A1' };
  report({
    messageId: 'full',
    at,
    left: points(total),
    right: points(expected),
    data: { t: tableName(table) },
    related: cells.map((cell) => ({ ...cell.ref, role: '分值' })),
    balance: { family: 'points', total: at, parts: cells.map((cell) => cell.ref), off: expected.sub(total) },
  });
}

/** Each points column of the total line against the points that stand in that column. */
function checkTotalLine(context: CheckContext, table: IndicatorTable, report: Reporter): void {
  for (const cell of table.total?.points ?? []) {
    const printed = numberIn(cell);
    const own = pointsInColumn(table, cell.ref);
    if (printed === null || own.length === 0) continue;
    const execution = executionLine(table)?.points;
    const withMoney = execution && numberIn(execution) !== null ? [execution, ...own] : own;
    // The money line's points stand in the same column or beside it; they count when the total says so.
    const parts = isNearer(printed, totalOf(withMoney), totalOf(own)) ? withMoney : own;
    const total = totalOf(parts);
    if (sameExactly(printed, total)) continue;
    // The level-1 column of a total line that prints the full mark: already told as “合计应为”.
    if (isOutermost(table, own) && sameExactly(printed, fullMark(context, table, totalOf(withMoney))))
      continue;
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

function isOutermost(table: IndicatorTable, parts: readonly NumberCell[]): boolean {
  const cells = new Set(outermostPoints(table).map((part) => part.cell?.ref.cell));
  return parts.length === cells.size && parts.every((part) => cells.has(part.ref.cell));
}

function totalOf(cells: readonly NumberCell[]): Exact {
  return sum(cells.map((cell) => numberIn(cell) ?? ZERO));
}

function isNearer(printed: Exact, a: Exact, b: Exact): boolean {
  return printed.sub(a).abs().compare(printed.sub(b).abs()) < 0;
}
