import { defineCheck, type Balance } from './define-check';
import page from './ast-001-asset-balance.md';
import { listedSum, type ListedSum } from './listed-sum';
import { sumProblem } from './report-sum';

const SUMS: readonly (ListedSum & Readonly<{ formula: string }>)[] = [
  { total: 'assets', parts: ['currentAssets', 'otherAssets'], formula: '资产＝流动资产＋非流动资产' },
  { total: 'debts', parts: ['currentDebts', 'otherDebts'], formula: '负债＝流动负债＋非流动负债' },
  { total: 'netAssets', parts: ['assets'], less: ['debts'], formula: '净资产＝资产－负债' },
];

export const ast001 = defineCheck({
  meta: {
    id: 'AST-001',
    name: 'asset-balance',
    title: '资产、负债、净资产勾稽相平',
    severity: 'error',
    needs: ['amounts'],
    why: '资产负债的基本等式不平，说明有一个数与资产负债表不符。',
    messages: {
      off: {
        what: '资产勾稽不平，差额{difference}：{formula}，“{row}”填报{left}，应为{right}。',
        todo: '与年末资产负债表核对，改正填错的一个数。',
      },
      rounding: {
        severity: 'hint',
        what: '资产勾稽相差{difference}，属于四舍五入差：{formula}，“{row}”填报{left}，计算为{right}。',
        todo: '一般可以保留；需要完全相符的，调整尾数。',
      },
    },
  },
  page,

  run(context, report) {
    for (const sum of SUMS) {
      const { found, reasons } = listedSum(context, sum);
      reasons.forEach((reason) => {
        report.skip(reason);
      });
      if (!found || found.verdict === 'same') continue;
      const problem = sumProblem(context, found);
      report({
        messageId: found.verdict === 'rounding' ? 'rounding' : 'off',
        ...problem,
        data: { ...problem.data, formula: sum.formula },
        ...balanceOf(problem.balance, sum),
      });
    }
  },
});

/** The last operands of 净资产＝资产－负债 are taken off, not added. */
function balanceOf(
  balance: Balance | undefined,
  { parts, less = [] }: ListedSum,
): Readonly<{ balance?: Balance }> {
  if (!balance || less.length === 0) return {};
  return {
    balance: {
      ...balance,
      parts: balance.parts.slice(0, parts.length),
      less: balance.parts.slice(parts.length),
    },
  };
}
