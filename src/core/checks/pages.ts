import { ALL_CHECKS } from './all-checks';

const PAGES: ReadonlyMap<string, string> = new Map(ALL_CHECKS.map(({ meta, page }) => [meta.id, page]));

/** Page of a check in Markdown; `null` for an ID that does not exist. Letters may be small: `scr-007`. */
export function checkPage(id: string): string | null {
  return PAGES.get(id.trim().toUpperCase()) ?? null;
}

/** IDs of all checks, in the order of the catalogue. */
export function checkIds(): readonly string[] {
  return ALL_CHECKS.map(({ meta }) => meta.id);
}
