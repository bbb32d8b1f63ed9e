import { exact } from '../scoring/number';
import { ENDS, first, ITEM, p, WORTH, type Pattern } from './pattern';

/** How the score and the steps are rounded, and what limits them; in order, the more particular first. */
export const LIMITS: readonly Pattern[] = [
  // Rounding of the score.
  p(
    `\\(?(?:计算|最后|最终|得分)?(?:结果|得分|分数|分值|数值)?,?(?:(?:按|采用|进行)?四舍五入(?:法)?(?:原则|方法|后|并|到|至)*,?)?(?:均)?(?:取整数?|(?:保留|取|精确)(?:到|至)?(?:小数点后)?(?:整数|个位|[#一二两三四]位(?:小数)?))(?:计算|计分|计)?\\)?${ENDS}`,
    ({ match: [words], figures: [places] }) => {
      if (/取整|整数|个位/.test(words))
        return { kind: 'decimals', places: words.includes('四舍五入') || words.includes('保留') ? 0 : null };
      const written = '零一二三四'.indexOf(/[一二三四]/.exec(words.replace('两', '二'))?.[0] ?? '零');
      return { kind: 'decimals', places: places ? places.valueOf() : written };
    },
  ),
  // Rounding of steps.
  p(
    `(?:不足|不满)(?:%|#[^,;。\\n#%]{0,4})(?:的)?,?(?:按|以|也按|均按)(?:%|#[^,;。\\n#%]{0,4})(?:计算|计分|扣分|扣减|计|算)`,
    () => ({ kind: 'rounding', steps: 'up' }),
  ),
  p(
    `(?:不足|不满)(?:%|#[^,;。\\n#%]{0,4})(?:的)?,?按(?:照)?(?:实际)?(?:比例|同比例)(?:扣分|扣减|计算|计|折算)`,
    () => ({ kind: 'rounding', steps: 'linear' }),
  ),
  p(`(?:不足|不满)(?:%|#[^,;。\\n#%]{0,4})(?:的)?,?(?:不予?扣分|不扣|不计(?:算)?|忽略不计|舍去)`, () => ({
    kind: 'rounding',
    steps: 'down',
  })),
  // Limits.
  p(`单(?:类|个|项)(?:问题|事项|情形)?(?:最多|最高|至多|累计)扣(?:分)?(?:不超过)?#分`, (r) => ({
    kind: 'cap',
    of: 'deduction',
    at: first(r),
    each: true,
  })),
  p(
    `(?:直至|直到)?减(?:完|至(?:#|零)分)(?:为止)?|(?:直至|直到)?扣减?(?:完|光|至(?:#|零)分|减完)[^,;。\\n#%]{0,8}?为止|(?:直至|直到)扣(?:完|光)(?:为止)?|扣(?:完|光|至(?:#|零)分)(?:${ITEM}?(?:的)?${WORTH})?(?:为止)?${ENDS}|(?:以)?扣完(?:本项|该项)?(?:分值|分)?为限`,
    // 扣至2分为止 leaves points, however many are taken.
    ({ figures: [at] }) => (at?.equals(0) === false ? null : { kind: 'cap', of: 'deduction', at: 'points' }),
  ),
  p(
    `扣满#分(?:为止)?|(?:直至|直到)#分扣完(?:为止)?|(?:最多|最高|累计最多|累计|合计最多|合计|总计|至多|共)扣(?:分)?(?:不(?:得)?超过|至|到)?#分(?:为止|为限|封顶)?|(?:累计)?扣分(?:最多|最高|上限)?(?:不(?:得)?超过|为)#分|扣(?:分|完)?#分(?:为止|为限|封顶)`,
    (r) => ({ kind: 'cap', of: 'deduction', at: first(r) }),
  ),
  p(
    `(?:最多|最高|累计|至多|合计)加(?:分)?(?:不(?:得)?超过|至|到)?#分(?:为止|为限|封顶)?|加分(?:最多|最高|上限)?(?:不(?:得)?超过|为)#分|加(?:满|至|到)#分为?止?`,
    (r) => ({ kind: 'cap', of: 'bonus', at: first(r) }),
  ),
  p(`加(?:满|完|至满分|到满分)为止|加至满分`, () => ({ kind: 'cap', of: 'score', at: 'points' })),
  p(
    `(?:最终)?(?:得分|总得分)?(?:最高|最多)?(?:得分)?(?:不(?:得|能|可)?(?:超过|突破|高于|大于)|(?<![乘除])以)(?:得)?#分(?:为限|为上限|封顶)?|(?:最高|最多)(?:得分?|计|为|记)?#分(?:为止|封顶)?|#分封顶|封顶#分|得?满#分为止`,
    (r) => ({ kind: 'cap', of: 'score', at: first(r) }),
  ),
  p(
    `(?:最终)?(?:得分|总得分)?(?:最高|最多)?(?:得分)?(?:不(?:得|能|可)?(?:超过|突破|高于|大于)|(?<![乘除])以)(?:${ITEM}(?:的)?)?${WORTH}(?:总额|分|值)?(?:为限|为上限|封顶)?|(?:得|加|至|以)?满分(?:为止|封顶|为限)|(?:最高|最多)(?:得|计|为)?满分|封顶`,
    () => ({ kind: 'cap', of: 'score', at: 'points' }),
  ),
  p(
    `(?:得分)?(?:超过|大于|高于|超出)(?:${ITEM}(?:的)?)?${WORTH}的?,?(?:均)?[按以](?:${ITEM}(?:的)?)?${WORTH}(?:计算|计分|计|算|封顶)?`,
    () => ({ kind: 'cap', of: 'score', at: 'points' }),
  ),
  p(
    `(?:得分)?(?:超过|大于|高于|超出)#分?(?:的|时)*,?(?:均|则)?[按以]#分(?:计算|计分|计|算|封顶)?`,
    ({ figures: [a, b] }) => (a && b && a.equals(b) ? { kind: 'cap', of: 'score', at: a } : null),
  ),
  // 小于0按0分计: what no score falls below anyway.
  p(
    `(?:得分)?(?:小于|低于|不足|为)(?:#分?|零分?|负数?分?)(?:的|时)*,?(?:均|则)?[按以](?:#|零)分(?:计算|计分|计|算)?`,
    ({ figures, match }) =>
      figures.every((figure) => figure.equals(0)) && !/[按以]$/.test(match[0]) ? { kind: 'remark' } : null,
  ),
  p(
    `(?:并)?[与和]#分(?:两者|二者|相比较?|比较|,)*取(?:其|两者|二者)?(?:中|的|之)?(?:较|最|孰)?[小低](?:值|者|数)?`,
    (r) => ({ kind: 'cap', of: 'score', at: first(r) }),
  ),
  p(
    `[与和]%(?:两者|二者|相比较?|比较|,)*取(?:其|两者|二者)?(?:中|的|之)?(?:较|最|孰)?[小低](?:值|者|数)?${ENDS}`,
    (r) => ({
      kind: 'clamp',
      at: first(r),
    }),
  ),
  p(
    `(?:超过|超出|大于|高于|超)%(?:以上)?(?:的|时)*,?(?:均|则)?[按以]%(?:计算|计分|计|算)`,
    ({ figures, match }) =>
      match[0].split('%').length === 3 && figures[0]?.equals(figures[1] ?? exact(-1))
        ? { kind: 'clamp', at: figures[0] }
        : null,
  ),
  // 完成率大于1时按1计算, 超过100的按100计: of a rate both are all of it.
  p(`(?:超过|大于|高于|超)#(?:的|时)*,?(?:均|则)?[按以]#(?:计算|计|算)(?!分)`, ({ figures: [at, same] }) =>
    at && same && at.equals(same) && (at.equals(1) || at.equals(100))
      ? { kind: 'clamp', at: exact(1) }
      : null,
  ),
  p(`以(?:[^,;。\\n#%]{0,10})%(?:为|作为)(?:满分)?(?:标准|基准|目标|上限|下限|界|基数|起点|线|点)`, (r) => ({
    kind: 'baseline',
    at: first(r),
  })),
  // 满意度90%为基准.
  p(`%(?:为|作为)(?:满分)?(?:基准|基数|起点|标准)(?:线|点|值)?${ENDS}`, (r) => ({
    kind: 'baseline',
    at: first(r),
  })),
  p(
    `(?:标准值|目标值|基准值|评价标准|标准|目标)(?:为|是|=|:)%${ENDS}|(?<![^,;。\\n(])(?:标准值|目标值|基准值)%${ENDS}`,
    (r) => ({ kind: 'baseline', at: first(r) }),
  ),
];
