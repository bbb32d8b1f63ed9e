import { defineCheck } from './define-check';
import { points } from './quantity';
import { isBonus, scoredLines, wrongPoints } from './scored-lines';
import page from './scr-012-reason-missing.md';
import { numberIn } from './table-words';
import { exceeds } from './tolerance';

export const scr012 = defineCheck({
  meta: {
    id: 'SCR-012',
    name: 'reason-missing',
    title: '扣分的指标要填写扣分原因',
    severity: 'verify',
    needs: ['scores', 'points', 'reasons'],
    why: '表中设有原因栏，扣分而不写原因，复核时会退回补填。',
    messages: {
      blank: {
        what: '“{i}”已扣{lost}分未填写原因。',
        todo: '在原因栏写明为什么扣分、怎样改进。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const line of scoredLines(table)) {
        const score = numberIn(line.score);
        const limit = numberIn(line.points);
        if (!line.reason || line.reason.text.trim() !== '' || score === null || limit === null) continue;
        if (!exceeds(limit, score) || isBonus(line)) continue;
        report({
          messageId: 'blank',
          at: line.reason.ref,
          left: points(score),
          right: points(limit),
          data: { i: line.name, lost: points(limit.sub(score)) },
          related: [{ ...line.score.ref, role: '自评得分' }],
          ...wrongPoints(line, limit.sub(score)),
        });
      }
    }
  },
});
