import type { Award, Deduction, Override, Question, RulePart, Section, Standard, Steps } from './rule';
import type { MatchedAnswers } from './answers';
import { Figures } from './figures';
import { showNumber, showPercent, showPoints } from './format';
import { max, min, ONE, ZERO, type Exact } from '../scoring/number';
import type { ScoringInputs } from '../scoring/operand';
import type { OpenPlaces, Reading } from './reading';
import type { Need } from '../scoring/score';
import { isRateName } from './names';
import { Truths } from './truths';
import { selectTier, tierStrength, type Truth } from './tier-choice';
import { add, clamp, either, judgedBetween, NOTHING, openBetween, subtract, sure, type Worth } from './value';

/** The outcome of one reading. `refused` says why no score may be given at all. */
export type Evaluated = Readonly<{
  worth: Worth;
  needs: readonly Need[];
  trace: readonly string[];
  refused: string | null;
}>;

/** Scores a rule under one reading. */
export function evaluateRule(
  standard: Standard, rule: Section, inputs: ScoringInputs, answers: MatchedAnswers, reading: Reading, open: OpenPlaces,
): Evaluated {
  return new Evaluation(standard, inputs, answers, reading, open).run(rule);
} // prettier-ignore

class Evaluation {
  private readonly trace: string[] = [];
  private needs: Need[] = [];
  private refused: string | null = null;
  private readonly figures: Figures;
  private readonly truths: Truths;

  constructor(
    private readonly standard: Standard,
    private readonly inputs: ScoringInputs,
    answers: MatchedAnswers,
    private readonly reading: Reading,
    private readonly open: OpenPlaces,
  ) {
    this.figures = new Figures(standard, inputs, reading, open, this.trace);
    this.truths = new Truths(standard, inputs, answers, this.figures);
  }

  run(rule: Section): Evaluated {
    const whole = this.overridesOf(rule, 'whole');
    const worth = this.overridden(whole, rule.points, () => this.section(rule, true));
    return { worth, needs: this.needs, trace: this.trace, refused: this.refused };
  }

  /** Overrides that reach the whole, from every level. */
  private overridesOf(section: Section, scope: Override['scope']): Override[] {
    const own = section.overrides.filter((override) => this.scopeOf(override) === scope);
    if (scope === 'section') return own;
    const inner = section.parts.flatMap((part) =>
      part.kind === 'section' ? this.overridesOf(part.section, scope) : [],
    );
    return [...own, ...inner];
  }

  private scopeOf(override: Override): Override['scope'] {
    return override.unclear && this.reading.zeroIsWhole ? 'whole' : override.scope;
  }

  /** A condition that settles the score by itself is looked at first; where it holds, nothing else is asked. */
  private overridden(overrides: readonly Override[], points: Exact, rest: () => Worth): Worth {
    const truths = overrides.map((override) => ({ override, truth: this.applies(override) }));
    const ranked = [...truths].sort((a, b) => RANK[a.override.gives] - RANK[b.override.gives]);
    const applied = ranked.find(({ truth }) => truth.holds === true);
    if (applied) {
      if (applied.override.unclear) this.open.zero = true;
      return this.settledBy(applied.override, points);
    }
    const mark = this.needs.length;
    let worth = rest();
    for (const { override, truth } of truths) {
      if (truth.holds !== null) continue;
      const alternative = override.gives === 'full' ? sure(points) : sure(ZERO);
      const settled = either(worth, alternative);
      if (!settled.open && settled === worth) continue;
      worth = settled;
      this.needs.splice(mark, 0, ...truth.needs.filter((need) => !this.has(need)));
    }
    return worth;
  }

  private settledBy(override: Override, points: Exact): Worth {
    if (override.gives === 'not-applicable') {
      this.refused = `“${override.text}”成立，本指标不计分，分值按评分标准另行折算。`;
      return openBetween(ZERO, points);
    }
    const value = override.gives === 'full' ? points : ZERO;
    this.trace.push(`“${override.text}”成立 → ${showPoints(value)}`);
    return sure(value);
  }

