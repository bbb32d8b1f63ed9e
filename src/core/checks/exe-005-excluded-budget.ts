import { exact } from '../scoring/number';
import { defineCheck } from './define-check';
import page from './exe-005-excluded-budget.md';
import { lookUp } from './known-quantities';
import { rate } from './quantity';
import { quarterTables, yearBudget } from './quarters';
import { shownAmounts } from './shown-amounts';

export const exe005 = defineCheck({
  meta: {
    id: 'EXE-005',
    name: 'excluded-budget',
    title: '预算执行口径剔除的资金要有依据',
    severity: 'verify',
    needs: ['quarters'],
    why: '把资金剔除出执行口径会抬高执行率，剔除须有财政部门的依据。',
    messages: {
      excluded: {
        what: '预算执行口径剔除{a}，占预算{r}，请提供依据。',
        todo: '附上财政部门同意剔除的文件；没有依据的，按全部预算重算执行率。',
      },
    },
  },
  page,

  run(context, report) {
    const whole = lookUp(context, 'adjustedBudget');
    if (!whole.found) {
      report.skip(whole.reason);
      return;
    }
    const { found } = whole;
    const limit = exact(context.profile.thresholds.exclusion);
    for (const table of quarterTables(context)) {
      const base = yearBudget(context, table);
      if (!base || found.value.compare(0) <= 0) {
        report.skip(`${table.name}没有全年预算数`);
        continue;
      }
      const excluded = found.value.sub(base.value);
      const share = excluded.div(found.value);
      if (share.compare(limit) <= 0) continue;
      const reserve = lookUp(context, 'reserveBudget').found;
      const { entry } = found;
      const { show } = shownAmounts(entry, base.entries);
      report({
        messageId: 'excluded',
        at: (reserve?.entry ?? base.at).cell.ref,
        left: show(base.value, base.entries),
        right: show(found.value, [entry]),
        data: { a: { ...show(excluded, [entry]), unit: entry.unit ?? '' }, r: rate(share) },
        related: [
          { ...base.at.cell.ref, role: '执行口径的预算' },
          { ...entry.cell.ref, role: '全部预算' },
          ...(lookUp(context, 'finalSpending').found?.all.map(({ cell }) => ({
            ...cell.ref,
            role: '决算支出',
          })) ?? []),
        ],
      });
    }
  },
});
