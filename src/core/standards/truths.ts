import { perObject } from '../remember';
import { ONE, roundHalfUp, sum, ZERO, type Exact } from '../scoring/number';
import type { ScoringInputs } from '../scoring/operand';
import type { Need } from '../scoring/score';
import type { MatchedAnswers } from './answers';
import type { Figure, Figures } from './figures';
import { isRateName } from './names';
import type { Check, Question, Standard, Steps } from './rule';
import type { Truth } from './tier-choice';

const placeOf = ({ kind, span, under }: Question): string =>
  `${kind} ${String(span.from)} ${String(span.to)} ${under ?? ''}`;

/** Stretches of a standard that ask several things at once: 预算公开、决算公开各2分. */
const sharedPlaces = perObject(({ questions }: Standard): ReadonlySet<string> => {
  const seen = new Set<string>();
  return new Set(
    questions.map(placeOf).filter((place) => {
      const again = seen.has(place);
      seen.add(place);
      return again;
    }),
  );
});

/** What figures and answers say of conditions. */
export class Truths {
  constructor(
    private readonly standard: Standard,
    private readonly inputs: ScoringInputs,
    private readonly answers: MatchedAnswers,
    private readonly figures: Figures,
  ) {}

  counts(question: Question): Exact[] | null {
    const given = this.answers.byQuestion.get(question.id) ?? [];
    const counts = given.flatMap((answer) => {
      if (answer.count !== undefined) return [countOf(answer.count)];
      const happened = answer.happened ?? (answer.met === undefined ? undefined : !answer.met);
      return happened === undefined ? [] : [happened ? null : ZERO];
    });
    if (counts.length === 0)
      return this.inputs.otherwise === 'met' && question.earned !== true ? [ZERO] : null;
    const known = counts.filter((count) => count !== null);
    return known.length === counts.length ? known : null;
  }

  /** Whether a condition holds; what must be known to say so. */
  holds(check: Check): Truth {
    switch (check.kind) {
      case 'between': {
        const told = check.question ? this.said(check.question) : null;
        if (told !== null) return { holds: told, needs: [] };
        const of = this.figures.evaluate(check.of, this.standard.points);
        const bounds = [check.low, check.high].map(
          (bound) => bound && this.figures.against(bound.at, check.of, of, this.standard.points),
        );
        const missing = [of, ...bounds].flatMap((figure) =>
          figure && 'missing' in figure ? figure.missing : [],
        );
        // In time, when everything not answered counts as in order.
        if (!('value' in of) && check.question?.kind === 'tick' && this.inputs.otherwise === 'met')
          return { holds: true, needs: [] };
        if (!('value' in of))
          return { holds: null, needs: this.figures.asked(missing, check.high?.at, check.low?.at) };
        const mistaken = this.otherScale(check, of.value);
        if (mistaken) return { holds: null, needs: [mistaken] };
        const [low, high] = bounds;
        if ((low && !('value' in low)) || (high && !('value' in high)))
          return { holds: null, needs: missing };
        const above = !low || exceeds(of.value, low.value, check.low?.hold ?? 0);
        const below = !high || exceeds(high.value, of.value, check.high?.hold ?? 0);
        return { holds: above && below, needs: [] };
      }
      case 'equal': {
        const of = this.figures.evaluate(check.of, this.standard.points);
        const to = this.figures.against(check.to, check.of, of, this.standard.points);
        if (!('value' in of) || !('value' in to))
          return {
            holds: null,
            needs: this.figures.asked(
              [of, to].flatMap((figure) => ('missing' in figure ? figure.missing : [])),
              check.to,
            ),
          };
        return { holds: of.value.equals(to.value), needs: [] };
      }
      case 'all': {
        const truths = check.checks.map((inner) => this.holds(inner));
        if (truths.some(({ holds }) => holds === false)) return { holds: false, needs: [] };
        const needs = truths.flatMap((truth) => (truth.holds === null ? truth.needs : []));
        return truths.every(({ holds }) => holds === true)
          ? { holds: true, needs: [] }
          : { holds: null, needs };
      }
      case 'any': {
        const truths = check.checks.map((inner) => this.holds(inner));
        if (truths.some(({ holds }) => holds === true)) return { holds: true, needs: [] };
        const needs = truths.flatMap((truth) => (truth.holds === null ? truth.needs : []));
        return { holds: truths.every(({ holds }) => holds === false) ? false : null, needs };
      }
      case 'asked': {
        const answer = this.yes(check.question);
        return answer === null
          ? { holds: null, needs: [this.needOf(check.question)] }
          : { holds: answer, needs: [] };
      }
    }
  }

