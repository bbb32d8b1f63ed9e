import type { CellRef } from '../snapshot/address';
import type { CheckContext } from './check-context';
import type { Finding, Fix, Related, Severity } from './finding';
import type { NeedName } from './needs';
import type { Exact } from '../scoring/number';
import type { Quantity } from './quantity';

/** Text of one message: what is wrong, what to do. `severity` is given where it differs from the check's own. */
export type Message = Readonly<{ what: string; todo: string; severity?: Severity }>;

/** What is known of a check without running it. */
export type CheckMeta<MessageId extends string = string> = Readonly<{
  /** From the catalogue; public and never reused. */
  id: string;
  /** The file's name without its number. */
  name: string;
  /** Chinese name, as its page and the lists show it. */
  title: string;
  severity: Severity;
  /** What a workbook must have; where it is missing, the check is listed as skipped. */
  needs: readonly NeedName[];
  why: string;
  messages: Readonly<Record<MessageId, Message>>;
}>;

/**
 * A sum that does not hold: `total` − (Σ`parts` − Σ`less`) = `off`, in 元 for money. Shows which one wrong cell breaks
 * several sums; only sums of one family are brought together.
 */
export type Balance = Readonly<{
  family: 'amounts' | 'points' | 'scores' | 'expense' | 'carry-over';
  total: CellRef;
  parts: readonly CellRef[];
  less?: readonly CellRef[];
  off: Exact;
}>;

/** Whether what is compared (a rate, two amounts) would be right if a cell were smaller by `error` (in 元 for money). */
export type HoldsWithout = (cell: string, error: Exact) => boolean;

/** A cell that the finding says is wrong, its value, and between which values it would be right. */
export type Suspect = Readonly<{ cell: CellRef; value: Exact; low: Exact; high: Exact }>;

/** What a check reports. `left` is what is filled in, `right` what it should be. */
export type Problem<MessageId extends string = string> = Readonly<{
  messageId: MessageId;
  /** Cell or range where the reader should look. */
  at: CellRef;
  left?: Quantity | undefined;
  right?: Quantity | undefined;
  /** Values of the message's placeholders besides {left}, {right} and {difference}. */
  data?: Readonly<Record<string, string | Quantity>>;
  related?: readonly Related[];
  cause?: string | null;
  fix?: Fix | null;
  balance?: Balance;
  suspect?: Suspect;
  holdsWithout?: HoldsWithout;
  /** Names the thing checked, where several checks say the same about it (a project's money block). */
  subject?: string;
}>;

/** How a check speaks. */
export interface Report<MessageId extends string = string> {
  (problem: Problem<MessageId>): void;
  /** Says that something could not be compared, and why. */
  skip(reason: string): void;
}

/** A check of the catalogue. */
export type Check = Readonly<{
  meta: CheckMeta;
  /** Its page for accountants, Markdown. */
  page: string;
  run(context: CheckContext, report: Report): void;
}>;

/**
 * Declares a check. The ids of its messages are typed: a report with an unknown one does not compile.
 *
 * @example defineCheck({ meta: { …, messages: { off: { what: '…', todo: '…' } } }, page, run(context, report) { … } })
 */
export function defineCheck<const MessageId extends string>(check: {
  meta: CheckMeta<MessageId>;
  page: string;
  run(context: CheckContext, report: Report<MessageId>): void;
}): Check {
  return check;
}

/** A problem with its text written, before related findings are brought together. */
export type Draft = Readonly<{ finding: Finding; problem: Problem }>;
