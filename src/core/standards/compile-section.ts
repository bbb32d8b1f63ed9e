import { ONE, sum, ZERO, type Exact } from '../scoring/number';
import { thresholdStates, withThreshold } from './count-thresholds';
import { relativeBounds } from './relative-bounds';
import { eitherUnmet } from './either-unmet';
import { timedTiers } from './time-limits';
import { changeSteps } from './change-steps';
import { countSeries } from './count-series';
import { anchorSteps, earnings, gradeLosses } from './amount-steps';
import { bonusLimits } from './bonus-limits';
import { overspending } from './overspending';
import { POINTS, type CompileContext, type Placed, type PlacedGrant } from './compile-context';
import { compileTiers, universal } from './compile-measures';
import { AND_SO_ON, continued, reachesOn } from './continued-tiers';
import { trim } from './trim';
import { written, type Expression, type Span } from './expression';
import { canonicalName, isRateName } from './names';
import { givesNothing, type Award, type Question, type RulePart, type Section, type Steps } from './rule';
import { restatements } from './restatements';
import { SectionGroups } from './section-groups';
import { countedFromAim } from './unprinted-aim';
import type { Pool } from './section-parts';
import { mentions } from './test';

/** Conditions under which an indicator does not bind a unit: 涉密, 没有…项目, 不涉及. */
const EXEMPTING =
  /涉密|不涉及|没有|未安排|未发生采购|不需要|不需|无需|不适用|不存在|免于|免予|(?:^|[,;。])无(?!违|问题|差错|投诉)/;
/** A condition on single items says how they are counted; the formula counts them. */
const OF_SINGLE_ITEMS = /单个|单项|每一?个指标|某一指标|任一指标/;

/** Makes the rule of one part from what is said in it. */
export function compileSection(context: CompileContext, pool: Pool): Section {
  const outer = context.heading;
  context.heading = pool.titled ? pool.title : null;
  const section = new SectionCompiler(context, { ...pool, placed: reread(context, pool) }).run();
  context.heading = outer;
  return section;
}

/** Statements whose meaning only those around them show: changes, times, earnings, steps, grades of loss, limits of counts. */
function reread(context: CompileContext, { placed, subject, local, points }: Pool): readonly Placed[] {
  const about = subject ?? context.glossary.main(local);
  const spent = overspending(context.scanned, placed, about);
  const timed = timedTiers(context, changeSteps(context, spent, about));
  const counted = thresholdStates(countSeries(context, eitherUnmet(context.scanned, timed)));
  const once = restatements(context.scanned, bonusLimits(context.scanned, counted), points);
  const aimed = countedFromAim(context.scanned, once);
  const stepped = anchorSteps(earnings(context.scanned, relativeBounds(context, aimed, points), points));
  return gradeLosses(stepped, (one) => context.text(one.statement.span));
}

class SectionCompiler extends SectionGroups {
  /** Decimals the score is printed with, where the text says fewer than usual. */
  private decimals: number | null = null;

  protected inner(pool: Pool): Section {
    return compileSection(this.context, pool);
  }

  run(): Section {
    const { title, points, sections } = this.pool;
    for (const section of sections) this.parts.push({ kind: 'section', section });
    this.bands();
    this.notApplicable();
    this.exemptions();
    this.itemRules();
    this.ranked();
    if (
      !this.checklist() &&
      !this.shares() &&
      !this.groups() &&
      !this.tallied() &&
      !this.additive() &&
      !this.sentences() &&
      !this.besides()
    )
      this.scheme();
    this.limits();
    return {
      title,
      points,
      ceiling: this.ceiling,
      overrides: this.overrides.map((override) => {
        const grant = this.zeros.get(override);
        return grant ? withThreshold(this.context, override, grant, this.taken) : override;
      }),
      parts: this.parts,
      deductions: this.taken,
      ...(this.decimals === null ? {} : { decimals: this.decimals }),
      ...(this.modifiers.some(({ statement: { outcome } }) => outcome.kind === 'below-zero')
        ? { belowZero: true as const }
        : {}),
    };
  }

  /** Bands with a share of the points each: 100%-80%（含）、80%-60%（含）…. */
  private bands(): void {
    for (const placed of this.pool.placed) {
      const { statement } = placed;
      if (statement.kind !== 'bands') continue;
      this.context.kinds.set(statement, 'band');
      const options = statement.bands.map(({ label, low, high }) => {
        const question = { ...this.context.ask('choice', placed, label), span: this.context.stretch(label) };
        this.context.questions[question.id] = question;
        const share = (value: Exact) =>
          ({
            kind: 'binary',
            operator: '×',
            left: POINTS,
            right: { kind: 'number', value, unit: 'percent' },
          }) as const;
        return {
          question,
          award: { kind: 'judgement', low: share(low), high: share(high) } as const,
          text: question.name,
        };
      });
      this.parts.push({ kind: 'choice', options, complement: false });
    }
  }

