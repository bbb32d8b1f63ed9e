import type { OfficeLook } from './theme';

/** What the pane finds when it starts. */
export type OfficeStart =
  | Readonly<{ kind: 'excel'; language: string; look: OfficeLook }>
  /** office.js was not loaded: its address cannot be reached. */
  | Readonly<{ kind: 'unreachable' }>
  /** office.js is there, and nobody answered: the page is open in a browser, or Office hangs. */
  | Readonly<{ kind: 'silent' }>
  | Readonly<{ kind: 'other-host'; host: string }>;

/** How long Office may take to answer. Slow networks have been seen to need ten seconds. */
const PATIENCE_MS = 15_000;

/** Waits for Office, and says what it is. */
export async function startOffice(patience = PATIENCE_MS): Promise<OfficeStart> {
  if (typeof Office === 'undefined' || typeof Office.onReady !== 'function') return { kind: 'unreachable' };
  const silence = new Promise<null>((resolve) => {
    setTimeout(() => {
      resolve(null);
    }, patience);
  });
  const info = await Promise.race([Office.onReady(), silence]);
  // Office's types promise a host; in a plain browser there is none.
  const host = (info?.host ?? null) as string | null;
  if (host === null) return { kind: 'silent' };
  if (host !== 'Excel') return { kind: 'other-host', host };
  return { kind: 'excel', language: languageOf(), look: lookOf() };
}

function languageOf(): string {
  return (Office.context as Partial<Office.Context> | undefined)?.displayLanguage ?? '';
}

/** Excel on the web names no theme. */
function lookOf(): OfficeLook {
  return (Office.context as Partial<Office.Context> | undefined)?.officeTheme ?? null;
}
