import type { Standard } from './rule';
import type { MatchedAnswers } from './answers';
import type { ScoringInputs } from '../scoring/operand';
import type { Reading } from './reading';

export function toExcelFormula(
  _standard: Standard,
  _inputs: ScoringInputs,
  _answers: MatchedAnswers,
  _reading: Reading,
): string | null {
  return null;
}
