import { ONE, ZERO, type Exact } from '../scoring/number';
import type { CompileContext, PlacedDeduction } from './compile-context';
import type { Expression } from './expression';
import { binary, nodes } from './expression';
import { canonicalName } from './names';
import type { Award, Steps, Tier } from './rule';
import type { Mention } from './test';

type Edge = { at: Exact; award: Award; side: 'low' | 'high' | 'same' };

/** Constant bounds of the tiers, with what they give. */
function edges(tiers: readonly Tier[]): Edge[] {
  const found: Edge[] = [];
  for (const { check, award } of tiers) {
    if (check.kind === 'equal' && check.to.kind === 'number')
      found.push({ at: check.to.value, award, side: 'same' });
    if (check.kind !== 'between') continue;
    if (check.low?.at.kind === 'number') found.push({ at: check.low.at.value, award, side: 'low' });
    if (check.high?.at.kind === 'number') found.push({ at: check.high.at.value, award, side: 'high' });
  }
  return found;
}

/** Rates of something unwanted: 资产闲置率每1%扣0.5分 counts from nothing upward. */
const COUNTS_HARM =
  /(?:闲置|空置|差错|错误|出错|投诉|逾期|违规|违约|违法|超支|超标|超编|流失|损失|损耗|不合格|不达标|返工|退回|退件|事故|故障|缺勤|拖欠|欠款|漏报|误报|失误|浪费)(?:事件|资产|发生)?(?:率|比例|占比|比重)$/;

const isNothing = (award: Award): boolean =>
  award.kind === 'amount' && award.expression.kind === 'number' && award.expression.value.equals(ZERO);

/** Steps start where the text puts them: at the edge of their own region, of the tier beside, or at the baseline. */
export function compileSteps(
  context: CompileContext,
  placed: PlacedDeduction,
  subject: string,
  tiers: readonly Tier[],
  baselines: readonly Exact[],
  rounding: Steps['rounding'],
  cap: Exact | null,
): Steps | null {
  const { measure, value, bonus, span } = placed.statement;
  const text = context.text(span);
  context.kinds.set(placed.statement, bonus ? 'bonus' : 'step');
  if (measure.by !== 'percent') return null;
  const { test } = measure;
  let { direction } = measure;
  const region =
    test.kind === 'between' || test.kind === 'at' || test.kind === 'all' || test.kind === 'any'
      ? context.check(test, placed, subject, (words) => context.ask('condition', placed, words))
      : undefined;
  const pair = measure.of && direction === 'apart' ? apartFrom(context, measure.of) : null;
  const key = measure.of && !pair ? context.subject(measure.of, subject) : subject;
  const absolute = tiers.some(({ check }) => check.kind === 'between' && check.of.kind === 'abs');
  const plain = pair ?? context.quantity(key);
  const of: Expression = absolute && !pair ? { kind: 'abs', of: plain } : plain;
  if (absolute) direction = 'up';
  let anchor: Exact | null = null;
  if (region?.kind === 'between' && (region.low === undefined) !== (region.high === undefined)) {
    const bound = (region.low ?? region.high)?.at;
    direction = region.low ? 'up' : 'down';
    anchor = bound?.kind === 'number' ? bound.value : null;
  } else if (
    region?.kind === 'between' &&
    region.low?.at.kind === 'number' &&
    region.high?.at.kind === 'number'
  ) {
    anchor = direction === 'up' ? region.low.at.value : region.high.at.value;
  }
  const around = edges(tiers.filter((tier) => !isNothing(tier.award)));
  const [first] = baselines;
  const sides = new Set(around.map((edge) => edge.side));
  direction ??=
    sides.has('high') && !sides.has('low') ? 'up' : sides.has('low') && !sides.has('high') ? 'down' : null;
  if (
    direction === null &&
    around.length === 0 &&
    !bonus &&
    baselines.length === 0 &&
    COUNTS_HARM.test(key)
  ) {
    direction = 'up';
    anchor = ZERO;
  }
  if (direction === null) {
    context.problem(`未能确定“${text}”向哪个方向计算。`);
    return null;
  }
  const beyond = (direction === 'up') === bonus ? 'low' : 'high';
  const usable = around.filter(({ side }) => side === 'same' || side === beyond || direction === 'apart');
  const apart = new Set(usable.map((edge) => edge.at.toFraction()));
  if (region?.kind === 'any' || (direction === 'apart' && !pair && apart.size > 1)) {
    context.problem(`“${text}”从哪个界点起算不能确定。`);
    return null;
  }
  const sorted = usable.map((edge) => edge.at).sort((a, b) => a.compare(b));
  const beside = direction === 'up' ? sorted.at(-1) : sorted[0];
  anchor ??= beside ?? first ?? (direction === 'apart' || pair ? ZERO : null);
  if (anchor === null && direction === 'down' && /率|度|比例/.test(canonicalName(key))) anchor = ONE;
  if (anchor === null) {
    context.problem(`“${text}”没有写明从多少起算。`);
    return null;
  }
  const at: Expression = { kind: 'number', value: anchor, unit: 'percent' };
  const target = anchor;
  const granted = usable.find((edge) => edge.at.equals(target))?.award;
  const base = granted?.kind === 'amount' && granted.expression.kind === 'number' ? granted.expression : null;
  return {
    of, anchor: at, direction, size: measure.size, per: value, bonus, rounding, text,
    ...(region ? { region } : {}), ...(base ? { base } : {}), ...(cap ? { cap } : {}),
  }; // prettier-ignore
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
