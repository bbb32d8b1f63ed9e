import { sumCause } from './cause';
import { defineCheck } from './define-check';
import { pointSums, refsOf, sumOf } from './point-sums';
import { points } from './quantity';
import { sameExactly } from './tolerance';
import page from './wgt-001-indicator-points.md';

export const wgt001 = defineCheck({
  meta: {
    id: 'WGT-001',
    name: 'indicator-points',
    title: '三级指标分值合计等于二级指标分值',
    severity: 'error',
    needs: ['indicators', 'groups'],
    why: '下级分值合计与上级不符时，总分不再是规定的满分，得分无法比较。',
    messages: {
      off: {
        what: '二级指标“{i}”下级分值合计{right}≠{left}，差额{difference}。',
        todo: '核对“{i}”下各三级指标的分值，或改正二级指标的分值。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const group of pointSums(table)) {
        if (group.level < 2 || !group.innermost) continue;
        const total = sumOf(group.parts);
        if (sameExactly(total, group.value)) continue;
        report({
          messageId: 'off',
          at: group.total.ref,
          left: points(group.value),
          right: points(total),
          data: { i: group.name },
          related: refsOf(group.parts, '三级指标分值'),
          cause: sumCause(group.value, group.parts, 'score'),
          balance: {
            family: 'points',
            total: group.total.ref,
            parts: group.parts.map(({ cell }) => cell.ref),
            off: group.value.sub(total),
          },
        });
      }
    }
  },
});
