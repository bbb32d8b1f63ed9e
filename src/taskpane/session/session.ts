import type {
  Binding,
  CellPatch,
  CellRef,
  Finding,
  FindingNote,
  Preferences,
  Profile,
  ProfileChoice,
  Run,
} from '../../core';
import type { PreviewRow } from '../state/pane-state';
import type { Store } from '../state/store';
import type { Which } from '../state/writing';
import {
  answer,
  bind,
  chooseProfile,
  chooseReading,
  dropNote,
  forget,
  keepNote,
  setPreferences,
  type Supplied,
} from './answering';
import { check, watch } from './checking';
import { createDesk, type Surroundings } from './desk';
import { clearMarks } from './marking';
import { goToFinding, select, selection } from './navigating';
import { makePaper } from './paper';
import { applyPreview, proposeReplacing, scoreNow, writeScores } from './scoring';
import { undo, undoLatest } from './undoing';

/** Everything that a button of the pane or of the ribbon can ask for. Nothing here throws: failures are shown. */
export type Session = Readonly<{
  store: Store;
  profiles: readonly Profile[];
  check: () => Promise<void>;
  scoreNow: () => Promise<void>;
  cancel: () => void;
  writeScores: (which: Which, write: Preferences['write']) => Promise<void>;
  proposeReplacing: () => void;
  applyPreview: (rows: readonly PreviewRow[], kind: Run['kind']) => Promise<void>;
  undoLatest: () => Promise<void>;
  undo: (run: number, cells: 'all' | readonly CellPatch[]) => Promise<void>;
  clearMarks: () => Promise<void>;
  makePaper: () => Promise<void>;
  select: (ref: CellRef) => Promise<void>;
  selection: () => Promise<CellRef | null>;
  goToFinding: (step: 1 | -1) => Promise<void>;
  answer: (indicator: string, supplied: Supplied) => Promise<void>;
  bind: (binding: Binding) => Promise<void>;
  forget: (indicator: string) => Promise<void>;
  chooseReading: (indicator: string, reading: string | null) => Promise<void>;
  keepNote: (finding: Finding, kind: FindingNote['kind'], text: string) => Promise<void>;
  dropNote: (finding: Finding) => Promise<void>;
  chooseProfile: (choice: ProfileChoice) => Promise<void>;
  setPreferences: (part: Partial<Preferences>) => Promise<void>;
  /** Watches the workbook for changes by others, so that the pane can say that it is out of date. */
  watch: () => Promise<() => Promise<void>>;
}>;

/** A session over one workbook. */
export function createSession(around: Surroundings): Session {
  const desk = createDesk(around);
  return {
    store: desk.store,
    profiles: desk.profiles,
    check: () => check(desk),
    scoreNow: () => scoreNow(desk),
    cancel: desk.cancel,
    writeScores: (which, write) => writeScores(desk, which, write),
    proposeReplacing: () => {
      const write = desk.book()?.kept.preferences.write ?? 'values';
      proposeReplacing(desk, 'all', write);
    },
    applyPreview: (rows, kind) => applyPreview(desk, rows, kind),
    undoLatest: () => undoLatest(desk),
    undo: (run, cells) => undo(desk, run, cells),
    clearMarks: () => clearMarks(desk),
    makePaper: () => makePaper(desk),
    select: (ref) => select(desk, ref),
    selection: () => selection(desk),
    goToFinding: (step) => goToFinding(desk, step),
    answer: (indicator, supplied) => answer(desk, indicator, supplied),
    bind: (binding) => bind(desk, binding),
    forget: (indicator) => forget(desk, indicator),
    chooseReading: (indicator, reading) => chooseReading(desk, indicator, reading),
    keepNote: (finding, kind, text) => keepNote(desk, finding, kind, text),
    dropNote: (finding) => dropNote(desk, finding),
    chooseProfile: (choice) => chooseProfile(desk, choice),
    setPreferences: (part) => setPreferences(desk, part),
    watch: () => watch(desk),
  };
}
