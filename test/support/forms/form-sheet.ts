import { rangeToA1, toA1, type Cell, type CellValue, type Range, type Sheet } from '../../../src/core';

/** A cell that can be found again after any move of cells. */
export type MarkedCell = Cell & Readonly<{ mark?: string }>;

type Extra = Readonly<{ mark?: string; formula?: string; format?: string; indent?: number }>;

/** A sheet as it is filled in by hand: values, merges, and marks on the cells that the truth speaks of. */
export class FormSheet {
  private readonly cells = new Map<string, MarkedCell>();
  private readonly merges: Range[] = [];

  constructor(readonly name: string) {}

  put(row: number, column: number, value: CellValue | null, extra: Extra = {}): this {
    if (value !== null) this.cells.set(toA1({ row, column }), { row, column, value, ...extra });
    return this;
  }

  /** Values from a column on, left to right; `null` leaves a cell empty. */
  line(row: number, values: readonly (CellValue | null)[], column = 0): this {
    values.forEach((value, index) => this.put(row, column + index, value));
    return this;
  }

  /** Merges an area; a single cell stays as it is. */
  merge(top: number, left: number, bottom: number, right: number): this {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
    return this;
  }

  sheet(): Sheet {
    const covered = new Set(
      this.merges.flatMap((merge) => {
        const inside: string[] = [];
        for (let row = merge.top; row <= merge.bottom; row += 1)
          for (let column = merge.left; column <= merge.right; column += 1)
            if (row !== merge.top || column !== merge.left) inside.push(toA1({ row, column }));
        return inside;
      }),
    );
    for (const cell of this.cells.values())
      if (covered.has(toA1(cell))) throw new Error(`${toA1(cell)} lies under a merge of ${this.name}`);
    return {
      name: this.name,
      visibility: 'visible',
      protected: false,
      cells: [...this.cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
      merges: this.merges,
      hiddenRows: [],
      hiddenColumns: [],
    };
  }

  /** For messages of tests. */
  toString(): string {
    return `${this.name}(${this.merges.map(rangeToA1).join()})`;
  }
}
