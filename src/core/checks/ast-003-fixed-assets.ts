import { entriesIn } from './amount-entries';
import { defineCheck } from './define-check';
import page from './ast-003-fixed-assets.md';
import { lookUp } from './known-quantities';
import { shownAmounts } from './shown-amounts';
import { exceedsAmount } from './tolerance';

export const ast003 = defineCheck({
  meta: {
    id: 'AST-003',
    name: 'fixed-assets',
    title: '固定资产净值不大于非流动资产',
    severity: 'verify',
    needs: ['assets'],
    why: '固定资产是非流动资产的一部分，大于它说明两处口径不同或有一处填错。',
    messages: {
      above: {
        what: '固定资产{left}大于非流动资产{right}，多出{difference}。',
        todo: '与资产负债表核对；口径不同（如净值、原值）的，予以说明。',
      },
    },
  },
  page,

  run(context, report) {
    const other = lookUp(context, 'otherAssets');
    if (!other.found) {
      report.skip(other.reason);
      return;
    }
    const { entry, value } = other.found;
    const tables = context.amountTables.filter(({ kind }) => kind === 'assets');
    const totals = tables
      .flatMap(entriesIn)
      .filter(({ row, meaning }) => row.role === 'total' && meaning === 'net-value');
    if (totals.length === 0) report.skip('固定资产情况表没有合计行');
    for (const total of totals) {
      if (!total.value || !exceedsAmount(total.value, value, [total, entry])) continue;
      const { show } = shownAmounts(total, [entry]);
      report({
        messageId: 'above',
        at: total.cell.ref,
        left: show(total.value, [total]),
        right: show(value, [entry]),
        related: [{ ...entry.cell.ref, role: '非流动资产' }],
      });
    }
  },
});
