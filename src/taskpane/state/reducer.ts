import {
  bookOf,
  type Book,
  type Dialog,
  type Failure,
  type FindingFilter,
  type Outcome,
  type PaneState,
  type Phase,
  type Stale,
  type Step,
  type Tab,
} from './pane-state';

/** Everything that can happen to the pane, each named after what happened. */
export type Action =
  | Readonly<{ type: 'started'; step: Step }>
  | Readonly<{ type: 'reviewed'; book: Book; outcome: Outcome; fresh: boolean }>
  | Readonly<{ type: 'told'; outcome: Outcome }>
  | Readonly<{ type: 'stopped'; outcome: Outcome | null }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'sheet-changed'; sheet: string; address: string }>
  | Readonly<{ type: 'outcome-dismissed' }>
  | Readonly<{ type: 'tab-chosen'; tab: Tab }>
  | Readonly<{ type: 'filtered'; filter: Partial<FindingFilter> }>
  | Readonly<{ type: 'finding-opened'; key: string | null }>
  | Readonly<{ type: 'score-opened'; index: number | null }>
  | Readonly<{ type: 'question-shown'; key: string | null }>
  | Readonly<{ type: 'dialog-opened'; dialog: Dialog }>
  | Readonly<{ type: 'dialog-closed' }>
  | Readonly<{ type: 'row-toggled'; index: number; chosen: boolean }>;

/** The pane's state after an action; pure. */
export function reduce(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case 'started':
      return {
        ...state,
        outcome: null,
        phase: {
          kind: 'reading',
          step: action.step,
          book: bookOf(state.phase),
          stale: staleOf(state.phase),
          meanwhile: state.phase.kind === 'reading' ? state.phase.meanwhile : null,
        },
      };
    case 'reviewed':
      return reviewed(state, action);
    case 'told':
      return withOutcome(state, action.outcome);
    case 'stopped':
      return withOutcome({ ...state, phase: settledPhase(state.phase) }, action.outcome);
    case 'failed':
      return {
        ...state,
        outcome: null,
        phase: {
          kind: 'failed',
          failure: action.failure,
          book: bookOf(state.phase),
          stale: staleOf(state.phase),
        },
      };
    case 'sheet-changed':
      return { ...state, phase: changed(state.phase, action.sheet, action.address) };
    case 'outcome-dismissed':
      return { ...state, outcome: null, phase: settledPhase(state.phase) };
    case 'tab-chosen':
      return { ...state, tab: action.tab };
    case 'filtered':
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case 'finding-opened':
      return { ...state, finding: action.key };
    case 'score-opened':
      return { ...state, score: action.index, tab: action.index === null ? state.tab : 'scores' };
    case 'question-shown':
      return { ...state, question: action.key };
    case 'dialog-opened':
      return { ...state, dialog: action.dialog };
    case 'dialog-closed':
      return { ...state, dialog: null };
    case 'row-toggled':
      return { ...state, dialog: toggled(state.dialog, action.index, action.chosen) };
  }
}

function reviewed(
  state: PaneState,
  { book, outcome, fresh }: Extract<Action, { type: 'reviewed' }>,
): PaneState {
  // A review over cells that were read earlier (after an answer) does not make a changed sheet current again.
  const meanwhile = state.phase.kind === 'reading' ? state.phase.meanwhile : null;
  const stale = fresh ? meanwhile : staleOf(state.phase);
  // Another workbook, or another table: an index into the old list of scores means nothing any more.
  const same = bookOf(state.phase)?.review.scores.length === book.review.scores.length;
  return withOutcome(
    { ...state, phase: { kind: 'reviewed', book, stale }, score: same ? state.score : null },
    outcome,
  );
}

function withOutcome(state: PaneState, outcome: Outcome | null): PaneState {
  return { ...state, outcome, outcomes: outcome ? state.outcomes + 1 : state.outcomes };
}

function staleOf(phase: Phase): Stale | null {
  return phase.kind === 'idle' ? null : phase.stale;
}

/** The phase to fall back to when a run ends early or its failure has been read. */
function settledPhase(phase: Phase): Phase {
  const book = bookOf(phase);
  return book ? { kind: 'reviewed', book, stale: staleOf(phase) } : { kind: 'idle' };
}

function changed(phase: Phase, sheet: string, address: string): Phase {
  if (phase.kind === 'idle') return phase;
  const counted = (stale: Stale | null): Stale => ({ changes: (stale?.changes ?? 0) + 1, sheet, address });
  const stale = counted(phase.stale);
  return phase.kind === 'reading'
    ? { ...phase, stale, meanwhile: counted(phase.meanwhile) }
    : { ...phase, stale };
}

function toggled(dialog: Dialog | null, index: number, chosen: boolean): Dialog | null {
  if (dialog?.kind !== 'preview') return dialog;
  return { ...dialog, rows: dialog.rows.map((row, at) => (at === index ? { ...row, chosen } : row)) };
}
