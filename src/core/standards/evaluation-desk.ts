import type { ScoringInputs } from '../scoring/operand';
import type { Need } from '../scoring/score';
import type { MatchedAnswers } from './answers';
import { Figures } from './figures';
import type { OpenPlaces, Reading } from './reading';
import type { Standard } from './rule';
import { Truths } from './truths';

/** What evaluating one standard under one reading gathers: the trace, what is missing, and why no score may be given. */
export abstract class EvaluationDesk {
  protected readonly trace: string[] = [];
  protected needs: Need[] = [];
  protected refused: string | null = null;
  protected readonly figures: Figures;
  protected readonly truths: Truths;

  constructor(
    protected readonly standard: Standard,
    protected readonly inputs: ScoringInputs,
    answers: MatchedAnswers,
    protected readonly reading: Reading,
    protected readonly open: OpenPlaces,
  ) {
    this.figures = new Figures(standard, inputs, reading, open, this.trace);
    this.truths = new Truths(standard, inputs, answers, this.figures);
  }

  protected has(need: Need): boolean {
    return this.needs.some(
      ({ name, kind, about, under }) =>
        name === need.name && kind === need.kind && about === need.about && under === need.under,
    );
  }

  /** Whether the quantity is asked for already. */
  protected asks({ name, candidates }: Need): boolean {
    return candidates === undefined && this.needs.some((one) => isQuantity(one, name));
  }

  protected need(...needs: readonly Need[]): void {
    for (const need of needs) {
      const same = this.needs.findIndex((one) => isQuantity(one, need.name) && isQuantity(need, one.name));
      if (same < 0 ? !this.has(need) : need.candidates !== undefined) this.needs.push(need);
      else if (same >= 0 && this.needs[same]?.unit === undefined) this.needs[same] = need;
    }
  }
}

/** Whether a quantity is asked for by name alone; which of several cells it is is another question. */
function isQuantity({ kind, name, candidates }: Need, wanted: string): boolean {
  return kind === 'quantity' && name === wanted && candidates === undefined;
}
