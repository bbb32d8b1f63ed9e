import { ZERO } from '../scoring/number';
import type { Mention, Test } from './test';
import type { Unit } from './units';

/** Units that also write a date. */
export const DATES = new Set(['日', '月', '年', '周']);
/** How a name goes on that says only what happened: 逾期30日以内 speaks of 逾期天数, 超支5万元以内 of 超支金额. */
const AMOUNTS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(?:day)$/, /(?:逾期|超期|延期|延迟|推迟|滞后|拖延|迟报|超时|拖欠)$/, '天数'],
  [/^(?:workday)$/, /(?:逾期|超期|延期|延迟|推迟|滞后|拖延|迟报|超时|拖欠)$/, '工作日数'],
  [/^(?:month)$/, /(?:逾期|超期|延期|延迟|推迟|滞后|拖延|拖欠)$/, '月数'],
  [/^person$/, /(?:超编|超员|超编制)$/, '人数'],
  [/^money/, /(?:超支|超预算|节约|节支|结余|浪费|损失|挪用|截留|拖欠|欠缴|欠付|违规支出)$/, '金额'],
];

/** 逾期30日以内 is said of what is overdue at all: nought days are not meant. */
export function happened(test: Test): Test {
  if (test.kind !== 'between' || test.low) return test;
  return { ...test, low: { at: { kind: 'number', value: ZERO, unit: 'none' }, hold: 0 } };
}

/** The amount a name of an event stands for, by the unit of the number it is set against. */
export function asAmount(of: NonNullable<Mention>, { dimension }: Unit): NonNullable<Mention> {
  const found = AMOUNTS.find(([measure, ending]) => measure.test(dimension) && ending.test(of.name));
  return found ? { ...of, name: `${of.name}${found[2]}` } : of;
}

/** Whether an amount tells how long something was overdue. */
export function isLate(of: Mention): boolean {
  return (
    of !== null && /(?:逾期|超期|延期|延迟|推迟|滞后|拖延|迟报|超时)(?:天数|工作日数|月数)$/.test(of.name)
  );
}

const HARM =
  /(?:逾期|超期|延期|延迟|推迟|滞后|拖延|迟报|超时|拖欠)(?:天数|工作日数|月数)$|(?:超支|超预算|浪费|损失|挪用|截留|拖欠|欠缴|欠付|违规支出)金额$|^超.*比例$|^超(?:编|员|编制)人数$|(?:投诉|事故|违规|违纪|差错|上访|舆情|案件)(?:数|数量|次数|起数|件数|人数)?$/;

/** Whether an amount tells how much of something unwanted happened: none of it, where all is said to be in order. */
export function isHarm(name: string): boolean {
  return HARM.test(name);
}
