import { parseStandard } from '../standards/parse-standard';
import { canonicalName, isRateName, withoutRemarks } from '../standards/names';
import type { Standard, StandardProfile } from '../standards/rule';
import { evaluateStandard } from '../standards/evaluate-standard';
import { cleanDouble } from '../snapshot/displayed-text';
import { unitOf } from '../standards/units';
import { exact } from './number';
import type { Answer } from '../answers';
import type { Operand, ScoringInputs } from './operand';
import type { Scoring } from './scoring';

type Known = Extract<Operand, { kind: 'known' }>;

/** What `ziping standard` reads: one indicator with what is known about it. */
export type StandardInput = Readonly<{
  indicator: string;
  points: number;
  text: string;
  formula?: string;
  given?: Readonly<{
    quantities?: Readonly<Record<string, number>>;
    answers?: readonly Answer[];
    otherwise?: 'met';
  }>;
  profile?: StandardProfile;
}>;

/** Input that does not keep to the interface; the message says what to correct. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/** Scores one indicator from its text alone. Throws `BadInput` where the input is not what the interface asks for. */
export function scoreStandard(input: unknown): Scoring {
  const { indicator, points, text, formula, given = {}, profile = {} } = checked(input);
  const standard = parseStandard({
    indicator,
    points: exact(points),
    text,
    profile,
    ...(formula === undefined ? {} : { formula }),
  });
  const inputs: ScoringInputs = {
    lookup: withShortRates(standard, given.quantities ?? {}),
    answers: given.answers ?? [],
    ...(given.otherwise ? { otherwise: given.otherwise } : {}),
  };
  return evaluateStandard(standard, inputs);
}

/** Looks names up among given quantities; remarks in brackets may be left out where that names one quantity. */
export function quantityLookup(
  quantities: Readonly<Record<string, number>>,
): (name: string) => Operand | null {
  const exactly = new Map<string, Known>();
  const bare = new Map<string, Known[]>();
  for (const [name, value] of Object.entries(quantities)) {
    const key = canonicalName(name);
    const unit = printedUnit(key);
    const operand = {
      kind: 'known',
      value: exact(cleanDouble(value)),
      ...(unit === null ? {} : { unit }),
    } as const;
    exactly.set(key, operand);
    const short = withoutRemarks(key);
    bare.set(short, [...(bare.get(short) ?? []), operand]);
  }
  return (name) => {
    const key = canonicalName(name);
    const found = exactly.get(key);
    if (found) return found;
    const near = bare.get(withoutRemarks(key)) ?? [];
    const [only] = near;
    return near.length === 1 && only ? only : null;
  };
}

/**
 * Rates given under a shorter or a longer name than the standard's: 化解率 for 积案化解率. Only where one given name and one
 * rate of the text fit each other and nothing else.
 */
function withShortRates(
  standard: Standard,
  quantities: Readonly<Record<string, number>>,
): (name: string) => Operand | null {
  const lookup = quantityLookup(quantities);
  const used = new Set(standard.operands.map(({ name }) => canonicalName(name)));
  const rates = [...standard.quantities.values()].filter(
    ({ key, name }) => isRateName(key) && used.has(canonicalName(name)),
  );
  const own = new Set(rates.flatMap(({ key, aliases }) => [key, ...aliases]));
  const fits = (given: string, key: string): boolean => given.endsWith(key) || key.endsWith(given);
  const strange = Object.keys(quantities)
    .map(canonicalName)
    .filter((name) => name.length >= 3 && isRateName(name) && !own.has(name));
  const meant = new Map<string, string>();
  for (const { key, aliases } of rates) {
    if (key.length < 3 || [key, ...aliases].some((name) => lookup(name) !== null)) continue;
    const [only, ...others] = strange.filter((name) => fits(name, key));
    const alike = rates.filter((other) => only !== undefined && fits(only, other.key));
    if (only !== undefined && others.length === 0 && alike.length === 1) meant.set(key, only);
  }
  return (name) => lookup(name) ?? lookup(meant.get(canonicalName(name)) ?? name);
}

