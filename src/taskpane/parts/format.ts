import type { Form } from '../state/quantity';

/**
 * A number as the pane shows it: thousands separated, no tail of binary noise. Small numbers are mostly rates and keep
 * more decimals than amounts.
 */
export function formatNumber(value: number): string {
  const maximumFractionDigits = Math.abs(value) < 1 ? 6 : 4;
  return new Intl.NumberFormat('zh-CN', { maximumFractionDigits }).format(value);
}

/** A rate as a person reads it: two decimals, more only where nothing but a zero would be left. */
export function formatPercent(value: number): string {
  return percentWith(value === 0 || Math.abs(value) >= FIRST_SHOWN ? 2 : MOST_DECIMALS, value);
}

/** The smallest rate of which two decimals of a percentage show anything. */
const FIRST_SHOWN = 0.00005;
const MOST_DECIMALS = 6;
const HUNDRED = 100;

function percentWith(decimals: number, value: number): string {
  return new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: decimals }).format(value);
}

/** A number in the form of the cell it belongs to, with its unit. */
export function formatQuantity(value: number, form: Form): string {
  return form.kind === 'percent' ? formatPercent(value) : `${formatNumber(value)}${form.unit}`;
}

/**
 * Two numbers that are compared and their difference, in one form. Rates get as many decimals as tell the two apart:
 * “98% instead of 98%” would be no finding. Between two rates lie percentage points; `points` has the words for them.
 */
export function formatCompared(
  left: number | null,
  right: number | null,
  difference: number | null,
  form: Form,
  points: (number: string) => string,
): readonly [string, string, string] {
  if (form.kind === 'number') {
    const shown = (value: number | null): string => (value === null ? '—' : formatQuantity(value, form));
    return [shown(left), shown(right), shown(difference)];
  }
  let decimals = 2;
  const same = (): boolean =>
    left !== null &&
    right !== null &&
    left !== right &&
    percentWith(decimals, left) === percentWith(decimals, right);
  while (decimals < MOST_DECIMALS && same()) decimals += 1;
  const shown = (value: number | null): string => (value === null ? '—' : percentWith(decimals, value));
  const distance = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: decimals });
  return [
    shown(left),
    shown(right),
    difference === null ? '—' : points(distance.format(difference * HUNDRED)),
  ];
}

/** A number, or a dash where there is none. */
export function formatOptional(value: number | null): string {
  return value === null ? '—' : formatNumber(value);
}

/** A moment in the user's own time. */
export function formatMoment(iso: string, locale: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}
