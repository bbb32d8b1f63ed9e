import { squeeze } from '../snapshot/width';
import { HUNDRED, exact } from './number';
import { plainText, type Outcome, type TargetCase } from './target-result';

/** What words say of a qualitative target. */
export type WordOutcome = 'met' | 'partly' | 'missed';

const AIM =
  '(?:年度|全年|预期|预定|既定|年初|计划|绩效|总体|设定|目标)*(?:指标值|指标|目标|任务|要求|效果|工作|计划)?(?:值)?';
const DONE = '(?:达成|完成|实现|达到|达标)';

/**
 * The words of the national rules and of the forms for the three bands, as whole statements. A longer report (`完成60%，…`)
 * is for people to judge.
 */
const PATTERNS: readonly (readonly [WordOutcome, RegExp])[] = [
  [
    'partly',
    new RegExp(
      `^(?:已)?部分${DONE}${AIM}(?:[,，、]?(?:并|且|但)?(?:具有|有|取得)一定(?:的)?(?:效果|成效|效益))?$`,
    ),
  ],
  [
    'missed',
    new RegExp(
      `^(?:未|没有|尚未|未能)(?:能)?${DONE}${AIM}(?:[,，、]?(?:并|且)?效果(?:较|很)?差)?$|^(?:目标)?实现(?:目标)?程度较低$`,
    ),
  ],
  [
    'met',
    new RegExp(
      `^(?:全部|已|均|均已|已全部|全面|按期|按时|按计划|已按期|已按时|如期)?(?:基本)?${DONE}${AIM}$`,
    ),
  ],
];

/** 优良中低差, 好/坏, 是、否: a target that only lists the grades there are, the best one first. */
const GRADES =
  /^(优秀?|好|是|合格|达标)(?:[、/,，;；]?(?:良好?|较好|中等?|一般|低|较差|差|坏|不好|不合格|不达标|否))*?[、/,，;；]?(低|较差|差|坏|不好|不合格|不达标|否)$/;

/** Outcome that a short statement names; the target's own words again mean that it was met. `null` when neither. */
export function wordOutcome(actual: string, target: string): WordOutcome | null {
  const text = squeeze(actual).replace(/[。.!;；]$/, '');
  const found = PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
  if (found !== undefined) return found;
  const [, best, worst] = GRADES.exec(squeeze(target)) ?? [];
  if (best !== undefined && text !== '' && (text === best || text === `${best}秀`)) return 'met';
  if (worst !== undefined && text === worst) return 'missed';
  return text !== '' && text === squeeze(target).replace(/[。.!;；]$/, '') ? 'met' : null;
}

const NAMES: Readonly<Record<WordOutcome, string>> = {
  met: '达成年度指标',
  partly: '部分达成年度指标并具有一定效果',
  missed: '未达成年度指标且效果较差',
};

/** Scores a line whose target or actual value is words: the band of its outcome, or the choice between the bands. */
export function scoreWords(of: TargetCase, target: string, actual: string): Outcome {
  const outcome = chosenOutcome(of) ?? wordOutcome(actual, target);
  return outcome === null ? chooseBand(of, target, actual) : bandOf(of, outcome, actual);
}

/** The band that a person chose, or the choice between the bands: no words of the sheet decide it. */
export function chooseBand(of: TargetCase, target: string, actual: string): Outcome {
  const outcome = chosenOutcome(of);
  if (outcome !== null) return bandOf(of, outcome, actual);
  return {
    status: 'needs-input',
    needs: [
      {
        name: of.indicator.name,
        kind: 'choice',
        about: `${of.indicator.name}的完成情况`,
        options: Object.values(NAMES),
      },
    ],
    trace: [
      `${target === '' ? '没有指标值' : `指标值“${brief(target)}”`}，完成值“${brief(actual)}”：请选择完成情况属于哪一档`,
    ],
  };
}

function bandOf({ points, profile }: TargetCase, outcome: WordOutcome, actual: string): Outcome {
  const band = profile.qualitativeBands.find((one) => one.outcome === outcome);
  const [low, high] = [exact(band?.low ?? 0), exact(band?.high ?? 100)];
  const part = (percent: typeof low): typeof low => points.mul(percent).div(HUNDRED);
  return {
    status: 'range',
    range: [part(low), part(high)],
    trace: [
      `“${brief(actual)}”属于“${NAMES[outcome]}”，得分区间为${plainText(part(low))}—${plainText(part(high))}分（${plainText(low)}%—${plainText(high)}%），由评价人合理确定`,
    ],
  };
}

function chosenOutcome({ given }: TargetCase): WordOutcome | null {
  for (const { chosen, about } of given.answers ?? []) {
    if (!chosen) continue;
    const outcome =
      wordOutcome(about, '') ??
      (Object.keys(NAMES) as WordOutcome[]).find((key) => NAMES[key].includes(about) && about.length >= 4);
    if (outcome) return outcome;
  }
  return null;
}

/** Beginning of a text, for one line of a trace. */
function brief(text: string): string {
  const plain = text.replace(/\s+/g, '');
  return plain.length > 24 ? `${plain.slice(0, 24)}…` : plain;
}
