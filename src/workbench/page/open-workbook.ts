import { SETTINGS_PREFIX } from '../../hosts/excel/settings';
import { XlsxHost } from '../../hosts/xlsx/xlsx-host';
import type { ReadResult } from '../../hosts/ports';
import { HostSession } from '../host/session';
import type { UniverApi } from '../univer/univer-api';
import type { SheetFacts } from '../univer/univer-sheet';
import { UniverWorkbook } from '../univer/univer-workbook';
import { workbookData } from '../univer/workbook-data';
import { fileChanges } from './file-changes';
import { type FileLooks, readFileLooks } from './file-looks';

/** A file that is shown in Univer, with the host that the pane talks to. */
export type OpenWorkbook = Readonly<{
  name: string;
  model: UniverWorkbook;
  session: HostSession;
  /** The file with everything that has changed since it was opened. */
  save(): Promise<Uint8Array>;
}>;

/** A file that was read and can be shown. */
export type ReadFile = Readonly<{ name: string; bytes: Uint8Array; opened: ReadResult; looks: FileLooks }>;

/** Throws a `HostError` when the file is none that can be read; what is shown meanwhile is left alone. */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const opened = await new XlsxHost(bytes, name).read();
  return { name, bytes, opened, looks: readFileLooks(bytes) };
}

export function showFile(api: UniverApi, { name, bytes, opened, looks }: ReadFile): OpenWorkbook {
  const { snapshot, settings } = opened;
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
