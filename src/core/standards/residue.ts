/**
 * Words that grant, take or limit points. A sentence that still holds one after everything understood was taken out
 * has not been understood, and the indicator must not be scored.
 */
const SCORING =
  /#分|扣|得分|满分|不得分|计分|加分|减分|酌情|适当|折半|减半|折算|封顶|为止|分值|给分|赋分|零分|倒扣|一票否决|每[^,;。]{0,8}%|按[^,;。]{0,10}比例|%(?:得|计|记)|按%|翻倍|加倍|权重|[按以]#(?:计(?!划)|算)|视[同为](?:已|未|不)?(?:完成|达标|合格|满足|符合|达到)|[取以](?:两者|其)?中?(?:较|最|孰)[低高小大]/;

/** The same words where they say how scoring is organised, and grant nothing. */
const HARMLESS = [
  /(?:按|按照|根据|依据|参照|对照)?(?:以下|下列|上述|如下|相应|评分|具体|有关)?(?:标准|规定|方法|办法|要求|原则|档次)?(?:分档|逐项|分项|分级|分类|分别|综合)?(?:进行)?(?:计分|评分|打分|评价|评定|赋分)(?:标准|原则|方法|办法|细则|依据|说明|规则)?(?=$|[,;。:、)])/g,
  /(?:计分|评分|得分|扣分|赋分)(?:标准|原则|方法|办法|细则|依据|说明|规则|要点|理由|情况|原因)/g,
  /(?:权重)(?:为|占)?%?$/g,
  /得分(?:汇总|合计|之和|相加|率|情况|结果|高低)/g,
  /分值(?:分配|设置|设定|区间)/g,
  /不(?:重复)?扣(?:款|除|缴)|扣(?:款|缴|押|除项)|折扣|扣减项|代扣/g,
  /适当(?:性|调整)/g,
];

/** Whether words left over speak of points in a way that was not understood. */
export function soundsLikeScoring(text: string): boolean {
  if (!SCORING.test(text)) return false;
  let rest = text;
  for (const harmless of HARMLESS) rest = rest.replace(harmless, '');
  return SCORING.test(rest);
}

/** Words that take or give points and can be no part of a circumstance. */
const ACTING =
  /扣(?![除缴押款减])|酌情|折半|减半|不得分|不计分|倒扣|满分(?!意)|加#分|减#分|得#分|计#分|扣减#/;

/** Whether a condition has swallowed a rule that was not understood. */
export function swallowsScoring(condition: string): boolean {
  return ACTING.test(condition);
}
