import { sum, type Exact } from '../scoring/number';
import { defineCheck } from './define-check';
import { points } from './quantity';
import { subPoints } from './sub-points';
import { labelOf, numberIn } from './table-words';
import { sameExactly } from './tolerance';
import page from './wgt-003-sub-points.md';

export const wgt003 = defineCheck({
  meta: {
    id: 'WGT-003',
    name: 'sub-points',
    title: '评分标准中各小项分值合计等于分值',
    severity: 'verify',
    needs: ['indicators', 'points', 'standards'],
    why: '小项分值合计与指标分值不同，逐项打分就得不出正确的得分。',
    messages: {
      off: {
        what: '“{i}”评分标准中各小项分值合计{left}≠分值{right}，差额{difference}。',
        todo: '对照原文件核对评分标准和分值；确实不同的，说明怎样折算。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const indicator of table.indicators) {
        const whole = numberIn(indicator.points);
        if (!indicator.standard || !indicator.points || whole === null) continue;
        const parts: readonly Exact[] | null = subPoints(indicator.standard.text, whole);
        if (!parts || sameExactly(sum(parts), whole)) continue;
        report({
          messageId: 'off',
          at: indicator.standard.ref,
          left: points(sum(parts)),
          right: points(whole),
          data: { i: labelOf(indicator.name) },
          related: [{ ...indicator.points.ref, role: '分值' }],
          balance: { family: 'points', total: indicator.points.ref, parts: [], off: whole.sub(sum(parts)) },
        });
      }
    }
  },
});
