import { perReview } from '../remember';
import { rowLabel } from './row-labels';
import type { AmountRow } from './table';

/** The rows that a 净值 is worked out from: the 原值 above it and what is taken off that. */
export type NetValue = Readonly<{ gross: number; parts: readonly number[] }>;

const GROSS = /^(.*)原[值价]$/;
const WEAR = /累计(?:折旧|摊销)|减值准备$|坏账准备$/;
const NET = /^(.*?)(?:账面)?净[值额]$/;

/**
 * The rows that print assets in three steps, as accounts do: 固定资产原值, 减：累计折旧, 固定资产净值. Found by the row of the
 * 净值; nothing but the wear and what the 原值 is made of (其中) may stand between.
 */
export const netValues = perReview((rows: readonly AmountRow[]): ReadonlyMap<number, NetValue> => {
  const found = new Map<number, NetValue>();
  let open: { gross: number; stem: string; wear: number[] } | null = null;
  rows.forEach(({ label, role }, index) => {
    const name = rowLabel(label.text).name.replace(/^减[:：]/, '');
    const stem = GROSS.exec(name)?.[1];
    const net = NET.exec(name)?.[1];
    if (stem !== undefined && role !== 'of-which') open = { gross: index, stem, wear: [] };
    else if (open && WEAR.test(name)) open.wear.push(index);
    else if (open && net !== undefined && (net === '' || net === open.stem)) {
      if (open.wear.length > 0) found.set(index, { gross: open.gross, parts: [open.gross, ...open.wear] });
      open = null;
    } else if (open && role !== 'of-which') open = null;
  });
  return found;
});
