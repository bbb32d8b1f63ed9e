import { keyOf } from './check-context';
import { defineCheck } from './define-check';
import page from './scr-002-score-above-points.md';
import { points } from './quantity';
import { isBonus, scoredLines } from './scored-lines';
import { numberIn } from './table-words';
import { exceeds } from './tolerance';
import { typingCause } from './cause';
import { ZERO } from '../scoring/number';

export const scr002 = defineCheck({
  meta: {
    id: 'SCR-002',
    name: 'score-above-points',
    title: '得分不大于分值',
    severity: 'error',
    needs: ['scores', 'points'],
    why: '得分最多等于分值，超出的部分不能计入总分。',
    messages: {
      above: {
        what: '“{i}”得分{left}大于分值{right}。',
        todo: '核对“{i}”的得分和分值，得分不得超过{right}分。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const line of scoredLines(table)) {
        const score = numberIn(line.score);
        const limit = numberIn(line.points);
        if (score === null || limit === null || isBonus(line) || !exceeds(score, limit)) continue;
        // A deduction of nothing lies above its negative points.
        if (limit.compare(ZERO) < 0 && !exceeds(score, ZERO)) continue;
        report({
          messageId: 'above',
          at: line.score.ref,
          left: points(score),
          right: points(limit),
          data: { i: line.name },
          related: line.points ? [{ ...line.points.ref, role: '分值' }] : [],
          // Points that a sum shows to be too small are told there.
          holdsWithout: (cell, error) =>
            line.points !== null && cell === keyOf(line.points.ref) && !exceeds(score, limit.sub(error)),
          cause: typingCause(score, limit, 'score'),
          suspect: { cell: line.score.ref, value: score, low: ZERO, high: limit },
        });
      }
    }
  },
});
