import { displayedText } from '../snapshot/displayed-text';
import type { NumberReading, ReadNumber } from '../snapshot/number-reading';
import { readText } from '../snapshot/read-number';
import { squeeze } from '../snapshot/width';
import type { Indicator } from '../tables/table';
import { amidPair } from './amid-words';
import { changeNamed, changePair } from './target-change';
import { unknownUnitPair } from './unknown-unit';

type Pair = Readonly<{ target: ReadNumber; actual: ReadNumber }>;

/**
 * Target and actual value of a line as numbers, also where words stand around them (已完成46人, 同比增长5%, one unit that no list
 * knows). `null` where one of them is no number.
 */
export function numbersSaid(indicator: Indicator): Pair | null {
  const [target, actual] = [indicator.target?.reading, indicator.actual?.reading];
  if (!target || !actual) return null;
  if (target.kind === 'number') {
    const number = actual.kind === 'text' ? numberSaid(indicator, actual.text) : actual;
    return number?.kind === 'number' ? { target, actual: number } : null;
  }
  const cell = indicator.actual?.cell;
  const said = actual.kind === 'text' ? actual.text : cell ? displayedText(cell) : '';
  return target.kind === 'text' ? pairSaid(indicator, target.text, actual, said) : null;
}

/** The number in a text beside a target that is one. */
export function numberSaid(indicator: Indicator, text: string): ReadNumber | null {
  return (
    sameUnknownUnit(indicator, text) ??
    afterVerb(text) ??
    changeNamed(indicator.name, text) ??
    amidName(indicator, text)
  );
}

/** The numbers in two texts that say the same around them. */
export function pairSaid(
  { name }: Indicator,
  target: string,
  actual: NumberReading,
  said: string,
): Pair | null {
  return unknownUnitPair(target, said) ?? changePair(target, actual, said) ?? amidPair(name, target, said);
}

/** 采购2辆 beside a target of 2辆. */
function amidName({ name, target }: Indicator, text: string): ReadNumber | null {
  const cell = target?.cell;
  return cell ? (amidPair(name, displayedText(cell), text)?.actual ?? null) : null;
}

/** 已完成46人: a verb that only says that it was done, and the number. */
function afterVerb(text: string): ReadNumber | null {
  const rest =
    /^(?:(?:已|实际|累计|全年|共计|共|全部)*(?:完成|达到|达成|实现|达|为)了?|(?:实际|累计|共计|共))(\d.*)$/.exec(
      squeeze(text),
    )?.[1];
  const reading = rest === undefined ? null : readText(rest, { measured: true });
  return reading?.kind === 'number' ? reading : null;
}

/** Number with a unit that no list knows, when the target's unit is the same word. */
function sameUnknownUnit({ measure }: Indicator, actual: string): ReadNumber | null {
  const unit = measure && squeeze(measure.text);
  const parts = /^([\d.,]+)(\D+)$/.exec(squeeze(actual));
  if (!parts || !unit || parts[2] !== unit) return null;
  const reading = readText(parts[1] ?? '', { measured: true });
  return reading.kind === 'number' ? reading : null;
}
