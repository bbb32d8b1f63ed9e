import { defineCheck } from './define-check';
import { judgedLines, measuresOf } from './judged-lines';
import { points } from './quantity';
import { wrongPoints } from './scored-lines';
import page from './scr-009-met-but-deducted.md';
import { exceeds } from './tolerance';

export const scr009 = defineCheck({
  meta: {
    id: 'SCR-009',
    name: 'met-but-deducted',
    title: '完成目标却扣分的，须说明原因',
    severity: 'verify',
    needs: ['scores', 'targets'],
    why: '完成指标值的一般记满分；扣分须有依据，否则复核时会要求更正。',
    messages: {
      deducted: {
        what: '“{i}”目标已完成但得分{left}低于分值{right}，请说明扣分原因。',
        todo: '没有其他扣分依据的，把得分改为{right}分；有依据的，写明扣分原因。',
      },
    },
  },
  page,

  run(context, report) {
    for (const judged of judgedLines(context)) {
      const { line, completion, score, limit } = judged;
      if (!completion.met || !exceeds(limit, score)) continue;
      // A reason that is written down is the explanation this check asks for.
      if (line.reason && line.reason.text !== '') continue;
      report({
        messageId: 'deducted',
        at: line.score.ref,
        left: points(score),
        right: points(limit),
        data: { i: line.name },
        related: [...measuresOf(judged), ...(line.reason ? [{ ...line.reason.ref, role: '扣分原因' }] : [])],
        ...wrongPoints(line, limit.sub(score)),
      });
    }
  },
});
