import { namesOf, type Expression } from './expression';
import { ZERO_EXPRESSION } from './compile-context';
import type { Tier } from './rule';

/** What happened in order, and the name of the amount that is nought then. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /按[期时]|按照?(?:合同)?(?:计划|规定|约定)(?:的)?(?:时间|期限|时限|进度)|如期|准时|及时|未逾期|规定的?(?:期限|时限|时间|日期)|时间内|(?:底|日|月|期限)以?前|[期时]限内/,
    /(?:逾期|超期|延期|延迟|推迟|滞后|拖延|迟报|超时)(?:天数|工作日数|月数)$/,
  ],
  [
    /[不未没].{0,2}(?:超|突破)|控制在.{0,12}内|编制(?:数|限额)?(?:以|之|范围)?内/,
    /^超.*比例$|(?:超支|超预算)金额$|^超.{1,2}人数$/,
  ],
];

/** Whether a circumstance says that something was done in time. */
export function saysInTime(text: string): boolean {
  return !/[未不没]/.test(text) && (OPPOSITES[0]?.[0].test(text) ?? false);
}

/**
 * 按期完成得6分；逾期30日以内得3分: how long it was overdue also says whether it was in time. A person may still say so
 * without the number.
 */
export function eventTiers(tiers: readonly Tier[]): Tier[] {
  const amounts = tiers.flatMap(({ check }) => (check.kind === 'between' ? [check.of] : []));
  return tiers.map((tier) => {
    const { check } = tier;
    if (check.kind !== 'asked') return tier;
    const found = OPPOSITES.find(([words]) => words.test(check.question.span.text));
    const of = found && amounts.find((amount) => isNamed(amount, found[1]));
    if (!of) return tier;
    return {
      ...tier,
      check: { kind: 'between', of, high: { at: ZERO_EXPRESSION, hold: 3 }, question: check.question },
    };
  });
}

function isNamed(amount: Expression, pattern: RegExp): boolean {
  const [name, ...more] = namesOf(amount);
  return name !== undefined && more.length === 0 && pattern.test(name);
}
