import { answersOf, chosenProfile, parseKept, serialiseKept, type Kept, type Profile } from '../../core';
import type { Background } from '../background';
import { HostError, type InteractiveHost } from '../../hosts/ports';
import { marksOf } from '../state/marks';
import { bookOf, type Book, type Engine, type Failure, type Step, type Told } from '../state/pane-state';
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

/** What a review is made of. */
export type Cells = Pick<Book, 'snapshot' | 'kept' | 'damaged'>;

/** Shorter than this, a computation is over before its progress could be read. */
const PATIENCE_MS = 300;

/** Says whether a run is still wanted: a cancelled one writes nothing and shows nothing. */
export type Wanted = () => boolean;

/** The common ground of everything the session does: one run at a time, one place where failures are caught. */
export type Desk = Surroundings &
  Readonly<{
    /** The workbook as last read. */
    book: () => Book | null;
    /** Reads the workbook and reviews it; `null` when the run was cancelled meanwhile. */
    read: (wanted: Wanted) => Promise<Book | null>;
    /** Reviews cells with what is kept; `null` when that was cancelled meanwhile. */
    compute: (cells: Cells, wanted: Wanted) => Promise<Book | null>;
    step: (step: Step) => void;
    /** Runs one thing that reads or writes; a second one is refused while it lasts. */
    run: (step: Step, body: (wanted: Wanted) => Promise<void>) => Promise<void>;
    /** Gives up the run, as long as it has not begun to write. */
    cancel: () => void;
    /**
     * Changes what is kept: the pane follows first, the workbook behind it. Given up while it is computed, nothing is
     * kept and the pane stays as it was.
     */
    keep: (part: (kept: Kept) => Partial<Kept>) => Promise<void>;
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
  const compute: Desk['compute'] = async (cells, wanted) => {
    const { snapshot, kept } = cells;
    const input: Parameters<Engine> = [
      snapshot,
      chosenProfile(kept.profile, profiles),
      answersOf(kept, snapshot),
    ];
    const review = await (around.background?.review(...input) ?? engine(...input));
    return review && wanted() ? { ...cells, review } : null;
  };

  const read: Desk['read'] = async (wanted) => {
    const { snapshot, settings } = await host.read();
    if (!wanted()) return null;
    step('computing');
    await around.paint();
    if (!wanted()) return null;
    return compute({ snapshot, ...parseKept(settings) }, wanted);
  };

  const newTicket = (): Wanted => {
    ticket += 1;
    const mine = ticket;
    return () => mine === ticket;
  };

  /** What is being kept; a run that began meanwhile would not know of it. */
  let keeping: Promise<void> | null = null;

  const run: Desk['run'] = async (first, body) => {
    if (keeping) await keeping;
    if (store.state().phase.kind === 'reading') return;
    const wanted = newTicket();
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

  const keepNow = async (part: (kept: Kept) => Partial<Kept>): Promise<void> => {
    const current = book();
    if (!current || store.state().phase.kind === 'reading') return;
    const wanted = newTicket();
    const changed = part(current.kept);
    // A progress that comes and goes at once would only make the pane jump.
    const slow = setTimeout(() => {
      step('computing');
    }, PATIENCE_MS);
    try {
      const next = await compute({ ...current, kept: { ...current.kept, ...changed } }, wanted);
      if (!next) return;
      store.dispatch({ type: 'reviewed', book: next, outcome: { kind: 'kept' }, fresh: false });
      await host.apply({
        settings: serialiseKept(changed),
        // Marks that stand must not say what the pane no longer says.
        ...(current.kept.marked && { marks: marksOf(next.review) }),
      });
    } catch (error) {
      if (wanted()) store.dispatch({ type: 'failed', failure: failureOf(error) });
    } finally {
      clearTimeout(slow);
    }
  };
  // Answers come fast; each is taken after the one before, or the later would forget the earlier.
  const keep: Desk['keep'] = async (part) => {
    const turn = (keeping ?? Promise.resolve()).then(() => keepNow(part));
    keeping = turn;
    await turn;
    if (keeping === turn) keeping = null;
  };

  return { ...around, book, step, compute, read, run, cancel, keep };
}
