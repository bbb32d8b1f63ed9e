import type { Expression } from './expression';

export type Variant = Extract<Expression, { kind: 'variant' }>;

/** One way of reading the places a standard leaves open. The default reading is the empty choice. */
export type Reading = Readonly<{
  perPoint: 'whole' | 'linear';
  /** A zero inside one item that does not name its reach settles the whole. */
  zeroIsWhole?: boolean;
  /** Sections may exceed their own points; the whole is still limited. */
  uncapped?: boolean;
  /** What is added never leads beyond the points. */
  within?: boolean;
  /** At a number two tiers share, the later one has it. */
  laterTier?: boolean;
  variant?: Readonly<{ of: Variant; index: number }>;
}>;

/** Places where the text admits another reading, met while scoring with the present inputs. */
export type OpenPlaces = {
  steps: boolean;
  zero: boolean;
  caps: boolean;
  tiers: boolean;
  beyond: boolean;
  variants: Set<Variant>;
};

export function noOpenPlaces(): OpenPlaces {
  return { steps: false, zero: false, caps: false, tiers: false, beyond: false, variants: new Set() };
}

/** The other readings worth trying, each with its description. */
export function otherReadings(reading: Reading, open: OpenPlaces): { reading: Reading; says: string }[] {
  const others: { reading: Reading; says: string }[] = [];
  if (open.steps) {
    const linear = reading.perPoint === 'whole';
    const says = linear ? '不足一步的按比例扣分' : '不足一步的不扣分';
    others.push({ reading: { ...reading, perPoint: linear ? 'linear' : 'whole' }, says });
  }
  if (open.zero)
    others.push({ reading: { ...reading, zeroIsWhole: true }, says: '零分及于整项指标，而不只是所在的小项' });
  if (open.caps)
    others.push({ reading: { ...reading, uncapped: true }, says: '各部分不封顶，合计以分值封顶' });
  if (open.beyond) others.push({ reading: { ...reading, within: true }, says: '加分后以分值封顶' });
  if (open.tiers) others.push({ reading: { ...reading, laterTier: true }, says: '界点归入相邻的另一档' });
  for (const of of open.variants) {
    of.choices.forEach((choice, index) => {
      if (index > 0) others.push({ reading: { ...reading, variant: { of, index } }, says: choice.reading });
    });
  }
  return others;
}
