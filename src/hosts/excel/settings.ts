import { type Painted, parsePainted, serialisePainted } from './painted-record';

/** Names of what ziping keeps in a workbook begin with this, so that it never meets another add-in's. */
export const SETTINGS_PREFIX = 'ziping.';
/** Where the name of our own sheet is kept; a person's sheet of the same name is never overwritten. */
const DRAFT_SHEET = 'ziping:draft-sheet';
/** Where the fills of painted cells are kept until they get them back. */
const PAINTED = 'ziping:painted';

/** Queues the load of everything that is kept with the workbook. */
export function loadSettings(workbook: Excel.Workbook): Excel.SettingCollection {
  workbook.settings.load('items/key,items/value');
  return workbook.settings;
}

/** The texts of ours, under their names without the prefix. */
export function readSettings({ items }: Excel.SettingCollection): Record<string, string> {
  const own = items.filter(({ key, value }) => key.startsWith(SETTINGS_PREFIX) && typeof value === 'string');
  return Object.fromEntries(
    own.map(({ key, value }) => [key.slice(SETTINGS_PREFIX.length), value as string]),
  );
}

export function readDraftSheet({ items }: Excel.SettingCollection): string | null {
  const found: unknown = items.find(({ key }) => key === DRAFT_SHEET)?.value;
  return typeof found === 'string' ? found : null;
}

export function readPainted({ items }: Excel.SettingCollection): Painted[] {
  const found: unknown = items.find(({ key }) => key === PAINTED)?.value;
  return parsePainted(typeof found === 'string' ? found : null);
}

export function queuePainted({ settings }: Excel.Workbook, painted: readonly Painted[]): void {
  const text = serialisePainted(painted);
  if (text === null) settings.getItemOrNullObject(PAINTED).delete();
  else settings.add(PAINTED, text);
}

/** Queues the writing of settings; `null` deletes one. */
export function queueSettings(
  workbook: Excel.Workbook,
  settings: Readonly<Record<string, string | null>>,
): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === null) workbook.settings.getItemOrNullObject(SETTINGS_PREFIX + name).delete();
    else workbook.settings.add(SETTINGS_PREFIX + name, value);
  }
}

export function queueDraftSheet(workbook: Excel.Workbook, name: string): void {
  workbook.settings.add(DRAFT_SHEET, name);
}
