import type { DataTruth, DepartmentLine, DepartmentTruth } from './department-truth';
import { FormSheet } from './form-sheet';

/** A way to write a department's score table on a sheet. */
export type DepartmentForm = Readonly<{
  name: string;
  write(truth: DepartmentTruth, sheetName: string): FormSheet;
}>;

type Key = 'first' | 'second';
const sumOf = (truth: DepartmentTruth, key: Key, value: string): number =>
  truth.indicators.filter((one) => one[key] === value).reduce((sum, { points }) => sum + points, 0);
const opens = (truth: DepartmentTruth, index: number, key: Key): boolean =>
  truth.indicators[index - 1]?.[key] !== truth.indicators[index]?.[key];
const lengthAt = (truth: DepartmentTruth, index: number, key: Key): number =>
  truth.indicators.filter((one) => one[key] === truth.indicators[index]?.[key]).length;

/** A column of a score table: its header and what a line has there. */
type Column = Readonly<{
  header: string;
  cell: (one: DepartmentLine, truth: DepartmentTruth, index: number) => string | number | null;
  /** Level whose cells reach down over their lines. */
  level?: Key;
  score?: boolean;
  total?: 'points' | 'score' | 'label';
}>;

const first = (text: (one: DepartmentLine, truth: DepartmentTruth) => string): Column => ({
  header: '一级指标',
  level: 'first',
  cell: (one, truth, index) => (opens(truth, index, 'first') ? text(one, truth) : null),
  total: 'label',
});
const second = (text: (one: DepartmentLine, truth: DepartmentTruth) => string): Column => ({
  header: '二级指标',
  level: 'second',
  cell: (one, truth, index) => (opens(truth, index, 'second') ? text(one, truth) : null),
});
const levelPoints = (key: Key, header = '分值'): Column => ({
  header,
  level: key,
  cell: (one, truth, index) => (opens(truth, index, key) ? sumOf(truth, key, one[key]) : null),
  total: 'points',
});
const third: Column = { header: '三级指标', cell: ({ name }) => name };
const points = (header: string): Column => ({ header, cell: (one) => one.points, total: 'points' });
const standard = (header: string): Column => ({ header, cell: (one) => one.standard });
const definition = (header: string): Column => ({ header, cell: (one) => one.definition || null });
const score = (header: string): Column => ({ header, cell: (one) => one.score, score: true, total: 'score' });
const reason = (header: string): Column => ({ header, cell: (one) => one.reason || null });

type Shape = Readonly<{ merged: boolean; top?: number; totalWord?: string }>;

/** Writes a table with one header line. */
function table(truth: DepartmentTruth, name: string, columns: readonly Column[], shape: Shape): FormSheet {
  const sheet = new FormSheet(name);
  const top = shape.top ?? 1;
  sheet.put(top - 1, 0, truth.title);
  if (shape.merged) sheet.merge(top - 1, 0, top - 1, columns.length - 1);
  columns.forEach(({ header }, column) => sheet.put(top, column, header));
  body(sheet, truth, columns, top + 1, shape);
  return sheet;
}

function body(
  sheet: FormSheet,
  truth: DepartmentTruth,
  columns: readonly Column[],
  top: number,
  { merged, totalWord = '合计' }: Shape,
): void {
  truth.indicators.forEach((one, index) => {
    columns.forEach((column, at) => {
      const mark = column.score ? { mark: `得分:${one.name}` } : {};
      sheet.put(top + index, at, column.cell(one, truth, index), mark);
      if (merged && column.level && opens(truth, index, column.level))
        sheet.merge(top + index, at, top + index + lengthAt(truth, index, column.level) - 1, at);
    });
  });
  const bottom = top + truth.indicators.length;
  columns.forEach((column, at) => {
    if (column.total === 'label') sheet.put(bottom, at, totalWord);
    if (column.total === 'points') sheet.put(bottom, at, 100);
    if (column.total === 'score') sheet.put(bottom, at, truth.total, { mark: '总分' });
  });
}

const plainFirst = first((one) => one.first);
const plainSecond = second((one) => one.second);
const bracketFirst = first((one, truth) => `${one.first}\n（${sumOf(truth, 'first', one.first)}分）`);
const bracketSecond = second((one, truth) => `${one.second}(${sumOf(truth, 'second', one.second)}分)`);

const form = (name: string, columns: readonly Column[], shape: Shape): DepartmentForm => ({
  name,
  write: (truth, sheetName) => table(truth, sheetName, columns, shape),
});

