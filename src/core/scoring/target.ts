import type { Given } from '../answers';
import type { Profile } from '../profiles/profile';
import { displayedText } from '../snapshot/displayed-text';
import { readText } from '../snapshot/read-number';
import type { NumberReading, ReadNumber } from '../snapshot/number-reading';
import { squeeze } from '../snapshot/width';
import type { Indicator, IndicatorTable } from '../tables/table';
import { exact } from './number';
import type { Score } from './score';
import { dateStretch, endsInDoubt, isBareMonth, type Stretch } from './target-date';
import { deadlineNeed, saidInTime, suppliedValues } from './target-given';
import { quantityNeed, scoreNumbers } from './target-number';
import { plainText, scoreOf, type Outcome, type ScoredLine, type TargetCase } from './target-result';
import { chooseBand, scoreWords } from './target-words';
import { numberSaid, pairSaid } from './target-said';
import { scoreNone } from './target-zero';

export { executionName, scoreMoney, EXECUTION_INDICATOR } from './target-money';

/**
 * Score of a line that prints no standard, from its target and actual value: met gives the points, short of it the ratio,
 * words a band, a deadline the points when it was kept. What cannot be told from the sheet is asked for.
 */
export function scoreByTarget(
  indicator: Indicator,
  table: IndicatorTable,
  profile: Profile,
  given: Given = {},
): Score {
  const line: ScoredLine = {
    indicator: indicator.name,
    project: table.project?.text ?? null,
    score: indicator.score,
    points: indicator.points,
  };
  const points = indicator.points?.reading;
  if (points?.kind !== 'number') return scoreOf(line, withoutPoints(points));
  return scoreOf(line, outcomeOf({ indicator, table, profile, given, points: points.value }));
}

function withoutPoints(points: NumberReading | undefined): Outcome {
  const trace =
    points?.kind === 'not-applicable' ? `分值为“${points.text}”，本项不计分` : '没有找到本项的分值';
  return { status: 'manual', trace: [trace] };
}

function outcomeOf(of: TargetCase): Outcome {
  const { indicator } = of;
  const supplied = suppliedValues(of);
  const target = supplied.target ?? indicator.target?.reading ?? null;
  const actual = supplied.actual ?? indicator.actual?.reading ?? null;
  const outcome = judged(of, target, actual);
  // A formula would go on with what the cells hold.
  return supplied.target || supplied.actual ? { ...outcome, formula: null } : outcome;
}

function judged(of: TargetCase, target: NumberReading | null, actual: NumberReading | null): Outcome {
  const { indicator } = of;
  if (target === null && actual === null)
    return { status: 'manual', trace: ['没有评分标准，也没有指标值和完成值，由评价人评分'] };
  const none = scoreNone(of, target, actual);
  if (none) return none;
  if (actual?.kind === 'not-applicable' || target?.kind === 'not-applicable')
    return notApplicable(target, actual);
  if (target === null || target.kind === 'blank') return withoutTarget(of, actual);
  if (actual === null || actual.kind === 'blank') return missingActual(of, target);
  if (target.kind === 'error' || actual.kind === 'error')
    return {
      status: 'needs-input',
      needs: [quantityNeed(indicator, target.kind === 'error' ? '指标值' : '完成值')],
      trace: ['单元格为错误值，不能计算'],
    };
  return target.kind === 'number' ? againstNumber(of, target, actual) : againstText(of, target.text, actual);
}

/** A number is set against the target that is asked for; words are for a person to judge. */
function withoutTarget(of: TargetCase, actual: NumberReading | null): Outcome {
  if (actual?.kind === 'text') return chooseBand(of, '', actual.text);
  return {
    status: 'needs-input',
    needs: [quantityNeed(of.indicator, '指标值')],
    trace: ['指标值为空'],
  };
}

function notApplicable(target: NumberReading | null, actual: NumberReading | null): Outcome {
  const mark = [actual, target].find((reading) => reading?.kind === 'not-applicable');
  const text = mark?.kind === 'not-applicable' ? mark.text : '—';
  return { status: 'manual', trace: [`填写“${text}”，表示本项不适用；得分或折算由评价人确定`] };
}

function missingActual(of: TargetCase, target: NumberReading): Outcome {
  if (target.kind === 'text' && (of.given.answers ?? []).some(({ chosen }) => chosen))
    return scoreWords(of, target.text, '');
  return { status: 'needs-input', needs: [quantityNeed(of.indicator, '完成值')], trace: ['完成值为空'] };
}

function againstNumber(of: TargetCase, target: ReadNumber, actual: NumberReading): Outcome {
  if (actual.kind === 'number') return scoreNumbers(of, target, actual);
  const text = actual.kind === 'text' ? actual.text : '';
  const same = numberSaid(of.indicator, text);
  if (same) return scoreNumbers(of, target, same);
  return {
    status: 'needs-input',
    needs: [quantityNeed(of.indicator, '完成值')],
    trace: [`指标值是数，完成值“${text.trim()}”不是数，请填写实际数`],
  };
}

