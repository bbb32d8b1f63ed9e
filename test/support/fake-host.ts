import { contentOf, parseA1, sameContent, type CellPatch, type CellRef, type Snapshot } from '../../src/core';
import { cellReader } from '../../src/core';
import type {
  ChangeReport,
  HostNote,
  InteractiveHost,
  Mark,
  ReadResult,
  RefusedPatch,
  SheetDraft,
  WorkbookChange,
} from '../../src/hosts/ports';
import { patchedSnapshot } from '../../src/taskpane/state/patched-snapshot';

/** A workbook in memory behind the port, with what a test wants to look at or to upset. */
export class FakeHost implements InteractiveHost {
  snapshot: Snapshot;
  settings: Record<string, string>;
  marks: readonly Mark[] = [];
  papers: SheetDraft[] = [];
  changes: WorkbookChange[] = [];
  selected: CellRef[] = [];
  current: CellRef | null = null;
  /** Cells that cannot be written, as `表!A1`. */
  locked = new Set<string>();
  /** Sentences that the next reports carry. */
  notes: readonly HostNote[] = [];
  /** What the next call of a kind throws. */
  fail: Partial<Record<'read' | 'apply' | 'select', Error>> = {};
  /** While set, reading waits for it. */
  hold: Promise<void> | null = null;
  private listeners = new Set<(sheet: string, address: string) => void>();

  constructor(snapshot: Snapshot, settings: Record<string, string> = {}) {
    this.snapshot = snapshot;
    this.settings = settings;
  }

  async read(): Promise<ReadResult> {
    await this.hold;
    this.throwOnce('read');
    return { snapshot: this.snapshot, settings: { ...this.settings } };
  }

  async apply(change: WorkbookChange): Promise<ChangeReport> {
    await Promise.resolve();
    this.throwOnce('apply');
    this.changes.push(change);
    const refused = (change.patches ?? []).flatMap((patch) => this.refusal(patch));
    const applied = (change.patches ?? []).filter((patch) => !refused.some((one) => one.patch === patch));
    this.snapshot = patchedSnapshot(this.snapshot, applied, new Map());
    if (change.marks) this.marks = change.marks;
    if (change.sheet) this.papers.push(change.sheet);
    for (const [key, text] of Object.entries(change.settings ?? {})) {
      if (text === null) Reflect.deleteProperty(this.settings, key);
      else this.settings[key] = text;
    }
    return { applied, refused, notes: this.notes };
  }

  async select(ref: CellRef): Promise<void> {
    await Promise.resolve();
    this.throwOnce('select');
    this.selected.push(ref);
  }

  selection(): Promise<CellRef | null> {
    return Promise.resolve(this.current);
  }

  onChanged(listener: (sheet: string, address: string) => void): Promise<() => Promise<void>> {
    this.listeners.add(listener);
    return Promise.resolve(() => {
      this.listeners.delete(listener);
      return Promise.resolve();
    });
  }

  /** Somebody types into a cell. */
  type(sheet: string, cell: string, value: string | number | null): void {
    const patch: CellPatch = { sheet, cell, before: this.content({ sheet, cell }), after: value };
    this.snapshot = patchedSnapshot(this.snapshot, [patch], new Map());
    for (const listener of this.listeners) listener(sheet, cell);
  }

  content(ref: CellRef): ReturnType<typeof contentOf> {
    return contentOf(cellReader(this.snapshot)(ref));
  }

  private refusal(patch: CellPatch): RefusedPatch[] {
    if (!parseA1(patch.cell) || !this.snapshot.sheets.some((sheet) => sheet.name === patch.sheet)) {
      return [{ patch, reason: 'missing' }];
    }
    if (this.locked.has(`${patch.sheet}!${patch.cell}`)) return [{ patch, reason: 'protected' }];
    return sameContent(this.content(patch), patch.before) ? [] : [{ patch, reason: 'changed' }];
  }

  private throwOnce(kind: 'read' | 'apply' | 'select'): void {
    const error = this.fail[kind];
    if (!error) return;
    Reflect.deleteProperty(this.fail, kind);
    throw error;
  }
}