  private applies(override: Override): Truth {
    const truth = this.truths.holds(override.check);
    if (truth.holds !== null) return truth;
    if (override.check.kind === 'asked' && override.check.question.optional)
      return { holds: false, needs: [] };
    if (override.check.kind !== 'asked' && override.gives === 'full') return { holds: false, needs: [] };
    if (override.refutedBy) {
      const figure = this.figures.evaluate(override.refutedBy, this.standard.points);
      if ('value' in figure && figure.value.compare(ZERO) > 0) {
        this.trace.push(`已有数据，不属于“${override.text}”的情形。`);
        return { holds: false, needs: [] };
      }
    }
    return truth;
  }

  private has(need: Need): boolean {
    return this.needs.some(
      ({ name, kind, about, under }) =>
        name === need.name && kind === need.kind && about === need.about && under === need.under,
    );
  }

  private need(...needs: readonly Need[]): void {
    for (const need of needs) {
      const same = this.needs.findIndex((one) => isQuantity(one, need.name) && isQuantity(need, one.name));
      if (same < 0 ? !this.has(need) : need.candidates !== undefined) this.needs.push(need);
      else if (same >= 0 && this.needs[same]?.unit === undefined) this.needs[same] = need;
    }
  }

  private section(section: Section, isWhole: boolean): Worth {
    const overrides = this.overridesOf(section, 'section');
    return this.overridden(overrides, section.points, () => {
      let worth = NOTHING;
      for (const part of section.parts) worth = add(worth, this.part(part, section.points));
      for (const deduction of section.deductions) {
        const taken = this.deduction(deduction, section.points);
        worth = deduction.bonus ? add(worth, taken) : subtract(worth, taken);
      }
      if (!isWhole && !this.reading.uncapped) {
        if (!worth.open && worth.high.compare(section.ceiling) > 0) {
          this.open.caps = true;
          this.trace.push(`“${section.title}”以${showPoints(section.ceiling)}封顶`);
        }
        return clamp(worth, ZERO, section.ceiling);
      }
      return isWhole ? clamp(worth, ZERO, section.ceiling) : worth;
    });
  }

  private part(part: RulePart, points: Exact): Worth {
    switch (part.kind) {
      case 'section':
        return this.section(part.section, false);
      case 'base': {
        const figure = this.figures.evaluate(part.points, points);
        return 'value' in figure ? sure(figure.value) : openBetween(ZERO, points);
      }
      case 'item':
        return this.item(part);
      case 'tally':
        return this.tally(part, points);
      case 'choice':
        return this.choice(part, points);
      case 'tiers':
        return this.tiers(part, points);
    }
  }

  private item(part: Extract<RulePart, { kind: 'item' }>): Worth {
    const answer = this.truths.yes(part.question);
    const truth = part.check ? this.truths.holds(part.check) : { holds: null, needs: [] };
    const met = truth.holds ?? answer;
    if (met === null) {
      this.need(this.truths.needOf(part.question));
      return openBetween(ZERO, part.points);
    }
    this.trace.push(
      `${met ? '满足' : '不满足'}“${part.question.name}” → ${showPoints(met ? part.points : ZERO)}`,
    );
    return sure(met ? part.points : ZERO);
  }

  private tally(part: Extract<RulePart, { kind: 'tally' }>, points: Exact): Worth {
    const { loss, gain, per, items } = part;
    const lost = this.truths.told(loss);
    const gained = gain ? this.truths.told(gain) : null;
    if (lost === null && gained === null && items.length > 0)
      return items.reduce((worth, item) => add(worth, this.item(item)), NOTHING);
    const most = points.div(per);
    const kept = lost ? most.sub(lost) : (gained ?? (this.inputs.otherwise === 'met' ? most : null));
    if (kept === null) {
      this.need(this.truths.needOf(loss));
      return openBetween(ZERO, points);
    }
    const worth = max(ZERO, min(points, kept.mul(per)));
    this.trace.push(`“${part.text}”：${showNumber(max(kept, ZERO))} → ${showPoints(worth)}`);
    return sure(worth);
  }

