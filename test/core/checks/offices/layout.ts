import type { CellValue } from '../../../../src/core';
import { workbook, type Rows } from '../../../support/sheet';
import { plant, reviewed } from '../planting';

/** A workbook as an office fills it in, and what is told when one of its numbers is wrong. */
export type Layout = Readonly<{
  why: string;
  sheets: Readonly<Record<string, Rows>>;
  merges?: Readonly<Record<string, readonly string[]>>;
  /** Wrong numbers, each by itself: what is typed where, and the findings it must give as `ID sheet!cell`. */
  planted: readonly Readonly<{ at: string; value: CellValue; told: readonly string[] }>[];
}>;

/** Declares the tests of layouts: as filled in they give no finding, and every planted number is told where it says. */
export function testLayouts(layouts: readonly Layout[]): void {
  describe.each(layouts)('$why', ({ sheets, merges = {}, planted }) => {
    const clean = workbook(sheets, { merges });
    const told = (cells: Readonly<Record<string, CellValue>>): readonly string[] =>
      reviewed(plant(clean, cells)).findings.map(({ id, sheet, cell }) => `${id} ${sheet}!${cell}`);

    it('gives no finding', () => {
      expect(told({})).toEqual([]);
    });

    it('is read: no sheet is left out', () => {
      expect(reviewed(clean).ignoredSheets).toEqual([]);
    });

    it.each(planted)('$at = $value', ({ at, value, told: expected }) => {
      expect(told({ [at]: value })).toEqual(expected);
    });
  });
}