function againstText(of: TargetCase, target: string, actual: NumberReading): Outcome {
  const cell = of.indicator.actual?.cell;
  const said = actual.kind === 'text' ? actual.text : cell ? displayedText(cell) : '';
  const span = rangeOf(target);
  if (span && actual.kind === 'number') return againstRange(of, span, actual, target);
  const measured = pairSaid(of.indicator, target, actual, said);
  if (measured) return scoreNumbers(of, measured.target, measured.actual);
  if ([target, said].some((text) => isBareMonth(text)) && DURATION.test(of.indicator.name))
    return {
      status: 'needs-input',
      needs: [quantityNeed(of.indicator, '完成值')],
      trace: [`指标值“${target.trim()}”，完成值“${said.trim()}”：不能确定是几个月还是几月份`],
    };
  const deadline = dateStretch(target, of.table.year);
  const done = deadline && dateStretch(said, of.table.year);
  return deadline && done ? againstDeadline(of, deadline, done, target, said) : scoreWords(of, target, said);
}

function againstDeadline(
  of: TargetCase,
  deadline: Stretch,
  done: Stretch,
  target: string,
  said: string,
): Outcome {
  const { points } = of;
  const asWritten = `期限“${target.trim()}”，完成时间“${said.trim()}”`;
  const chosen = saidInTime(of);
  const kept: Outcome = {
    status: 'scored',
    score: points,
    trace: [`${asWritten}：按期完成，得满分${plainText(points)}分`],
  };
  const inTime = endsInDoubt(target) ? deadline.from - 1 : deadline.to;
  const unclear = done.to <= inTime && yearUnclear(deadline, done, said);
  const doubtful = unclear || (done.to > inTime && done.from <= deadline.to);
  if (doubtful && chosen === null)
    return {
      status: 'needs-input',
      needs: [deadlineNeed(of)],
      trace: [`${asWritten}：${unclear ? '完成时间没有写年份，不能确定是当年还是次年' : '不能确定是否按期'}`],
    };
  if (doubtful ? chosen : done.to <= inTime) return kept;
  return {
    status: 'range',
    range: [exact(0), points],
    trace: [`${asWritten}：晚于期限，没有写明如何扣分，由评价人在0—${plainText(points)}分内确定`],
  };
}

/** 服务期限12月: a length of time, not December. */
const DURATION = /时长|期限|周期|工期|期数|月数|时限|年限|存续|天数|长度/;

/** 12月底前 beside 1月: January of the next year as well as of this one. */
function yearUnclear(deadline: Stretch, done: Stretch, said: string): boolean {
  const monthOf = (day: number): number => Math.floor(day / 100) % 100;
  return !/(?:19|20)\d{2}/.test(said) && monthOf(deadline.to) >= 10 && monthOf(done.to) <= 3;
}

type Span = Readonly<{ low: ReadNumber; high: ReadNumber; around: boolean }>;

/** A target between two numbers (`5—8个`) or around one (`20±5个`); `null` for any other text. */
function rangeOf(text: string): Span | null {
  const squeezed = squeeze(text);
  const around = /^([\d.]+)(\D*)±([\d.]+)(\D*)$/.exec(squeezed);
  if (around) {
    const [, middle = '', first = '', by = '', unit = ''] = around;
    if (first !== '' && first !== unit) return null;
    return spanOf(plus(middle, `-${by}`), plus(middle, by), unit, unit, true);
  }
  const parts = /^([\d.]+)([^\d.\s]{0,4}?)(?:-|—|~|～|至)([\d.]+)(\D*)$/.exec(squeezed);
  if (!parts) return null;
  const [, from = '', first = '', to = '', unit = ''] = parts;
  if (first !== '' && first !== unit) return null;
  return spanOf(from, to, first === '' ? unit : first, unit, false);
}

const plus = (a: string, b: string): string => plainText(exact(a).add(exact(b)));

function spanOf(from: string, to: string, unit: string, upper: string, around: boolean): Span | null {
  const [low, high] = [`${from}${unit}`, `${to}${upper}`].map((one) => readText(one, { measured: true }));
  return low?.kind === 'number' && high?.kind === 'number' && low.value.compare(high.value) < 0
    ? { low, high, around }
    : null;
}

function againstRange(
  of: TargetCase,
  { low, high, around }: Span,
  actual: ReadNumber,
  target: string,
): Outcome {
  const inside = scoreNumbers(of, { ...plainReading(low), sign: '>=' }, actual);
  const below = scoreNumbers(of, { ...plainReading(high), sign: '<=' }, actual);
  const short = around && !inside.score?.equals(of.points);
  if (below.score?.equals(of.points) && !short) return inside;
  return {
    ...below,
    status: 'needs-input',
    needs: [quantityNeed(of.indicator, `是否允许超出“${target.trim()}”`)],
  };
}

/** Fields of a reading on their own: readings compute their value when asked and cannot be spread. */
const plainReading = ({ value, decimals, percent, unit, quirks }: ReadNumber): ReadNumber => ({
  kind: 'number',
  value,
  decimals,
  percent,
  unit,
  sign: null,
  quirks,
});
