import {
  answersOf,
  chosenProfile,
  parseKept,
  serialiseKept,
  type Kept,
  type Profile,
  type Snapshot,
} from '../../core';
import type { Background } from '../background';
import { HostError, type InteractiveHost, type WorkbookChange } from '../../hosts/ports';
import { marksOf } from '../state/marks';
import {
  bookOf,
  type Book,
  type Engine,
  type Failure,
  type Outcome,
  type Step,
  type Told,
} from '../state/pane-state';
import type { Store } from '../state/store';

/** What the session works with; `index.tsx` chooses the real ones, tests choose their own. */
export type Surroundings = Readonly<{
  host: InteractiveHost;
  engine: Engine;
  /** Computes what takes long without holding up the pane; absent, the engine does. */
  background?: Background;
  profiles: readonly Profile[];
  store: Store;
  /** This moment, ISO 8601. */
  now: () => string;
  /** Lets the pane draw itself before the engine computes. */
  paint: () => Promise<void>;
}>;

/** Says whether a run is still wanted: a cancelled one writes nothing and shows nothing. */
export type Wanted = () => boolean;

/** The common ground of everything the session does: one run at a time, one place where failures are caught. */
export type Desk = Surroundings &
  Readonly<{
    /** The workbook as last read. */
    book: () => Book | null;
    /** Reads the workbook and reviews it; `null` when the run was cancelled meanwhile. */
    read: (wanted: Wanted) => Promise<Book | null>;
    /** A review of cells with what is kept. */
    reviewed: (snapshot: Snapshot, kept: Kept, damaged: Book['damaged']) => Book;
    step: (step: Step) => void;
    /** Runs one thing that reads or writes; a second one is refused while it lasts. */
    run: (step: Step, body: (wanted: Wanted) => Promise<void>) => Promise<void>;
    /** Gives up the run, as long as it has not begun to write. */
    cancel: () => void;
    /** Changes what is kept: the pane follows at once, the workbook behind it. */
    keep: (part: Partial<Kept>, outcome?: Outcome) => Promise<void>;
  }>;

/** What the user is told when something was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HostError) return { code: error.code, message: error.message };
  return { code: 'unknown', message: error instanceof Error ? error.message : String(error) };
}

/** The part of a report that the user has to read. */
export function toldBy(...reports: readonly Told[]): Told {
  return {
    refused: reports.flatMap((report) => report.refused),
    notes: distinct(reports.flatMap((report) => report.notes)),
  };
}

/** Each note once, however many batches told it. */
const distinct = (notes: Told['notes']): Told['notes'] => [
  ...new Map(notes.map((note) => [note.message, note])).values(),
];

export function createDesk(around: Surroundings): Desk {
  const { host, store, engine, profiles } = around;
  let ticket = 0;

  const book = (): Book | null => bookOf(store.state().phase);
  const step = (next: Step): void => {
    store.dispatch({ type: 'started', step: next });
  };
  const engineInput = (snapshot: Snapshot, kept: Kept): Parameters<Engine> => [
    snapshot,
    chosenProfile(kept.profile, profiles),
    answersOf(kept, snapshot),
  ];
  const reviewed: Desk['reviewed'] = (snapshot, kept, damaged) => {
    const review = engine(...engineInput(snapshot, kept));
    return { snapshot, kept, damaged, review };
  };

  const read: Desk['read'] = async (wanted) => {
    const { snapshot, settings } = await host.read();
    if (!wanted()) return null;
    step('computing');
    await around.paint();
    if (!wanted()) return null;
    const { kept, damaged } = parseKept(settings);
    if (!around.background) return reviewed(snapshot, kept, damaged);
    const review = await around.background.review(...engineInput(snapshot, kept));
    return review && wanted() ? { snapshot, kept, damaged, review } : null;
  };

  const run: Desk['run'] = async (first, body) => {
    if (store.state().phase.kind === 'reading') return;
    ticket += 1;
    const mine = ticket;
    const wanted = (): boolean => mine === ticket;
    step(first);
    try {
      await body(wanted);
    } catch (error) {
      if (wanted()) store.dispatch({ type: 'failed', failure: failureOf(error) });
    }
  };

  const cancel = (): void => {
    const { phase } = store.state();
    if (phase.kind !== 'reading' || phase.step === 'writing') return;
    ticket += 1;
    around.background?.stop();
    store.dispatch({ type: 'stopped', outcome: { kind: 'cancelled' } });
  };

  let writing: Promise<unknown> = Promise.resolve();
  const keep: Desk['keep'] = async (part, outcome = { kind: 'kept' }) => {
    const current = book();
    if (!current || store.state().phase.kind === 'reading') return;
    const next = reviewed(current.snapshot, { ...current.kept, ...part }, current.damaged);
    store.dispatch({ type: 'reviewed', book: next, outcome, fresh: false });
    const change: WorkbookChange = {
      settings: serialiseKept(part),
      // Marks that stand must not say what the pane no longer says.
      ...(current.kept.marked && { marks: marksOf(next.review) }),
    };
    // Answers come fast; each is written after the one before, or an older text could land on top of a newer one.
    writing = writing
      .then(() => host.apply(change))
      .catch((error: unknown) => {
        store.dispatch({ type: 'failed', failure: failureOf(error) });
      });
    await writing;
  };

  return { ...around, book, step, reviewed, read, run, cancel, keep };
}
