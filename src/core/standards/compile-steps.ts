import { perObject } from '../remember';
import { ONE, ZERO, type Exact } from '../scoring/number';
import { ZERO_EXPRESSION, type CompileContext, type PlacedDeduction } from './compile-context';
import { QUANTITY_ENDING } from './condition-words';
import type { Direction, StepMeasure, StepSize } from './deduction';
import type { Expression } from './expression';
import { binary, namesOf, nodes, written } from './expression';
import { UNPRINTED_AIM } from './unprinted-aim';
import { canonicalName, isRateName } from './names';
import { givesNothing, type Award, type Check, type Steps, type Tier } from './rule';
import { bandEnds, isOutside, jointEnds, restsOnSeveral, type Stretch } from './step-spans';
import type { Mention } from './test';
import { sameMeasure } from './units';

type Side = 'low' | 'high' | 'same';
type Edge = Readonly<{ at: Exact; award: Award; side: Side; of: Expression }>;

/** Constant bounds of the tiers in the kind of number the steps are, with what they give. */
function edges(tiers: readonly Tier[], size: StepSize): Edge[] {
  const found: Edge[] = [];
  const add = (at: Expression | undefined, award: Award, side: Side, of: Expression): void => {
    if (at?.kind !== 'number' || !sameMeasure(at.in, size.in)) return;
    if (found.some((edge) => edge.side === side && edge.at.equals(at.value))) return;
    found.push({ at: at.value, award, side, of });
  };
  for (const { check, award } of tiers) {
    if (check.kind === 'equal') add(check.to, award, 'same', check.of);
    if (check.kind !== 'between') continue;
    const [low, high] = [check.low?.at, check.high?.at];
    if (low?.kind === 'number' && high?.kind === 'number' && low.value.equals(high.value)) {
      add(low, award, 'same', check.of);
      continue;
    }
    add(check.low?.at, award, 'low', check.of);
    add(check.high?.at, award, 'high', check.of);
  }
  return found;
}

const knownEdges = perObject((_tiers: readonly Tier[]) => new Map<string, readonly Edge[]>());

/** The edges of tiers that give something; the same for every step of a text in one unit. */
function edgesAround(tiers: readonly Tier[], size: StepSize): readonly Edge[] {
  const known = knownEdges(tiers);
  const unit = size.in?.dimension ?? '';
  const found =
    known.get(unit) ??
    edges(
      tiers.filter((tier) => !givesNothing(tier.award)),
      size,
    );
  known.set(unit, found);
  return found;
}

