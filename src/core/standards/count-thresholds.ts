import type { CompileContext, Placed, PlacedGrant } from './compile-context';
import type { Deduction, Override, Question } from './rule';
import { trim } from './trim';

/** 出现3次以上, 超过3起, 累计达到5处: so many of what is counted elsewhere. */
const TIMES =
  /^((?:[^#%,;]{0,12}?)(超过|多于|大于|达到?|满)?)#([次起件例项处个])(?:\((含)(?:#[次起件例项处个])?\))?(?:(?:及|\(含\))?(以上))?([^#%,;]{0,8})$/;
const PLAIN = /有|出现|发现|发生|累计|年度|内|全年|达到?|超过|多于|大于|满|的|者|被|同类/g;

/** 金额累计, with no word of what it is the amount of but what was found. */
const OF_FINDINGS =
  /^(?:累计|合计|违规|违纪|违法|涉及|涉案|问题|挪用|截留|套取)*(?:资金)?(?:总?金额|数额|总额)(?:累计|合计)?$/;

const COUNTED = /^(?:累计|全年|年度|内)*(?:发现|出现|发生|存在|有|达到?|缺|漏|少|未完成)*(?:的)?$/;

/**
 * 累计发现5处以上的不得分 beside 每发现1处扣0.5分: a limit of what is counted there, no quantity of its own. Nor has 金额超过10万元 one
 * where nothing was found.
 */
export function thresholdStates(placed: readonly Placed[]): readonly Placed[] {
  const counts = placed.some(
    ({ statement }) => statement.kind === 'deduction' && statement.measure.by === 'count' && !statement.bonus,
  );
  if (!counts) return placed;
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'grant' || statement.outcome.kind !== 'zero' || statement.test.kind !== 'between')
      return one;
    const { of, low, high } = statement.test;
    const unit = low?.at.kind === 'number' ? low.at.in?.dimension : undefined;
    const found = unit === 'money' && of !== null && OF_FINDINGS.test(of.name);
    const counted = unit === 'count' && (of === null || COUNTED.test(of.name));
    if (high || (!found && !counted)) return one;
    return { ...one, statement: { ...statement, test: { kind: 'state', span: statement.condition } } };
  });
}

/**
 * 每出现1次扣1分，出现3次以上不得分: the number told for the deduction also says whether the limit is reached. Only where the
 * words of the limit name nothing else than what is counted.
 */
export function withThreshold(
  context: CompileContext,
  override: Override,
  { statement }: PlacedGrant,
  deductions: readonly Deduction[],
): Override {
  const { check } = override;
  if (check.kind !== 'asked') return override;
  const { shape, numbers } = context.scanned;
  const [a, b] = trim(shape, ...statement.condition);
  const [, before = '', verb, unit = '', counts, above, after = ''] = TIMES.exec(shape.slice(a, b)) ?? [];
  const at = numbers[a + before.length]?.value;
  if (at === undefined || (verb === undefined && above === undefined)) return override;
  const rest = `${before}${after}`.replace(PLAIN, '');
  const counted = deductions.flatMap((one) =>
    one.by === 'count' && !one.bonus && one.question.perCategory !== true && one.text.includes(unit)
      ? [one]
      : [],
  );
  const [only] = counted;
  if (!only || counted.length > 1 || !only.text.includes(rest)) return override;
  const over = above === undefined && counts === undefined && /超过|多于|大于/.test(verb ?? '');
  const question: Question = { ...check.question, threshold: { question: only.question.id, at, over } };
  context.questions[question.id] = question;
  return { ...override, check: { kind: 'asked', question } };
}
