import { exact, toNumber } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import { SCORE_STEP, shareOf } from './completion';
import { defineCheck } from './define-check';
import { judgedLines, measuresOf } from './judged-lines';
import { points, rate } from './quantity';
import { byPoints } from './scored-lines';
import page from './scr-011-partial-completion.md';
import { sameExactly } from './tolerance';

/** Below this share many offices give no points at all (及格门槛). */
const PASSING_SHARE = exact('0.6');

export const scr011 = defineCheck({
  meta: {
    id: 'SCR-011',
    name: 'partial-completion',
    title: '部分完成的，得分与完成比例相符',
    severity: 'verify',
    needs: ['scores', 'targets'],
    why: '未完成指标值的按完成比例记分；不按比例的，要说明所用的评分办法。',
    messages: {
      off: {
        what: '“{i}”完成比例{r}对应{right}分，填报{left}分。',
        todo: '按比例记分的，把得分改为{right}分；另有评分办法的，写明办法。',
      },
    },
  },
  page,

  run(context, report) {
    for (const judged of judgedLines(context)) {
      const { line, completion, score, limit } = judged;
      const [share] = completion.shares;
      if (completion.met || !share || sameExactly(score, limit)) continue;
      const readings = completion.shares.map((other) => shareOf(limit, other));
      if (readings.some((reading) => reading.sub(score).abs().compare(SCORE_STEP) <= 0)) continue;
      if (score.equals(0) && share.compare(PASSING_SHARE) < 0) continue;
      const should = shareOf(limit, share);
      const { related, ...without } = byPoints(line, should, SCORE_STEP);
      report({
        messageId: 'off',
        at: line.score.ref,
        left: points(score),
        right: { ...points(should), trim: false },
        data: { i: line.name, r: { ...rate(share, 2), trim: true } },
        related: [...measuresOf(judged), ...related],
        ...without,
        fix: {
          kind: 'suggested',
          patches: [{ ...line.score.ref, before: contentOf(line.score.cell), after: toNumber(should) }],
        },
      });
    }
  },
});
