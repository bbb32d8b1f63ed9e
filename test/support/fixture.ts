import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import type { Snapshot } from '../../src/core';

const FOLDER = join(__dirname, '..', 'fixtures');

/** File names of all real workbooks among the fixtures. */
export const FIXTURE_FILES: readonly string[] = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

/** Snapshot of a real workbook among the fixtures, by its name without `.xlsx`. */
export const fixture = (name: string): Snapshot =>
  readXlsx(new Uint8Array(readFileSync(join(FOLDER, `${name}.xlsx`))), `${name}.xlsx`);

/** What a fixture is expected to give. */
export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(FOLDER, 'expected', `${name}.json`), 'utf8')) as Expected;

type Place = Readonly<{ sheet: string; cell: string }>;

/** Fields of the expectation files that tests read. */
export type Expected = Readonly<{
  facts?: readonly (Place & Readonly<{ name: string; value: number }>)[];
  numbers?: readonly (Place & Readonly<{ text: string; value: number }>)[];
  projects?: readonly Readonly<{
    name: string;
    sheet: string;
    heading: string;
    total: string;
    range: string;
    reportedTotal: number;
  }>[];
  scores: readonly (Place &
    Readonly<{
      indicator: string;
      project?: string;
      points: number;
      reported: number | null;
      status: string;
      statusMay?: readonly string[];
      score?: number;
      range?: readonly [number, number];
    }>)[];
}>;
