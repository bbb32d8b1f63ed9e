import { ZERO } from '../scoring/number';
import { entriesIn, type AmountEntry } from './amount-entries';
import { amountSums, compareParts, type AmountSum } from './amount-sums';
import { budgetPairs } from './budget-pairs';
import { keyOf } from './check-context';
import { defineCheck } from './define-check';
import page from './exp-001-three-public.md';
import { sumProblem } from './report-sum';
import { shownAmounts } from './shown-amounts';
import { exceedsAmount } from './tolerance';

/** 三公经费, with or without words about where the money comes from. */
const THREE_PUBLIC = /^(?:财政拨款)?三公经费(?:支出)?(?:合计|总额)?$/;

const KINDS: readonly RegExp[] = [/^因公出国|^出国/, /^公务用车|^公车/, /^公务接待/];

export const exp001 = defineCheck({
  meta: {
    id: 'EXP-001',
    name: 'three-public',
    title: '三公经费分项相加相符，决算不超预算',
    severity: 'error',
    needs: ['amounts'],
    why: '三公经费只减不增，分项和预算都要对得上公开的数。',
    messages: {
      parts: {
        what: '{t}三公经费{column}{left}，出国、公车、接待合计{right}，差额{difference}。',
        todo: '核对三项经费，改正填错的一个数。',
      },
      above: {
        what: '三公经费决算{left}超预算{right}，超出{difference}。',
        todo: '核对决算数和预算数；预算调整过的，改填调整后的预算数。',
      },
    },
  },
  page,

  run(context, report) {
    const sums = context.amountTables.flatMap((table) => [
      ...amountSums(table).filter(({ total }) => THREE_PUBLIC.test(total.label)),
      ...flatSums(entriesIn(table)),
    ]);
    const pairs = budgetPairs(context).filter(({ name }) => THREE_PUBLIC.test(name));
    if (sums.length === 0 && pairs.length === 0) report.skip('未找到三公经费的分项或预算、决算数');
    const off = new Set<string>();
    for (const found of sums) {
      if (found.verdict !== 'different') continue;
      off.add(keyOf(found.total.cell.ref));
      report({ messageId: 'parts', ...sumProblem(context, found) });
    }
    for (const { budget, spent } of pairs) {
      // A total that its own parts refute is not measured against the budget as well.
      if (!budget.value || !spent.value || off.has(keyOf(spent.cell.ref))) continue;
      if (!exceedsAmount(spent.value, budget.value, [spent, budget])) continue;
      const { show } = shownAmounts(spent, [budget]);
      report({
        messageId: 'above',
        at: spent.cell.ref,
        left: show(spent.value, [spent]),
        right: show(budget.value, [budget]),
        related: [{ ...budget.cell.ref, role: '预算数' }],
      });
    }
  },
});

/**
 * A table that lists the three kinds beside the total, or as 其中 below it: all three must be there, once each. 其中 need not be
 * all there is, so there another column has to come out.
 */
function flatSums(entries: readonly AmountEntry[]): readonly AmountSum[] {
  const totals = entries.filter(({ label, value }) => THREE_PUBLIC.test(label) && value !== null);
  const sumsOver = (isPart: (part: AmountEntry, total: AmountEntry) => boolean): readonly AmountSum[] =>
    totals.flatMap((total) => {
      const beside = entries.filter(
        (part) => part.column === total.column && part.value !== null && isPart(part, total),
      );
      const parts = KINDS.map((kind) => beside.filter(({ label }) => kind.test(label)));
      return parts.every(({ length }) => length === 1) ? [compareParts(total, parts.flat())] : [];
    });
  const below = sumsOver((part, total) => part.row.role === 'of-which' && part.row.parent === total.rowIndex);
  return [
    ...sumsOver((part, total) => part.row.parent === total.row.parent),
    ...(below.some(comesOut) ? below : []),
  ];
}

const comesOut = ({ verdict, left }: AmountSum): boolean => verdict === 'same' && !left.equals(ZERO);
