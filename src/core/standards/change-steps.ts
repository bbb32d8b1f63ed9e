import { exact } from '../scoring/number';
import type { CompileContext, Placed } from './compile-context';
import type { StepSize } from './deduction';
import type { Expression } from './expression';
import { canonicalName, isRateName } from './names';
import { type Bound, type Mention, type Test, speaksOfQuantity } from './test';
import { trim } from './trim';

/** Words that name the year before. */
const BEFORE =
  '(?:上年度?|上一年度?|去年|前一年度?)(?:同期|年末|年底|末|底)?(?:实际|决算|执行)?(?:数|水平|金额)?';
const THAN = `(?:(?:与|同|和|较|比|相较于?|对比|相比于?)?${BEFORE}(?:相比|比较|比)?|同比)`;
/** X较上年……: what is compared, and what is said of the change. */
const COMPARED = new RegExp(`^(.{0,24}?),?${THAN},?(.{0,16})$`);
const MILD = '(?:有所|实现|呈现?|出现|均|应|为|保持|略有|明显|逐年|总体|支出|规模)*';
const UP_WORDS = '(?:增长|增加|上升|提高|提升|上涨)';
const DOWN_WORDS = '(?:下降|减少|降低|压减|压缩|负增长|节约)';
const LEVEL = '(?:持平|不变|相同|一致)';
/** What is said of a change, as bounds of it; longest readings first. */
const SENSES: readonly (readonly [RegExp, Bounds])[] = [
  [new RegExp(`^${MILD}(?:${DOWN_WORDS}(?:、|或者?|和)${LEVEL}|${LEVEL}(?:、|或者?|和)${DOWN_WORDS})$`), { high: nought(3) }],
  [new RegExp(`^${MILD}(?:${UP_WORDS}(?:、|或者?|和)${LEVEL}|${LEVEL}(?:、|或者?|和)${UP_WORDS})$`), { low: nought(3) }],
  [new RegExp(`^${MILD}(?:只减不增|只降不升|零增长|(?:不|未|没有|无)(?:再)?(?:出现)?(?:${UP_WORDS}|超过|高于))$`), { high: nought(3) }],
  [new RegExp(`^${MILD}(?:只增不减|只升不降|(?:不|未|没有|无)(?:再)?(?:出现)?(?:下降|减少|降低|低于))$`), { low: nought(3) }],
  [new RegExp(`^${MILD}${DOWN_WORDS}$`), { high: nought(0) }],
  [new RegExp(`^${MILD}${UP_WORDS}$`), { low: nought(0) }],
  [new RegExp(`^${MILD}${LEVEL}$`), { low: nought(3), high: nought(3) }],
]; // prettier-ignore
/** 三公经费只减不增, said without naming the year before. */
const BARE = /^(.{2,20}?)(只减不增|只增不减|零增长|负增长|不增长|未增长)$/;
/** 不高于上年. */
const AGAINST = new RegExp(`^(.{2,20}?)(不超过|未超过|不高于|未高于|不低于|未低于|低于|高于|超过)${BEFORE}$`);
const AGAINST_SENSES: Readonly<Record<string, Bounds>> = {
  不超过: { high: nought(3) }, 未超过: { high: nought(3) }, 不高于: { high: nought(3) }, 未高于: { high: nought(3) },
  不低于: { low: nought(3) }, 未低于: { low: nought(3) }, 低于: { high: nought(0) }, 高于: { low: nought(0) }, 超过: { low: nought(0) },
}; // prettier-ignore
/** Steps of a change: 每增长1%, 每下降1个百分点. */
const STEP = new RegExp(
  `^(.*?)(${THAN})?,?每(?:年|年度)?(${THAN})?(?:再)?(?:增长|增加|上升|提高|提升|下降|减少|降低|压减)%`,
);
/** 增长10%以上 beside 每增长1%: the same change. */
const TOLD = new RegExp(`^(.{0,20}?)(?:${THAN})?(?:(${UP_WORDS})|(${DOWN_WORDS}))(?:率|幅度|比例|幅)?$`);
/** Names that are a change already. */
const CHANGE_NAME = /(?:增长|变动|增幅|上升|提升|提高)(?:率|比例|幅度)?$/;
const FALL_NAME = /(?:下降|降低|减少|压减|压缩|节约|节支)(?:率|比例|幅度)$|降幅$/;

function nought(hold: Bound['hold']): Bound {
  return { at: { kind: 'number', value: exact(0), unit: 'percent' }, hold };
}

const NOUGHT: StepSize = { kind: 'number', value: exact(0), unit: 'percent' };

/**
 * 较上年下降得5分，每增长1%扣1分 and 收入每增长1%得0.5分: steps of a change since the year before, which is measured from
 * nought. Only where steps need it: 较上年下降得5分 by itself stays a question of yes or no.
 */
