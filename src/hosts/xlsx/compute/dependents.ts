import { isFormula, type CellContent } from '../../../core/patches/patch';
import { contains, type Position } from '../../../core/snapshot/address';
import { gridOf, rowsWithin, type Grid } from '../../../core/snapshot/grid';
import type { CellValue, Sheet } from '../../../core/snapshot/snapshot';
import { evaluate, type CellSource } from './evaluate';
import { tokensOf, type Area, type Token } from './formula-tokens';
import { keyOf, ReferenceIndex, type FormulaCell } from './reference-index';
import { BeyondUs, type Value } from './values';

/** Content that was written into a cell. */
export type Written = Position & Readonly<{ sheet: string; content: CellContent }>;

/** A formula cell with what it comes to now; `null` where that is left to whoever opens the file. */
export type Computed = Position & Readonly<{ sheet: string; value: CellValue | null }>;

/** Excel's largest number; what is larger overflows when it is cut to 15 digits. */
const LARGEST = 9.99999999999999e307;

/** More than this many comparisons of areas with changed cells are not worth the wait: Excel computes on opening. */
const MAX_WORK = 20_000_000;

/** Nor are more than this many cells in areas: thousands of sums over whole columns read every cell thousands of times. */
const MOST_READ = 3_000_000;

/**
 * Results of all formulas that depend on written cells, directly or through others, and of written formulas. A result
 * that cannot be told here is `null`, and never the old one: that would be a wrong number in the file.
 */
export function computeDependents(
  sheets: readonly Sheet[],
  names: ReadonlyMap<string, string>,
  written: readonly Written[],
): Computed[] {
  const book = new ComputedBook(sheets, names, written);
  return book.affected().map((cell) => ({
    sheet: cell.sheet,
    row: cell.row,
    column: cell.column,
    value: book.valueOf(cell),
  }));
}

class ComputedBook implements CellSource {
  private readonly sheets = new Map<string, Sheet>();
  private readonly grids = new Map<string, Grid>();
  private readonly contents = new Map<string, Written>();
  private readonly formulas: FormulaCell[] = [];
  private readonly dirty = new Map<string, FormulaCell>();
  private readonly results = new Map<string, CellValue | null>();
  /** Cells read in areas so far. */
  private read = 0;

  constructor(
    sheets: readonly Sheet[],
    private readonly names: ReadonlyMap<string, string>,
    written: readonly Written[],
  ) {
    for (const sheet of sheets) this.sheets.set(sheet.name.toLowerCase(), sheet);
    for (const item of written) {
      this.contents.set(keyOf(item.sheet, item.row, item.column), item);
      if (item.content !== null && isFormula(item.content)) this.addFormula(item, item.content.formula, true);
    }
    for (const { name, cells } of sheets) {
      for (const { row, column, formula } of cells) {
        if (formula === undefined || this.contents.has(keyOf(name, row, column))) continue;
        this.addFormula({ sheet: name, row, column }, formula, false);
      }
    }
  }

  private addFormula(
    { sheet, row, column }: Position & { sheet: string },
    formula: string,
    written: boolean,
  ): void {
    const tokens = this.withNames(tokensOf(formula.replace(/^=/, ''), sheet), sheet);
    this.formulas.push({ sheet, row, column, tokens, written });
  }

  /** Formula cells whose result may have changed, outward from the written cells. */
  affected(): FormulaCell[] {
    const references = new ReferenceIndex(this.formulas);
    const queue: (Position & { sheet: string })[] = [...this.contents.values()];
    const touch = (cell: FormulaCell): void => {
      const key = keyOf(cell.sheet, cell.row, cell.column);
      if (this.dirty.has(key)) return;
      this.dirty.set(key, cell);
      queue.push(cell);
    };
    for (const cell of this.formulas)
      if (cell.written) this.dirty.set(keyOf(cell.sheet, cell.row, cell.column), cell);
    if (queue.length > 0) references.loose.forEach(touch);
    for (let n = 0; n < queue.length; n += 1) {
      const changed = queue[n];
      if (changed) references.take(changed).forEach(touch);
      if (references.work > MAX_WORK) {
        // What depends on what is not known any more: no old result can be told to be right, and none is worth computing.
        this.read = MOST_READ;
        this.formulas.forEach(touch);
        break;
      }
    }
    return [...this.dirty.values()];
  }

  valueOf(cell: FormulaCell): CellValue | null {
    const key = keyOf(cell.sheet, cell.row, cell.column);
    const known = this.results.get(key);
    if (known !== undefined) return known;
    // Stands while the cell is being computed: a formula that comes back to itself is left to Excel.
    this.results.set(key, null);
    const value = this.attempt(cell);
    this.results.set(key, value);
    return value;
  }

  /** Index of a sheet, made when a formula first looks there: most workbooks need none or one. */
  private gridOf(name: string): Grid {
    const key = name.toLowerCase();
    const sheet = this.sheets.get(key);
    if (!sheet) throw new BeyondUs();
    const grid = this.grids.get(key) ?? gridOf(sheet);
    this.grids.set(key, grid);
    return grid;
  }

  private attempt({ tokens }: FormulaCell): CellValue | null {
    try {
      const value = evaluate(tokens, this);
      if (typeof value !== 'number') return value;
      return Math.abs(value) > LARGEST ? { error: '#NUM!' } : Number(value.toPrecision(15));
    } catch (error) {
      // A chain of thousands of formulas, each waiting for the next, is Excel's as well.
      if (error instanceof BeyondUs || error instanceof RangeError) return null;
      throw error;
    }
  }

  at(sheet: string, row: number, column: number): Value {
    const key = keyOf(sheet, row, column);
    const formula = this.dirty.get(key);
    if (formula) {
      const value = this.valueOf(formula);
      if (value === null) throw new BeyondUs();
      return value;
    }
    const written = this.contents.get(key);
    if (written) return isFormula(written.content ?? '') ? null : (written.content as Value);
    const grid = this.gridOf(sheet);
    const cell = grid.at(row, column);
    // A formula whose result the file does not keep.
    if (cell?.formula !== undefined && cell.value === '') throw new BeyondUs();
    return cell?.value ?? null;
  }

  within(area: Area): Value[] {
    const grid = this.gridOf(area.sheet);
    const values: Value[] = [];
    const add = (row: number, column: number): void => {
      values.push(this.at(area.sheet, row, column));
    };
    for (const { row, cells } of rowsWithin(grid, area.top, area.bottom)) {
      this.spend(cells.length);
      for (const { column } of cells) if (column >= area.left && column <= area.right) add(row, column);
    }
    this.spend(this.contents.size);
    for (const { sheet, row, column } of this.contents.values()) {
      const inside = sheet.toLowerCase() === area.sheet.toLowerCase() && contains(area, { row, column });
      if (inside && !grid.at(row, column)) add(row, column);
    }
    return values;
  }

  private spend(cells: number): void {
    this.read += cells;
    if (this.read > MOST_READ) throw new BeyondUs();
  }

  /** Puts what a defined name stands for in its place, once: a name that leads to another name stays a name. */
  private withNames(tokens: readonly Token[], sheet: string): Token[] {
    return tokens.flatMap((token): readonly Token[] => {
      const meaning = token.kind === 'name' ? this.names.get(token.name.toLowerCase()) : undefined;
      if (meaning === undefined) return [token];
      const inner = tokensOf(meaning, sheet);
      return inner.length === 1 ? inner : [OPEN, ...inner, CLOSE];
    });
  }
}

const OPEN: Token = { kind: 'operator', text: '(' };
const CLOSE: Token = { kind: 'operator', text: ')' };