  private choice(part: Extract<RulePart, { kind: 'choice' }>, points: Exact): Worth {
    const { options } = part;
    const said = options.map(({ question }) => this.truths.said(question));
    const chosen = options.filter((_, i) => said[i] === true);
    let [option] = chosen;
    if (chosen.length === 0) {
      const remaining = options.filter((_, i) => said[i] !== false);
      if (remaining.length === 1 && (part.complement || options.length > 2)) [option] = remaining;
      else if (this.inputs.otherwise === 'met' && remaining.length === options.length)
        option = this.inOrder(options, points);
    }
    if (option === undefined || chosen.length > 1) {
      if (chosen.length > 1)
        this.trace.push(
          `同时选择了“${chosen.map(({ question }) => question.name).join('”“')}”，请只选一档。`,
        );
      const worths = options.map(({ award }) => this.award(award, part, points, true));
      this.need(this.choiceNeed(options));
      const [first = NOTHING, ...others] = worths;
      const hull = others.reduce((a, b) => either(a, b), first);
      return { ...hull, open: true };
    }
    const worth = this.award(option.award, part, points);
    this.trace.push(`“${option.question.name}” → ${this.shown(worth)}`);
    return worth;
  }

  /** Of bands, the one in good order is the one band that carries the full points. */
  private inOrder<T extends { award: Award }>(options: readonly T[], points: Exact): T | undefined {
    const full = options.filter(({ award }) => {
      if (award.kind !== 'amount') return false;
      const { expression } = award;
      return (
        expression.kind === 'points' || (expression.kind === 'number' && expression.value.equals(points))
      );
    });
    return full.length === 1 ? full[0] : undefined;
  }

  private choiceNeed(options: readonly { question: Question }[]): Need {
    const [first] = options;
    const names = options.map(({ question }) => question.name);
    const under = first?.question.under;
    const named = under ?? names[0] ?? '';
    return {
      name: named,
      kind: 'choice',
      about: names.join('；'),
      options: names,
      ...(under === undefined ? {} : { under }),
    };
  }