  private notApplicable(): void {
    for (const placed of this.modifiers) {
      if (placed.statement.outcome.kind !== 'not-applicable') continue;
      const [a, b] = trim(this.context.scanned.shape, ...placed.statement.condition);
      this.context.kinds.set(placed.statement, 'exemption');
      if (a >= b) continue;
      const question = this.context.ask('condition', placed, placed.statement.condition);
      this.overrides.push({
        check: { kind: 'asked', question },
        gives: 'not-applicable',
        scope: 'whole',
        unclear: false,
        text: this.text(placed),
      });
    }
  }

  /** 涉密…直接得分, 没有…的按满分计算. */
  private exemptions(): void {
    const others =
      this.pool.sections.length + this.parts.length + this.grants.length + this.deductions.length;
    for (const grant of [...this.grants]) {
      const { test, outcome, span, condition } = grant.statement;
      const text = this.context.text(condition);
      const exempt =
        outcome.kind === 'full' &&
        (test.kind === 'state' || test.kind === 'absent') &&
        EXEMPTING.test(text) &&
        others > 1;
      if (
        !exempt ||
        (test.kind === 'absent' &&
          this.context.check(test, grant, this.subject(), () => NO_QUESTION).kind !== 'asked')
      )
        continue;
      if (grant === this.grants[0] && !/直接得|涉密|不涉及|不适用/.test(this.context.text(span))) continue;
      this.drop(grant);
      this.context.kinds.set(grant.statement, 'exemption');
      const question = this.context.ask('condition', grant, condition);
      const refutable = /没有|无|未安排|不存在/.test(text) && this.sharesWords(text);
      this.overrides.push({
        check: { kind: 'asked', question }, gives: 'full', scope: grant.numbered && !grant.alone ? 'section' : 'whole', unclear: false,
        ...(refutable ? { refutedBy: this.context.quantity(this.subject()) } : {}), text: this.text(grant),
      }); // prettier-ignore
    }
  }

  /** Whether an exemption speaks of the very thing the rate measures (楼堂馆所). */
  private sharesWords(text: string): boolean {
    const subject = this.subject();
    for (let i = 0; i + 3 <= subject.length; i++)
      if (canonicalName(text).includes(subject.slice(i, i + 3))) return true;
    return false;
  }

  private itemRules(): void {
    for (const grant of [...this.grants]) {
      if (grant.statement.outcome.kind !== 'zero') continue;
      if (
        !OF_SINGLE_ITEMS.test(this.context.text(grant.statement.condition)) ||
        !this.grants.some((other) => other.statement.outcome.kind === 'formula')
      )
        continue;
      this.context.kinds.set(grant.statement, 'note');
      this.drop(grant);
    }
  }

  private scheme(): void {
    const hasFormula = this.grants.some(({ statement: { outcome } }) =>
      ['formula', 'proportion', 'proportional-loss', 'half', 'interpolation'].includes(outcome.kind),
    );
    const measured = this.grants.filter(({ statement }) => this.isMeasure(statement.test));
    for (const { statement } of this.deductions) {
      const { measure } = statement;
      // 每0个: how often nothing fits into a number has no answer.
      const size = measure.by === 'steps' ? measure.size.value : measure.by === 'count' ? measure.size : ONE;
      if (size.equals(ZERO)) {
        this.context.problem(`步长为零，无法计算：“${this.context.text(statement.span)}”。`);
      }
    }
    const steps = this.deductions.filter(({ statement }) => statement.measure.by === 'steps');
    const formulas = this.grants.filter(({ statement }) => statement.outcome.kind === 'formula');
    const separate =
      formulas.length >= 2 &&
      formulas.every(({ statement }) => statement.test.kind === 'state') &&
      measured.length === 0;
    this.ofEach(formulas);
    if (separate) this.choice(formulas);
    else if (this.areItems(measured) && !hasFormula && steps.length === 0) this.listed();
    else if (hasFormula || measured.length > 0 || steps.length > 0) this.measures();
    else if (this.grants.length > 0 || this.pool.heading) this.listed();
    else if (this.deductions.length > 0) this.base(null);
    this.deduct(this.deductions.filter(({ statement }) => statement.measure.by !== 'steps'));
    if (this.parts.length === 0 && this.taken.length === 0 && this.overrides.length === 0) {
      this.context.problem('评分标准中没有找到可以计算的得分规则。');
    }
  }

