import type { Review } from '../core';

/** Version of the JSON contract; a change of meaning raises it. */
const CONTRACT_VERSION = 1;

/** The command line's JSON for one workbook: the review with its version and file name in front. */
export function toContract(review: Review, file: string): object {
  return { version: CONTRACT_VERSION, file, ...review };
}
