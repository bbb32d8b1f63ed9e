import type { NumberReading } from '../snapshot/number-reading';
import { squeeze } from '../snapshot/width';
import { ZERO } from './number';
import { plainText, type Outcome, type TargetCase } from './target-result';

const HARM =
  '(?:投诉|信访|上访|举报|纠纷|事故|伤亡|死亡|火灾|污染|泄密|差错|错误|失误|故障|违规|违纪|违法|舆情|案件|逾期|拖欠|损失)';
const NONE =
  /^(?:零|0(?:起|次|件|例|人|个|宗|处|人次|例次)?|零(?:起|次|件|例|人|个|宗|处|人次)|无|没有|未发生|未出现|没有发生)$/;
const NONE_OF = new RegExp(
  `^(?:零|0(?:起|次|件|例|人|个|宗|处|人次)?|无|没有|未|不|未发生|未出现|没有发生|不发生|杜绝)(?:任何|一[起次例])?((?:特大|重大|较大|一般|安全|责任|生产|质量|群众|服务|有效|负面|群体性|网络|资金)*${HARM})(?:事件|发生|情况|行为|问题)?(?:发生)?$`,
);

/** What a text says there was none of: '' where it does not say of what, `null` where it says no such thing. */
function noneOf(text: string): string | null {
  const plain = squeeze(text).replace(/[。.；;]$/, '');
  if (NONE.test(plain)) return '';
  return NONE_OF.exec(plain)?.[1] ?? null;
}

function said(reading: NumberReading | null): string | null {
  if (reading === null) return null;
  switch (reading.kind) {
    case 'number':
      return reading.value.equals(ZERO) && !reading.percent && (reading.sign ?? '=') !== '>' ? '' : null;
    case 'text':
    case 'not-applicable':
      return noneOf(reading.text);
    case 'blank':
    case 'error':
      return null;
  }
}

/**
 * 零投诉 beside 0起, 0次 or 无: what was not to happen did not. Both sides must speak of one thing; what only one of them names
 * must be what the indicator is about. `null` for anything else.
 */
export function scoreNone(
  of: TargetCase,
  target: NumberReading | null,
  actual: NumberReading | null,
): Outcome | null {
  const [goal, done] = [said(target), said(actual)];
  const words = [target, actual].some((one) => one?.kind === 'text');
  if (goal === null || done === null || !words || target?.kind === 'not-applicable') return null;
  const thing = goal || done;
  const alike = goal === done || ((goal === '' || done === '') && isAbout(of.indicator.name, thing));
  if (!alike || thing === '') return null;
  return {
    status: 'scored',
    score: of.points,
    trace: [`指标值和完成值都是没有发生“${thing}”：已完成，得满分${plainText(of.points)}分`],
  };
}

/** Whether the name speaks of the thing: every two characters of it side by side stand in the name. */
function isAbout(name: string, thing: string): boolean {
  const plain = squeeze(name);
  return plain.includes(thing) || plain.includes(new RegExp(HARM).exec(thing)?.[0] ?? thing);
}
