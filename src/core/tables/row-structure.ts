import { ZERO, type Exact } from '../scoring/number';
import { isKnownPart, standsAlone, type RowLabel } from './row-labels';
import type { AmountRow, AmountTableKind } from './table';

/** A row before its place among the others is known. */
export type UnplacedRow = Readonly<{
  label: RowLabel;
  unit: string | null;
  /** Amounts by column; `null` where the cell holds none. */
  values: readonly (() => Exact | null)[];
  hasValues: boolean;
}>;

/** Place of a row among the others. */
export type RowPlace = Pick<AmountRow, 'role' | 'depth' | 'parent'>;

/** Level of a row that stands at the top; deeper levels are larger. Numbered rows take the tens, what hangs below the fives. */
const TOP = 0;
const BELOW = 5;
const rankLevel = (rank: number): number => (rank + 1) * 10;

/** A single number before a label may be anything. */
const FEWEST_CODES = 2;

type Open = { index: number; level: number };

/** An open run of 其中: the row it is a part of, its own level, its first row, and what its rows add up to by column. */
type Run = { parent: number; level: number; from: number; totals: Exact[] };

/**
 * Finds which row is a part of which, from numbering, indentation, 其中 and the wholes every office knows. A row that
 * nothing places stays at the top.
 */
export function placeRows(rows: readonly UnplacedRow[], kind: AmountTableKind): readonly RowPlace[] {
  const placer = new Placer(fromTheMargin(rows), kind);
  return rows.map((_, index) => placer.place(index));
}

/** Spaces before every label alike say nothing of their order. */
function fromTheMargin(rows: readonly UnplacedRow[]): readonly UnplacedRow[] {
  let margin = Number.POSITIVE_INFINITY;
  for (const { label } of rows) if (label.totals === null) margin = Math.min(margin, label.indent);
  if (margin === 0) return rows;
  return rows.map((row) => ({
    ...row,
    label: { ...row.label, indent: Math.max(0, row.label.indent - margin) },
  }));
}

class Placer {
  private readonly stack: Open[] = [];
  private readonly places: RowPlace[] = [];
  private run: Run | null = null;
  private readonly firstTotal: number;
  private readonly lastTotal: number;
  private readonly sums: number;
  private readonly numberedTop: boolean;
  private readonly indented: boolean;
  private readonly addsUp: boolean;
  private afterTotal = false;
  /** The last row of each style of numbers. */
  private readonly numbered: { ordinal: number; index: number }[] = [];

  constructor(
    private readonly rows: readonly UnplacedRow[],
    private readonly kind: AmountTableKind,
  ) {
    this.addsUp =
      rows.filter(({ label }) => label.code > 0).length >= FEWEST_CODES ||
      rows.some(({ label }) => label.totals === 'total');
    const first = rows.find(({ label }) => this.totalOf(label) === null);
    this.numberedTop = first !== undefined && first.label.rank !== null;
    this.indented = rows.some(({ label }) => label.indent > 0 && !label.ofWhich);
    const totals = rows.map(({ label }) => this.totalOf(label));
    this.firstTotal = totals.indexOf('total');
    this.lastTotal = totals.lastIndexOf('total');
    this.sums = totals.filter((word) => word !== null).length;
  }

  place(index: number): RowPlace {
    const row = this.rows[index];
    if (!row) return { role: 'item', depth: 0, parent: null };
    const totals = this.totalOf(row.label);
    if (totals !== null) this.goesOnAtTop(row);
    const place = totals === null ? this.placeItem(row, index) : this.placeTotal(row, index, totals);
    this.places.push(place);
    return place;
  }

  /**
   * A list of quantities has totals only in so many words: 资产合计 there is a quantity like any other. One with budget codes
   * or a total at its end lists what adds up.
   */
  private totalOf(label: RowLabel): 'total' | 'subtotal' | null {
    const adds = this.kind !== 'data-list' || this.addsUp || label.name === '小计';
    return label.totals === 'subtotal' && !adds ? null : label.totals;
  }

  private placeTotal(row: UnplacedRow, index: number, totals: 'total' | 'subtotal'): RowPlace {
    this.run = null;
    this.afterTotal = true;
    const closes = totals === 'total' ? this.closesTable(row.label, index) : this.sums === 1;
    // A 小计 under a numbered heading belongs to that heading; 合计 and 总计 close the whole table.
    const inside =
      totals === 'subtotal' && row.label.name === '小计'
        ? this.stack.find(({ level }) => level > TOP)
        : undefined;
    if (!inside) this.stack.length = 0;
    return { role: closes ? 'total' : 'subtotal', depth: inside ? 1 : 0, parent: inside?.index ?? null };
  }

  /** 合计 before a later 总计 is a step on the way; 收入总计 and 支出总计 each close their half. */
  private closesTable({ name }: RowLabel, index: number): boolean {
    if (/^(?:收入|支出|资产|负债)/.test(name) || index === 0) return true;
    return index === this.lastTotal || index > this.firstTotal;
  }