  /** How many steps a person told, where the steps are amounts. */
  toldSteps({ question, size }: Steps): Exact | null {
    if (!question) return null;
    const printed = size.in ? size.value.div(size.in.factor) : size.value;
    return this.told(question)?.div(printed).floor() ?? null;
  }

  /** The number that was answered; null where none was. */
  told(question: Question): Exact | null {
    const given = (this.answers.byQuestion.get(question.id) ?? []).flatMap(({ count }) =>
      count === undefined ? [] : [countOf(count)],
    );
    return given.length > 0 ? sum(given) : null;
  }

  /** A share (0.85) set against a bound in points of a hundred (80分) is asked about, never compared. */
  private otherScale({ of, low, high }: Extract<Check, { kind: 'between' }>, value: Exact): Need | null {
    const inPoints = [low, high].some(
      (bound) =>
        bound?.at.kind === 'number' &&
        bound.at.unit !== 'percent' &&
        !bound.at.in &&
        bound.at.value.compare(10) >= 0,
    );
    if (
      !inPoints ||
      of.kind !== 'name' ||
      !isRateName(of.name) ||
      value.abs().compare(ONE) > 0 ||
      value.equals(ZERO)
    )
      return null;
    const name = this.standard.quantities.get(of.name)?.name ?? of.name;
    return {
      name,
      kind: 'quantity',
      about: `“${name}”的评分标准以分计（满分100分），现有的数像是比率，请核对`,
    };
  }

  /** What was answered to a question of yes or no; `otherwise` has items met and nothing happened. */
  yes(question: Question): boolean | null {
    const said = this.said(question);
    if (said !== null) return said;
    if (this.inputs.otherwise !== 'met') return null;
    return question.kind === 'tick';
  }

  said(question: Question): boolean | null {
    for (const { met, happened, chosen } of this.answers.byQuestion.get(question.id) ?? []) {
      const said = met ?? happened ?? chosen;
      if (said !== undefined) return said;
    }
    return this.inTime(question) ?? this.oftenEnough(question);
  }

  /** 出现3次以上, by the number of times told for 每出现1次. */
  private oftenEnough({ threshold }: Question): boolean | null {
    const counted = threshold && this.standard.questions[threshold.question];
    const counts = counted ? this.counts(counted) : null;
    if (!threshold || !counts) return null;
    const compared = sum(counts).compare(threshold.at);
    return threshold.over ? compared > 0 : compared >= 0;
  }

  /** Whether a limit of time was kept, by the number answered or by the figure of the sheet. */
  private inTime(question: Question): boolean | null {
    const { limit } = question;
    if (!limit) return null;
    const told = this.told(question);
    const of: Figure =
      told && limit.at.in
        ? { value: told, unit: limit.at.in }
        : this.figures.evaluate(limit.of, this.standard.points);
    const at = this.figures.against(limit.at, limit.of, of, this.standard.points);
    if (!('value' in of) || !('value' in at)) return null;
    return limit.within === of.value.compare(at.value) <= 0;
  }

  /** 未公开 is denied by an answer that 20日内公开 was met. */
  denied(check: Check): boolean {
    if (check.kind !== 'asked') return false;
    const deed = /^(?:未|没有)([^,，;；。、或]{2,6})$/.exec(check.question.name)?.[1];
    if (deed === undefined) return false;
    return this.standard.questions.some(
      (other) => other !== check.question && other.name.endsWith(deed) && !/[未没不]/.test(other.name) &&
        other.kind !== 'count' && this.said(other) === true,
    );
  } // prettier-ignore

  /** What is asked; the words of several questions are each called by its own name, so that an answer fits one of them. */
  needOf(question: Question): Need {
    const under = question.under === undefined ? {} : { under: question.under };
    const isShared = sharedPlaces(this.standard).has(placeOf(question));
    const about = isShared ? question.name : question.span.text;
    return { name: question.name, kind: question.kind, about, ...under };
  }
}

function exceeds(value: Exact, bound: Exact, hold: number): boolean {
  return hold > 0 ? value.compare(bound) >= 0 : value.compare(bound) > 0;
}

function countOf(count: number): Exact {
  return roundHalfUp(ONE.mul(Math.max(0, Math.round(count * 1e6))).div(1e6), 6);
}
