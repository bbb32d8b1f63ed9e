/** The Rich API wire protocol as the office.js client speaks it: what it asks and how it wants to be answered. */

export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
export const PATH = {
  global: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** Request flag of `Excel.run({ delayForCellEdit: true })`. */
export const FLAG_DELAY_FOR_CELL_EDIT = 64;

export type ArgumentInfo = Readonly<{
  Arguments?: readonly unknown[];
  /** Beside each argument: the path of an object that stands in its place, else 0. */
  ReferencedObjectPathIds?: readonly unknown[];
}>;

export type WireAction = Readonly<{
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: Readonly<{ Select?: readonly string[]; Top?: number; Skip?: number }>;
}>;

export type WirePath = Readonly<{
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}>;

export type WireBody = Readonly<{
  AutoKeepReference: boolean;
  Actions: readonly WireAction[];
  ObjectPaths: Readonly<Record<string, WirePath>>;
}>;

export type WireRequest = Readonly<{
  id: number;
  type: number;
  flags: number;
  message: Readonly<{ url: string; body: WireBody }>;
}>;

export type WireResult = Readonly<{ ActionId: number; Value: unknown }>;
export type WireError = Readonly<{ Code: string; Message: string; ActionIndex?: number; Location?: string }>;
export type WireAnswer = Readonly<{
  Results: readonly WireResult[];
  TraceIds: readonly number[];
  Error?: WireError;
}>;

/** Kinds of events the client knows, by the number they travel under. */
export const EVENT = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  FormatChanged: 18,
} as const;
export type EventKind = keyof typeof EVENT;

/** Target under which events of all sheets travel. */
export const WORKBOOK_TARGET = 'Workbook';

/** The object that the client looks for under the name `_richApiNativeBridge`. */
export interface NativeBridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}
