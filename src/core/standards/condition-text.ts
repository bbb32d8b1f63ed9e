import { exact } from '../scoring/number';
import type { Expression } from './expression';
import type { Scanned } from './scan';
import { slice } from './scan';
import type { Mention } from './test';
import { trim } from './trim';
import { unitAt, type Unit } from './units';
import { valueOf } from './condition-bounds';

/** The words, names and numbers of a stretch of a standard. */
export abstract class ConditionText {
  constructor(protected readonly scanned: Scanned) {}

  protected text(a: number, b: number): string {
    return this.scanned.shape.slice(a, b);
  }

  protected mention(a: number, b: number): Mention {
    const [x, y] = trim(this.scanned.shape, a, b);
    return x >= y ? null : { name: slice(this.scanned, x, y), span: [x, y] };
  }

  protected constant(i: number, negative = false, unit?: Unit): Expression {
    const number = this.scanned.numbers[i];
    const read = number?.value ?? exact(0);
    const value = negative ? read.neg() : read;
    if (unit) return { kind: 'number', value: value.mul(unit.factor), unit: 'none', in: unit };
    return { kind: 'number', value, unit: number?.percent ? 'percent' : 'none' };
  }

  /** The unit behind the number at `i`; a year of the calendar (2020年) is no length of time. */
  protected unitBehind(i: number, limit: number): { unit: Unit; length: number } | null {
    if (this.scanned.shape.charAt(i) !== '#') return null;
    const found = unitAt(this.scanned.shape, i + 1, limit);
    return found?.unit.word === '年' && valueOf(this.constant(i)).compare(1000) > 0 ? null : found;
  }
}
