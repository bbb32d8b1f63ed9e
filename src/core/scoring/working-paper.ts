import type { FindingNote } from '../answers';
import type { Finding, Severity } from '../checks/finding';
import type { Review } from '../review-result';
import type { CellRef } from '../snapshot/address';
import { PAPER_NAME, PAPER_SCORES } from '../tables/own-paper';
import { askedFor, type Score, type ScoreStatus } from './score';

/** One cell of the working paper; a string is always text, also one that begins with `=`. */
export type PaperCell = Readonly<{
  value: string | number | null;
  link?: CellRef;
  style?: 'title' | 'header' | 'text' | 'number' | Severity;
}>;

/** The working paper as an ordinary sheet that any host can write. */
export type Paper = Readonly<{
  name: string;
  columns: readonly number[];
  rows: readonly (readonly PaperCell[])[];
  landscape: boolean;
}>;

/** Widths in characters: together what fits the width of an A4 page on its side at a readable scale. */
const COLUMNS = [10, 22, 9, 10, 10, 10, 16, 36, 36, 20] as const;

const STATUS: Readonly<Record<ScoreStatus, string>> = {
  scored: '已计算',
  range: '需评判',
  'needs-input': '待补充',
  manual: '人工评定',
};

const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', verify: '核实', hint: '提示' };

/**
 * Builds 评分底稿: totals, every indicator with its standard and working, every number that went into a score with a link
 * to its cell, every finding with what was said about it, and what could not be checked.
 */
export function workingPaper(review: Review, file: string, notes: readonly FindingNote[] = []): Paper {
  const rows = [
    ...heading(review, file),
    ...section(
      PAPER_SCORES,
      ['序号', '指标', '分值', '填报得分', '计算得分', '差额', '状态', '评分标准', '计算过程', '公式'],
      scoreRows(review.scores),
    ),
    ...section(
      '二、取数',
      ['序号', '指标', '数值', '单位', '', '', '来源', '数据名称', '', ''],
      inputRows(review.scores),
    ),
    ...section(
      '三、问题与说明',
      ['编号', '级别', '', '填报值', '应为值', '差额', '位置', '问题', '处理建议', '说明'],
      findingRows(review, notes),
    ),
    ...section('四、未能进行的检查', ['编号', '', '', '', '', '', '', '原因', '', ''], skippedRows(review)),
  ];
  return { name: PAPER_NAME, columns: COLUMNS, rows, landscape: true };
}

const text = (value: string): PaperCell => ({ value, style: 'text' });
const number = (value: number | null): PaperCell => ({ value, style: 'number' });
const place = (ref: CellRef): PaperCell => ({ value: `${ref.sheet}!${ref.cell}`, link: ref, style: 'text' });
const EMPTY: PaperCell = { value: null };

/** The title runs over the blank cells beside it; the file's name stands over the widest column. */
function heading({ summary, totals }: Review, file: string): PaperCell[][] {
  const total: PaperCell[] =
    totals.length > 1
      ? // The totals of several projects add up to nobody's score.
        [text('评分表'), number(totals.length)]
      : [
          text('填报总分'),
          number(summary.reportedTotal),
          EMPTY,
          text('计算总分'),
          number(summary.computedTotal),
          EMPTY,
          text('等次'),
          text(summary.grade ?? '—'),
        ];
  return [
    [{ value: PAPER_NAME, style: 'title' }, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, text(file)],
    total,
    [
      text('错误'),
      number(summary.errors),
      EMPTY,
      text('核实'),
      number(summary.verify),
      EMPTY,
      text('提示'),
      number(summary.hints),
    ],
  ];
}

/** A titled block; one without lines says so, so that nobody wonders whether it was forgotten. */
function section(title: string, header: readonly string[], lines: readonly PaperCell[][]): PaperCell[][] {
  return [
    [],
    [{ value: title, style: 'title' }],
    header.map((value) => ({ value, style: 'header' as const })),
    ...(lines.length > 0 ? lines : [[text('无')]]),
  ];
}

function scoreRows(scores: readonly Score[]): PaperCell[][] {
  return scores.map((score, index) => [
    number(index + 1),
    { value: fullName(score), link: { sheet: score.sheet, cell: score.cell }, style: 'text' },
    number(score.points),
    number(score.reported),
    score.score === null && score.range ? text(score.range.join('—')) : number(score.score),
    number(gap(score)),
    text(STATUS[score.status]),
    text(score.standard ?? ''),
    text([...score.trace, ...score.needs.map((need) => `待补充：${askedFor(need)}`)].join('\n')),
    text(score.formula ?? ''),
  ]);
}

/** Reported less computed; scores have two decimals, and a difference of doubles must not show more. */
function gap({ reported, score }: Score): number | null {
  return reported === null || score === null ? null : Math.round((reported - score) * 100) / 100;
}

function inputRows(scores: readonly Score[]): PaperCell[][] {
  const inputs = scores.flatMap((score) => score.operands.map((operand) => ({ score, operand })));
  return inputs.map(({ score, operand }, index) => [
    number(index + 1),
    text(fullName(score)),
    number(operand.value),
    text(operand.unit ?? ''),
    EMPTY,
    EMPTY,
    operand.ref ? place(operand.ref) : text('补充数据'),
    text(operand.name),
  ]);
}

function findingRows({ findings, settled }: Review, notes: readonly FindingNote[]): PaperCell[][] {
  return [...findings, ...settled].map((finding) => [
    text(finding.id),
    { value: SEVERITY[finding.severity], style: finding.severity },
    EMPTY,
    number(finding.left),
    number(finding.right),
    number(finding.difference),
    place(finding),
    text(finding.message),
    text(finding.todo),
    text(noteText(finding, notes)),
  ]);
}

function noteText(finding: Finding, notes: readonly FindingNote[]): string {
  const note = notes.find(
    (one) => one.id === finding.id && one.sheet === finding.sheet && one.cell === finding.cell,
  );
  if (!note) return '';
  return note.kind === 'ignored' ? `不作处理：${note.text}` : note.text;
}

function skippedRows({ skipped }: Review): PaperCell[][] {
  return skipped.map(({ id, reason }) => [text(id), EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, text(reason)]);
}

function fullName({ project, indicator }: Score): string {
  return project === null ? indicator : `${project} / ${indicator}`;
}
