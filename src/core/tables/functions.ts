import { countOf, type AmountKind } from './amount-kind';

/** First-level classes of 支出功能分类 that departments use, from the government budget classification. */
const CLASSES =
  /^(?:\d{3})?(?:一般公共服务|外交|国防|公共安全|教育|科学技术|文化旅游体育与传媒|文化体育与传媒|社会保障和就业|卫生健康|医疗卫生与计划生育|节能环保|城乡社区|农林水|交通运输|资源勘探工业信息等|商业服务业等|金融|援助其他地区|自然资源海洋气象等|住房保障|粮油物资储备|灾害防治及应急管理)支出$/;

/** Spending by function (表1-2). */
export const functions: AmountKind = {
  kind: 'function',
  fits: ({ rowHeader, title, labels }) =>
    /功能/.test(rowHeader) ||
    countOf(labels, CLASSES) >= 2 ||
    (/功能分类/.test(title) && countOf(labels, CLASSES) >= 1),
};
