import type { HostSession } from '../host/session';
import type { NativeBridge } from '../host/wire';

/** What the workbench page offers to the pane's frame, and to browser tests. */
export type Workbench = {
  /** A bridge to the workbook that is open now; every load of the pane takes a new one. */
  connect(): NativeBridge;
  isSetSupported(name: string, version?: string): boolean;
  readonly officeTheme:
    Readonly<{ isDarkTheme: boolean; bodyBackgroundColor: string; bodyForegroundColor: string }> | undefined;
  /** Language of Office's own words, from the address: `?language=en-US`. */
  readonly displayLanguage: string;
  /** Takes a ribbon command of the pane; the page shows a button for it. */
  readonly associate: (name: string, command: (event: { completed(): void }) => void) => void;
  /** The host's switches and record. */
  session(): HostSession | null;
  /** Raw value and formula of a cell. */
  cell(sheet: string, address: string): { value: unknown; formula: string | null; text: string };
  /** Sheet and address of the selection. */
  selection(): { sheet: string; address: string };
  /** Number of conditional formats of a sheet. */
  formatCount(sheet: string): number;
  /** Bytes of the file as it would be downloaded now. */
  download(): Promise<Uint8Array>;
  open(name: string, bytes: Uint8Array): Promise<void>;
};

export type WorkbenchWindow = Window & { zipingWorkbench: Workbench };