/** Three header lines, a points column at each level, the header again at a page break. */
const threeLines: DepartmentForm = {
  name: '三行表头，各级各有分值，跨页重复表头',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(0, 0, truth.title).merge(0, 0, 0, 8);
    const head = (row: number): void => {
      sheet.put(row, 0, '评价指标').merge(row, 0, row, 5);
      sheet.put(row, 6, '指标说明').merge(row, 6, row + 2, 6);
      sheet.put(row, 7, '参考评分标准').merge(row, 7, row + 2, 7);
      sheet.put(row, 8, '自评得分').merge(row, 8, row + 2, 8);
      ['一级指标', '二级指标', '三级指标'].forEach((text, index) => {
        sheet.put(row + 1, index * 2, text).merge(row + 1, index * 2, row + 1, index * 2 + 1);
        sheet.put(row + 2, index * 2, '名称').put(row + 2, index * 2 + 1, '分值');
      });
    };
    head(1);
    const page = 2;
    truth.indicators.forEach((one, index) => {
      const row = index < page ? 4 + index : 7 + index;
      if (index === page) head(row - 3);
      if (opens(truth, index, 'first'))
        sheet.put(row, 0, one.first).put(row, 1, sumOf(truth, 'first', one.first));
      if (opens(truth, index, 'second'))
        sheet.put(row, 2, one.second).put(row, 3, sumOf(truth, 'second', one.second));
      sheet
        .put(row, 4, one.name)
        .put(row, 5, one.points)
        .put(row, 6, one.definition || null);
      sheet.put(row, 7, one.standard).put(row, 8, one.score, { mark: `得分:${one.name}` });
    });
    const row = 7 + truth.indicators.length;
    sheet.line(row, ['总分', 100, '——', 100, '——', 100, '——', '——']);
    sheet.put(row, 8, truth.total, { mark: '总分' });
    sheet.put(row + 1, 0, '附注：1.各项指标得分最高不超过该指标分值，最低为零分。');
    return sheet;
  },
};

export const DEPARTMENT_FORMS: readonly DepartmentForm[] = [
  threeLines,
  form(
    '分值写在级次名称的括号里',
    [
      bracketFirst,
      bracketSecond,
      third,
      standard('评分标准'),
      points('分值'),
      score('自评得分'),
      definition('计算公式'),
      reason('扣分原因和其他说明'),
    ],
    { merged: true },
  ),
  form(
    '每级后面一个分值栏，级次单元格留空',
    [
      plainFirst,
      levelPoints('first'),
      plainSecond,
      levelPoints('second'),
      third,
      points('分值'),
      standard('评价标准'),
      definition('指标说明'),
      score('得分'),
    ],
    { merged: false },
  ),
  form(
    '指标分值、指标解释、计分标准、备注',
    [
      plainFirst,
      plainSecond,
      third,
      points('指标分值'),
      definition('指标解释'),
      standard('计分标准'),
      score('自评得分'),
      reason('备注（扣分原因）'),
    ],
    { merged: true, top: 3 },
  ),
  form(
    '权重在前，上级核定分在自评分旁',
    [
      plainFirst,
      plainSecond,
      third,
      points('权重'),
      definition('指标解释及计算公式'),
      standard('评分规则'),
      score('自评分数'),
      { header: '财政复核得分', cell: () => null },
      reason('自评扣分原因'),
    ],
    { merged: true, totalWord: '总分' },
  ),
  form(
    '只有考核内容和考核指标',
    [
      { header: '考核内容', level: 'first', cell: plainFirst.cell, total: 'label' },
      third.header === '三级指标' ? { header: '考核指标', cell: ({ name }) => name } : third,
      definition('指标说明'),
      standard('评分标准'),
      points('权数'),
      score('考评得分'),
    ],
    { merged: false },
  ),
  form(
    '序号在前，单一指标名称栏',
    [
      { header: '序号', cell: (_one, _truth, index) => index + 1 },
      { header: '指标名称', cell: ({ name }) => name, total: 'label' },
      points('满分'),
      definition('指标解释'),
      standard('评分细则'),
      score('自评得分'),
    ],
    { merged: false },
  ),
];

/** A way to write the quantities that the standards ask for. */
export type DataForm = Readonly<{
  name: string;
  write(data: readonly DataTruth[], sheetName: string): FormSheet;
}>;

const mark = ({ label }: DataTruth): { mark: string } => ({ mark: `数据:${label}` });
const figure = ({ value, unit }: DataTruth): number => (unit === '%' ? value / 100 : value);
const format = ({ unit }: DataTruth): { format?: string } => (unit === '%' ? { format: '0%' } : {});

export const DATA_FORMS: readonly DataForm[] = [
  {
    name: '项目、数值、单位',
    write(data, name) {
      const sheet = new FormSheet(name);
      sheet.put(0, 0, '基础数据表').line(1, ['项目', '数值', '单位', '来源说明']);
      data.forEach((one, index) => {
        sheet.put(2 + index, 0, one.label).put(2 + index, 2, one.unit);
        sheet.put(2 + index, 1, figure(one), { ...mark(one), ...format(one) });
      });
      return sheet;
    },
  },
  {
    name: '没有表头',
    write(data, name) {
      const sheet = new FormSheet(name);
      data.forEach((one, index) => {
        sheet.put(index, 0, one.label).put(index, 2, one.unit);
        sheet.put(index, 1, figure(one), { ...mark(one), ...format(one) });
      });
      return sheet;
    },
  },
  {
    name: '百分数写成数字，单位栏写百分号',
    write(data, name) {
      const sheet = new FormSheet(name);
      sheet.put(2, 1, '部门基础数据').line(3, ['序号', '指标名称', '单位', '本年数'], 1);
      data.forEach((one, index) => {
        sheet
          .put(4 + index, 1, index + 1)
          .put(4 + index, 2, one.label)
          .put(4 + index, 3, one.unit);
        sheet.put(4 + index, 4, one.value, mark(one));
      });
      return sheet;
    },
  },
  {
    name: '单位写在名称的括号里',
    write(data, name) {
      const sheet = new FormSheet(name);
      sheet.put(0, 0, '数据采集表').line(1, ['数据项', '填报数']);
      data.forEach((one, index) => {
        sheet.put(2 + index, 0, `${one.label}（${one.unit}）`);
        sheet.put(2 + index, 1, figure(one), { ...mark(one), ...format(one) });
      });
      return sheet;
    },
  },
];
