import { exact, ZERO } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import { entriesIn, type AmountEntry } from './amount-entries';
import { keyOf, type CheckContext } from './check-context';
import { defineCheck, type Report } from './define-check';
import page from './ast-002-assets-in-use.md';
import { rate } from './quantity';
import { shownAmounts } from './shown-amounts';
import { roundHalfUp, toNumber } from '../scoring/number';
import { labelOf, numberIn } from './table-words';
import { exceedsAmount, sameRate } from './tolerance';

export const ast002 = defineCheck({
  meta: {
    id: 'AST-002',
    name: 'assets-in-use',
    title: '在用资产不大于账面净值，利用率等于在用除以净值',
    severity: 'error',
    needs: ['assets'],
    why: '在用资产是账面资产的一部分；利用率算错会直接影响固定资产利用率得分。',
    messages: {
      above: {
        what: '“{row}”在用{left}大于账面净值{right}。',
        todo: '核对在用数和净值，改正填错的一个。',
      },
      rate: {
        what: '“{row}”利用率重算为{right}，填报{left}。',
        todo: '核对在用数和净值；无误的，把利用率改为{right}。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.amountTables.filter(({ kind }) => kind === 'assets')) {
      const rows = new Map<number, Map<string, AmountEntry>>();
      for (const entry of entriesIn(table)) {
        const row = rows.get(entry.rowIndex) ?? new Map<string, AmountEntry>();
        rows.set(entry.rowIndex, row.set(entry.meaning, entry));
      }
      for (const row of rows.values()) checkRow(context, row, report);
    }
  },
});

function checkRow(
  context: CheckContext,
  row: ReadonlyMap<string, AmountEntry>,
  report: Report<'above' | 'rate'>,
): void {
  const [inUse, net, printed] = [row.get('in-use'), row.get('net-value'), row.get('rate')];
  if (!inUse?.value || !net?.value) return;
  const name = labelOf(inUse.row.label.text);
  if (exceedsAmount(inUse.value, net.value, [inUse, net])) {
    const { show } = shownAmounts(inUse, [net]);
    report({
      messageId: 'above',
      at: inUse.cell.ref,
      left: show(inUse.value, [inUse]),
      right: show(net.value, [net]),
      data: { row: name },
      related: [
        { ...net.cell.ref, role: '账面净值' },
        ...(printed ? [{ ...printed.cell.ref, role: '利用率' }] : []),
      ],
      suspect: { cell: inUse.cell.ref, value: inUse.value, low: ZERO, high: net.value },
    });
    return;
  }
  const stated = numberIn(printed?.cell);
  if (!printed || stated === null || net.value.equals(0) || printed.cell.reading.kind !== 'number') return;
  const should = inUse.value.div(net.value);
  const shown = printed.cell.reading.decimals;
  // 100% claims that everything is in use; a part that is not cannot be rounded away.
  const claimsAll = stated.equals(1) && !roundHalfUp(should, Math.max(shown, 2) + 2).equals(exact(1));
  if (sameRate(stated, should, shown) && !claimsAll) return;
  const precise = claimsAll ? Math.max(shown, 2) : shown;
  const cell = context.cellAt(printed.cell.ref);
  report({
    messageId: 'rate',
    at: printed.cell.ref,
    left: rate(stated, shown),
    right: rate(should, precise),
    data: { row: name },
    related: [
      { ...inUse.cell.ref, role: '在用' },
      { ...net.cell.ref, role: '账面净值' },
    ],
    holdsWithout: (place, error) => {
      const [above, below] = [inUse, net].map(({ cell: { ref }, value }) =>
        keyOf(ref) === place ? value?.sub(error) : value,
      );
      return above && below && !below.equals(0) ? sameRate(stated, above.div(below), shown) : false;
    },
    fix:
      typeof cell?.value === 'number' && cell.formula === undefined
        ? {
            kind: 'suggested',
            patches: [
              {
                ...printed.cell.ref,
                before: contentOf(cell),
                after: toNumber(roundHalfUp(should, precise + 2)),
              },
            ],
          }
        : null,
  });
}
