/** One operand of a definition with other names it goes by in workbooks. */
type FieldOperand = readonly string[];

/** A rate as the field defines it: quotient of two operands (or a change against the second, or what was saved of it; `difference`: what goes beyond the second). Never points. */
export type FieldDefinition = Readonly<{
  names: readonly string[];
  kind: 'quotient' | 'change' | 'saving' | 'difference';
  left: FieldOperand;
  right: FieldOperand;
  /** Another denominator in use, offered as a reading. */
  alternative?: FieldOperand;
  /** The words of the first operand also name another quantity: a cell that is labelled so may hold either. */
  doubtful?: true;
  source: string;
}>;

const COMMON = '财预〔2013〕53号《预算绩效评价共性指标体系框架》';

/**
 * Definitions a standard relies on when it prints none. Names and operands only, from the common indicator framework;
 * a rate the framework lacks says where its usual reading comes from.
 */
export const FIELD_DEFINITIONS: readonly FieldDefinition[] = [
  { names: ['预算完成率'], kind: 'quotient', left: ['预算完成数'], right: ['预算数'], source: COMMON },
  { names: ['预算执行率'], kind: 'quotient', left: ['全年执行数', '预算执行数', '实际支出数'], right: ['全年预算数', '预算数'], source: '财预〔2020〕10号《项目支出绩效评价管理办法》' },
  { names: ['预算调整率'], kind: 'quotient', left: ['预算调整数'], right: ['预算数'], doubtful: true, source: COMMON },
  { names: ['支付进度率'], kind: 'quotient', left: ['实际支付进度'], right: ['既定支付进度'], source: COMMON },
  { names: ['结转结余率'], kind: 'quotient', left: ['结转结余总额'], right: ['支出预算数'], source: COMMON },
  { names: ['结转结余变动率'], kind: 'change', left: ['本年度累计结转结余资金总额'], right: ['上年度累计结转结余资金总额'], source: COMMON },
  { names: ['公用经费控制率'], kind: 'quotient', left: ['实际支出公用经费总额'], right: ['预算安排公用经费总额'], source: COMMON },
  { names: ['三公经费控制率'], kind: 'quotient', left: ['三公经费实际支出数'], right: ['三公经费预算安排数'], source: COMMON },
  { names: ['三公经费变动率'], kind: 'change', left: ['本年度三公经费总额'], right: ['上年度三公经费总额'], source: COMMON },
  { names: ['政府采购执行率'], kind: 'quotient', left: ['实际政府采购金额'], right: ['政府采购预算数'], source: COMMON },
  { names: ['财政供养人员控制率', '在职人员控制率'], kind: 'quotient', left: ['在职人员数'], right: ['编制数'], source: COMMON },
  { names: ['超编人数', '超编制人数', '超员人数'], kind: 'difference', left: ['在职人员数', '在职人数', '实有在编人数', '年末在编人数'], right: ['编制数', '核定编制数', '编制人数'], source: '在职人员数－编制数' },
  { names: ['编外人员控制率'], kind: 'quotient', left: ['编外人员数', '编外人员', '年末编外人员数'], right: ['核定编制数', '编制数', '编制人数'], alternative: ['在编人数', '在编人员数', '在编人员'], source: '人员控制类指标的通常口径（共性框架以编制数为分母）' },
  { names: ['重点支出安排率'], kind: 'quotient', left: ['重点项目支出'], right: ['项目总支出'], source: COMMON },
  { names: ['固定资产利用率', '固定资产使用率'], kind: 'quotient', left: ['实际在用固定资产总额'], right: ['所有固定资产总额'], source: COMMON },
  { names: ['重点工作办结率', '重点工作完成率'], kind: 'quotient', left: ['重点工作实际完成数'], right: ['交办或下达数'], source: COMMON },
  { names: ['实际完成率'], kind: 'quotient', left: ['实际产出数'], right: ['计划产出数'], source: COMMON },
  { names: ['完成及时率'], kind: 'quotient', left: ['按时完成数', '及时完成数'], right: ['计划数', '计划完成数'], source: COMMON },
  { names: ['质量达标率'], kind: 'quotient', left: ['质量达标产出数'], right: ['实际产出数'], source: COMMON },
  { names: ['资金到位率'], kind: 'quotient', left: ['实际到位资金'], right: ['计划投入资金'], source: COMMON },
  { names: ['到位及时率'], kind: 'quotient', left: ['及时到位资金'], right: ['应到位资金'], source: COMMON },
  { names: ['成本节约率'], kind: 'saving', left: ['实际成本'], right: ['计划成本'], source: COMMON },
]; // prettier-ignore

/** How a change since the year before is computed; the operands of the framework go first where it defines the change. */
export function changeDefinition(of: string, known?: FieldDefinition): FieldDefinition {
  const [left, right] = known?.kind === 'change' ? [known.left, known.right] : [[], []];
  return {
    names: [],
    kind: 'change',
    left: [...left, `本年${of}`, `本年度${of}`, `当年${of}`, of],
    right: [...right, `上年${of}`, `上年度${of}`, `上一年${of}`, `去年${of}`],
    source: known?.source ?? '（本年数－上年数）÷上年数',
  };
}
