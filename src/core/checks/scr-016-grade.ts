import { exact, HUNDRED, sum } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import { squeeze } from '../snapshot/width';
import { defineCheck } from './define-check';
import { fullMark } from './full-mark';
import { points } from './quantity';
import { scoredLines } from './scored-lines';
import page from './scr-016-grade.md';
import { numberIn, numbered, tableName } from './table-words';

export const scr016 = defineCheck({
  meta: {
    id: 'SCR-016',
    name: 'grade',
    title: '评价等级与总分相符',
    severity: 'error',
    needs: ['scores', 'total', 'grade'],
    why: '等级由总分决定，公开和上报时两者必须一致。',
    messages: {
      off: {
        what: '总分{left}应评为“{g}”，填报“{printed}”。',
        todo: '核对总分；无误的，把等级改为“{g}”。等级界限以当地规定为准，可在“地区做法”中选择。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      const total = numberIn(table.total?.score);
      if (!table.grade || squeeze(table.grade.text) === '') continue;
      if (total === null) {
        report.skip(`${tableName(table)}没有填写总分`);
        continue;
      }
      const { grades } = context.profile;
      const printed = grades.find(({ grade }) => squeeze(table.grade?.text ?? '').startsWith(grade));
      if (!printed) {
        report.skip(
          `${tableName(table)}的等级“${table.grade.text}”不是${grades.map(({ grade }) => grade).join('、')}之一`,
        );
        continue;
      }
      const whole = fullMark(
        context,
        table,
        sum(numbered(scoredLines(table).map((line) => line.points)).map(({ value }) => value)),
      );
      const percent = total.mul(HUNDRED).div(whole);
      const right = grades.find(({ from }) => percent.compare(exact(from)) >= 0);
      if (!right || right.grade === printed.grade) continue;
      report({
        messageId: 'off',
        at: table.grade.ref,
        left: points(total),
        data: { g: right.grade, printed: printed.grade },
        related: table.total?.score ? [{ ...table.total.score.ref, role: '总分' }] : [],
        fix: gradeFix(context.cellAt(table.grade.ref), table.grade, printed.grade, right.grade),
      });
    }
  },
});

/** Replaces the grade only where the cell holds nothing else. */
function gradeFix(
  cell: Parameters<typeof contentOf>[0],
  grade: { text: string; ref: { sheet: string; cell: string } },
  printed: string,
  right: string,
) {
  if (cell?.value !== printed || cell.formula !== undefined) return null;
  return { kind: 'suggested' as const, patches: [{ ...grade.ref, before: printed, after: right }] };
}
