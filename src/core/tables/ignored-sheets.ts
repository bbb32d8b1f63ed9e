import type { Sheet } from '../snapshot/snapshot';
import { isRosterLine } from './roster';
import type { SheetView } from './sheet-view';
import type { IgnoredSheet } from './table';

/** Says why a sheet was passed over. */
export function ignoredSheet(sheet: Sheet, view: SheetView): IgnoredSheet {
  return { sheet: sheet.name, reason: reasonFor(sheet, view) };
}

function reasonFor(sheet: Sheet, view: SheetView): string {
  const texts = view.lines.flatMap(({ pieces }) => pieces);
  if (texts.length === 0) return '空白工作表';
  if (
    texts.every((piece) => piece.kind !== 'number') &&
    new Set(texts.map(({ column }) => column)).size === 1 &&
    texts.every(({ text }) => text.length <= 12)
  ) {
    return sheet.visibility === 'visible' ? '参数清单，不是填报表' : '隐藏的参数清单，不是填报表';
  }
  if (view.lines.some(isRosterLine)) return '名单或通讯录，没有填报的数据';
  if (/填表说明|填报说明|填写说明|填报须知|使用说明/.test(texts[0]?.text ?? ''))
    return '填报说明，没有可识别的表格';
  if (texts.some(({ text }) => /报告$|报告[((]|封面|公章|自评工作报告/.test(text)))
    return '封面或报告文字，没有可识别的表格';
  return '没有可识别的表格';
}
