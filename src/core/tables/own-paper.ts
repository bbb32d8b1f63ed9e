import type { Sheet } from '../snapshot/snapshot';

/** Name of the working paper that ziping writes on request; made again, it takes the place of the earlier one. */
export const PAPER_NAME = '评分底稿';

/** Heading of the working paper's first block. */
export const PAPER_SCORES = '一、指标得分';

/**
 * Whether a sheet is a working paper of ours. It repeats the workbook's numbers, so reading it as data would find every
 * fact twice and check our own words. A person's sheet that merely has the name does not open with our headings.
 */
export function isOwnPaper({ name, cells }: Sheet): boolean {
  if (!name.startsWith(PAPER_NAME) || cells[0]?.value !== PAPER_NAME) return false;
  return cells.some(({ column, row, value }) => column === 0 && row < 10 && value === PAPER_SCORES);
}
