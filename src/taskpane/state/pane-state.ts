import type {
  CellPatch,
  CellRef,
  Damage,
  Finding,
  FindingNote,
  Kept,
  Profile,
  Review,
  Snapshot,
} from '../../core';
import type { HostErrorCode, HostNote, RefusedPatch } from '../../hosts/ports';

/** A workbook as it was last read, what is kept with it, and what was found. */
export type Book = Readonly<{
  snapshot: Snapshot;
  kept: Kept;
  damaged: readonly Damage[];
  review: Review;
}>;

/** What the pane is busy with, in the order in which it happens. */
export type Step = 'reading' | 'computing' | 'writing';

/** Why a run ended without a result. `code` chooses the words in other languages, `message` is the host's own sentence. */
export type Failure = Readonly<{ code: HostErrorCode; message: string }>;

/** Cells that somebody changed since the workbook was read. */
export type Stale = Readonly<{ changes: number; sheet: string; address: string }>;

export type Phase =
  | Readonly<{ kind: 'idle' }>
  | Readonly<{
      kind: 'reading';
      step: Step;
      book: Book | null;
      stale: Stale | null;
      /** Changes that came since the run began: its result may not know of them. */
      meanwhile: Stale | null;
    }>
  | Readonly<{ kind: 'reviewed'; book: Book; stale: Stale | null }>
  | Readonly<{ kind: 'failed'; failure: Failure; book: Book | null; stale: Stale | null }>;

/** What became of the last thing that was asked for; every run ends in one of them. */
export type Outcome =
  | Readonly<{ kind: 'checked'; appeared: number; solved: number; again: boolean }>
  | Readonly<{ kind: 'scored'; written: number; differing: number; marked: number; report: Told }>
  | Readonly<{ kind: 'written'; written: number; report: Told }>
  | Readonly<{ kind: 'undone'; restored: number; report: Told }>
  | Readonly<{ kind: 'cleared'; report: Told }>
  | Readonly<{ kind: 'paper'; name: string; report: Told }>
  | Readonly<{ kind: 'kept' }>
  | Readonly<{ kind: 'cancelled' }>
  | Readonly<{ kind: 'nothing-to-undo' }>
  | Readonly<{ kind: 'nowhere'; ref: CellRef; failure: Failure }>;

/** What the host could not do, for the user to read. */
export type Told = Readonly<{ refused: readonly RefusedPatch[]; notes: readonly HostNote[] }>;

/** One line of a preview: a cell with what it holds and what it would hold. */
export type PreviewRow = Readonly<{
  patch: CellPatch;
  /** Indicator the cell belongs to; `null` for a total. */
  about: string | null;
  chosen: boolean;
}>;

export type Dialog =
  | Readonly<{ kind: 'preview'; purpose: 'replace' | 'fix'; rows: readonly PreviewRow[] }>
  | Readonly<{ kind: 'note'; purpose: FindingNote['kind']; finding: Finding; text: string }>
  | Readonly<{ kind: 'page'; check: string }>
  | Readonly<{ kind: 'runs' }>;

export type Preview = Extract<Dialog, { kind: 'preview' }>;

export type Tab = 'findings' | 'scores' | 'questions' | 'settings';

export type FindingFilter = Readonly<{
  severity: 'all' | 'error' | 'verify' | 'hint' | 'settled';
  text: string;
}>;

export type PaneState = Readonly<{
  phase: Phase;
  outcome: Outcome | null;
  /** Counts outcomes, so that the same sentence twice is announced twice. */
  outcomes: number;
  dialog: Dialog | null;
  tab: Tab;
  filter: FindingFilter;
  /** Key of the finding that is open. */
  finding: string | null;
  /** Index of the score that is open in the review's `scores`. */
  score: number | null;
  /** Key of the question in front; `null` for the first one. */
  question: string | null;
}>;

export const INITIAL: PaneState = {
  phase: { kind: 'idle' },
  outcome: null,
  outcomes: 0,
  dialog: null,
  tab: 'findings',
  filter: { severity: 'all', text: '' },
  finding: null,
  score: null,
  question: null,
};

/** The workbook as last read, whatever the pane is doing now. */
export function bookOf(phase: Phase): Book | null {
  return phase.kind === 'idle' ? null : phase.book;
}

/** How a review is made: core's `review`, given in so that the pane can be shown over any result. */
export type Engine = (snapshot: Snapshot, profile: Profile, answers: Kept['answers']) => Review;

/** Gives the page of a check as Markdown; `null` when there is none. */
export type PageOf = (check: string) => string | null;
