import { max, min, ONE, ZERO, type Exact } from '../scoring/number';
import type { Need } from '../scoring/score';
import { EvaluationDesk } from './evaluation-desk';
import { showNumber, showPercent, showPoints } from './format';
import { isRateName } from './names';
import { givesNothing, type Award, type Check, type RulePart, type Steps, type Tier } from './rule';
import { standsBeyond } from './step-spans';
import { selectTier, tierStrength, WEAK } from './tier-choice';
import { add, either, judgedBetween, openBetween, subtract, sure, type Worth } from './value';

/** Tiers, steps and lines between tiers: what one quantity earns. */
export abstract class TierEvaluation extends EvaluationDesk {
  protected award(award: Award, part: RulePart, points: Exact, quiet = false): Worth {
    switch (award.kind) {
      case 'amount': {
        const figure = this.figures.evaluate(award.expression, points);
        if ('value' in figure) return sure(figure.value);
        if (!quiet) this.need(...figure.missing);
        return openBetween(ZERO, points);
      }
      case 'judgement': {
        const [low, high] = [
          this.figures.evaluate(award.low, points),
          this.figures.evaluate(award.high, points),
        ];
        if (!('value' in low) || !('value' in high)) return openBetween(ZERO, points);
        return judgedBetween(max(low.value, ZERO), min(high.value, points));
      }
      case 'interpolation':
        return this.interpolation(part, points);
    }
  }

  protected shown({ low, high }: Worth): string {
    return low.equals(high) ? showPoints(low) : `${showNumber(low)}—${showPoints(high)}`;
  }

