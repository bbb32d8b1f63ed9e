import type { HostSwitches } from './session';

/** Answers `Office.context.requirements.isSetSupported` for a host with these switches. */
export function isSetSupported(switches: HostSwitches, name: string, version = '1.1'): boolean {
  if (name === 'DelayForCellEdit') return true;
  if (name === 'SharedRuntime') return true;
  return name === 'ExcelApi' && compare(version, switches.excelApi) <= 0;
}

function compare(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}
