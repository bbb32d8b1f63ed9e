import { ONE, sum, toNumber } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import { sumCause } from './cause';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import page from './scr-001-total-score.md';
import { lastDigit, points } from './quantity';
import { scoredLines, type ScoredLine } from './scored-lines';
import { numbered, numberIn, tableName } from './table-words';
import type { IndicatorTable } from '../tables/table';
import { compareSum, grainOf } from './tolerance';

export const scr001 = defineCheck({
  meta: {
    id: 'SCR-001',
    name: 'total-score',
    title: '总分等于各指标得分之和',
    severity: 'error',
    needs: ['scores', 'total'],
    why: '总分决定评价等级，必须等于各指标得分之和。',
    messages: {
      off: {
        what: '各指标得分合计{right}与总分{left}不一致，差额{difference}。',
        todo: '核对{t}各项得分；各项无误的，把总分改为{right}。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      const score = table.total?.score ?? null;
      const total = numberIn(score);
      if (!score || total === null) {
        report.skip(`${tableName(table)}没有填写总分`);
        continue;
      }
      const lines = scoredLines(table);
      const open = lines.find((line) => isOpen(line));
      if (open) {
        report.skip(`${tableName(table)}的“${open.name}”没有得分，未比较总分`);
        continue;
      }
      const parts = numbered(lines.map((line) => line.score));
      const values = parts.map((part) => part.value);
      const { decimals } = grainOf(
        [score, ...parts.map((part) => part.cell)].map((cell) => ({ cell, scale: ONE })),
      );
      const step = lastDigit(Math.max(2, decimals));
      if (parts.length === 0 || compareSum(total, values, { step, mixed: false }) === 'same') continue;
      report({
        messageId: 'off',
        at: score.ref,
        left: points(total),
        right: points(sum(values)),
        data: { t: tableName(table) },
        related: parts.map(({ cell }) => ({ ...cell.ref, role: '指标得分' })),
        cause: sumCause(total, named(lines), 'score'),
        fix: fixOf(context, table, toNumber(sum(values))),
        balance: {
          family: 'scores',
          total: score.ref,
          parts: parts.map(({ cell }) => cell.ref),
          off: total.sub(sum(values)),
        },
      });
    }
  },
});

/** A line that is not yet scored: its blank is unknown, not 0. */
function isOpen(line: ScoredLine): boolean {
  const { kind } = line.score.reading;
  return kind !== 'number' && kind !== 'not-applicable';
}

function named(lines: readonly ScoredLine[]) {
  return lines.flatMap((line) => {
    const value = numberIn(line.score);
    return value === null ? [] : [{ name: line.name, value }];
  });
}

/** A typed total can be replaced; a formula is left to its author, because its range is what is wrong. */
function fixOf(context: CheckContext, table: IndicatorTable, after: number) {
  const ref = table.total?.score?.ref;
  const cell = ref && context.cellAt(ref);
  if (!ref || cell?.formula !== undefined) return null;
  return { kind: 'suggested' as const, patches: [{ ...ref, before: contentOf(cell), after }] };
}
