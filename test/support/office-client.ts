import { readFileSync } from 'node:fs';
import { createBridge } from '../../src/workbench/host/bridge';
import type { SpreadsheetModel } from '../../src/workbench/host/model/spreadsheet';
import { isSetSupported } from '../../src/workbench/host/requirements';
import { HostSession, type HostSwitches } from '../../src/workbench/host/session';
import type { NativeBridge } from '../../src/workbench/host/wire';

const CLIENT = 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js';

/** The client reads its bridge once, when it is loaded; tests put a new host behind it as often as they like. */
let host: NativeBridge | null = null;
let session: HostSession | null = null;
const wire: NativeBridge = {
  onMessageFromHost: null,
  sendMessageToHost(text) {
    if (!host) throw new Error('No workbook is connected.');
    host.sendMessageToHost(text);
  },
};

/**
 * Puts a workbook behind the real office.js client, which is loaded into this test file's window (jsdom) the first time.
 * The globals `Excel` and `Office` then work as in an add-in.
 */
export function connectClient(model: SpreadsheetModel, switches: Partial<HostSwitches> = {}): HostSession {
  loadClient();
  const made = new HostSession(model, switches);
  const bridge = createBridge(made);
  bridge.onMessageFromHost = (text) => wire.onMessageFromHost?.(text);
  host = bridge;
  session = made;
  return made;
}

function loadClient(): void {
  if (wire.onMessageFromHost) return;
  const requirements = {
    isSetSupported: (name: string, version?: string) =>
      session !== null && isSetSupported(session.switches, name, version),
  };
  Object.assign(globalThis, { Office: {}, OSF: {}, _richApiNativeBridge: wire });
  // Indirect eval runs the script in this window's global scope, as a script tag does.
  (0, eval)(readFileSync(CLIENT, 'utf8'));
  // The client puts an empty context of its own in place that cannot be replaced, only covered.
  const own: unknown = Object.create(globalThis.Office, { context: { value: { requirements } } });
  Object.assign(globalThis, { Office: own });
}
