import type { Award, Deduction, Override, Question, RulePart, Section, Standard } from './rule';
import type { MatchedAnswers } from './answers';
import { TierEvaluation } from './evaluation-tiers';
import { showNumber, showPoints } from './format';
import { max, min, ONE, roundHalfUp, ZERO, type Exact } from '../scoring/number';
import type { ScoringInputs } from '../scoring/operand';
import type { OpenPlaces, Reading } from './reading';
import type { Need } from '../scoring/score';
import type { Truth } from './tier-choice';
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

/** Sections with their overrides, lists, choices and deductions. */
class Evaluation extends TierEvaluation {
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
      const alternative = sure(worthOf(override, points));
      const settled = either(worth, alternative);
      if (!settled.open && settled === worth) continue;
      worth = settled;
      this.needs.splice(mark, 0, ...truth.needs.filter((need) => !this.has(need) && !this.asks(need)));
    }
    return worth;
  }

  private settledBy(override: Override, points: Exact): Worth {
    if (override.gives === 'not-applicable') {
      this.refused = `“${override.text}”成立，本指标不计分，分值按评分标准另行折算。`;
      return openBetween(ZERO, points);
    }
    const value = worthOf(override, points);
    this.trace.push(`“${override.text}”成立 → ${showPoints(value)}`);
    return sure(value);
  }

  private applies(override: Override): Truth {
    const truth = this.truths.holds(override.check);
    if (truth.holds !== null) return truth;
    if (override.check.kind === 'asked' && override.check.question.optional)
      return { holds: false, needs: [] };
    if (override.check.kind !== 'asked' && override.gives === 'full') return { holds: false, needs: [] };
    if (override.gives === 'zero' && this.truths.denied(override.check)) return { holds: false, needs: [] };
    if (override.refutedBy) {
      const figure = this.figures.evaluate(override.refutedBy, this.standard.points);
      if ('value' in figure && figure.value.compare(ZERO) > 0) {
        this.trace.push(`已有数据，不属于“${override.text}”的情形。`);
        return { holds: false, needs: [] };
      }
    }
    return truth;
  }

  private section(section: Section, isWhole: boolean): Worth {
    const overrides = this.overridesOf(section, 'section');
    return this.overridden(overrides, section.points, () => {
      let worth = NOTHING;
      for (const part of section.parts) worth = add(worth, this.part(part, section.points));
      let lost = NOTHING;
      for (const deduction of section.deductions) {
        const taken = this.deduction(deduction, section);
        if (!deduction.bonus) lost = add(lost, taken);
        worth = deduction.bonus ? add(worth, taken) : subtract(worth, taken);
      }
      if (!lost.open && lost.high.equals(ZERO)) worth = subtract(worth, this.deniedBase(section));
      if (!isWhole && !this.reading.uncapped) {
        if (!worth.open && worth.high.compare(section.ceiling) > 0) {
          this.open.caps = true;
          this.trace.push(`“${section.title}”以${showPoints(section.ceiling)}封顶`);
        }
        return limited(worth, section);
      }
      return isWhole ? this.printed(limited(worth, section), section) : worth;
    });
  }

  /** The score with the decimals its text asks for, and said where it goes beyond the points. */
  private printed(worth: Worth, { decimals, points }: Section): Worth {
    if (worth.open) return worth;
    const rounded =
      decimals === undefined
        ? worth
        : { ...worth, low: roundHalfUp(worth.low, decimals), high: roundHalfUp(worth.high, decimals) };
    if (decimals !== undefined) this.trace.push(`四舍五入 → ${this.shown(rounded)}`);
    if (rounded.high.compare(points) <= 0) return rounded;
    this.open.beyond = true;
    if (this.reading.within) return clamp(rounded, ZERO, points);
    this.trace.push(`加分后为${this.shown(rounded)}，超过分值${showPoints(points)}`);
    return rounded;
  }

  /** 账实相符得1分，不相符扣1分: that it does not agree is answered of either; how often something was found is not. */
  private deniedBase({ parts, deductions, points }: Section): Worth {
    const denied = parts.some(
      (part) => part.kind === 'base' && part.question && this.truths.said(part.question) === false,
    );
    const losses = deductions.filter(({ bonus }) => !bonus);
    const [only] = losses;
    if (!denied || !only) return NOTHING;
    if (losses.length === 1 && only.by === 'once') {
      const per = this.figures.evaluate(only.per, points);
      if ('value' in per) {
        this.trace.push(`“${only.text}” → 扣${showPoints(per.value)}`);
        return sure(per.value);
      }
    }
    for (const loss of losses) {
      if (loss.by === 'count') this.need(this.truths.needOf(loss.question));
      if (loss.by === 'once' && loss.check.kind === 'asked')
        this.need(this.truths.needOf(loss.check.question));
    }
    return openBetween(ZERO, points);
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
    if (!met && part.judged) {
      const rest = judgedBetween(ZERO, part.points);
      this.trace.push(`不满足“${part.question.name}”：扣多少由人判断 → ${this.shown(rest)}`);
      return rest;
    }
    this.trace.push(
      `${met ? '满足' : '不满足'}“${part.question.name}” → ${showPoints(met ? part.points : ZERO)}`,
    );
    return sure(met ? part.points : ZERO);
  }

  private tally(part: Extract<RulePart, { kind: 'tally' }>, points: Exact): Worth {
    const { loss, gain, per, items } = part;
    const lost = loss ? this.truths.told(loss) : null;
    const gained = gain ? this.truths.told(gain) : null;
    if (lost === null && gained === null && items.length > 0)
      return items.reduce((worth, item) => add(worth, this.item(item)), NOTHING);
    const most = points.div(per);
    const kept = lost ? most.sub(lost) : (gained ?? (this.inputs.otherwise === 'met' ? most : null));
    if (kept === null) {
      const asked = loss ?? gain;
      if (asked) this.need(this.truths.needOf(asked));
      return openBetween(ZERO, points);
    }
    const worth = max(ZERO, min(points, kept.mul(per)));
    this.trace.push(`“${part.text}”：${showNumber(max(kept, ZERO))} → ${showPoints(worth)}`);
    return sure(worth);
  }

  private choice(part: Extract<RulePart, { kind: 'choice' }>, points: Exact): Worth {
    const { options } = part;
    const [single] = options;
    if (single && options.length === 1 && single.award.kind === 'judgement')
      return this.onlyBand(part, single, points);
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

  /** 优秀得2-3分 of five points: of what is not excellent the text says nothing but that it has less. */
  private onlyBand(
    part: RulePart,
    { question, award, text }: Extract<RulePart, { kind: 'choice' }>['options'][number],
    points: Exact,
  ): Worth {
    const band = this.award(award, part, points);
    const said = this.truths.said(question);
    const rest = judgedBetween(ZERO, band.low);
    if (band.high.compare(points) < 0)
      this.trace.push(
        `评分标准最多给${showPoints(band.high)}，少于分值${showPoints(points)}，请核对评分标准`,
      );
    if (said === true || rest.low.equals(rest.high)) {
      if (said === null) this.need(this.choiceNeed([{ question }]));
      this.trace.push(`“${said ? question.name : text}” → ${this.shown(band)}`);
      return said === true ? band : { ...band, open: true };
    }
    this.trace.push(`评分标准只写了“${text}”，其余情形（${this.shown(rest)}）没有写明`);
    if (said === false) return rest;
    this.need(this.choiceNeed([{ question }]));
    return { ...either(band, rest), open: true };
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

  private deduction(deduction: Deduction, { points, belowZero }: Section): Worth {
    const per = this.figures.evaluate(deduction.per, points);
    const each = 'value' in per ? per.value : points;
    const limit = deduction.cap ?? (belowZero ? null : points);
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

  private counted(deduction: Extract<Deduction, { by: 'count' }>, each: Exact, limit: Exact | null): Worth {
    const { question, size } = deduction;
    const counts = this.truths.counts(question);
    const perCategory = question.perCategory === true;
    const ask = (): void => {
      const hints = [
        ...(size.equals(ONE) ? [] : [`请填实际数目，每满${showNumber(size)}计一次`]),
        ...(perCategory && limit
          ? [`单类最多扣${showPoints(limit)}，有几类的请按类别分别填列数目，如3、2`]
          : []),
      ];
      this.need({
        ...this.truths.needOf(question),
        ...(hints.length > 0 ? { hint: hints.join('；') } : {}),
        ...(perCategory ? { several: true as const } : {}),
      });
    };
    if (counts === null) {
      ask();
      return openBetween(ZERO, perCategory || !limit ? this.standard.points : limit);
    }
    const takes = counts.map((count) => count.div(size).floor().mul(each));
    const total = takes.reduce((a, b) => a.add(b), ZERO);
    const within = (taken: Exact): Exact => (limit ? min(taken, limit) : taken);
    const capped = perCategory ? takes.reduce((a, b) => a.add(within(b)), ZERO) : within(total);
    if (limit && perCategory && counts.length === 1 && total.compare(limit) > 0) {
      ask();
      return openBetween(min(total, limit), total);
    }
    const number = counts.reduce((a, b) => a.add(b), ZERO);
    this.trace.push(
      `“${deduction.text}”：${showNumber(number)} → ${deduction.bonus ? '加' : '扣'}${showPoints(capped)}`,
    );
    return sure(capped);
  }
}

/** The worth of a section between nothing and its ceiling; below nothing where its text says so. */
function limited(worth: Worth, { belowZero, ceiling }: Section): Worth {
  return clamp(worth, belowZero && worth.low.compare(ZERO) < 0 ? worth.low : ZERO, ceiling);
}

const RANK: Readonly<Record<Override['gives'], number>> = { 'not-applicable': 0, zero: 1, full: 2 };

/** What an override leaves. */
function worthOf({ gives, owed = ZERO }: Override, points: Exact): Exact {
  return gives === 'full' ? points : ZERO.sub(owed);
}
