import { max, min, ZERO, type Exact } from '../scoring/number';

/**
 * What a part is worth: exactly known (`sure`), between two bounds by judgement, or not known yet (`open`) and then
 * somewhere between the bounds.
 */
export type Worth = Readonly<{ low: Exact; high: Exact; open: boolean; judged: boolean }>;

export function sure(value: Exact): Worth {
  return { low: value, high: value, open: false, judged: false };
}

export function judgedBetween(low: Exact, high: Exact): Worth {
  return { low, high, open: false, judged: !low.equals(high) };
}

export function openBetween(low: Exact, high: Exact, judged = false): Worth {
  return { low, high, open: true, judged };
}

export function add(a: Worth, b: Worth): Worth {
  return {
    low: a.low.add(b.low),
    high: a.high.add(b.high),
    open: a.open || b.open,
    judged: a.judged || b.judged,
  };
}

/** Takes one worth from another: the most taken leaves the least. */
export function subtract(a: Worth, b: Worth): Worth {
  return {
    low: a.low.sub(b.high),
    high: a.high.sub(b.low),
    open: a.open || b.open,
    judged: a.judged || b.judged,
  };
}

export function clamp(worth: Worth, floor: Exact, ceiling: Exact): Worth {
  const within = (value: Exact): Exact => max(floor, min(value, ceiling));
  return settle({ ...worth, low: within(worth.low), high: within(worth.high) });
}

/** Either of two, not known which. */
export function either(a: Worth, b: Worth): Worth {
  if (!a.open && !b.open && !a.judged && !b.judged && a.low.equals(b.low)) return a;
  return { low: min(a.low, b.low), high: max(a.high, b.high), open: true, judged: a.judged || b.judged };
}

/** Judgement between equal bounds is none. An open worth stays open: what is missing may also be a zero denominator. */
function settle(worth: Worth): Worth {
  return !worth.open && worth.judged && worth.low.equals(worth.high) ? sure(worth.low) : worth;
}

export const NOTHING: Worth = sure(ZERO);