/** A tier bounded by another quantity (支出不超过预算数): both, where the steps lie beyond it. */
function boundByQuantity(
  tiers: readonly Tier[],
  side: 'low' | 'high',
): { of: Expression; at: Expression } | null {
  const found = tiers.flatMap(({ check }) => {
    const bound = check.kind === 'between' ? check[side] : undefined;
    return check.kind === 'between' && bound && bound.at.kind !== 'number'
      ? [{ of: check.of, at: bound.at }]
      : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Rates of something unwanted: 资产闲置率每1%扣0.5分 counts from nothing upward. */
const COUNTS_HARM =
  /(?:闲置|空置|差错|错误|出错|投诉|逾期|违规|违约|违法|超支|超标|超编|流失|损失|损耗|不合格|不达标|返工|退回|退件|事故|故障|缺勤|拖欠|欠款|漏报|误报|失误|浪费)(?:事件|资产|发生)?(?:率|比例|占比|比重)$/;

/** Such steps may be counted from the year before instead of from 100%. */
const SINCE_LAST_YEAR = /[较比同与于](?:上年|上一年|去年|前一年)|同比(?!例)/;

/** Steps start where the text puts them: at the edge of their own region, of the tier beside, or at the baseline. */
export function compileSteps(
  context: CompileContext,
  placed: PlacedDeduction,
  subject: string,
  tiers: readonly Tier[],
  baselines: readonly Exact[],
  rounding: Steps['rounding'],
  cap: Exact | null,
): readonly Steps[] {
  const { measure, value, bonus, span } = placed.statement;
  const text = context.text(span);
  context.kinds.set(placed.statement, bonus ? 'bonus' : 'step');
  if (measure.by !== 'steps') return [];
  const { test, size, against, from, rounding: own = rounding } = measure;
  let { direction } = measure;
  const stated =
    test.kind === 'between' || test.kind === 'at' || test.kind === 'all' || test.kind === 'any'
      ? context.check(test, placed, subject, (words) => context.ask('condition', placed, words))
      : undefined;
  const ofBand = stated?.kind === 'any' && isOutside(stated, bandEnds(tiers, size));
  // 大于120%或小于100%的，每偏离1%: all that the one band leaves out.
  if (ofBand) direction = 'apart';
  const around = edgesAround(tiers, size);
  const aim = ofBand || around.length > 0 ? null : aimOf(context, placed, stated, direction, tiers);
  const region = ofBand || aim ? undefined : stated;
  const pair = measure.of && direction === 'apart' ? apartFrom(context, measure.of) : null;
  const key = measure.of && !pair ? context.subject(measure.of, subject) : subject;
  const absolute = tiers.some(({ check }) => check.kind === 'between' && check.of.kind === 'abs');
  let anchor: Exact | null = aim;
  if (region?.kind === 'between' && (region.low === undefined) !== (region.high === undefined)) {
    const inherent = region.low ? 'up' : 'down';
    const bound = (region.low ?? region.high)?.at;
    const value = bound?.kind === 'number' ? bound.value : null;
    // 超支率10%以内的，每超1%: such steps run inside their region and begin elsewhere. 节约率<0的，每超支1% begins where the
    // full marks end.
    const meets = value !== null && around.some((edge) => edge.at.equals(value));
    if (direction === null || direction === 'apart' || direction === inherent || meets) {
      direction = inherent;
      anchor = value;
    }
  } else if (
    region?.kind === 'between' &&
    region.low?.at.kind === 'number' &&
    region.high?.at.kind === 'number'
  ) {
    anchor = direction === 'up' ? region.low.at.value : region.high.at.value;
  }
  const common = (way: Steps['direction']): Omit<Steps, 'of' | 'anchor'> => ({
    direction: way, size, per: value, bonus, rounding: own, text,
    ...(region ? { region } : {}), ...(cap ? { cap } : {}),
  }); // prettier-ignore
  const told = (): Pick<Steps, 'question'> =>
    size.in ? { question: context.ask('count', placed, placed.statement.condition, { optional: true }) } : {};
  const several = region === undefined && !from && !bonus && restsOnSeveral(tiers);
  const ends =
    several || (direction === 'apart' && !pair && !from && region === undefined && !bonus)
      ? (jointEnds(tiers, size, measure.of ? context.quantity(key) : null) ??
        (several ? null : bandEnds(tiers, size)))
      : null;
  if (ends) return fromEnds(ends, size, direction, common, told());
  if (several || (!measure.of && !region && !from && nameSeveral(tiers))) {
    context.problem(`“${text}”说的是哪一个比率、从多少起算，不能确定。`);
    return [];
  }
  if (measure.of && isRateName(key) && around.length > 0 && !tiersName(tiers, key)) {
    context.problem(`“${text}”与得分各档说的不是同一个比率，不能确定怎样计分。`);
    return [];
  }
  const than = comparedWith(measure, key);
  if (than !== null) {
    const low = direction ?? 'down';
    const leaf = context.expression({ kind: 'name', name: than, span: [0, 0] }, null);
    return [{ ...common(low), of: context.quantity(key), anchor: leaf }];
  }
  if (from) anchor = from.value;
  if (absolute) direction = 'up';
  const [first] = size.in ? [] : baselines;
  const sides = new Set(around.map((edge) => edge.side));
  direction ??=
    sides.has('high') && !sides.has('low') ? 'up' : sides.has('low') && !sides.has('high') ? 'down' : null;
  const atNothing = around.every(({ side, at }) => side === 'same' && at.equals(ZERO));
  const harm = atNothing && !bonus && baselines.length === 0 && COUNTS_HARM.test(key);
  if (direction === null && (harm || (atNothing && around.length > 0 && !bonus))) direction = 'up';
  const share =
    placed.statement.earned && direction === null && atNothing ? earnedShare(context, key, text) : null;
  if (share !== null) direction = 'up';
  if (direction === null) {
    context.problem(`未能确定“${text}”向哪个方向计算。`);
    return [];
  }
  const beyond = (direction === 'up') === bonus ? 'low' : 'high';
  const usable = around.filter(({ side }) => side === 'same' || side === beyond || direction === 'apart');
  const [one, ...others] = usable;
  const apart = one !== undefined && others.some((edge) => !edge.at.equals(one.at));
  if (region?.kind === 'any' || (direction === 'apart' && !pair && apart)) {
    context.problem(`“${text}”从哪个界点起算不能确定。`);
    return [];
  }
  const sorted = [...usable].sort((a, b) => a.at.compare(b.at));
  const beside = direction === 'up' ? sorted.at(-1) : sorted[0];
  anchor ??= beside?.at ?? first ?? (direction === 'apart' || pair ? ZERO : null);
  if (anchor === null && direction === 'up' && (harm || share !== null)) anchor = ZERO;
  const steps = { ...common(direction), ...told() };
  if (anchor === null && direction !== 'apart') {
    const bound = boundByQuantity(tiers, beyond) ?? shareOf(context, measure, subject);
    if (bound && size.unit === 'percent' && !speaksOf(bound.at, against)) {
      context.problem(`“${text}”没有写明从多少起算。`);
      return [];
    }
    if (bound) {
      // Of two rates the difference counts, of two amounts its share.
      const rates = bound.of.kind === 'name' && isRateName(bound.of.name);
      if (size.unit !== 'percent' || rates) return [{ ...steps, of: bound.of, anchor: bound.at }];
      const excess = binary('/', binary('-', bound.of, bound.at), bound.at);
      return [{ ...steps, of: excess, anchor: ZERO_EXPRESSION }];
    }
  }
  const isShare = size.unit === 'percent';
  const dated = SINCE_LAST_YEAR.test(context.scanned.shape);
  // Below an aim nobody printed is not below 100%.
  const aimed = UNPRINTED_AIM.test(against);
  const counted = isShare && direction === 'down' && !dated && !aimed;
  if (anchor === null && counted && /率|度|比例/.test(canonicalName(key))) anchor = ONE;
  if (anchor === null || (against.length >= 2 && isShare && !isRateName(key))) {
    context.problem(`“${text}”没有写明从多少起算。`);
    return [];
  }
  const plain = pair ?? (size.in && beside ? beside.of : context.quantity(share ?? key));
  const of: Expression = absolute && !pair && plain.kind !== 'abs' ? { kind: 'abs', of: plain } : plain;
  const target = anchor;
  // 持平得3分 beside 减少得满分: what is granted at the very point the steps begin at comes first.
  const meeting = usable.filter((edge) => edge.at.equals(target));
  const granted = (meeting.find(({ side }) => side === 'same') ?? meeting[0])?.award;
  const base = granted?.kind === 'amount' && granted.expression.kind === 'number' ? granted.expression : null;
  return [{ ...steps, of, anchor: { ...size, value: anchor }, ...(base ? { base } : {}) }];
}

/**
 * 完好率不低于90%，每降低1个百分点: the figure says what is to be reached, and the steps run from it. 超支率10%以内的，每超1% runs inside
 * its stretch.
 */
function aimOf(
  context: CompileContext,
  { statement }: PlacedDeduction,
  stated: Check | undefined,
  direction: Direction,
  tiers: readonly Tier[],
): Exact | null {
  if (stated?.kind !== 'between' || statement.bonus) return null;
  const { low, high } = stated;
  const bound = low ?? high;
  if (!bound || (low && high) || bound.at.kind !== 'number' || bound.hold < 2) return null;
  const { value } = bound.at;
  // 超过10小时为0分；不超过10小时，每增加0.1小时: beyond the figure there is nothing left to take.
  const beyond = tiers.some(
    ({ check }) =>
      check.kind === 'between' &&
      [check.low, check.high].some((edge) => edge?.at.kind === 'number' && edge.at.value.equals(value)),
  );
  if (beyond) return null;
  const away = direction === (low ? 'down' : 'up');
  const words = context.scanned.shape.slice(...statement.condition);
  return away &&
    /[^的者],(?:则|应)?(?:(?:未达到?|达不到|低于|不足|高于|超过)(?:目标值?|此数|该比例|要求|标准)?的?,?)?(?:每|少#|缺少?#|漏#|差#|未[^,#%]{1,6}#)/.test(
      words,
    )
    ? value
    : null;
}

/** 甲率100%得4分，每低1%扣1分；乙率≥80%不扣分，每低1%扣0.1分: tiers that give points for more than one quantity. */
function nameSeveral(tiers: readonly Tier[]): boolean {
  const names = tiers.flatMap(({ check, award }) =>
    (check.kind === 'between' || check.kind === 'equal') && !givesNothing(award) ? [written(check.of)] : [],
  );
  return new Set(names).size > 1;
}

/** Whether a tier speaks of the quantity. */
function tiersName(tiers: readonly Tier[], key: string): boolean {
  const named = (check: Check): boolean =>
    check.kind === 'between' || check.kind === 'equal'
      ? namesOf(check.of).includes(key)
      : check.kind !== 'asked' && check.checks.some(named);
  return tiers.some(({ check }) => named(check));
}

/** Steps from each end of what is granted, on its far side. */
function fromEnds(
  ends: readonly Stretch[],
  size: StepSize,
  direction: Direction,
  common: (way: Steps['direction']) => Omit<Steps, 'of' | 'anchor'>,
  told: Pick<Steps, 'question'>,
): Steps[] {
  return ends.flatMap(({ of, at, side, award }, i) => {
    const way = side === 'low' ? 'down' : 'up';
    if (direction !== null && direction !== 'apart' && direction !== way) return [];
    const anchor = { ...size, value: at };
    const base = award.kind === 'amount' && award.expression.kind === 'number' ? award.expression : null;
    const beyond: Check = { kind: 'between', of, [side === 'low' ? 'high' : 'low']: { at: anchor, hold: 0 } };
    // How many steps there were is told once, whichever way they went.
    return [
      { ...common(way), of, anchor, region: beyond, ...(base ? { base } : {}), ...(i === 0 ? told : {}) },
    ];
  });
}

/** 每比全市平均水平低1个百分点, 每低于序时进度1个百分点: the quantity the steps are counted from. */
function comparedWith({ against, size }: StepMeasure, key: string): string | null {
  if (size.unit !== 'percent') return null;
  const than = /^(?:比|较|与)(.{2,16}?)(?:相比)?$/.exec(against)?.[1];
  if (than !== undefined) return than;
  const isRate = /(?:率|进度|平均值?|水平|均值)$/.test(against);
  return isRate && !key.endsWith(against) && !key.startsWith(against) ? against : null;
}

/** 完成率每1%得0.05分, 每完成10%得1分: a share of all there is to do, from nothing upward. */
function earnedShare(context: CompileContext, key: string, text: string): string | null {
  if (/完成|实现|达|到位|覆盖/.test(text) && !isRateName(key)) return context.glossary.own('完成比例');
  return isRateName(key) && !/(?:变动|增长|下降|降低|节约|压减|减少)率$/.test(key) ? key : null;
}

/** “三公”经费每超过预算数1%: the quantity named and the one the steps are a share of. */
function shareOf(
  context: CompileContext,
  { of, against, size }: StepMeasure,
  subject: string,
): { of: Expression; at: Expression } | null {
  if (size.unit !== 'percent' || against.length < 2 || !QUANTITY_ENDING.test(against)) return null;
  const name = of?.name ?? subject;
  if (isRateName(canonicalName(name))) return null;
  const leaf = (words: string): Expression =>
    context.expression({ kind: 'name', name: words, span: [0, 0] }, null);
  return { of: leaf(name), at: leaf(against) };
}

/** Whether the words of the step (每超过预算数1%) mean the quantity the tier is bounded by, or name none. */
function speaksOf(bound: Expression, against: string): boolean {
  const named = namesOf(bound).map(canonicalName);
  return (
    against === '' ||
    against === '完成' ||
    named.some((name) => name.includes(against) || against.includes(name))
  );
}

/** 实际完成工作量与计划工作量每相差3%: by the definition that names both, else their difference over the second. */
function apartFrom(context: CompileContext, of: NonNullable<Mention>): Expression | null {
  const key = canonicalName(of.name);
  const main = context.glossary.main();
  const definition = context.glossary.definitionOf(main);
  if (definition) {
    const names = [...nodes(definition)].flatMap((node) => (node.kind === 'name' ? [node.name] : []));
    if (names.length > 0 && names.every((name) => key.includes(name))) return context.quantity(main);
  }
  const match = /^(.{2,20}?)[与和](.{2,20})$/.exec(key);
  if (!match) return null;
  const [, left = '', right = ''] = match;
  const leaf = (name: string): Expression => context.expression({ kind: 'name', name, span: of.span }, null);
  return { kind: 'abs', of: binary('/', binary('-', leaf(left), leaf(right)), leaf(right)) };
}
