import { SETTINGS_PREFIX } from '../../hosts/excel/settings';
import { XlsxHost } from '../../hosts/xlsx/xlsx-host';
import { HostSession } from '../host/session';
import type { UniverApi } from '../univer/univer-api';
import type { SheetFacts } from '../univer/univer-sheet';
import { UniverWorkbook } from '../univer/univer-workbook';
import { workbookData } from '../univer/workbook-data';
import { fileChanges } from './file-changes';
import { readFileLooks } from './file-looks';

/** A file that is shown in Univer, with the host that the pane talks to. */
export type OpenWorkbook = Readonly<{
  name: string;
  model: UniverWorkbook;
  session: HostSession;
  /** The file with everything that has changed since it was opened. */
  save(): Promise<Uint8Array>;
}>;

/** Reads a file and shows it. Throws a `HostError` when the file is none that can be read. */
export async function openWorkbook(api: UniverApi, name: string, bytes: Uint8Array): Promise<OpenWorkbook> {
  const opened = await new XlsxHost(bytes, name).read();
  const { snapshot, settings } = opened;
  const looks = readFileLooks(bytes);
  const facade = api.createWorkbook(workbookData(snapshot, looks));
  const facts = new Map(
    snapshot.sheets.map((sheet): [string, SheetFacts] => [
      sheet.name,
      {
        visibility: sheet.visibility,
        protected: sheet.protected,
        unlocked: looks.get(sheet.name)?.unlocked ?? new Set(),
      },
    ]),
  );
  const model = new UniverWorkbook(api, facade, name, facts);
  for (const [key, value] of Object.entries(settings)) model.settings.set(SETTINGS_PREFIX + key, value);
  return {
    name,
    model,
    session: new HostSession(model),
    save: async () => {
      const host = new XlsxHost(bytes, name);
      for (const change of fileChanges(opened, model)) await host.apply(change);
      return host.save();
    },
  };
}
