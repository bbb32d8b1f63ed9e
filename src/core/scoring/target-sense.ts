import { perReview, perText } from '../remember';
import type { ReadNumber } from '../snapshot/number-reading';
import { squeeze } from '../snapshot/width';
import type { Indicator, IndicatorTable } from '../tables/table';

type Sign = NonNullable<ReadNumber['sign']>;

const SIGN_COLUMN: readonly (readonly [RegExp, Sign])[] = [
  [/^(?:≥|>=|大于(?:或)?等于|不低于|不少于|正向(?:指标)?|越大越好)$/, '>='],
  [/^(?:≤|<=|小于(?:或)?等于|不高于|不超过|反向(?:指标)?|逆向(?:指标)?|越小越好)$/, '<='],
  [/^(?:>|大于)$/, '>'],
  [/^(?:<|小于)$/, '<'],
  [/^(?:[=═]|等于)$/, '='],
];

/** Sign of a target, from its own column or from before the number; `null` when none is printed. */
export function signOf({ sign }: Indicator, target: ReadNumber): ReadNumber['sign'] {
  return (sign && signNamed(sign.text)) ?? target.sign;
}

const signNamed = perText(
  (text): Sign | null => SIGN_COLUMN.find(([pattern]) => pattern.test(squeeze(text)))?.[1] ?? null,
);

/** Indicators of which less may be better: without a sign, their target does not say which way it counts. */
const MAYBE_REVERSE =
  /成本|支出|费用|造价|单价|投诉|事故|违规|违法|逾期|延误|超支|下降|降低|减少|控制|时限|时间|天数|时长|耗|差错|不良|排放|死亡|发病|投入|调整|变动|结转|结余|偏差|偏离|闲置|负债/;
const isMaybeReverse = perText((name) => MAYBE_REVERSE.test(name));

/** Whether less may be better by the name of an indicator or of a group around it. */
export function mayBeReverse(table: IndicatorTable, indicator: Indicator): boolean {
  return isMaybeReverse(indicator.name) || groupNames(table, indicator).some(isMaybeReverse);
}

/** Names of the groups above an indicator, innermost first. */
export function groupNames(table: IndicatorTable, { group }: Indicator): readonly string[] {
  return group === null ? [] : (namesUpwards(table)[group] ?? []);
}

/** For each group its name and those of the groups around it; a group stands behind its parent. */
const namesUpwards = perReview(({ groups }: IndicatorTable): readonly (readonly string[])[] => {
  const names: (readonly string[])[] = [];
  for (const { name, parent } of groups)
    names.push([name, ...(parent === null ? [] : (names[parent] ?? []))]);
  return names;
});
