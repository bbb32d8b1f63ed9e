import { perText } from '../remember';

/** What a column of an indicator table holds. Levels are numbered from 1; `label` is the word 名称 under a level. */
export type IndicatorColumn =
  | Readonly<{ role: 'level'; level: number }>
  | Readonly<{
      role:
        | 'name'
        | 'label'
        | 'points'
        | 'count'
        | 'score'
        | 'deducted'
        | 'standard'
        | 'definition'
        | 'target'
        | 'actual'
        | 'completion'
        | 'sign'
        | 'measure'
        | 'reason'
        | 'other';
    }>;

type Role = Exclude<IndicatorColumn['role'], 'level'>;

/**
 * Header words by role, matched against the whole header with spaces and brackets removed. Taken from the national form,
 * provincial forms and department score tables; a word another office uses is added here and nowhere else.
 */
const WORDS: readonly (readonly [Role, RegExp])[] = [
  // Scores that somebody else gives stand beside the self-score and must not be taken for it.
  [
    'other',
    /^(?:核查|复核|复评|审核|财政|主管部门|第三方|评价组|专家|部门评价|抽查|核定|上级|上年).*(?:得?分|评分|分数|分值)$/,
  ],
  // What a score rests on is told after the fact and is no rule to score by.
  ['other', /^(?:自评|得分|计分)(?:依据|说明|情况说明)$/],
  ['reason', /^(?:扣分(?:情况)?说明|理由)$/],
  // What an indicator earns of a hundred, before its weight turns that into the score.
  ['other', /^单项(?:指标)?得分$/],
  ['count', /^分数$/],
  ['deducted', /^(?:单位|部门)?(?:自评|实际)?(?:扣分|扣减分|扣除分|失分|减分)(?:值|数|分值)?$/],
  [
    'score',
    /^(?:年度|全年|本年|本次)?(?:单位|部门|本单位|自我|项目单位)?(?:自评|自评价|自评估|评价|实际|实|最终|最后|考核|考评|评定|评估|绩效|指标|指标自评|执行率|预算执行|(?:单项(?:指标)?)?折算|加权(?:后)?)?(?:得分|评分|打分|分数)(?:值|情况|数)?$/,
  ],
  ['score', /^(?:单位|部门)?自评(?:分(?:值|数)?)?$/],
  ['score', /^(?:单项)?得分[×*xX]权重$|^权重[×*xX](?:单项)?得分$|^折后得分$/],
  [
    'points',
    /^(?:指标|标准|参考|权重|考核|各项|设定|规定|三级指标|项目|执行率|预算执行)?(?:分值|应得分(?:数|值)?|总分值|权重|标准分|标准分值|基准分|满分|赋分|权数|分值权重|权重占比|权重分|分数权重|满分值|配分)(?:值|设置|数)?$/,
  ],
  [
    'standard',
    /^(?:参考|指标|自评|考核|具体|绩效)?(?:评分|计分|评价|打分|考核|赋分|得分|扣分|记分|评判|评估)(?:标准|细则|办法|规则|方法|依据|说明|标准和方法|标准及方法|标准说明|规则说明|要点及标准)(?:[及和与、](?:说明|依据|(?:评分|评价|计分|计算)?(?:方法|办法|标准|细则)))?$|^标准$/,
  ],
  // One column for what an indicator means and how it is scored is scored by.
  [
    'standard',
    /^(?:指标)?(?:说明|解释|内涵|内容|定义|含义|评价要点|考核要点|要点)[及和与、](?:评分|计分|评价|打分|考核|赋分|得分)(?:标准|细则|办法|规则|方法)$/,
  ],
  [
    'definition',
    /^(?:指标|三级指标)?(?:说明|解释|释义|内涵|定义|含义|计算公式|计算方法|指标解释|解释说明|解释及说明|公式|内容解释|解释及计算公式|评价要点|评分要点|要点)$/,
  ],
  [
    'reason',
    /^(?:指标)?(?:未完成|未达标|未得满分|未满分|未达满分|偏差|偏离|扣分|失分|减分|未得分|(?:产生)?差异|产生偏差|扣减|执行偏差|未达成|得分|偏差大或目标未完成|未完成绩效目标|自评扣分|扣减分)(?:的)?(?:原因|理由|情况|说明|依据)(?:分析|说明|和其他说明|及其他说明)?(?:(?:及|和|与|、)?(?:拟采取的?)?(?:改进|整改|完善)(?:措施|建议).*)?$/,
  ],
  [
    'reason',
    /^(?:原因|原因分析|原因说明|原因及改进措施|原因分析及改进措施|完成情况分析|扣分原因.*|偏差原因.*|未完成原因.*|备注[((]?扣分原因[))]?)$/,
  ],
  [
    'target',
    /^(?:年度|全年|年初|预期|预计|计划|绩效|当年|本年|年度绩效|年初绩效|年初预期|年初设定|设定|调整后?|年中调整|绩效目标|指标|三级)?(?:指标值|目标值|计划值|预期值|标准值|预期指标值|计划指标值|预期目标值|计划目标值|预期目标|计划目标|年度目标|年度工作目标|工作目标|计划完成值|目标指标值|年度指标值|任务数|计划数|(?:合同)?约定值)(?:设定)?$|^目标$|^值$/,
  ],
  [
    'actual',
    /^(?:年度|全年|本年|当年|指标|单项指标|实际|自评|年末|年终|年底|目标|绩效)?(?:实际)?(?:完成|达到|实现)(?:指标)?(?:值|数|情况|结果|指标值)$/,
  ],
  [
    'actual',
    /^(?:全年|年度|本年|年终|年末|年底)?(?:实际值|实际完成|完成结果|实际指标值|实际完成指标|实际数|业绩值|完成)$/,
  ],
  ['completion', /^(?:指标|目标|实际|全年|年度|指标值)?(?:完成率|完成比例)$/],
  ['sign', /^(?:指标|绩效指标)?(?:性质|方向|比较符号?|运算符号?|计算符号?|符号|比较关系|指标方向性)$/],
  ['measure', /^(?:度量|计量|指标|计算|指标计量|指标值)?单位$/],
  ['label', /^名称(?:[及和]分值)?$/],
  [
    'name',
    /^(?:绩效|评价|考核|自评|具体|个性|共性|核心|评分)?(?:指标|指标体系|指标名称|指标内容|指标项|项目指标|评价内容|评价项目|考核内容|考核项目|评分项目|评分内容|自评内容|自评项目|考核事项|评价要素)$/,
  ],
  [
    'other',
    /^(?:序号|编号|备注|说明|完成等次|等次|等级|佐证材料|证明材料|数据来源|资料来源|来源|指标类型|指标属性|目标性质|责任部门|责任科室|责任单位|偏差率|偏离度|完成程度|权重合计|是否完成|评价等级|附件|核查意见|指标类别|评价方式|上年完成值|历史值)$/,
  ],
];

