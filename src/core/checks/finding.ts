import type { CellPatch } from '../patches/patch';
import type { CellRef } from '../snapshot/address';

/** error 错误: must be corrected before submission. verify 核实: may stand, but must be explained. hint 提示: informs. */
export type Severity = 'error' | 'verify' | 'hint';

/** Another place that belongs to the finding, with the part it plays (“分项”, “总计”, “另一口径”). */
export type Related = CellRef & Readonly<{ role?: string }>;

/**
 * A fix that can be offered. `safe` changes how a value is stored, never what it says; everything that changes a score,
 * a rate or a total is `suggested` and never applied unasked.
 */
export type Fix = Readonly<{ kind: 'safe' | 'suggested'; patches: readonly CellPatch[] }>;

/** Something said about the workbook: serialisable, with a place, an ID and the numbers on both sides. */
export type Finding = Readonly<{
  /** Check ID from the catalogue, for example `SCR-007`. */
  id: string;
  /** Which of the check's messages. */
  messageId: string;
  severity: Severity;
  sheet: string;
  /** A1 address of a cell or range: where the reader should look. */
  cell: string;
  /** What is wrong, both values in it, in the accountant's words. */
  message: string;
  /** Why it matters, one sentence. */
  why: string;
  /** What to do. */
  todo: string;
  /** Likely cause where arithmetic shows one (digits swapped, factor 10⁴, one row missing); `null` otherwise. */
  cause: string | null;
  /** 填报值, 应为值, 差额; `null` where a number makes no sense. */
  left: number | null;
  right: number | null;
  difference: number | null;
  related: readonly Related[];
  /** Findings that only follow from this one (a total broken by a wrong part), told here and not again. */
  consequences: readonly Related[];
  fix: Fix | null;
}>;

/** A check that could not be made, and why: it neither passed nor failed. */
export type Skipped = Readonly<{ id: string; reason: string }>;