/** The unit a name carries in brackets: 项目支出（万元）. */
function printedUnit(canonical: string): string | null {
  const remark = /\(([^()]{1,8})\)$/.exec(canonical)?.[1];
  return remark !== undefined && unitOf(remark) ? remark : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function require(condition: boolean, message: string): asserts condition {
  if (!condition) throw new BadInput(message);
}

function checked(input: unknown): StandardInput {
  require(isRecord(input), '输入应为一个对象，含 indicator、points、text。');
  const { indicator, points, text, formula, given, profile } = input;
  require(typeof indicator === 'string' && indicator.trim() !== '', '缺少指标名称 indicator。');
  require(typeof text === 'string' && text.trim() !== '', `指标“${indicator}”缺少评分标准 text。`);
  require(text.length <= 32_767, `指标“${indicator}”的评分标准超过32767个字符。`);
  require(typeof points === 'number' &&
    Number.isFinite(points) &&
    points > 0, `指标“${indicator}”的分值 points 应为大于0的数。`);
  require(formula === undefined ||
    formula === null ||
    typeof formula === 'string', `指标“${indicator}”的 formula 应为文字。`);
  return {
    indicator, points, text,
    ...(typeof formula === 'string' && formula.trim() !== '' ? { formula } : {}),
    given: checkedGiven(indicator, given),
    profile: checkedProfile(indicator, profile),
  }; // prettier-ignore
}

function checkedProfile(indicator: string, profile: unknown): StandardProfile {
  if (profile === undefined || profile === null) return {};
  require(isRecord(profile), `指标“${indicator}”的 profile 应为对象。`);
  const { perPoint } = profile;
  require(perPoint === undefined ||
    perPoint === 'whole' ||
    perPoint === 'linear', `指标“${indicator}”的 perPoint 应为 whole 或 linear。`);
  return perPoint === undefined ? {} : { perPoint };
}

function checkedGiven(indicator: string, given: unknown): NonNullable<StandardInput['given']> {
  if (given === undefined || given === null) return {};
  require(isRecord(given), `指标“${indicator}”的 given 应为对象。`);
  const { quantities, answers, otherwise } = given;
  require(quantities === undefined ||
    isRecord(quantities), `指标“${indicator}”的 quantities 应为“名称: 数”的对象。`);
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(quantities ?? {})) {
    if (value === null) continue;
    require(typeof value === 'number' && Number.isFinite(value), `指标“${indicator}”的数量“${name}”应为数。`);
    numbers[name] = value;
  }
  require(answers === undefined || Array.isArray(answers), `指标“${indicator}”的 answers 应为数组。`);
  const said = ((answers ?? []) as unknown[]).map((answer) => checkedAnswer(indicator, answer));
  require(otherwise === undefined ||
    otherwise === null ||
    otherwise === 'met', `指标“${indicator}”的 otherwise 只能为 met。`);
  return { quantities: numbers, answers: said, ...(otherwise === 'met' ? { otherwise } : {}) };
}

function checkedAnswer(indicator: string, answer: unknown): Answer {
  require(isRecord(answer) &&
    typeof answer['about'] === 'string' &&
    answer['about'].trim() !== '', `指标“${indicator}”的每个答复都要用 about 写明所指的文字。`);
  const { about, under, count, met, happened, chosen } = answer;
  require(under === undefined || typeof under === 'string', `答复“${about}”的 under 应为文字。`);
  require(count === undefined ||
    (typeof count === 'number' &&
      Number.isFinite(count) &&
      count >= 0), `答复“${about}”的 count 应为不小于0的数。`);
  const flags = Object.entries({ met, happened, chosen }).filter(([, value]) => value !== undefined);
  for (const [name, value] of flags)
    require(typeof value === 'boolean', `答复“${about}”的 ${name} 应为 true 或 false。`);
  require(count !== undefined || flags.length > 0, `答复“${about}”没有写 count、met、happened 或 chosen。`);
  return {
    about,
    ...(under === undefined ? {} : { under }),
    ...(count === undefined ? {} : { count }),
    ...(Object.fromEntries(flags) as Partial<Answer>),
  };
}
