/** Program and platform as a support desk would ask for them, for example `EXCEL · PC`. */
export async function describePlatform(): Promise<string> {
  // Fetched only when asked for: the package is a single file of 58 kB.
  const { Utilities } = await import('@microsoft/office-js-helpers');
  return `${Utilities.host} · ${Utilities.platform}`;
}
