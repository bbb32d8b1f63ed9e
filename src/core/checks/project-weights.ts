import { perReview } from '../remember';
import { HUNDRED, sum, toNumber, ZERO } from '../scoring/number';
import { squeeze } from '../snapshot/width';
import type { CellRef } from '../snapshot/address';
import type { IndicatorTable } from '../tables/table';
import { outermostPoints } from './point-sums';
import { executionLines } from './scored-lines';
import { numberIn } from './table-words';

export type WeightKind = 'execution' | 'cost' | 'output' | 'effect' | 'satisfaction';

/** Level-1 weights of a project form in percent of its full mark, by the kind of indicator. */
export type ProjectWeights = Readonly<{ weights: Readonly<Record<WeightKind, number>>; at: CellRef }>;

const KINDS: readonly (readonly [WeightKind, RegExp])[] = [
  ['execution', /^预算执行|^资金执行|^执行率/],
  ['cost', /^成本/],
  ['output', /^产出/],
  ['effect', /^效益|^效果/],
  ['satisfaction', /满意度?/],
];

/** Kind of a level-1 indicator; `null` for a name of another kind. */
export function weightKind(name: string): WeightKind | null {
  return KINDS.find(([, pattern]) => pattern.test(squeeze(name)))?.[0] ?? null;
}

/** Weights of a project table; `null` when a part has no points or a name of no known kind. */
export const projectWeights = perReview((table: IndicatorTable): ProjectWeights | null => {
  const weights = { execution: ZERO, cost: ZERO, output: ZERO, effect: ZERO, satisfaction: ZERO };
  const parts = outermostPoints(table);
  const first = parts[0]?.cell;
  const execution = executionLines(table);
  if (!first || table.groups.length === 0) return null;
  const all = [...parts, ...execution.map(({ name, points }) => ({ name, cell: points }))];
  for (const { name, cell } of all) {
    const kind = weightKind(name);
    const value = numberIn(cell);
    if (!kind || value === null) return null;
    weights[kind] = weights[kind].add(value);
  }
  const whole = sum(Object.values(weights));
  // Points that do not add up to the full mark are told by WGT-002; weights of a wrong whole mean nothing.
  if (!whole.equals(HUNDRED)) return null;
  const percent = (kind: WeightKind): number => toNumber(weights[kind]);
  return {
    at: first.ref,
    weights: {
      execution: percent('execution'),
      cost: percent('cost'),
      output: percent('output'),
      effect: percent('effect'),
      satisfaction: percent('satisfaction'),
    },
  };
});
