import { ZERO } from '../scoring/number';
import { defineCheck } from './define-check';
import page from './scr-003-negative-score.md';
import { points } from './quantity';
import { mayBeNegative, scoredLines } from './scored-lines';
import { numberIn } from './table-words';

export const scr003 = defineCheck({
  meta: {
    id: 'SCR-003',
    name: 'negative-score',
    title: '得分不为负数',
    severity: 'error',
    needs: ['scores'],
    why: '扣分扣完为止，指标得分最低为0分；只有扣分项可以为负。',
    messages: {
      negative: {
        what: '“{i}”得分为负数（{left}）。',
        todo: '核对“{i}”的得分：扣完为止的填0，只填扣减分数的改填实际得分。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const line of scoredLines(table)) {
        const score = numberIn(line.score);
        if (score === null || score.compare(ZERO) >= 0 || mayBeNegative(line)) continue;
        const limit = numberIn(line.points) ?? score.abs();
        report({
          messageId: 'negative',
          at: line.score.ref,
          left: points(score),
          data: { i: line.name },
          suspect: { cell: line.score.ref, value: score, low: ZERO, high: limit },
        });
      }
    }
  },
});