  protected tiers(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Worth {
    const told = this.told(part, points);
    if (told) return told;
    const missing: Need[] = [];
    let unresolved: Worth | null = null;
    const standing: { tier: (typeof part.tiers)[number]; strength: number }[] = [];
    for (const tier of part.tiers) {
      const { strength, truth } = tierStrength(
        tier.check,
        (check) => this.truths.holds(check),
        (expression) => this.figures.evaluate(expression, points),
        (at, of, figure) => this.figures.against(at, of, figure, points),
      );
      if (truth.holds === null) {
        missing.push(...truth.needs);
        const worth = this.award(tier.award, part, points, true);
        unresolved = unresolved === null ? worth : either(unresolved, worth);
        continue;
      }
      if (truth.holds) standing.push({ tier, strength });
    }
    this.assumedLast(standing);
    const known = standing.filter(({ tier }) => tier.check.kind === 'between' && tier.check.question);
    const asked = missing.some(({ kind }) => kind === 'quantity');
    if (asked && known.length > 0) return this.settledTier(part, known, points);
    const best = missing.length > 0 && standing.filter(({ tier }) => this.isFull(tier, points));
    if (best && best.length > 0) return this.settledTier(part, best, points);
    if (asked) {
      this.need(...missing);
      return openBetween(ZERO, points);
    }
    const { refused } = this;
    const settled = this.settledTier(part, standing, points);
    if (unresolved === null) return settled;
    this.need(...missing);
    if (this.refused !== refused) {
      // None of the known tiers holds: it is one of those that are asked about.
      this.refused = refused;
      return { ...unresolved, open: true };
    }
    return { ...either(settled, unresolved), open: true };
  }

  /** What is merely taken to be in order gives way to a tier the figures show. */
  private assumedLast(standing: { tier: Tier; strength: number }[]): void {
    const assumed = (check: Check): boolean =>
      (check.kind === 'asked' && this.truths.said(check.question) === null) ||
      (check.kind === 'all' && check.checks.length > 0 && check.checks.every(assumed));
    const shown = standing.filter(({ tier }) => !assumed(tier.check));
    if (shown.length > 0) standing.splice(0, standing.length, ...shown);
  }

  /** The tier that holds gives the full points, and is not merely taken to be met: no other can give more. */
  private isFull({ check, award }: Tier, points: Exact): boolean {
    if (award.kind !== 'amount') return false;
    if (check.kind === 'asked' && this.truths.said(check.question) !== true) return false;
    const figure = this.figures.evaluate(award.expression, points);
    return 'value' in figure && figure.value.compare(points) >= 0;
  }

  /** What answers alone settle: a tier that is said to apply, or how many steps there were. */
  protected told(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Worth | null {
    const tier = part.tiers.find(
      ({ check }) => check.kind === 'between' && check.question && this.truths.said(check.question) === true,
    );
    const steps = part.steps.filter((step) => (this.truths.toldSteps(step) ?? ZERO).compare(ZERO) > 0);
    if (tier && steps.length === 0) return this.settledTier(part, [{ tier, strength: 0 }], points);
    if (!part.steps.some((step) => this.truths.toldSteps(step) !== null)) return null;
    const base = this.figures.evaluate(steps[0]?.base ?? part.base, points);
    const start = 'value' in base ? sure(base.value) : openBetween(ZERO, points);
    return steps.reduce(
      (left, step) =>
        step.bonus ? add(left, this.steps(step, points)) : subtract(left, this.steps(step, points)),
      start,
    );
  }

  protected settledTier(
    part: Extract<RulePart, { kind: 'tiers' }>,
    standing: Parameters<typeof selectTier>[0],
    points: Exact,
  ): Worth {
    const { chosen, shared, rivals } = selectTier(standing, this.reading.laterTier === true);
    if (shared) this.open.tiers = true;
    const rival = chosen && rivals.find((one) => this.differ(one, chosen, part, points));
    if (rival) return this.contradicted(part, chosen, rival, points);
    const deductions = part.steps.filter(({ bonus }) => !bonus);
    const bonuses = part.steps.filter(({ bonus }) => bonus);
    const applicable = deductions.filter((step) => this.inRegion(step) !== false);
    // 每低1%扣0.5分，90%以下不得分: whether 90% itself still counts its steps is not said.
    const weak =
      chosen !== null && standing.length === 1 && standing[0]?.strength === WEAK &&
      applicable.length > 0 && givesNothing(chosen.award); // prettier-ignore
    if (weak) this.open.tiers = true;
    if (chosen && !(weak && this.reading.laterTier === true)) {
      const worth = this.award(chosen.award, part, points);
      this.trace.push(`${this.subjectShown(part)}符合“${chosen.text}” → ${this.shown(worth)}`);
      return bonuses.reduce((sum, step) => add(sum, this.steps(step, points)), worth);
    }
    const all = [...applicable, ...bonuses];
    // 达到60%得2分，每提高1%加0.1分 says nothing of what lies below 60%.
    const open = part.tiers.every(({ award }) => givesNothing(award)) && part.otherwise === undefined;
    if (
      applicable.length > 0 &&
      !part.otherwise &&
      applicable.every((step) => this.liesBefore(step, part, points))
    )
      return this.uncovered(part, bonuses, points);
    if (applicable.length > 0 || (bonuses.length > 0 && open)) {
      const [first] = all;
      const base = this.figures.evaluate(first?.base ?? part.base, points);
      const start = 'value' in base ? sure(base.value) : openBetween(ZERO, points);
      return all.reduce(
        (left, step) =>
          step.bonus ? add(left, this.steps(step, points)) : subtract(left, this.steps(step, points)),
        start,
      );
    }
    if (part.otherwise) {
      const worth = this.award(part.otherwise.award, part, points);
      if (!worth.open)
        this.trace.push(`${this.subjectShown(part)}按“${part.otherwise.text}” → ${this.shown(worth)}`);
      return worth;
    }
    if (part.tiers.length === 0 && part.steps.length > 0) {
      const base = this.figures.evaluate(part.base, points);
      if ('value' in base) return sure(base.value);
    }
    return this.uncovered(part, bonuses, points);
  }

  /** 5%-10%之间得4分，每超过1个百分点扣0.5分: 3% is in no tier, and the steps run the other way. */
  private liesBefore(step: Steps, part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): boolean {
    if (!standsBeyond(part.tiers, step) || step.direction === 'apart' || this.truths.toldSteps(step) !== null)
      return false;
    const of = this.figures.evaluate(step.of, points);
    const anchor = this.figures.against(step.anchor, step.of, of, points);
    if (!('value' in of) || !('value' in anchor)) return false;
    const beyond = of.value.compare(anchor.value);
    return step.direction === 'up' ? beyond < 0 : beyond > 0;
  }

  /** Whether two tiers give different points. */
  private differ(a: Tier, b: Tier, part: RulePart, points: Exact): boolean {
    const [one, other] = [a, b].map(({ award }) => this.award(award, part, points, true));
    return !one || !other || !one.low.equals(other.low) || !one.high.equals(other.high);
  }

  /** 90%-100%得5分，85%-95%得3分: of 92% the text says both. */
  private contradicted(
    part: Extract<RulePart, { kind: 'tiers' }>,
    chosen: Tier,
    rival: Tier,
    points: Exact,
  ): Worth {
    this.refused = `${this.subjectShown(part)}同时符合“${chosen.text}”与“${rival.text}”，两档得分不同，请核对评分标准。`;
    return openBetween(ZERO, points);
  }

  protected subjectShown(part: Extract<RulePart, { kind: 'tiers' }>): string {
    if (part.subject?.kind !== 'name') return '';
    const figure = this.figures.quantity(part.subject.name);
    if (!('value' in figure)) return '';
    const name = this.standard.quantities.get(part.subject.name)?.name ?? part.subject.name;
    const isShare =
      isRateName(name) ||
      part.tiers.some(
        ({ check }) =>
          check.kind === 'between' &&
          [check.low, check.high].some((bound) => bound?.at.kind === 'number' && bound.at.unit === 'percent'),
      );
    if (figure.unit) return `${name}${showNumber(figure.value)}${figure.unit.word}，`;
    return `${name}${isShare ? showPercent(figure.value) : showNumber(figure.value)}，`;
  }

  /** A value no tier covers: beyond a tier of exactly 100% it is that tier's; otherwise the text gives no score. */
  protected uncovered(
    part: Extract<RulePart, { kind: 'tiers' }>,
    bonuses: readonly Steps[],
    points: Exact,
  ): Worth {
    for (const { check, award, text } of part.tiers) {
      if (check.kind !== 'equal' || check.to.kind !== 'number' || !check.to.value.equals(ONE) || check.to.in)
        continue;
      const of = this.figures.evaluate(check.of, points);
      if (!('value' in of) || of.value.compare(ONE) <= 0) continue;
      this.trace.push(`${showPercent(of.value)}超过100%，按“${text}”计`);
      return bonuses.reduce(
        (total, step) => add(total, this.steps(step, points)),
        this.award(award, part, points),
      );
    }
    this.refused = `${this.subjectShown(part)}评分标准中没有一档包括这个数。`;
    return openBetween(ZERO, points);
  }

  protected inRegion(step: Steps): boolean | null {
    if (!step.region) return true;
    const truth = this.truths.holds(step.region);
    if (truth.holds === null) this.need(...truth.needs);
    return truth.holds;
  }

  /** Points a step rule takes: completed steps, or in proportion, as the reading has it. */
  protected steps(step: Steps, points: Exact): Worth {
    const per = this.figures.evaluate(step.per, points);
    if (!('value' in per)) {
      this.need(...per.missing);
      return openBetween(ZERO, points);
    }
    const told = this.truths.toldSteps(step);
    if (told) return this.taken(step, told, per.value, points, `“${step.text}”`);
    const of = this.figures.evaluate(step.of, points);
    const anchor = this.figures.against(step.anchor, step.of, of, points);
    if (!('value' in of) || !('value' in anchor)) {
      for (const figure of [of, anchor])
        if ('missing' in figure) this.need(...this.figures.asked(figure.missing, step.size));
      return openBetween(ZERO, points);
    }
    const difference = of.value.sub(anchor.value);
    const distance = max(
      step.direction === 'up' ? difference : step.direction === 'down' ? difference.neg() : difference.abs(),
      ZERO,
    );
    const gap = { ...of, value: distance };
    const size = this.figures.against(step.size, step.of, gap, points, true);
    if (!('value' in size)) {
      this.need(...size.missing);
      return openBetween(ZERO, points);
    }
    const ratio = distance.div(size.value);
    const rounding =
      step.rounding === 'profile' ? (this.reading.perPoint === 'whole' ? 'down' : 'linear') : step.rounding;
    const count = rounding === 'linear' ? ratio : rounding === 'up' ? ratio.ceil() : ratio.floor();
    if (step.rounding === 'profile' && !ratio.equals(ratio.floor())) this.open.steps = true;
    const unit = step.size.in ? (of.unit ?? step.size.in).word : '';
    const show = (value: Exact): string =>
      step.size.unit === 'percent' ? showPercent(value) : `${showNumber(value)}${unit}`;
    const words = `${show(of.value)}与${show(anchor.value)}相差${show(distance)}`;
    return this.taken(step, count, per.value, points, words);
  }

  protected taken(step: Steps, count: Exact, per: Exact, points: Exact, words: string): Worth {
    const limit = step.cap === 'points' ? points : step.cap;
    const full = count.mul(per);
    const taken = limit ? min(full, limit) : full;
    const verb = step.bonus ? '加' : '扣';
    this.trace.push(
      `${words}，计${showNumber(count)}步，每步${verb}${showPoints(per)} → ${verb}${showPoints(taken)}`,
    );
    return sure(taken);
  }

  /** On the line between the tiers that meet the ends of this one. */
  protected interpolation(part: RulePart, points: Exact): Worth {
    if (part.kind !== 'tiers') return openBetween(ZERO, points);
    const tier = part.tiers.find(({ award }) => award.kind === 'interpolation');
    const check = tier?.check;
    if (check?.kind !== 'between' || check.low?.at.kind !== 'number' || check.high?.at.kind !== 'number')
      return this.unclear(points);
    const value = this.figures.evaluate(check.of, points);
    if (!('value' in value)) return openBetween(ZERO, points);
    const [low, high] = [check.low.at.value, check.high.at.value];
    const [atLow, atHigh] = [
      this.neighbour(part, low, 'below', points),
      this.neighbour(part, high, 'above', points),
    ];
    if (atLow === null || atHigh === null) return this.unclear(points);
    const share = value.value.sub(low).div(high.sub(low));
    const result = atLow.add(atHigh.sub(atLow).mul(share));
    this.trace.push(
      `${showPercent(low)}得${showPoints(atLow)}与${showPercent(high)}得${showPoints(atHigh)}之间按线性插值 → ${showPoints(result)}`,
    );
    return sure(result);
  }

  protected unclear(points: Exact): Worth {
    this.refused = '线性插值的两端没有写明得分。';
    return openBetween(ZERO, points);
  }

  protected neighbour(
    part: Extract<RulePart, { kind: 'tiers' }>,
    edge: Exact,
    side: 'below' | 'above',
    points: Exact,
  ): Exact | null {
    for (const { check, award } of part.tiers) {
      if (award.kind !== 'amount') continue;
      const touches =
        check.kind === 'equal'
          ? check.to.kind === 'number' && check.to.value.equals(edge)
          : check.kind === 'between' && meets(side === 'below' ? check.high : check.low, edge);
      if (!touches) continue;
      const figure = this.figures.evaluate(award.expression, points);
      return 'value' in figure ? figure.value : null;
    }
    return null;
  }
}

function meets(bound: { at: { kind: string; value?: Exact } } | undefined, edge: Exact): boolean {
  return bound?.at.kind === 'number' && bound.at.value?.equals(edge) === true;
}
