import { assets } from './assets';
import { dataList } from './data-list';
import { functions } from './functions';
import { income } from './income';
import { quarters } from './quarters';
import { staff } from './staff';
import type { AmountEvidence, AmountKind } from './amount-kind';
import type { AmountTableKind } from './table';
import { uses } from './uses';

/** In the order in which they are tried; the last fits what the others leave. */
const KINDS: readonly AmountKind[] = [quarters, staff, assets, functions, uses, income, dataList];

/** Decides the kind of a table of amounts by its rows first: header words change more often than what is listed. */
export function amountKind(evidence: AmountEvidence): AmountTableKind {
  if (
    evidence.meanings.length > 0 &&
    evidence.meanings.every((meaning) => meaning === 'value') &&
    !quarters.fits(evidence) &&
    !isAccount(evidence)
  )
    return 'data-list';
  return KINDS.find((kind) => kind.fits(evidence))?.kind ?? 'data-list';
}

/** One side of the accounts of a year, whose only column is called 金额: its lines add up, those of a list do not. */
const isAccount = (evidence: AmountEvidence): boolean =>
  /(?:收入|支出|收支).*(?:预算|决算)|(?:预算|决算).*(?:收入|支出|收支)/.test(evidence.title) &&
  (functions.fits(evidence) || income.fits(evidence));
