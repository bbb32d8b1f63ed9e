import { exact, HUNDRED } from '../scoring/number';
import { outcomeOf } from './completion';
import { defineCheck } from './define-check';
import { points } from './quantity';
import { scoredLines } from './scored-lines';
import page from './scr-014-qualitative-band.md';
import { numberIn } from './table-words';
import { exceeds } from './tolerance';

const OUTCOMES = { met: '达成', partly: '部分达成', missed: '未达成' } as const;

export const scr014 = defineCheck({
  meta: {
    id: 'SCR-014',
    name: 'qualitative-band',
    title: '定性指标得分在完成情况对应的区间内',
    severity: 'error',
    needs: ['scores', 'targets'],
    why: '定性指标按达成、部分达成、未达成三档分别在规定的分值区间内记分。',
    messages: {
      outside: {
        what: '“{i}”完成情况为{outcome}，得分区间应为{lo}—{hi}，填报{left}分。',
        todo: '核对完成情况；无误的，把得分改到{lo}—{hi}分之间。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const line of scoredLines(table)) {
        const outcome = line.indicator && outcomeOf(line.indicator);
        const band = context.profile.qualitativeBands.find((other) => other.outcome === outcome);
        const score = numberIn(line.score);
        const limit = numberIn(line.points);
        if (!outcome || !band || score === null || limit === null) continue;
        const low = limit.mul(exact(band.low)).div(HUNDRED);
        const high = limit.mul(exact(band.high)).div(HUNDRED);
        // The upper bound belongs to the band above, but offices differ; a score on it is not called wrong.
        if (!exceeds(low, score) && !exceeds(score, high)) continue;
        report({
          messageId: 'outside',
          at: line.score.ref,
          left: points(score),
          right: points(exceeds(low, score) ? low : high),
          data: { i: line.name, outcome: OUTCOMES[outcome], lo: points(low), hi: points(high) },
          related: line.indicator.actual ? [{ ...line.indicator.actual.ref, role: '完成情况' }] : [],
          suspect: { cell: line.score.ref, value: score, low, high },
        });
      }
    }
  },
});
