import type { Expression, Span } from './expression';

/**
 * How firmly a bound includes its own number. Where two tiers meet, the firmer one has it: a sign or （含） is 3,
 * 以上 and 以内 are 2 (they include the number in the practice of finance offices), 以下 and an unmarked end of
 * “80%-90%” are 1, and 0 excludes it.
 */
export type Hold = 0 | 1 | 2 | 3;
export type Bound = Readonly<{ at: Expression; hold: Hold }>;

/** The quantity a condition speaks of, as printed, worked out where it is (甲数/乙数≥95%); null where the text leaves it out. */
export type Mention = Readonly<{ name: string; span: Span; expression?: Expression }> | null;

/** A condition as it is read from the text. */
export type Test =
  | Readonly<{ kind: 'always' }>
  | Readonly<{ kind: 'otherwise' }>
  /** `inPoints`: bounds printed as percentage points, which may be counted from another number (超过5个百分点). */
  | Readonly<{
      kind: 'between';
      of: Mention;
      low?: Bound;
      high?: Bound;
      absolute?: boolean;
      told?: 'tick';
      inPoints?: true;
    }>
  /** A bare number: “100%计满分”. Which side counts is decided by what stands around it. */
  | Readonly<{ kind: 'at'; of: Mention; value: Expression }>
  | Readonly<{ kind: 'absent'; name: string; span: Span }>
  | Readonly<{ kind: 'present'; name: string; span: Span }>
  | Readonly<{ kind: 'all'; tests: readonly Test[] }>
  | Readonly<{ kind: 'any'; tests: readonly Test[] }>
  | Readonly<{ kind: 'state'; span: Span }>;

/** Whether a condition speaks of quantities only. */
export function isMeasured(test: Test): boolean {
  switch (test.kind) {
    case 'between':
    case 'at':
      return true;
    case 'all':
    case 'any':
      return test.tests.every(isMeasured);
    case 'always':
    case 'otherwise':
    case 'absent':
    case 'present':
    case 'state':
      return false;
  }
}

/** Whether a condition speaks of a quantity anywhere. */
export function speaksOfQuantity(test: Test): boolean {
  if (test.kind === 'between' || test.kind === 'at') return true;
  return (test.kind === 'all' || test.kind === 'any') && test.tests.some(speaksOfQuantity);
}

/** Quantities a condition compares with other quantities, or says there are none of. */
export function compared(test: Test): Mention[] {
  if (test.kind === 'between') return [test.of];
  if (test.kind === 'at') return [test.of];
  if (test.kind === 'absent' || test.kind === 'present') return [{ name: test.name, span: test.span }];
  return test.kind === 'all' || test.kind === 'any' ? test.tests.flatMap(compared) : [];
}

/** Mentions of a condition that stand against plain numbers. */
export function mentions(test: Test): Mention[] {
  if (test.kind === 'between') return (test.low ?? test.high)?.at.kind === 'number' ? [test.of] : [];
  if (test.kind === 'at') return test.value.kind === 'number' ? [test.of] : [];
  return test.kind === 'all' || test.kind === 'any' ? test.tests.flatMap(mentions) : [];
}

/** What holds where a condition does not; null where that is no bound of a quantity. */
export function denial(test: Test): Test | null {
  if (test.kind === 'all' || test.kind === 'any') {
    const tests = test.tests.map(denial).filter((one) => one !== null);
    return tests.length < test.tests.length ? null : { kind: test.kind === 'all' ? 'any' : 'all', tests };
  }
  if (test.kind !== 'between' || test.absolute) return null;
  const { of, low, high } = test;
  const turned = ({ at, hold }: Bound): Bound => ({ at, hold: hold === 0 ? 3 : 0 });
  const below: Test | null = low ? { kind: 'between', of, high: turned(low) } : null;
  const above: Test | null = high ? { kind: 'between', of, low: turned(high) } : null;
  return below && above ? { kind: 'any', tests: [below, above] } : (below ?? above);
}
