import { exact } from '../scoring/number';
import { toHalfWidth } from '../snapshot/width';
import { defineCheck } from './define-check';
import page from './exe-007-budget-deviation.md';
import { lookUpAll } from './known-quantities';
import { rate } from './quantity';
import { scoredLines, type ScoredLine } from './scored-lines';
import { numberIn } from './table-words';
import { sameExactly } from './tolerance';

export const exe007 = defineCheck({
  meta: {
    id: 'EXE-007',
    name: 'budget-deviation',
    title: '预决算差异大的，预算编制不应得满分',
    severity: 'verify',
    needs: ['indicators', 'standards'],
    why: '评分标准要求预决算差异不大，差异明显而不扣分，复核时会要求说明。',
    messages: {
      full: {
        what: '预决算差异率{left}，却未扣分：“{i}”得满分{points}分。',
        todo: '核对预算数和决算数；无误的，按评分标准扣分，或说明差异的原因。',
      },
    },
  },
  page,

  run(context, report) {
    const { found, reasons } = lookUpAll(context, ['adjustedBudget', 'finalSpending']);
    const lines = context.indicatorTables.flatMap(scoredLines).filter(judgesDeviation);
    if (lines.length === 0) report.skip('评分标准中没有关于预决算差异的要求');
    reasons.forEach((reason) => {
      report.skip(reason);
    });
    if (!found || found.adjustedBudget.value.compare(0) <= 0) return;
    const { adjustedBudget, finalSpending } = found;
    const deviation = finalSpending.value.sub(adjustedBudget.value).abs().div(adjustedBudget.value);
    if (deviation.compare(exact(context.profile.thresholds.budgetDeviation)) <= 0) return;
    for (const line of lines) {
      const [score, limit] = [numberIn(line.score), numberIn(line.points)];
      if (score === null || limit === null || !sameExactly(score, limit)) continue;
      report({
        messageId: 'full',
        at: line.score.ref,
        left: rate(deviation),
        right: { ...rate(exact(context.profile.thresholds.budgetDeviation)), trim: true },
        data: { i: line.name, points: { value: limit, decimals: 2, percent: false, trim: true, unit: '' } },
        related: [
          { ...finalSpending.entry.cell.ref, role: '决算支出' },
          { ...adjustedBudget.entry.cell.ref, role: '调整预算' },
        ],
      });
    }
  },
});

/** The indicator whose standard asks that budget and accounts do not differ much. */
function judgesDeviation({ indicator }: ScoredLine): boolean {
  return /预决算差异|预算与决算差异|决算与预算差异/.test(toHalfWidth(indicator?.standard?.text ?? ''));
}
