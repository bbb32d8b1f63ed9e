import type { CellPatch, CellRef, Severity, Snapshot } from '../core';

/** A highlight on a cell or range; the host decides how it is drawn, and can take every mark of ours off again. */
export type Mark = CellRef & Readonly<{ severity: Severity; message: string }>;

/** One cell of a sheet that ziping writes itself. A string is always text, also one that begins with `=`. */
export type DraftCell = Readonly<{
  value: string | number | null;
  /** Cell of the workbook that a click leads to. */
  link?: CellRef;
  style?: 'title' | 'header' | 'text' | 'number' | 'error' | 'verify' | 'hint';
}>;

/** A sheet that ziping writes itself (评分底稿); an existing sheet of the same name that is ours is replaced. */
export type SheetDraft = Readonly<{
  name: string;
  /** Column widths in characters. */
  columns: readonly number[];
  rows: readonly (readonly DraftCell[])[];
  landscape: boolean;
}>;

/** Everything that one step changes in a workbook. What is absent stays as it is. */
export type WorkbookChange = Readonly<{
  patches?: readonly CellPatch[];
  /** Replaces all marks of ours; `[]` lifts them off. */
  marks?: readonly Mark[];
  sheet?: SheetDraft;
  /** Named JSON texts kept with the workbook (answers, explanations, settings); `null` deletes one. */
  settings?: Readonly<Record<string, string | null>>;
}>;

/** A patch that was not applied, and why. */
export type RefusedPatch = Readonly<{
  patch: CellPatch;
  /** changed: the cell holds something else by now. protected: locked cell. missing: sheet or cell is gone. */
  reason: 'changed' | 'protected' | 'missing';
}>;

/** Something that a host did otherwise than asked. */
export type HostNoteCode =
  | 'marks-protected'
  | 'marks-locked'
  | 'marks-painted'
  | 'marks-stuck'
  | 'marks-missing'
  | 'notes-refused'
  | 'paper-renamed';

/** What the user should know of it: one Chinese sentence; `about` is what other languages need to make their own. */
export type HostNote = Readonly<{ code: HostNoteCode; message: string; about: readonly string[] }>;

/** What became of a change. `notes` tell what the host could not do (no marks, no notes). */
export type ChangeReport = Readonly<{
  applied: readonly CellPatch[];
  refused: readonly RefusedPatch[];
  notes: readonly HostNote[];
}>;

/** A workbook as it was read: its cells and what ziping keeps with it. */
export type ReadResult = Readonly<{
  snapshot: Snapshot;
  settings: Readonly<Record<string, string>>;
  /** Formula cells whose result the file does not keep and the host cannot compute; Excel always has one. */
  unknownResults?: readonly CellRef[];
}>;

/** What a face needs of a workbook, whichever program holds it. Every failure is a {@link HostError}. */
export interface WorkbookHost {
  /** Reads every sheet. */
  read(): Promise<ReadResult>;
  /** Applies a change in one batch; patches whose `before` no longer holds are refused, the others are applied. */
  apply(change: WorkbookChange): Promise<ChangeReport>;
}

/** What the task pane needs beyond reading and writing: a workbook on a screen. */
export interface InteractiveHost extends WorkbookHost {
  /** Selects a cell or range and brings it into view. */
  select(ref: CellRef): Promise<void>;
  /** The cell or range selected now. */
  selection(): Promise<CellRef | null>;
  /** Calls back when somebody else than us changes cells; returns how to stop. */
  onChanged(listener: (sheet: string, address: string) => void): Promise<() => Promise<void>>;
}

/** Something that a newer program can do and the one that holds the workbook cannot. */
export type MissingFeature = 'merged-areas' | 'notes' | 'undo-group';

export type HostErrorCode =
  | 'not-excel'
  | 'too-old'
  | 'edit-mode'
  | 'protected'
  | 'not-found'
  | 'too-large'
  | 'lost'
  | 'refused'
  | 'unknown';

/** A host could not do what was asked; `message` is one Chinese sentence that says what to do. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly code: HostErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
