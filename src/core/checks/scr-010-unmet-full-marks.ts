import { SCORE_STEP, shareOf } from './completion';
import { defineCheck } from './define-check';
import { judgedLines, measuresOf } from './judged-lines';
import { ZERO } from '../scoring/number';
import { points } from './quantity';
import page from './scr-010-unmet-full-marks.md';
import { sameExactly } from './tolerance';

export const scr010 = defineCheck({
  meta: {
    id: 'SCR-010',
    name: 'unmet-full-marks',
    title: '未完成指标值的不得满分',
    severity: 'error',
    needs: ['scores', 'targets'],
    why: '未完成指标值的，按完成值与指标值的比例记分。',
    messages: {
      full: {
        what: '“{i}”未完成指标值却得满分{left}分；完成{actual}，指标值{goal}。',
        todo: '核对完成值；无误的，按完成比例改正得分。',
      },
    },
  },
  page,

  run(context, report) {
    for (const judged of judgedLines(context)) {
      const { line, completion, score, limit } = judged;
      if (completion.met || !sameExactly(score, limit)) continue;
      const { percent, decimals, unit } = completion;
      const show = (value: typeof score) => ({
        value,
        decimals: decimals + 2,
        percent,
        trim: true,
        unit,
      });
      const [share] = completion.shares;
      report({
        messageId: 'full',
        at: line.score.ref,
        left: points(score),
        ...(share && { right: points(shareOf(limit, share)) }),
        data: { i: line.name, actual: show(completion.actual), goal: show(completion.goal) },
        related: measuresOf(judged),
        suspect: {
          cell: line.score.ref,
          value: score,
          low: ZERO,
          high: share ? shareOf(limit, share).add(SCORE_STEP) : limit,
        },
      });
    }
  },
});
