import { exact } from '../scoring/number';
import { groupNames } from '../scoring/target-sense';
import { completionOf } from './completion';
import { defineCheck } from './define-check';
import { rate } from './quantity';
import page from './scr-013-target-exceeded.md';
import { labelOf } from './table-words';

export const scr013 = defineCheck({
  meta: {
    id: 'SCR-013',
    name: 'target-exceeded',
    title: '完成值远超指标值的，须说明原因',
    severity: 'verify',
    needs: ['indicators', 'targets'],
    why: '完成值大大超过指标值，可能是年初指标值定得过低，按规定要分析原因、适度调减分值。',
    messages: {
      exceeded: {
        what: '“{i}”完成值为指标值的{r}，请说明指标值是否偏低。',
        todo: '核对完成值的数和单位；无误的，写明超额完成的原因。',
      },
    },
  },
  page,

  run(context, report) {
    const limit = exact(context.profile.overshoot);
    for (const table of context.indicatorTables) {
      for (const indicator of table.indicators) {
        const completion = completionOf(context, table, indicator);
        if (completion?.sense !== 'at-least' || completion.goal.compare(0) <= 0) continue;
        // Without ≥ only a target of quantity is surely one that can be exceeded.
        if (!completion.printed && !groupNames(table, indicator).some((name) => name.includes('数量')))
          continue;
        const ratio = completion.actual.div(completion.goal);
        if (ratio.compare(limit) < 0 || (indicator.reason && indicator.reason.text.trim() !== '')) continue;
        report({
          messageId: 'exceeded',
          at: indicator.actual?.ref ?? indicator.ref,
          left: { ...rate(ratio, 2), trim: true },
          right: { ...rate(limit, 2), trim: true },
          data: { i: labelOf(indicator.name), r: { ...rate(ratio, 2), trim: true } },
          related: indicator.target ? [{ ...indicator.target.ref, role: '指标值' }] : [],
        });
      }
    }
  },
});
