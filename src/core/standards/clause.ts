/**
 * What a part of a standard does. `heading` opens a section with points of its own; `base` says what earns full
 * marks before deductions; `note` is read and has no effect on the score; `unparsed` was not understood and stops
 * the indicator from being scored.
 */
export type ClauseKind =
  | 'definition'
  | 'heading'
  | 'item'
  | 'tier'
  | 'band'
  | 'formula'
  | 'proportion'
  | 'step'
  | 'count'
  | 'deduction'
  | 'bonus'
  | 'cap'
  | 'clamp'
  | 'baseline'
  | 'base'
  | 'otherwise'
  | 'override'
  | 'exemption'
  | 'discretion'
  | 'note'
  | 'unparsed';

/** A part of the standard with its place: `text` is `original.slice(from, to)`. */
export type Clause = Readonly<{ kind: ClauseKind; text: string; from: number; to: number }>;
