import type { AmountKind } from './amount-kind';

/** A list of named quantities (label, value, unit), or rows of amounts of no other kind. */
export const dataList: AmountKind = { kind: 'data-list', fits: () => true };
