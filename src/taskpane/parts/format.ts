/**
 * A number as the pane shows it: thousands separated, no tail of binary noise. Small numbers are mostly rates and keep
 * more decimals than amounts.
 */
export function formatNumber(value: number): string {
  const maximumFractionDigits = Math.abs(value) < 1 ? 6 : 4;
  return new Intl.NumberFormat('zh-CN', { maximumFractionDigits }).format(value);
}

/** A rate as a person reads it: 0.000324 is 0.0324%. */
export function formatPercent(value: number): string {
  const digits = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 4 });
  return digits.format(value);
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
