import type { Exact } from '../scoring/number';
import type { Expression } from './expression';

/** What a standard grants or takes away where its condition holds. */
export type Outcome =
  | Readonly<{ kind: 'points'; value: Exact; bracketed?: boolean }>
  | Readonly<{ kind: 'full' }>
  /** All but these points: 低于90%扣2分 beside tiers of the same rate. */
  | Readonly<{ kind: 'loss'; value: Expression }>
  /** 不得分，倒扣10分: less than nothing by what is `owed`. */
  | Readonly<{ kind: 'zero'; owed?: Exact }>
  /** A share of the points: 得分值的80%. */
  | Readonly<{ kind: 'share'; low: Exact; high: Exact }>
  | Readonly<{ kind: 'formula'; expression: Expression; bare: boolean; of?: string; lost?: boolean }>
  /** In proportion to the rate under discussion: 按比例得分. */
  | Readonly<{ kind: 'proportion' }>
  /** Taken away in proportion to what the rate falls short or goes beyond: 低于90%按比例扣分. */
  | Readonly<{ kind: 'proportional-loss' }>
  | Readonly<{ kind: 'half' }>
  | Readonly<{ kind: 'interpolation' }>
  /** Points taken away (or added, `bonus`, or either as the quantity goes, `both`); the condition says for what. */
  | Readonly<{ kind: 'deduct'; value: Expression; bonus: boolean; both?: boolean }>
  /** Left to judgement: points granted, or points taken away, between the two. */
  | Readonly<{ kind: 'judgement'; takes: boolean; low?: Exact; high?: Exact }>
  | Readonly<{ kind: 'cap'; of: 'deduction' | 'score' | 'bonus'; at: Exact | 'points'; each?: boolean }>
  | Readonly<{ kind: 'clamp'; at: Exact }>
  | Readonly<{ kind: 'baseline'; at: Exact }>
  | Readonly<{ kind: 'rounding'; steps: 'up' | 'down' | 'linear' }>
  /** 得分保留一位小数, 四舍五入取整: how the score is printed; `null` where 取整 does not say how. */
  | Readonly<{ kind: 'decimals'; places: number | null }>
  | Readonly<{ kind: 'not-applicable' }>
  /** Points of each of several: of rates named before (甲率、乙率各占5分), or of the items listed (`items`: 以上每项1分). */
  | Readonly<{ kind: 'points-of'; value: Exact; share?: boolean; items?: boolean }>
  /** 每缺一项扣相应分值: an item that is not met loses its own points. */
  | Readonly<{ kind: 'item-loss' }>
  /** 预算调整率为负数的取绝对值. */
  | Readonly<{ kind: 'absolute' }>
  /** 按比重计算得分（3分）: the points the formula is of. */
  | Readonly<{ kind: 'worth'; value: Exact }>
  /** 该项可负分. */
  | Readonly<{ kind: 'below-zero' }>
  | Readonly<{ kind: 'by-bands' }>
  | Readonly<{ kind: 'remark' }>;

export type OutcomeKind = Outcome['kind'];

/** Outcomes that say how many points there are, as opposed to changing or limiting them. */
export function isGrant(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'points':
    case 'full':
    case 'loss':
    case 'zero':
    case 'share':
    case 'formula':
    case 'proportion':
    case 'proportional-loss':
    case 'half':
    case 'interpolation':
    case 'judgement':
      return true;
    case 'deduct':
    case 'cap':
    case 'clamp':
    case 'baseline':
    case 'rounding':
    case 'decimals':
    case 'not-applicable':
    case 'points-of':
    case 'item-loss':
    case 'absolute':
    case 'below-zero':
    case 'worth':
    case 'by-bands':
    case 'remark':
      return false;
  }
}
