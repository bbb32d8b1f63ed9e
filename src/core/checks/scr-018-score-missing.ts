import { defineCheck } from './define-check';
import page from './scr-018-score-missing.md';
import { isBonus, scoredLines } from './scored-lines';
import { numberIn } from './table-words';

export const scr018 = defineCheck({
  meta: {
    id: 'SCR-018',
    name: 'score-missing',
    title: '每项指标都有自评得分',
    severity: 'error',
    needs: ['scores'],
    why: '漏填得分会使总分偏低，也无法复核。',
    messages: {
      blank: { what: '“{i}”未填自评得分。', todo: '补填“{i}”的得分；不涉及的，按规定填“—”并说明。' },
      text: { what: '“{i}”的自评得分“{text}”不是数字。', todo: '把“{text}”改为数字。' },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      const lines = scoredLines(table);
      // A column without any score has not been filled yet; that is a beginning, not an omission.
      if (!lines.some((line) => numberIn(line.score) !== null)) continue;
      for (const line of lines) {
        const { reading, ref } = line.score;
        if (reading.kind === 'blank' && !isBonus(line))
          report({ messageId: 'blank', at: ref, data: { i: line.name } });
        if (reading.kind === 'text')
          report({ messageId: 'text', at: ref, data: { i: line.name, text: reading.text } });
      }
    }
  },
});
