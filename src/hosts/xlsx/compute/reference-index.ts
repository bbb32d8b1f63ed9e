import { contains, MAX_COLUMNS, type Position } from '../../../core/snapshot/address';
import type { Area, Token } from './formula-tokens';

/** A formula with its place. */
export type FormulaCell = Position & Readonly<{ sheet: string; tokens: readonly Token[]; written: boolean }>;

/** Key of a cell among those of all sheets; Excel compares their names without regard to case. */
export const keyOf = (sheet: string, row: number, column: number): string =>
  `${row * MAX_COLUMNS + column} ${sheet.toLowerCase()}`;

/** Functions that look at cells which their text does not name. */
const LOOSE = new Set(['INDIRECT', 'OFFSET', 'CELL']);

/** Which formulas look at a cell; each is asked for once, when the first of the cells it looks at changes. */
export class ReferenceIndex {
  /** Formulas that may look anywhere: by functions, structured references or names that are not known. */
  readonly loose: FormulaCell[] = [];
  /** Comparisons of areas with cells so far. */
  work = 0;
  private readonly single = new Map<string, FormulaCell[]>();
  private readonly areas = new Map<string, { area: Area; cell: FormulaCell }[]>();

  constructor(formulas: readonly FormulaCell[]) {
    for (const cell of formulas) {
      if (cell.tokens.some(isLoose)) this.loose.push(cell);
      for (const token of cell.tokens) if (token.kind === 'area') this.add(token.area, cell);
    }
  }

  private add(area: Area, cell: FormulaCell): void {
    if (area.top === area.bottom && area.left === area.right) {
      const key = keyOf(area.sheet, area.top, area.left);
      const known = this.single.get(key);
      if (known) known.push(cell);
      else this.single.set(key, [cell]);
      return;
    }
    const sheet = area.sheet.toLowerCase();
    const known = this.areas.get(sheet);
    if (known) known.push({ area, cell });
    else this.areas.set(sheet, [{ area, cell }]);
  }

  /** Formulas that name a cell, by itself or in an area, and have not been given before by that area. */
  take({ sheet, row, column }: Position & { sheet: string }): readonly FormulaCell[] {
    const found = [...(this.single.get(keyOf(sheet, row, column)) ?? [])];
    const key = sheet.toLowerCase();
    const areas = this.areas.get(key) ?? [];
    this.work += areas.length;
    const others = areas.filter(({ area, cell }) => {
      if (!contains(area, { row, column })) return true;
      found.push(cell);
      return false;
    });
    if (others.length < areas.length) this.areas.set(key, others);
    return found;
  }
}

function isLoose(token: Token): boolean {
  switch (token.kind) {
    case 'call':
      return LOOSE.has(token.name);
    case 'name':
      return !/^(?:true|false)$/i.test(token.name);
    case 'other':
      return token.text === '[';
    default:
      return false;
  }
}
