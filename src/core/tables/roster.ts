import { perText } from '../remember';
import { amountMeaning, sideColumn } from './amount-words';
import { headerKey } from './indicator-words';
import type { Line } from './sheet-view';

/** Headers over what belongs to a person and to no budget. */
const PERSONAL =
  /^(?:性别|年龄|民族|籍贯|职务|职称|职务职级|学历|政治面貌|出生(?:年月|日期)|身份证(?:号码?)?|(?:联系|办公|固定|移动)?电话(?:号码)?|手机(?:号码?)?|联系人|联系方式|传真|(?:电子)?邮箱|邮编|房间号?|(?:家庭|通讯|联系)?(?:地址|住址)|工号|微信号?|入职(?:时间|日期)|参加工作时间|签名|签到)$/;
/** Headers over the units that people belong to. */
const OFFICE = /^(?:(?:所属|所在)?(?:科室|处室|股室|部门|单位)|班组|小组)(?:名称)?$/;
/** A field of a form names a person, too; a list has more headers beside each other. */
const FEWEST_HEADERS = 3;

type Word = 'name' | 'personal' | 'office' | 'heads' | 'side' | null;

const wordOf = perText((text): Word => {
  const key = headerKey(text);
  if (/姓名$/.test(key)) return 'name';
  if (PERSONAL.test(key)) return 'personal';
  if (OFFICE.test(key)) return 'office';
  // 编制人数 and 在职人数 are about posts and are told of the whole department.
  if (/人数$/.test(key) && amountMeaning(text, null) === 'value') return 'heads';
  return sideColumn(text) === null ? null : 'side';
});

/**
 * Whether a line is the header of a list of people: a contact list, a roster, an attendance sheet, the heads of each office.
 * Its numbers are nobody's budget.
 */
export function isRosterLine({ words, pieces }: Line): boolean {
  if (!words || pieces.length < 2) return false;
  const count = { name: 0, personal: 0, office: 0, heads: 0, side: 0 };
  let other = false;
  for (const { text } of pieces) {
    const word = wordOf(text);
    if (word === null) other = true;
    else count[word] += 1;
  }
  if (count.name > 0) return true;
  if (!other && count.office > 0 && count.heads > 0) return true;
  return count.personal > 0 && count.personal + count.office >= 2 && pieces.length >= FEWEST_HEADERS;
}

/** Whether a line of a list without a header is named after an office, so that its number counts what the office has. */
export const namesOffice = perText((label): boolean =>
  /(?:科|科室|办公室|处|股|大队|支队|局|中心|办|委员会)$/.test(headerKey(label)),
);