export function changeSteps(
  context: CompileContext,
  placed: readonly Placed[],
  about: string,
): readonly Placed[] {
  if (!placed.some(({ statement }) => isChangeStep(context, statement))) return placed;
  const said = placed.flatMap(({ statement }) =>
    statement.kind === 'grant' && statement.test.kind === 'state'
      ? [senseOf(words(context, statement.condition))].filter((sense) => sense !== null)
      : [],
  );
  const named = placed.flatMap(({ statement }) =>
    isChangeStep(context, statement) ? [stepName(context, statement)] : [],
  );
  const levels = placed.some(
    ({ statement }) => statement.kind === 'grant' && bounded(statement.test) && !isChange(statement.test),
  );
  const dated = said.length > 0 || named.some((one) => one.dated);
  const first = [...said.map(({ name }) => name), ...named.map(({ name }) => name)].find(
    (name) => name !== '',
  );
  const name = canonicalName(first ?? about);
  const growth = named.every(({ grows }) => grows);
  if (levels || (!dated && !growth) || FALL_NAME.test(name)) return placed;
  if (isRateName(name) && !CHANGE_NAME.test(name)) return placed;
  const key = CHANGE_NAME.test(name) ? context.glossary.own(name) : context.glossary.change(name);
  const graded = placed.some(({ statement }) => statement.kind === 'grant' && bounded(statement.test));
  const of = { name: key, span: [0, 0] } as const;
  return placed.map((one) => rewritten(context, one, of, graded ? {} : { from: NOUGHT }));
}

type Statement = Placed['statement'];

function words(context: CompileContext, span: readonly [number, number]): string {
  const { shape } = context.scanned;
  return shape.slice(...trim(shape, ...span));
}

function isChangeStep(context: CompileContext, statement: Statement): boolean {
  if (statement.kind !== 'deduction' || statement.measure.by !== 'steps') return false;
  const { size, from, test } = statement.measure;
  if (size.unit !== 'percent' || from || speaksOfQuantity(test)) return false;
  return STEP.test(words(context, statement.condition));
}

/** The quantity a step names, and whether it says that it is compared with the year before. */
function stepName(
  context: CompileContext,
  statement: Statement,
): { name: string; dated: boolean; grows: boolean } {
  if (statement.kind !== 'deduction') return { name: '', dated: false, grows: false };
  const text = words(context, statement.condition);
  const match = STEP.exec(text);
  const [, lead = '', before, after] = match ?? [];
  const compared = COMPARED.exec(lead);
  const piece = lead.slice(lead.lastIndexOf(',') + 1);
  return {
    name: compared?.[1] ?? (senseOf(piece) ? '' : piece),
    dated: before !== undefined || after !== undefined || compared !== null,
    grows: /每(?:年|年度)?增长%/.test(text),
  };
}

type Bounds = Pick<Extract<Test, { kind: 'between' }>, 'low' | 'high'>;

function plainSense(text: string): Bounds | null {
  return SENSES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function senseOf(text: string): { name: string; test: Bounds } | null {
  const against = AGAINST.exec(text);
  const bounds = against?.[2] === undefined ? undefined : AGAINST_SENSES[against[2]];
  if (against?.[1] !== undefined && bounds) return { name: against[1], test: bounds };
  const [, name, rest] = COMPARED.exec(text) ?? BARE.exec(text) ?? [];
  if (name === undefined || rest === undefined) return null;
  const test = plainSense(rest);
  return test ? { name, test } : null;
} // prettier-ignore

function bounded(test: Test): boolean {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.some(bounded);
  return test.kind === 'between' || test.kind === 'at';
}

/** Whether a condition with figures speaks of a change itself (增长10%以上). */
function isChange(test: Test): boolean {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.every(isChange);
  if (test.kind !== 'between' && test.kind !== 'at') return false;
  return test.of !== null && (TOLD.test(test.of.name) || CHANGE_NAME.test(canonicalName(test.of.name)));
}

function rewritten(
  context: CompileContext,
  one: Placed,
  of: NonNullable<Mention>,
  start: Readonly<{ from?: StepSize }>,
): Placed {
  const { statement } = one;
  if (statement.kind === 'grant') {
    const test = changed(context, statement.test, statement.condition, of);
    return test === statement.test ? one : { ...one, statement: { ...statement, test } };
  }
  if (statement.kind !== 'deduction' || !isChangeStep(context, statement)) return one;
  if (statement.measure.by !== 'steps') return one;
  return { ...one, statement: { ...statement, measure: { ...statement.measure, ...start, of, test: { kind: 'always' }, against: '' } } };
} // prettier-ignore

function changed(
  context: CompileContext,
  test: Test,
  span: readonly [number, number],
  of: NonNullable<Mention>,
): Test {
  if (test.kind === 'state') {
    const text = words(context, span);
    const sense = senseOf(text)?.test ?? plainSense(text);
    return sense ? { kind: 'between', of, ...sense, told: 'tick' } : test;
  }
  if (test.kind !== 'between' || test.of === null) return test;
  const told = TOLD.exec(test.of.name);
  if (!told) return test;
  if (told[3] === undefined) return { ...test, of, ...(test.low ? {} : { low: nought(0) }) };
  const turn = (bound: Bound): Bound => ({ ...bound, at: negative(bound.at) });
  return { kind: 'between', of, ...(test.high ? { low: turn(test.high) } : {}), high: test.low ? turn(test.low) : nought(0) };
} // prettier-ignore

function negative(at: Expression): Expression {
  return at.kind === 'number' ? { ...at, value: at.value.neg() } : at;
}
