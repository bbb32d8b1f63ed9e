import { exact, max, ONE, sum, ZERO, type Exact } from '../scoring/number';
import { type Placed, type PlacedDeduction, type PlacedGrant, type PlacedModifier } from './compile-context'; // prettier-ignore
import { trim } from './trim';
import type { Span } from './expression';
import type { Check, Question } from './rule';
import { type Test, speaksOfQuantity } from './test';
import { losesItem } from './statement';
import { LISTED_CIRCUMSTANCES, SectionParts } from './section-parts';

/** Words of what should not be, and of what holds only sometimes. */
const AMISS = /[未无没不缺少漏错误逾超违虚伪迟拒被因如若当有]|发生|出现|发现|存在|[^:]时$/;

/** 每符合一项, 每有一项达到要求. */
const EACH_MET =
  /^(?:以上)?每(?:(?:符合|满足|达到|具备|做到|达标|完成)(?:其中)?(?:的)?#[项条个点](?:要求|标准|要点|条件)?|(?:有)?#[项条个点](?:内容)?(?:符合|满足|达到|具备|做到|达标|完成)(?:要求|标准|条件)?)$/;
/** Shares of a third do not add up to the points in decimals. */
const HALF_CENT = exact('0.005');

/** Lists of a section: items that add up, bands of which one holds, and what is taken beside them. */
export abstract class SectionLists extends SectionParts {
  /** Items listed first and their points after: ①…；②…。以上每项2分. */
  protected checklist(): boolean {
    const worth = this.modifiers.find(
      ({ statement: { outcome } }) => outcome.kind === 'points-of' && outcome.items === true,
    );
    if (worth?.statement.outcome.kind !== 'points-of') return false;
    const { value, share } = worth.statement.outcome;
    const each = share ? value.mul(this.points) : value;
    this.context.kinds.set(worth.statement, 'heading');
    const items = this.listedBefore(worth);
    if (items.length < 2 && !share && this.earnedEach(worth, value)) return true;
    const own = this.grants.filter(({ statement: { test } }) => test.kind !== 'otherwise');
    const fits = each.mul(items.length).sub(this.points).abs().compare(HALF_CENT) < 0;
    if (own.length > 0 || !fits || items.length < 2) {
      this.context.problem(`“${this.text(worth)}”与所列各项对不上，不能确定每项的分值。`);
      return true;
    }
    for (const item of items) {
      this.context.kinds.set(item.statement, 'item');
      const question = this.context.ask('tick', item, item.statement.span);
      this.parts.push({
        kind: 'item',
        points: this.points.div(items.length),
        question,
        text: this.text(item),
      });
    }
    for (const grant of this.beyondItems(this.grants)) this.zero(grant);
    this.deduct(this.deductions);
    return true;
  }

  /** 目标明确、细化、可衡量，每项得1分: the list stands in one sentence, and how many are met is a count. */
  protected earnedEach(worth: PlacedModifier, value: Exact): boolean {
    const { condition } = worth.statement;
    const [a, b] = trim(this.context.scanned.shape, ...condition);
    const limited = this.modifiers.some(
      ({ statement: { outcome } }) => outcome.kind === 'cap' && outcome.of === 'score',
    );
    if ((a >= b && !limited) || this.grants.length + this.deductions.length > 0) return false;
    if (value.equals(ZERO)) return false;
    const gain = this.context.ask('count', worth, a < b ? condition : worth.statement.span);
    this.context.kinds.set(worth.statement, 'count');
    this.parts.push({ kind: 'tally', gain, per: value, items: [], text: this.text(worth) });
    return true;
  }

  /** The first words of each numbered part, or each unnumbered sentence, before the points are said. */
  protected listedBefore(worth: Placed): Placed[] {
    const { placed } = this.pool;
    const before = placed.slice(
      0,
      placed.findIndex(({ statement }) => statement === worth.statement),
    );
    const notes = before.filter(({ statement }) => statement.kind === 'note');
    const numbered = notes.filter((one) => one.numbered);
    if (numbered.length === 0) return notes;
    return numbered.filter((one, i) => one.part?.from !== numbered[i - 1]?.part?.from);
  }

  /** 制度健全2分、执行有效2分，缺一项扣2分; 每报送一次得1分，少报一次扣1分: what is lost is what is not earned. */
  protected tallied(): boolean {
    if (this.eachMet()) return true;
    const losses = this.deductions.filter(({ statement }) => !statement.bonus);
    const gains = this.deductions.filter(({ statement }) => statement.earned);
    const [loss] = losses;
    const [gain, second] = gains;
    if (!loss || losses.length > 1 || second || losses.length + gains.length < this.deductions.length)
      return false;
    const { measure, value } = loss.statement;
    if (measure.by !== 'count' || !measure.size.equals(ONE) || value.kind !== 'number') return false;
    if (!losesItem(this.context.scanned.shape, loss.statement)) return false;
    const per = value.value;
    const items = this.grants.filter((grant) => grant.statement.test.kind === 'state');
    if (items.length < this.grants.length || this.pool.sections.length > 0) return false;
    const values = gain ? [gain.statement.value] : [];
    const alike =
      items.every((item) => this.value(item)?.equals(per)) &&
      values.every((earned) => earned.kind === 'number' && earned.value.equals(per));
    const whole = gain ? items.length === 0 : items.length >= 2 && per.mul(items.length).equals(this.points);
    if (!alike || !whole || per.equals(ZERO)) return false;
    this.context.kinds.set(loss.statement, 'count');
    if (gain) this.context.kinds.set(gain.statement, 'bonus');
    const ask = (placed: PlacedDeduction): Question =>
      this.context.ask('count', placed, placed.statement.condition);
    const parts = this.parts.length;
    for (const item of items) this.item(item);
    const listed = this.parts.splice(parts).flatMap((part) => (part.kind === 'item' ? [part] : []));
    const question = { ...ask(loss), ...(items.length > 0 ? { optional: true } : {}) };
    this.context.questions[question.id] = question;
    this.parts.push({
      kind: 'tally', loss: question, per, items: listed, text: this.text(loss), ...(gain ? { gain: ask(gain) } : {}),
    }); // prettier-ignore
    return true;
  }

  /** ①账实相符；②处置规范。每符合一项得1分: the numbered things before are what is met one by one. */
  private eachMet(): boolean {
    const [gain] = this.deductions;
    if (!gain || this.deductions.length > 1 || this.grants.length + this.pool.sections.length > 0)
      return false;
    const { measure, value, condition, earned } = gain.statement;
    if (!earned || measure.by !== 'count' || !measure.size.equals(ONE) || value.kind !== 'number')
      return false;
    if (!EACH_MET.test(this.context.scanned.shape.slice(...trim(this.context.scanned.shape, ...condition))))
      return false;
    const listed = this.listedBefore(gain).filter((one) => one.numbered);
    const per = value.value;
    if (listed.length < 2 || !per.mul(listed.length).equals(this.points)) return false;
    this.context.kinds.set(gain.statement, 'count');
    const items = listed.map((one) => {
      this.context.kinds.set(one.statement, 'item');
      const question = this.context.ask('tick', one, one.statement.span);
      return { kind: 'item', points: per, question, text: this.text(one) } as const;
    });
    const question = this.context.ask('count', gain, condition, { optional: true, earned: true });
    this.parts.push({ kind: 'tally', gain: question, per, items, text: this.text(gain) });
    return true;
  }

  /** 项目管理规范6分：立项规范2分、实施规范2分、验收规范2分: what the others make up together is no item beside them. */
  private headline(): void {
    const [head, ...others] = this.grants.filter(({ statement: { outcome } }) => outcome.kind === 'points');
    if (!head || others.length < 2 || !this.value(head)?.equals(this.points)) return;
    if (this.context.scanned.shape.charAt(head.statement.span[1]) !== ':') return;
    if (!sum(others.map((one) => this.value(one) ?? ZERO)).equals(this.points)) return;
    this.context.kinds.set(head.statement, 'heading');
    this.drop(head);
  }

  /** Lists: items that add up, bands of which one holds, or what full marks rest on before deductions. */
  protected listed(): void {
    this.headline();
    const zeros = this.grants.filter(({ statement: { outcome } }) => outcome.kind === 'zero');
    const judged = this.grants.filter(
      ({ statement: { outcome } }) =>
        outcome.kind === 'judgement' || (outcome.kind === 'share' && !outcome.low.equals(outcome.high)),
    );
    const worth = this.grants.filter((grant) => !zeros.includes(grant) && !judged.includes(grant));
    const values = worth.map((grant) => this.value(grant));
    const total = sum(values.map((value) => value ?? ZERO));
    const bracketed =
      worth.length > 0 &&
      worth.every(({ statement: { outcome } }) => outcome.kind === 'points' && outcome.bracketed);
    const known = values.every((value) => value !== null);
    const counted = this.deductions.length > 0;
    const rest = this.points.sub(sum(this.pool.sections.map((section) => section.points)));
    const [only] = worth;

    if (worth.length === 0 && this.pool.heading) {
      this.withZeros(
        () => {
          this.item(this.pool.heading);
        },
        this.beyondItems(zeros),
        judged,
      );
      return;
    }
    if (worth.length === 0) {
      this.judgedOnly(judged, zeros);
      return;
    }
    // 完善（5分）；较完善（3-4分）: grades, some of them with room for judgement.
    const graded = judged.some(
      ({ statement: { outcome } }) => outcome.kind === 'judgement' && !outcome.takes,
    );
    if (graded && !counted && this.areGrades([...worth, ...judged])) {
      this.choice(this.grants);
      return;
    }
    if (counted && worth.length === 1 && only && known && (total.equals(rest) || total.equals(this.points))) {
      this.withZeros(
        () => {
          this.base(only);
        },
        zeros,
        judged,
      );
      return;
    }
    // 否则得1分 is no item beside the one it denies.
    const denies = worth.some(({ statement: { test } }) => test.kind === 'otherwise');
    const addUp = (total.equals(rest) && !denies) || (this.isEarned() && this.reachedByBonus(total, rest));
    if (only && worth.length === 1 && known && this.reachedByBonus(total, rest)) {
      const make = only.statement.test.kind === 'always' ? this.base.bind(this) : this.item.bind(this);
      this.withZeros(
        () => {
          make(only);
          this.fromNothing = true;
        },
        this.beyondItems(zeros),
        judged,
      );
      return;
    }
    const most = values.reduce<Exact>((a, b) => (b && b.compare(a) > 0 ? b : a), ZERO);
    // 完成目标（20分）；未完成但有进展（12分）；均未完成（0分）: what has all the points leaves none to add.
    const exclusive =
      bracketed &&
      !counted &&
      total.compare(rest) > 0 &&
      most.equals(this.points) &&
      values.some((value) => value?.equals(ZERO));
    if (exclusive) {
      this.choice(this.grants);
      return;
    }
    if (known && (worth.length >= 2 || this.pool.sections.length > 0 ? addUp || bracketed : bracketed)) {
      this.withZeros(
        () => {
          for (const item of worth) this.item(item);
        },
        this.beyondItems(zeros),
        judged,
      );
      return;
    }
    const whole = worth.length === 1 && total.equals(this.points);
    if (worth.length === 1 && only && whole && zeros.length + judged.length === 0) {
      this.item(only);
      return;
    }
    if (
      worth.length === 1 &&
      only &&
      whole &&
      judged.length === 0 &&
      zeros.every((zero) => this.isVeto(zero))
    ) {
      this.item(only);
      for (const zero of zeros) this.zero(zero);
      return;
    }
    if (most.equals(this.points) && !counted) {
      this.choice(this.grants);
      return;
    }
    this.context.problem(
      `各项分值之和${total.toString()}分与分值${this.points.toString()}分不一致，不能确定是逐项相加还是分档取一。`,
    );
  }

  /** 优5分，良2-3分，差0分: circumstances of which the best has all the points, so that they cannot add up. */
  private areGrades(grants: readonly PlacedGrant[]): boolean {
    const most = ({ statement: { outcome } }: PlacedGrant): Exact =>
      outcome.kind === 'points'
        ? outcome.value
        : outcome.kind === 'judgement'
          ? (outcome.high ?? this.points)
          : ZERO;
    const highest = grants.map((grant) => this.value(grant) ?? most(grant)).reduce((a, b) => max(a, b), ZERO);
    const told = this.grants.every(
      ({ statement: { test } }) => test.kind === 'state' || test.kind === 'otherwise',
    );
    return told && grants.length >= 2 && highest.equals(this.points);
  }

  /** 存在下列情形之一的，不得分 is no band beside the others. */
  protected isVeto({ statement }: PlacedGrant): boolean {
    return LISTED_CIRCUMSTANCES.test(this.context.text(statement.span));
  }

  /** Whether what is granted is short of the points by what additions may bring, deductions aside. */
  protected reachedByBonus(granted: Exact, points: Exact): boolean {
    if (granted.compare(points) >= 0 || !this.deductions.some(({ statement }) => statement.bonus))
      return false;
    let most = granted;
    for (const placed of this.deductions) {
      const { measure, value } = placed.statement;
      if (measure.by === 'steps' || value.kind !== 'number') return false;
      if (!placed.statement.bonus) continue;
      const cap = measure.by === 'count' ? this.capAfter(placed, true) : value.value;
      if (cap === null) return true;
      most = most.add(cap);
    }
    return most.compare(points) >= 0;
  }

  /** 否则不得分 behind items says of each what not meeting it means. */
  protected beyondItems(zeros: readonly PlacedGrant[]): PlacedGrant[] {
    return zeros.filter(({ statement }) => {
      if (statement.test.kind !== 'otherwise') return true;
      this.context.kinds.set(statement, 'note');
      return false;
    });
  }

  protected judgedOnly(judged: readonly PlacedGrant[], zeros: readonly PlacedGrant[]): void {
    if (judged.length + zeros.length === 0) return;
    if (
      judged.length >= 2 &&
      judged.every(
        ({ statement: { outcome } }) =>
          outcome.kind === 'share' || (outcome.kind === 'judgement' && !outcome.takes),
      )
    ) {
      this.choice(this.grants);
      return;
    }
    const takes = judged.every(({ statement: { outcome } }) => outcome.kind === 'judgement' && outcome.takes);
    if (judged.length === 1 && !takes) {
      this.choice(this.grants);
      return;
    }
    this.base(null);
    for (const grant of judged) this.judgement(grant);
    for (const zero of zeros) this.zero(zero);
  }

  protected deduct(deductions: readonly PlacedDeduction[]): void {
    const each = this.modifiers.find(
      ({ statement: { outcome } }) => outcome.kind === 'cap' && outcome.each === true,
    );
    this.gradedCounts(deductions);
    const limit = each?.statement.outcome.kind === 'cap' ? each.statement.outcome.at : null;
    const several = deductions.filter(({ statement }) => statement.measure.by === 'count').length > 1;
    for (const placed of deductions) {
      const { statement } = placed;
      const { measure, value, bonus, condition } = statement;
      this.context.kinds.set(statement, bonus ? 'bonus' : measure.by === 'count' ? 'count' : 'deduction');
      // 单项最多扣2分 behind several: of each of them.
      const own = several && limit !== 'points' && !bonus ? limit : null;
      const cap = own ?? this.capAfter(placed, bonus);
      const common = { text: this.text(placed), per: value, bonus, ...(cap ? { cap } : {}) };
      if (measure.by === 'count') {
        if (!measure.size.equals(measure.size.floor())) {
          this.context.problem(`“${this.text(placed)}”没有写明从多少起算。`);
          continue;
        }
        const question = this.context.ask('count', placed, condition, {
          ...(each && !several ? { perCategory: true } : {}),
          ...(statement.earned ? { earned: true } : {}),
        });
        this.taken.push({ ...common, by: 'count', question, size: measure.size });
        continue;
      }
      if (measure.by !== 'once') continue;
      const test = this.withoutHeading(measure.test);
      if (test.kind === 'always') {
        this.context.problem(`“${this.text(placed)}”没有写明什么情况下${bonus ? '加' : '扣'}分。`);
        continue;
      }
      const ask = (words: Span): Question => this.context.ask('condition', placed, words);
      const check: Check = speaksOfQuantity(test)
        ? this.context.check(test, placed, this.subject(), ask)
        : { kind: 'asked', question: ask(condition) };
      this.taken.push({ ...common, by: 'once', check });
    }
  }

  /** 领导包案化解积案，化解率低于85%的扣1分: words that say what a rate is of, and nothing amiss, are no condition beside it. */
  private withoutHeading(test: Test): Test {
    if (test.kind !== 'all') return test;
    const { shape } = this.context.scanned;
    const measured = test.tests.filter(
      (one) => one.kind !== 'state' || AMISS.test(shape.slice(...trim(shape, ...one.span))),
    );
    const [only] = measured;
    return measured.length === 1 && only && speaksOfQuantity(only) && test.tests[0] !== only ? only : test;
  }

  /** 有1项不符扣2分，有2项不符扣4分: degrees of one count; counting each by itself would take off twice. */
  private gradedCounts(deductions: readonly PlacedDeduction[]): void {
    const { shape } = this.context.scanned;
    const seen = new Map<string, PlacedDeduction>();
    for (const placed of deductions) {
      const words = shape.slice(...trim(shape, ...placed.statement.condition));
      const other = seen.get(words);
      if (other && /#[项处个次起件例条]/.test(words))
        this.context.problem(`“${this.text(other)}”与“${this.text(placed)}”是分档扣还是逐项扣，不能确定。`);
      seen.set(words, placed);
    }
  }

  /** 最多扣2分 right after a deduction limits that one; it must follow in the same numbered part. */
  protected capAfter(placed: PlacedDeduction, bonus: boolean): Exact | null {
    const { placed: all } = this.pool;
    const at = all.findIndex(({ statement }) => statement === placed.statement);
    const next = all[at + 1]?.statement;
    if (next?.kind !== 'modifier' || next.outcome.kind !== 'cap' || next.outcome.at === 'points') return null;
    if (next.outcome.of !== (bonus ? 'bonus' : 'deduction')) return null;
    return next.outcome.at;
  }
}
