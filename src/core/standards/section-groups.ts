import { sentenceGroups } from './sentence-groups';
import type { Placed, PlacedModifier } from './compile-context';
import type { Span } from './expression';
import { losesItem } from './statement';
import { additiveRuns, groupsOf } from './compile-groups';
import { max, sum, ZERO, type Exact } from '../scoring/number';
import { trim } from './trim';
import type { Section } from './rule';
import { SectionLists } from './section-lists';
import type { Pool } from './section-parts';
import { speaksOfQuantity } from './test';

/** Parts of one text that score something of their own and add up, where no number or heading sets them apart. */
export abstract class SectionGroups extends SectionLists {
  /** The rule of a part inside this one. */
  protected abstract inner(pool: Pool): Section;

  /** 甲率、乙率各占10分: the same rule for each, with points of its own. */
  protected shares(): boolean {
    const shared = this.modifiers.find(({ statement }) => statement.outcome.kind === 'points-of');
    if (shared?.statement.outcome.kind !== 'points-of') return false;
    const { value } = shared.statement.outcome;
    this.context.kinds.set(shared.statement, 'heading');
    const [a, b] = trim(this.context.scanned.shape, ...shared.statement.condition);
    const names = this.context
      .text([a, b])
      .split(/、|,|，|以及|和(?!谐)|及(?![时格])|(?<!参)与/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length < 2 || !value.mul(names.length).equals(this.points)) {
      if (this.listedShares(shared, value)) return true;
      this.context.problem(`“${this.text(shared)}”与分值${this.points.toString()}分对不上。`);
      return true;
    }
    const placed = this.pool.placed.filter(({ statement }) => statement !== shared.statement);
    const zeros = this.grants.filter(
      ({ statement: { outcome, test } }) => outcome.kind === 'zero' && test.kind !== 'between',
    );
    if (this.deductions.length === 0 && zeros.length === this.grants.length) {
      // 各2分，未公开的不得分: of each what it says of one.
      for (const zero of zeros) this.context.kinds.set(zero.statement, 'note');
      for (const name of names) {
        const question = { ...this.context.ask('tick', shared, shared.statement.condition), name };
        this.context.questions[question.id] = question;
        this.parts.push({ kind: 'item', points: value, question, text: name });
      }
      return true;
    }
    for (const name of names) {
      const section = this.inner({
        ...this.pool,
        title: name,
        points: value,
        placed,
        sections: [],
        subject: this.context.glossary.own(name),
        local: [],
      });
      this.parts.push({ kind: 'section', section });
    }
    return true;
  }

  /** ①立项文件；②采购合同；③验收报告。各1分，每缺一项扣1分: the numbered things before have the points each. */
  private listedShares(shared: PlacedModifier, value: Exact): boolean {
    const [a, b] = trim(this.context.scanned.shape, ...shared.statement.condition);
    const last: readonly [Placed, Span][] =
      a < b && shared.numbered ? [[shared, shared.statement.condition]] : [];
    const listed = this.listedBefore(shared).map((one): [Placed, Span] => [one, one.statement.span]);
    const things = [...listed.filter(([one]) => one.numbered), ...last];
    const others = this.grants.filter(({ statement: { outcome } }) => outcome.kind !== 'zero');
    if (things.length < 2 || others.length > 0 || !value.mul(things.length).equals(this.points)) return false;
    const items = things.map(([one, words]) => {
      this.context.kinds.set(one.statement, 'item');
      return {
        kind: 'item', points: value, question: this.context.ask('tick', one, words), text: this.context.text(words),
      } as const; // prettier-ignore
    });
    const loss = this.deductions.find(
      ({ statement }) =>
        losesItem(this.context.scanned.shape, statement) &&
        statement.value.kind === 'number' &&
        statement.value.value.equals(value),
    );
    if (loss) {
      this.context.kinds.set(loss.statement, 'count');
      const question = this.context.ask('count', loss, loss.statement.condition, { optional: true });
      this.parts.push({ kind: 'tally', loss: question, per: value, items, text: this.text(loss) });
    } else this.parts.push(...items);
    this.deduct(this.deductions.filter((one) => one !== loss));
    for (const zero of this.beyondItems(this.grants)) this.zero(zero);
    return true;
  }

