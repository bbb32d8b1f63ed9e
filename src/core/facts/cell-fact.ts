import { exact, ONE, type Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import type { ReadNumber } from '../snapshot/number-reading';
import { moneyFactor } from '../snapshot/units';
import type { ColumnMeaning, NumberCell } from '../tables/table';
import type { Fact } from './fact';

type Named = Pick<Fact, 'name' | 'unit' | 'table' | 'label' | 'meaning' | 'year' | 'heading'>;

/** A fact over its cell; exact numbers are made when they are first asked for. */
export class CellFact implements Fact {
  readonly name: string;
  readonly unit: string | null;
  readonly table: number;
  readonly label: string;
  readonly meaning: ColumnMeaning;
  readonly year: number | null;
  readonly heading: string | null;
  readonly ref: CellRef;
  readonly scale: Exact;
  readonly asTyped: Fact['asTyped'];
  #value: Exact | null = null;

  constructor(
    named: Named,
    cell: NumberCell,
    private readonly reading: ReadNumber,
  ) {
    this.name = named.name;
    this.unit = named.unit;
    this.table = named.table;
    this.label = named.label;
    this.meaning = named.meaning;
    this.year = named.year;
    this.heading = named.heading;
    this.ref = cell.ref;
    const factor = moneyFactor(named.unit);
    this.scale = factor === null ? ONE : exact(factor);
    this.asTyped =
      typeof cell.cell?.value !== 'number'
        ? 'text'
        : reading.bareFigure === true
          ? 'percent-figure'
          : 'number';
  }

  get printed(): Exact {
    return this.reading.value;
  }

  get value(): Exact {
    this.#value ??= this.scale === ONE ? this.reading.value : this.reading.value.mul(this.scale);
    return this.#value;
  }

  get percent(): boolean {
    return this.reading.percent;
  }

  get decimals(): number {
    return this.reading.decimals;
  }
}
