import { ONE, type Exact } from '../scoring/number';
import type { CompileContext, Placed, PlacedDeduction } from './compile-context';
import { AND_SO_ON } from './continued-tiers';
import type { Measure } from './deduction';
import type { Scanned } from './scan';
import type { Statement } from './statement';
import { trim } from './trim';

type Loss = Extract<Statement, { kind: 'deduction' }>;
type Counted = Readonly<{ times: Exact; words: string; unit: string }>;

/** 发生2起, 2次, 1个项目未完成: a number of times, with the words before it. */
const TIMES = /^([^#%,;。]{0,14}?)#(个?[次起件例处人家条笔份宗]|[个项])(?:[^#%,;。以及每]{2,14})?(?:的)?$/;
/** 有3个及以上不得分 behind the last: as many as end the series. */
const ENDED = /^,?[^#%,;。]{0,4}#个?[次起件例项处人家条笔份宗]?(?:\(含\))?及?以上的?,?(?:不得分|得#分)/;
/** Points are taken until there are none left. */
const TO_THE_END = /扣完|扣光|减完|直至|为止/;
/** …… behind the last that is printed. */
const ELLIPSIS = /…|\.{3}/;

/**
 * 发生1起扣1分，2起扣2分，以此类推: as many times the first loss as often as it happened is the same loss each time. Only where every
 * number printed fits, and where the text says that it goes on; how else such a list is meant is not told.
 */
export function countSeries(context: CompileContext, placed: readonly Placed[]): readonly Placed[] {
  const { scanned } = context;
  const losses = placed.filter(
    (one): one is PlacedDeduction =>
      one.statement.kind === 'deduction' && !one.statement.bonus && numberOf(scanned, one.statement) !== null,
  );
  const [first, ...others] = losses;
  const one = first && numberOf(scanned, first.statement);
  const all = placed.filter(({ statement }) => statement.kind === 'deduction').length;
  if (!first || !one || losses.length < all || !one.times.equals(ONE)) return placed;
  const per = first.statement.value;
  const last = others.at(-1);
  if (per.kind !== 'number' || !last) return placed;
  const listed = others.every(({ statement }) => {
    const next = numberOf(scanned, statement);
    return next && next.times.compare(ONE) > 0 && (next.words === '' || next.words === one.words);
  });
  if (!listed) return placed;
  const even = others.every(({ statement }, i) => {
    const next = numberOf(scanned, statement);
    const { value } = statement;
    return (
      next?.times.equals(i + 2) === true &&
      next.unit === one.unit &&
      value.kind === 'number' &&
      value.value.equals(per.value.mul(next.times))
    );
  });
  if (!even || !(goesOn(scanned, last.statement) || isEnded(scanned, last.statement))) {
    const [a, b] = [first, last].map(({ statement }) => context.text(statement.span));
    context.problem(`“${a ?? ''}”与“${b ?? ''}”是分档扣还是逐项扣，不能确定。`);
    return placed;
  }
  const said = new Set<Placed>(others);
  const measure: Measure = { by: 'count', size: ONE, unit: one.unit, of: first.statement.condition };
  return placed.map((each) => {
    if (each === first) return { ...first, statement: { ...first.statement, measure } };
    return said.has(each) ? { ...each, statement: { kind: 'note', span: each.statement.span } } : each;
  });
}

function numberOf({ shape, numbers }: Scanned, { condition }: Loss): Counted | null {
  const [a, b] = trim(shape, ...condition);
  const [, words = '', unit] = TIMES.exec(shape.slice(a, b)) ?? [];
  const times = unit === undefined ? undefined : numbers[a + words.length]?.value;
  return times && unit !== undefined && !words.includes('每') ? { times, words, unit } : null;
}

/** Whether words behind the series say that it goes on. */
function goesOn({ shape }: Scanned, { span: [, end] }: Loss): boolean {
  const behind = shape.slice(end, end + 24);
  return AND_SO_ON.test(behind) || ELLIPSIS.test(behind) || TO_THE_END.test(behind);
}

/** Whether the next number of times leaves no points. */
function isEnded(scanned: Scanned, last: Loss): boolean {
  const found = ENDED.exec(scanned.shape.slice(last.span[1], last.span[1] + 24));
  if (!found) return false;
  const at = last.span[1] + found[0].indexOf('#');
  const times = numberOf(scanned, last)?.times;
  return times !== undefined && scanned.numbers[at]?.value.equals(times.add(ONE)) === true;
}