  /** Several quantities, each with tiers, steps or a formula of its own, and points that add up. */
  protected groups(): boolean {
    if (this.parts.length > 0 || this.pool.heading || this.grants.length < 2) return false;
    const found = groupsOf(this.remaining(), this.points);
    if (!found) return false;
    for (const { title, named, points, placed } of found) {
      const subject = named ? this.context.glossary.own(title) : null;
      const pool = { ...this.pool, title, titled: false, points, placed, sections: [], subject, local: [] };
      this.parts.push({ kind: 'section', section: this.inner(pool) });
    }
    return true;
  }

  /** 合同签订率×3分；履约规范得2分，发现一份不规范扣0.5分: runs of statements that bring points of their own and add up. */
  protected additive(): boolean {
    if (this.parts.length > 0 || (this.pool.heading && this.grants.length === 0)) return false;
    const runs = additiveRuns(this.pool.placed, this.points, this.context.scanned.shape);
    if (!runs) return false;
    for (const { points, placed } of runs) {
      const pool = {
        ...this.pool, title: '', titled: false, points, placed, sections: [], subject: null, heading: null,
      }; // prettier-ignore
      this.parts.push({ kind: 'section', section: this.inner(pool) });
    }
    const inRuns = new Set(runs.flatMap(({ placed }) => placed.map(({ statement }) => statement.span)));
    for (const grant of this.grants)
      if (grant.statement.outcome.kind === 'zero' && !inRuns.has(grant.statement.span)) this.zero(grant);
    return true;
  }

  /** 自评覆盖率100%得2分；自评质量优秀得3分，良好得2分: sentences with points of their own that add up. */
  protected sentences(): boolean {
    if (this.parts.length > 0 || (this.pool.heading && this.grants.length === 0)) return false;
    const found = sentenceGroups(this.remaining(), this.points, this.context.scanned.shape);
    if (!found) return false;
    for (const { points, placed } of found.groups) {
      const pool = {
        ...this.pool, title: '', titled: false, points, placed, sections: [], subject: null, heading: null,
      }; // prettier-ignore
      this.parts.push({ kind: 'section', section: this.inner(pool) });
    }
    const beside = new Set(found.whole.map(({ statement }) => statement.span));
    for (const grant of this.grants) if (beside.has(grant.statement.span)) this.zero(grant);
    this.deduct(this.deductions.filter(({ statement }) => beside.has(statement.span)));
    return true;
  }

  /**
   * 执行率达到95%得4分，每低1%扣0.1分，绩效监控按时完成得2分: circumstances beside the rules of one rate, none of them with the full
   * points, that add up to the points with the best the rate can give.
   */
  protected besides(): boolean {
    if (this.parts.length > 0 || this.pool.heading) return false;
    const told = this.grants.filter(
      ({ statement: { test, outcome } }) => test.kind === 'state' && outcome.kind === 'points',
    );
    const rest = this.grants.filter((grant) => !told.includes(grant));
    const rules = rest.length + this.deductions.length;
    const best = rest.flatMap((grant) => this.value(grant) ?? []).reduce((a, b) => max(a, b), ZERO);
    const together = sum(told.map((grant) => this.value(grant) ?? ZERO)).add(best);
    const ofRate =
      rest.every(({ statement: { test } }) => speaksOfQuantity(test) || test.kind === 'otherwise') &&
      this.deductions.every(({ statement: { measure } }) => measure.by === 'steps');
    if (told.length === 0 || rules < 2 || !ofRate || best.equals(ZERO) || !together.equals(this.points))
      return false;
    const items = new Set(told.map(({ statement }) => statement.span));
    const placed = this.remaining().filter(({ statement }) => !items.has(statement.span));
    const pool = { ...this.pool, title: '', titled: false, points: best, placed, sections: [] };
    this.parts.push({ kind: 'section', section: this.inner(pool) });
    for (const grant of told) this.item(grant);
    return true;
  }

  /** What exemptions and rules of single items have not taken out. */
  protected remaining(): Placed[] {
    const own = new Set<unknown>([...this.grants, ...this.deductions].map(({ statement }) => statement));
    return this.pool.placed.filter(
      ({ statement }) => own.has(statement) || (statement.kind !== 'grant' && statement.kind !== 'deduction'),
    );
  }
}