const LEVEL_NAMES = '一二三四五六';
const LEVEL =
  /^(?:绩效|评价|考核)?([一二三四五六1-6])级(?:绩效|评价|考核)?(?:指标|目标|项目)?(?:名称|内容)?(?:[及和](?:分值|权重))?$/;

/** Header text without brackets and colons: `分值(10分)` → `分值`. Square brackets count, too. */
export function headerKey(text: string): string {
  return text.length > LONGEST_KEY ? text : keyOf(text);
}

const keyOf = perText((text): string =>
  text.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '').replace(/[:*#]|[(].*$/g, ''),
);

/** Longer texts are no headers or labels; thousands of open brackets in one cell must not cost anything. */
const LONGEST_KEY = 200;

/** What a header cell means in an indicator table; `null` when it says nothing about one. */
export function indicatorColumn(text: string): IndicatorColumn | null {
  return text.length > 40 ? null : columnOf(text);
}

const columnOf = perText((text): IndicatorColumn | null => {
  const key = headerKey(text).replace(/^(?:19|20)\d{2}年度?(?=.)/, '');
  const level = LEVEL.exec(key)?.[1];
  if (level !== undefined)
    return {
      role: 'level',
      level: LEVEL_NAMES.includes(level) ? LEVEL_NAMES.indexOf(level) + 1 : Number(level),
    };
  for (const [role, pattern] of WORDS) if (pattern.test(key)) return { role };
  return null;
});

/** Words of the line that adds the points and scores up. 小计 is a part of the way and not it. */
export const isTotalWord = perText((text): boolean =>
  /^(?:[一二三四五六七八九十]{1,2}、)?(?:总分|总计|合计|(?:项目)?总得分|得分合计|(?:项目)?自评总分|合计得分|总分值|分值合计|综合得分|自评得分合计|合计总分|总评分|绩效总分|共计|自评合计|总评得分)(?:数|值)?$/.test(
    headerKey(text),
  ),
);

/** Whether a title speaks of a whole department and not of a project: 部门（单位）整体绩效自评表. */
export const speaksOfWhole = (text: string): boolean => /整体(?:支出|绩效|预算|自评|评价)/.test(text);

/** Words of a subtotal: it adds up a part of the indicators and is none itself. */
export const isSubtotalWord = perText((text): boolean =>
  /^(?:小计|本页小计|本页合计|分项合计|.{2,6}小计)$/.test(headerKey(text)),
);

/** First words of the lines under a table: notes, conclusions, signatures. */
export const isClosingText = perText((text): boolean =>
  /^(?:附注|注|备注|说明|填表说明|填报说明|评价结论|自评结论|存在(?:的)?(?:主要)?问题|改进措施|整改措施|(?:项目|财务|单位|部门)?负责人|填报人|填表人|联系人|联系电话|审核人|经办人|制表|(?:填报|填表)(?:日期|单位|时间)|单位负责人|偏差大或目标未完成原因分析|(?:其他)?(?:需要?)?说明(?:的)?(?:事项|问题|情况)|(?:财政|主管|业务)?(?:部门|单位|科室|处室)?(?:领导|主要负责人)?(?:审核|签批|审签|初审)意见)(?:[::((\d、.].*|\d.*|)$/.test(
    text,
  ),
);
