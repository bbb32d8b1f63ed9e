import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../src/core';
import { fixture, reviewed } from './planting';

type Place = readonly [sheet: string, cell: string];
type Entry = Readonly<{
  id?: string;
  severity?: string;
  sheet: string;
  cell: string;
  why: string;
  also?: readonly Place[];
  anyOf?: readonly Place[];
}>;
type Expectation = Readonly<{
  findings?: readonly Entry[];
  may?: readonly Entry[];
  never?: readonly Entry[];
}>;

const FOLDER = join(__dirname, '../../fixtures');
const NAMES = readdirSync(join(FOLDER, 'expected')).map((file) => file.replace(/\.json$/, ''));

/** Whether a finding is the one an entry describes, at its cell or one of the cells that are as good. */
function fits(finding: Finding, entry: Entry): boolean {
  const places: readonly Place[] = [[entry.sheet, entry.cell], ...(entry.also ?? []), ...(entry.anyOf ?? [])];
  const isThere = places.some(([sheet, cell]) => sheet === finding.sheet && cell === finding.cell);
  return isThere && finding.id === entry.id && finding.severity === entry.severity;
}

/** Whether a finding is a false alarm that an entry names; `*` stands for everywhere. */
function isForbidden(finding: Finding, entry: Entry): boolean {
  if (entry.id !== undefined && entry.id !== finding.id) return false;
  return (
    (entry.sheet === '*' || entry.sheet === finding.sheet) &&
    (entry.cell === '*' || entry.cell === finding.cell)
  );
}

const inWords = ({ id, sheet, cell, message }: Finding): string => `${id} ${sheet}!${cell} ${message}`;

describe.each(NAMES)('findings in %s', (name) => {
  const expected = JSON.parse(readFileSync(join(FOLDER, 'expected', `${name}.json`), 'utf8')) as Expectation;
  const { findings } = reviewed(fixture(name));

  it('are every one that is expected', () => {
    const missing = (expected.findings ?? []).filter(
      (entry) => !findings.some((finding) => fits(finding, entry)),
    );
    expect(missing.map(({ id, sheet, cell, why }) => `${id ?? ''} ${sheet}!${cell} ${why}`)).toEqual([]);
  });

  it('are no other', () => {
    const allowed = [...(expected.findings ?? []), ...(expected.may ?? [])];
    const other = findings.filter((finding) => !allowed.some((entry) => fits(finding, entry)));
    expect(other.map(inWords)).toEqual([]);
  });

  it('tell each expected fact once', () => {
    for (const entry of expected.findings ?? [])
      expect(findings.filter((finding) => fits(finding, entry))).toHaveLength(1);
  });

  it('hold no known false alarm', () => {
    const alarms = findings.filter((finding) =>
      (expected.never ?? []).some((entry) => isForbidden(finding, entry)),
    );
    expect(alarms.map(inWords)).toEqual([]);
  });
});