  /** 单项得分=实际值/目标值×单项分值: of each of several that are not named. */
  private ofEach(formulas: readonly PlacedGrant[]): void {
    const each = formulas.find(({ statement }) => statement.scope === 'each');
    if (each && this.pool.subject === null)
      this.context.problem(`“${this.text(each)}”说的是各单项的得分，有哪些单项没有写明。`);
  }

  /** Conditions with a figure that are items of a list: every one brings its own points, and they add up. */
  private areItems(measured: readonly PlacedGrant[]): boolean {
    if (measured.length === 0) return false;
    const bracketed = this.grants.filter(
      ({ statement: { outcome } }) => outcome.kind === 'points' && outcome.bracketed,
    );
    const worth = this.grants.filter(({ statement: { outcome } }) => outcome.kind === 'points');
    const total = sum(worth.map((grant) => this.value(grant) ?? ZERO));
    const best = worth.some((grant) => this.value(grant)?.equals(this.points));
    const graded = best && !total.equals(this.points) && this.oneQuantity(worth);
    if (bracketed.length >= 2 && bracketed.length === worth.length) return !graded;
    const subjects = new Set(
      measured.map(({ statement: { test } }) =>
        test.kind === 'between' || test.kind === 'at' ? comparedNames(test) : `${measured.length}`,
      ),
    );
    return (
      worth.length >= 2 && total.equals(this.points) && subjects.size === measured.length && !subjects.has('')
    );
  }

  /** 优：95%以上（10分）；良：85%-95%（8分）: grades of one quantity, of which one holds. */
  private oneQuantity(grants: readonly PlacedGrant[]): boolean {
    const names = new Set(
      grants.flatMap(({ statement: { test } }) => mentions(test).map((of) => of?.name ?? '')),
    );
    names.delete('');
    return names.size <= 1 && grants.every(({ statement: { test } }) => mentions(test).length > 0);
  }

  private measures(): void {
    const { context } = this;
    const steps = this.deductions.filter(({ statement }) => statement.measure.by === 'steps');
    const tiers: PlacedGrant[] = [];
    const baselines = this.modifiers.flatMap(({ statement: { outcome } }) =>
      outcome.kind === 'baseline' ? [outcome.at] : [],
    );
    const subject = this.subject();
    const formulas = this.grants.some(({ statement: { outcome } }) => outcome.kind === 'formula');
    for (const grant of this.grants) {
      const { test, outcome } = grant.statement;
      const stated =
        (test.kind === 'state' ||
          test.kind === 'absent' ||
          test.kind === 'present' ||
          test.kind === 'all' ||
          test.kind === 'any') &&
        !this.isMeasure(test);
      if (!stated && outcome.kind === 'zero' && this.isOfAnother(grant)) this.zero(grant);
      else if (!stated) tiers.push(grant);
      else if (outcome.kind === 'zero') this.zero(grant);
      else if (
        this.value(grant)?.equals(this.points) &&
        (formulas || universal(context, grant) || steps.length > 0 || this.isAnyCase(grant))
      )
        this.met(grant);
      else tiers.push(grant);
    }
    this.mixed(tiers);
    const rounding = this.modifiers.flatMap(({ statement: { outcome } }): Steps['rounding'][] =>
      outcome.kind === 'rounding' ? [outcome.steps] : [],
    );
    const part = compileTiers(
      context,
      subject,
      this.points,
      tiers,
      steps.map((placed) => ({ placed, cap: this.capAfter(placed, placed.statement.bonus) })),
      baselines,
      rounding[0] ?? 'profile',
    );
    const clamp = this.modifiers.flatMap(({ statement: { outcome } }) =>
      outcome.kind === 'clamp' ? [outcome.at] : [],
    );
    if (part) this.nested(part);
    if (part) this.parts.push(this.andSoOn(this.fromFull(clamp[0] ? clamped(part, clamp[0]) : part)));
  }

  /** 6月底达到要求得3分，执行率80%以上得2分: none has the full points. Whether they add up or one holds cannot be told: no score. */
  private mixed(tiers: readonly PlacedGrant[]): void {
    const worth = tiers.filter(({ statement: { outcome } }) => outcome.kind === 'points');
    const told = worth.filter(({ statement: { test } }) => test.kind === 'state');
    const full = tiers.some((grant) => this.value(grant)?.equals(this.points));
    const base = this.deductions.some(({ statement }) => statement.measure.by === 'steps' && statement.bonus);
    const [first, second = tiers.find((one) => one !== first)] = told;
    if (full || base || !first || !second) return;
    this.context.problem(`“${this.text(first)}”与“${this.text(second)}”是逐项相加还是分档取一，不能确定。`);
  }