  private award(award: Award, part: RulePart, points: Exact, quiet = false): Worth {
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

  private shown({ low, high }: Worth): string {
    return low.equals(high) ? showPoints(low) : `${showNumber(low)}—${showPoints(high)}`;
  }

  private tiers(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Worth {
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
    const known = standing.filter(({ tier }) => tier.check.kind === 'between' && tier.check.question);
    const asked = missing.some(({ kind }) => kind === 'quantity');
    if (asked && known.length > 0) return this.settledTier(part, known, points);
    if (asked) {
      this.need(...missing);
      return openBetween(ZERO, points);
    }
    const settled = this.settledTier(part, standing, points);
    if (unresolved === null) return settled;
    this.need(...missing);
    return { ...either(settled, unresolved), open: true };
  }

  /** What answers alone settle: a tier that is said to apply, or how many steps there were. */
  private told(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Worth | null {
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

  private settledTier(
    part: Extract<RulePart, { kind: 'tiers' }>,
    standing: Parameters<typeof selectTier>[0],
    points: Exact,
  ): Worth {
    const { chosen, shared } = selectTier(standing, this.reading.laterTier === true);
    if (shared) this.open.tiers = true;
    const deductions = part.steps.filter(({ bonus }) => !bonus);
    const bonuses = part.steps.filter(({ bonus }) => bonus);
    if (chosen) {
      const worth = this.award(chosen.award, part, points);
      this.trace.push(`${this.subjectShown(part)}符合“${chosen.text}” → ${this.shown(worth)}`);
      return bonuses.reduce((sum, step) => add(sum, this.steps(step, points)), worth);
    }
    const applicable = deductions.filter((step) => this.inRegion(step) !== false);
    const all = [...applicable, ...bonuses];
    if (applicable.length > 0 || (bonuses.length > 0 && part.otherwise === undefined)) {
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
    return this.uncovered(part, points);
  }

  private subjectShown(part: Extract<RulePart, { kind: 'tiers' }>): string {
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
  private uncovered(part: Extract<RulePart, { kind: 'tiers' }>, points: Exact): Worth {
    for (const { check, award, text } of part.tiers) {
      if (check.kind !== 'equal' || check.to.kind !== 'number' || !check.to.value.equals(ONE)) continue;
      const of = this.figures.evaluate(check.of, points);
      if (!('value' in of) || of.value.compare(ONE) <= 0) continue;
      this.trace.push(`${showPercent(of.value)}超过100%，按“${text}”计`);
      return this.award(award, part, points);
    }
    this.refused = `${this.subjectShown(part)}评分标准中没有一档包括这个数。`;
    return openBetween(ZERO, points);
  }

  private inRegion(step: Steps): boolean | null {
    if (!step.region) return true;
    const truth = this.truths.holds(step.region);
    if (truth.holds === null) this.need(...truth.needs);
    return truth.holds;
  }

  /** Points a step rule takes: completed steps, or in proportion, as the reading has it. */
  private steps(step: Steps, points: Exact): Worth {
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

  private taken(step: Steps, count: Exact, per: Exact, points: Exact, words: string): Worth {
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
  private interpolation(part: RulePart, points: Exact): Worth {
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

  private unclear(points: Exact): Worth {
    this.refused = '线性插值的两端没有写明得分。';
    return openBetween(ZERO, points);
  }

  private neighbour(
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

  private deduction(deduction: Deduction, points: Exact): Worth {
    const per = this.figures.evaluate(deduction.per, points);
    const each = 'value' in per ? per.value : points;
    const limit = deduction.cap ?? points;
    switch (deduction.by) {
      case 'count':
        return this.counted(deduction, each, limit);
      case 'once': {
        const truth = this.truths.holds(deduction.check);
        if (truth.holds === null) {
          this.need(...truth.needs);
          return openBetween(ZERO, each);
        }
        if (truth.holds)
          this.trace.push(`“${deduction.text}” → ${deduction.bonus ? '加' : '扣'}${showPoints(each)}`);
        return sure(truth.holds ? each : ZERO);
      }
      case 'judgement': {
        const range = judgedBetween(deduction.low, deduction.high ?? points);
        const happened = deduction.question ? this.truths.yes(deduction.question) : true;
        if (happened === false) return NOTHING;
        if (happened === null && deduction.question) {
          this.need(this.truths.needOf(deduction.question));
          return { ...range, low: ZERO, open: true };
        }
        this.trace.push(`“${deduction.text}”：扣多少由人判断`);
        return range;
      }
      case 'amount':
        return sure(each);
    }
  }

  private counted(deduction: Extract<Deduction, { by: 'count' }>, each: Exact, limit: Exact): Worth {
    const { question, size } = deduction;
    const counts = this.truths.counts(question);
    const perCategory = question.perCategory === true;
    if (counts === null) {
      this.need(this.truths.needOf(question));
      return openBetween(ZERO, perCategory ? this.standard.points : limit);
    }
    const takes = counts.map((count) => count.div(size).floor().mul(each));
    const total = takes.reduce((a, b) => a.add(b), ZERO);
    const capped = perCategory ? takes.reduce((a, b) => a.add(min(b, limit)), ZERO) : min(total, limit);
    if (perCategory && counts.length === 1 && total.compare(limit) > 0) {
      this.need({
        ...this.truths.needOf(question),
        about: `${question.name}（单类最多扣${showPoints(limit)}，请按类别分别填列数目）`,
      });
      return openBetween(min(total, limit), total);
    }
    const number = counts.reduce((a, b) => a.add(b), ZERO);
    this.trace.push(
      `“${deduction.text}”：${showNumber(number)} → ${deduction.bonus ? '加' : '扣'}${showPoints(capped)}`,
    );
    return sure(capped);
  }
}

/** Whether a quantity is asked for by name alone; which of several cells it is is another question. */
function isQuantity({ kind, name, candidates }: Need, wanted: string): boolean {
  return kind === 'quantity' && name === wanted && candidates === undefined;
}

const RANK: Readonly<Record<Override['gives'], number>> = { 'not-applicable': 0, zero: 1, full: 2 };

function meets(bound: { at: { kind: string; value?: Exact } } | undefined, edge: Exact): boolean {
  return bound?.at.kind === 'number' && bound.at.value?.equals(edge) === true;
}
