import type { HostObject } from './host-object';
import type { SheetModel, SpreadsheetModel } from './model/spreadsheet';
import type { Objects } from './objects/objects';
import { isSetSupported } from './requirements';
import { itemNotFound } from './rich-error';
import { EVENT, type EventKind, WORKBOOK_TARGET } from './wire';

/** What a test or a developer can switch while the host runs. */
export type HostSwitches = {
  /** Highest ExcelApi set that the host claims, for example `1.9`. */
  excelApi: string;
  /** A person is typing in a cell: batches are refused, or wait when they asked to. */
  editMode: boolean;
  /** Largest request and answer in bytes; Excel on the web has 5 MB, Excel on a desktop none. */
  payloadLimit: number | null;
  /** Cells of a range above which `values` comes back null without an error. */
  cellLimit: number;
  /** Whether the workbook's window is the one in front; in another's place nothing can be selected. */
  inFront: boolean;
  /** The connection to Excel is gone. */
  lost: boolean;
  /** Conditional formats can be neither added nor changed nor deleted, as in a workbook that is shared the old way. */
  formatsFrozen: boolean;
};

/** What the host saw; tests read it. */
export type HostRecord = {
  /** Round trips that do work. */
  syncs: number;
  /** Round trips in which the client only lets go of ranges, after its work is done. */
  cleanups: number;
  /** Round trips of office.js itself: telemetry, the readiness of ribbon commands. */
  services: number;
  requestBytes: number;
  answerBytes: number;
  /** Batches that changed the workbook: Excel makes one undo step of each. */
  undoSteps: number;
  /** Calls after which Excel has no undo stack any more, in order. */
  undoWiped: string[];
};

/** From this set on an event says whose change it was. */
const TRIGGER_SOURCE_API = '1.14';

export type PushEntry = Readonly<{ messageType: number; targetId: string; message: string }>;

/** State between the batches of one client: references to ranges, events it listens to, switches and the record. */
export class HostSession {
  readonly switches: HostSwitches;
  readonly record: HostRecord = {
    syncs: 0,
    cleanups: 0,
    services: 0,
    requestBytes: 0,
    answerBytes: 0,
    undoSteps: 0,
    undoWiped: [],
  };
  eventsEnabled = true;
  /** Set by the bridge; carries events to the client. */
  push: (entries: readonly PushEntry[]) => void = () => undefined;

  /** Set when the object model is put together. */
  objects!: Objects;

  private readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new WeakMap<HostObject, string>();
  private nextReference = 1;
  private readonly listening = new Map<string, number>();
  private pending: PushEntry[] = [];
  /** 1 once the running batch has changed the workbook. */
  private unrecorded = 0;
  private busy = false;

  constructor(
    readonly model: SpreadsheetModel,
    switches: Partial<HostSwitches> = {},
  ) {
    this.switches = {
      excelApi: '1.20',
      editMode: false,
      payloadLimit: null,
      cellLimit: 5_000_000,
      inFront: true,
      lost: false,
      formatsFrozen: false,
      ...switches,
    };
    model.onUserEdit((change) => {
      if (!this.busy) this.announceChange(change.sheet, change.address, 'Unknown');
    });
    model.onUserFormat(({ sheet, address }) => {
      this.announceEdit('FormatChanged', sheet, { address, type: 'WorksheetFormatChanged' }, 'Unknown');
    });
    model.onSelection((sheet, address) => {
      this.announce('SelectionChanged', sheet.id, {
        address,
        isInsideGrid: true,
        worksheetId: sheet.id,
        type: 'WorksheetSelectionChanged',
      });
    });
  }

  referenceId(object: HostObject): string {
    const known = this.referenceIds.get(object);
    if (known !== undefined) return known;
    const id = `ref-${this.nextReference++}`;
    this.referenceIds.set(object, id);
    return id;
  }

  keep(object: HostObject): null {
    this.references.set(this.referenceId(object), object);
    return null;
  }

  release(ids: readonly unknown[]): null {
    for (const id of ids) this.references.delete(String(id));
    return null;
  }

  referenced(id: string): HostObject {
    const object = this.references.get(id);
    if (!object) throw itemNotFound();
    return object;
  }

  /** Number of ranges the client still holds on to. */
  get heldReferences(): number {
    return this.references.size;
  }

  listen(kind: EventKind, target: string, on: boolean): null {
    const key = `${kind}:${target}`;
    const count = (this.listening.get(key) ?? 0) + (on ? 1 : -1);
    if (count > 0) this.listening.set(key, count);
    else this.listening.delete(key);
    return null;
  }

  /** Remembers that the running batch changed the workbook. */
  changes(sheet?: SheetModel, address?: string): void {
    this.unrecorded = 1;
    if (sheet && address !== undefined) this.announceChange(sheet, address, 'ThisLocalAddin');
  }

  /** Remembers a call that empties Excel's undo stack. */
  wipesUndo(call: string): void {
    this.unrecorded = 1;
    this.record.undoWiped.push(call);
  }

  /** Runs the synchronous part of a batch; edits the model reports meanwhile are the client's own. */
  during<T>(work: () => T): T {
    this.busy = true;
    this.unrecorded = 0;
    try {
      return work();
    } finally {
      this.busy = false;
      this.record.undoSteps += this.unrecorded;
    }
  }

  /** Sends events that arose in the batch, after its answer. */
  flush(): void {
    const entries = this.pending;
    this.pending = [];
    if (entries.length > 0) this.push(entries);
  }

  private announceChange(sheet: SheetModel, address: string, triggerSource: string): void {
    this.announceEdit(
      'DataChanged',
      sheet,
      { address, changeType: 'RangeEdited', type: 'WorksheetChanged' },
      triggerSource,
    );
  }

  private announceEdit(kind: EventKind, sheet: SheetModel, what: object, triggerSource: string): void {
    const args = { ...what, source: 'Local', worksheetId: sheet.id };
    const sourced = isSetSupported(this.switches, 'ExcelApi', TRIGGER_SOURCE_API)
      ? { ...args, triggerSource }
      : args;
    this.announce(kind, sheet.id, sourced);
  }

  private announce(kind: EventKind, target: string, args: unknown): void {
    if (!this.eventsEnabled) return;
    for (const targetId of [target, WORKBOOK_TARGET]) {
      if (!this.listening.has(`${kind}:${targetId}`)) continue;
      this.pending.push({ messageType: EVENT[kind], targetId, message: JSON.stringify(args) });
    }
    if (!this.busy) this.flush();
  }
}