  /** 每低1%扣0.1分；低于80%，每低1%扣0.2分: whether the second comes on top of the first is said only by 再. */
  private nested(part: RulePart): void {
    if (part.kind !== 'tiers') return;
    const losses = part.steps.filter(({ bonus, text }) => !bonus && !/再|另/.test(text));
    for (const [i, one] of losses.entries()) {
      const other = losses
        .slice(0, i)
        .find(({ of, direction }) => direction === one.direction && written(of) === written(one.of));
      if (other && (one.region ?? other.region))
        this.context.problem(`“${other.text}”与“${one.text}”是累加还是分段，不能确定。`);
    }
  }

  /** 以此类推 behind tiers: they go on as the printed ones show. */
  private andSoOn(part: RulePart): RulePart {
    if (part.kind !== 'tiers' || part.tiers.length === 0 || part.steps.length > 0) return part;
    const said = this.pool.placed.find((placed) => AND_SO_ON.test(this.text(placed)));
    if (!said) return part;
    const more = continued(part, this.points);
    if (more === null && reachesOn(part))
      this.context.problem(`“${this.text(said)}”：所写各档看不出每一步差多少，不能确定怎样推下去。`);
    return more ?? part;
  }

  /** 每发现一处扣1分；低于60%不得分: where figures only say when nothing is left, the rest starts full. */
  private fromFull(part: RulePart): RulePart {
    if (part.kind !== 'tiers' || part.otherwise || part.tiers.length === 0) return part;
    // 低于90%的，每低1%扣1分；低于60%的不得分: steps that say where they apply leave all the rest full.
    const confined = part.steps.every(({ bonus, region, cap }) => !bonus && region && !cap);
    if (!confined) return part;
    const losses = this.deductions.some(
      ({ statement: { bonus, measure } }) => !bonus && (measure.by !== 'steps' || part.steps.length > 0),
    );
    const onlyZeros = part.tiers.every(({ award }) => givesNothing(award));
    if (!losses || !onlyZeros) return part;
    return {
      ...part,
      otherwise: { award: { kind: 'amount', expression: POINTS }, text: '不属于不得分情形' },
    };
  }

  /** Limits of what steps add beyond a tier that has the full points. */
  private bonusSteps({ tiers, steps, base }: Extract<RulePart, { kind: 'tiers' }>): Exact[] {
    const plain = tiers.length === 0 && (isPoints(base, this.points) || base.kind === 'points');
    const full =
      plain ||
      tiers.some(
        ({ award: { kind, ...award } }) =>
          kind === 'amount' &&
          'expression' in award &&
          (award.expression.kind === 'points' || isPoints(award.expression, this.points)),
      );
    return full ? steps.flatMap(({ bonus, cap }) => (bonus && cap && cap !== 'points' ? [cap] : [])) : [];
  }