  private placeItem(row: UnplacedRow, index: number): RowPlace {
    const { label } = row;
    const section = this.kind === 'data-list' && !row.hasValues && label.rank !== null && !label.ofWhich;
    const ofWhich = this.ofWhichLevel(row, index);
    const level = ofWhich ?? this.levelOf(row, section);
    if (ofWhich === null && this.goesOnAtTop(row)) this.stack.length = 0;
    while ((this.stack.at(-1)?.level ?? -1) >= level) this.stack.pop();
    const parent = this.stack.at(-1)?.index ?? null;
    const depth = this.stack.length;
    this.stack.push({ index, level });
    if (label.rank !== null) this.afterTotal = false;
    return { role: section ? 'section' : ofWhich === null ? 'item' : 'of-which', depth, parent };
  }

  /** 三、 behind 二、 at the top stands there, too, whatever lies unnumbered between them. */
  private goesOnAtTop({ label: { rank, ordinal } }: UnplacedRow): boolean {
    if (rank === null || ordinal === null) return false;
    const before = this.numbered[rank];
    this.numbered[rank] = { ordinal, index: this.places.length };
    return before?.ordinal === ordinal - 1 && this.places[before.index]?.parent === null;
  }

  /** Level of a row that 其中 makes a part, or that continues such a run; `null` for any other. */
  private ofWhichLevel(row: UnplacedRow, index: number): number | null {
    if (row.label.ofWhich) {
      const above = this.run ? this.run.parent : index - 1;
      const parent = this.stack.find((open) => open.index === above) ?? this.stack.at(-1);
      if (!parent) return null;
      this.run = {
        parent: parent.index,
        level: parent.level + BELOW,
        from: index,
        totals: row.values.map((value) => value() ?? ZERO),
      };
      return this.run.level;
    }
    if (this.run && this.continuesRun(row)) return this.run.level;
    this.run = null;
    return null;
  }

  private continuesRun(row: UnplacedRow): boolean {
    const { run } = this;
    const { label } = row;
    const parent = run && this.rows[run.parent];
    const first = run && this.rows[run.from];
    if (!parent || !first || label.rank !== null) return false;
    if (isKnownPart(parent.label.name, label.name)) {
      this.count(run, row);
      return true;
    }
    if (row.unit !== first.unit || standsAlone(label.name)) return false;
    if (this.indented && label.indent < first.label.indent) return false;
    if (this.indented && label.indent > 0) return true;
    if (this.indented || !this.fits(run, row, parent)) return false;
    this.count(run, row);
    return true;
  }

  /**
   * Whether a row still fits into the whole of its run, in every column of amounts; changes (增减) may be negative. Where it
   * completes the whole in one column, another column that is too large has a mistyped number.
   */
  private fits(run: Run, row: UnplacedRow, whole: UnplacedRow): boolean {
    const totals = this.withRow(run, row);
    const limits = totals.map((_, column) => whole.values[column]?.() ?? null);
    const completes = limits.some(
      (limit, column) =>
        limit !== null &&
        limit.compare(ZERO) > 0 &&
        totals[column]?.equals(limit) === true &&
        run.totals[column]?.equals(limit) === false,
    );
    return (
      completes ||
      totals.every((total, column) => {
        const limit = limits[column] ?? null;
        return limit === null || limit.compare(ZERO) < 0 || total.compare(limit) <= 0;
      })
    );
  }

  private count(run: Run, row: UnplacedRow): void {
    run.totals = this.withRow(run, row);
  }

  private withRow({ totals }: Run, row: UnplacedRow): Exact[] {
    return totals.map((total, column) => total.add(row.values[column]?.() ?? ZERO));
  }

  private levelOf(row: UnplacedRow, section: boolean): number {
    const { label } = row;
    if (label.code > 0) return label.code;
    if (label.rank !== null) return rankLevel(label.rank);
    if (section) return TOP;
    const open = this.stack.at(-1);
    if (!open) return TOP;
    return this.unnumberedLevel(row, this.rows[open.index]);
  }

  private unnumberedLevel(row: UnplacedRow, above: UnplacedRow | undefined): number {
    const { label } = row;
    const known = [...this.stack]
      .reverse()
      .find(({ index }) => isKnownPart(this.rows[index]?.label.name ?? '', label.name));
    if (known) return known.level + BELOW;
    if (this.indented) {
      const deeper = [...this.stack]
        .reverse()
        .find(({ index }) => (this.rows[index]?.label.indent ?? 0) < label.indent);
      if (deeper) return deeper.level + BELOW;
      if (!this.numberedTop || above === undefined) return TOP;
    }
    const section = this.stack.find(({ index }) => this.places[index]?.role === 'section');
    if (section) return section.level + BELOW;
    if ((this.kind !== 'data-list' || label.totals !== null) && standsAlone(label.name)) return TOP;
    if (!this.numberedTop || this.afterTotal) return TOP;
    const numbered = [...this.stack].reverse().find(({ index }) => this.rows[index]?.label.rank !== null);
    return numbered ? numbered.level + BELOW : TOP;
  }
}