  /** How many places lower depends on others' scores; which place it was (前三名得5分) a person may say. */
  private ranked(): void {
    const told = (grant: PlacedGrant): boolean => ['state', 'otherwise'].includes(grant.statement.test.kind);
    for (const { statement } of [...this.grants.filter((grant) => !told(grant)), ...this.deductions]) {
      const text = this.context.text(statement.span);
      if (/名次|位次|排名|排序|第#名/.test(text)) this.context.problem(`名次取决于其他单位：“${text}”。`);
    }
  }

  /** 得分四舍五入取整: of the score. Of a rate, or where 取整 does not say how, the points would depend on a guess. */
  private printed(places: number | null, condition: Span, span: Span): void {
    if (places !== null && places >= 2) return;
    const { shape } = this.context.scanned;
    const before = shape.slice(
      Math.max(shape.lastIndexOf('。', span[0]), shape.lastIndexOf(';', span[0]), 0),
      span[1],
    );
    const ofRate =
      isRateName(canonicalName(this.context.text(trim(shape, ...condition)))) || !/得分|分/.test(before);
    if (places === null || ofRate)
      this.context.problem(`“${this.context.text(span)}”：没有写明怎样取舍，不能确定得分。`);
    else this.decimals = places;
  }

  /** 优良率≥90%得10分，…；合格率低于100%不得分: a zero by another rate than the points are given for settles the score. */
  private isOfAnother({ statement }: PlacedGrant): boolean {
    const keys = (test: PlacedGrant['statement']['test']): string[] =>
      mentions(test).map((of) => this.context.subject(of, this.subject()));
    const own = keys(statement.test);
    const giving = this.grants.flatMap((other) =>
      other.statement.outcome.kind === 'zero' ? [] : keys(other.statement.test),
    );
    return (
      own.length > 0 && giving.length > 0 && own.every((key) => isRateName(key) && !giving.includes(key))
    );
  }

  private isAnyCase({ statement }: PlacedGrant): boolean {
    const bracketed = statement.outcome.kind === 'points' && statement.outcome.bracketed === true;
    return bracketed || this.isNoneOf(statement.condition);
  }

  /** Caps of the whole, remarks, and how far a bonus may lead. */
  private limits(): void {
    for (const { statement } of this.modifiers) {
      const { outcome } = statement;
      if (this.context.kinds.has(statement)) continue;
      this.context.kinds.set(
        statement,
        outcome.kind === 'cap' || outcome.kind === 'rounding'
          ? 'cap'
          : outcome.kind === 'clamp'
            ? 'clamp'
            : outcome.kind === 'baseline'
              ? 'baseline'
              : 'note',
      );
      if (outcome.kind === 'item-loss' && !this.parts.some(({ kind }) => kind === 'item'))
        this.context.problem(`“${this.context.text(statement.span)}”：没有写明各项的分值。`);
      if (outcome.kind === 'worth' && !outcome.value.equals(this.points))
        this.context.problem(
          `“${this.context.text(statement.span)}”与分值${this.points.toString()}分对不上。`,
        );
      if (outcome.kind === 'decimals') this.printed(outcome.places, statement.condition, statement.span);
      if (outcome.kind === 'by-bands')
        this.context.problem(`未能理解：“${this.context.text(statement.span)}”。`);
      if (
        outcome.kind === 'cap' &&
        outcome.of === 'score' &&
        outcome.at !== 'points' &&
        outcome.at.compare(this.points) < 0
      )
        this.ceiling = outcome.at;
    }
    const bonuses = this.fromNothing
      ? []
      : this.taken.filter((deduction) => deduction.bonus && deduction.cap);
    const full = this.parts.every((part) => part.kind !== 'tiers' || part.base.kind === 'points');
    const limited = this.modifiers.some(
      ({ statement: { outcome } }) => outcome.kind === 'cap' && outcome.of === 'score',
    );
    const beyond = this.parts.flatMap((part) => (part.kind === 'tiers' ? this.bonusSteps(part) : []));
    if (beyond.length > 0 && !limited) this.ceiling = this.ceiling.add(sum(beyond));
    if (bonuses.length > 0 && full && !limited)
      this.ceiling = this.ceiling.add(sum(bonuses.map((bonus) => bonus.cap ?? ZERO)));
  }
}

/** The quantities a condition sets against each other: 决算数≤预算数 and 决算数≤上年决算数 are two things. */
function comparedNames(test: Extract<PlacedGrant['statement']['test'], { kind: 'between' | 'at' }>): string {
  const bounds = test.kind === 'at' ? [test.value] : [test.low?.at, test.high?.at];
  const others = bounds.flatMap((at) => (at && at.kind !== 'number' ? [written(at)] : []));
  return test.of === null ? '' : [test.of.name, ...others].join('/');
}

const isPoints = (of: Expression, points: Exact): boolean => of.kind === 'number' && of.value.equals(points);

/** Stands in where only the kind of a check is wanted. */
const NO_QUESTION: Question = { id: -1, kind: 'condition', name: '', span: { from: 0, to: 0, text: '' } };

/** 完成率超过100%的按100%计: in every formula of the part. */
function clamped(part: RulePart, at: Exact): RulePart {
  if (part.kind !== 'tiers') return part;
  const limit = { kind: 'number', value: at, unit: at.equals(ONE) ? 'percent' : 'none' } as const;
  const within = (award: Award): Award =>
    award.kind === 'amount' ? { kind: 'amount', expression: cappedRates(award.expression, limit) } : award;
  const { otherwise } = part;
  return {
    ...part,
    tiers: part.tiers.map((tier) => ({ ...tier, award: within(tier.award) })),
    ...(otherwise ? { otherwise: { ...otherwise, award: within(otherwise.award) } } : {}),
  };
}

/** A rate, or the quotient that stands for it, is limited as a whole. */
function cappedRates(expression: Expression, at: Expression): Expression {
  const { kind } = expression;
  const ratio =
    kind === 'binary' &&
    expression.operator === '/' &&
    expression.left.kind === 'name' &&
    expression.right.kind === 'name';
  if (ratio || (kind === 'name' && isRateName(canonicalName(expression.name))))
    return { kind: 'cap', of: expression, at };
  return kind === 'binary'
    ? { ...expression, left: cappedRates(expression.left, at), right: cappedRates(expression.right, at) }
    : expression;
}
