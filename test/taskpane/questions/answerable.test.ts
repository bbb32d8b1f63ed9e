import {
  NATIONAL,
  review,
  scoreStandard,
  type Answers,
  type Given,
  type Need,
  type Snapshot,
} from '../../../src/core';
import { mergeGiven } from '../../../src/core/answers';
import { questionsOf, type Question } from '../../../src/taskpane/state/questions';
import { zhCN } from '../../../src/taskpane/strings/zh-CN';
import { emptyDraft, readDraft, type Draft } from '../../../src/taskpane/views/questions/draft';
import { PHRASINGS } from '../../core/standards/phrasings';
import { DEPARTMENT_OFFICES } from '../../support/forms/offices/department-offices';
import { PROJECT_OFFICES } from '../../support/forms/offices/project-offices';
import { fixture } from '../../support/fixture';
import { EMPTY } from '../../support/toy-engine';
import { workbook, type CellInput } from '../../support/sheet';

/** More rounds than any standard has questions that follow from answers. */
const MOST_ROUNDS = 12;
/** A question about a number that cannot be right asks for another one. */
const CORRECTS = /请核对|不能为零/;
const RATE = /[率度比]|占/;

/** What a person would put into the pane: the first of what is offered, or the last. */
function filled(question: Question, first: boolean): Draft {
  const draft = emptyDraft(question);
  const [need] = question.needs;
  switch (question.kind) {
    case 'quantity':
      return { ...draft, text: RATE.test(need.name) ? '95%' : '3' };
    case 'count':
      return { ...draft, text: need.several ? '3、2' : '1' };
    case 'tick':
      return { ...draft, ticked: new Set(first ? question.needs.map(({ about }) => about) : []) };
    case 'condition':
      return { ...draft, choice: first ? 'yes' : 'no' };
    case 'choice':
      return { ...draft, choice: (first ? need.options?.[0] : need.options?.at(-1)) ?? null };
  }
}

function answered(question: Question, first: boolean): Given {
  const read = readDraft(filled(question, first), question, EMPTY, zhCN);
  if (read.kind !== 'supplied') throw new Error(`${question.indicator}：${JSON.stringify(read)}`);
  return read.supplied;
}

/** Answers what is asked until nothing new is; gives what was asked again though it had been answered. */
function askedAgain(ask: (answers: Answers) => readonly Question[], first: boolean): readonly string[] {
  let answers: Answers = {};
  const known = new Set<string>();
  const again = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fresh = ask(answers).filter((question) => {
      const seen = known.has(question.key);
      if (seen && !question.needs.some(({ about }) => CORRECTS.test(about))) again.add(question.key);
      known.add(question.key);
      return !seen;
    });
    if (fresh.length === 0) break;
    for (const question of fresh) {
      const { [question.indicator]: before = {}, ...others } = answers.indicators ?? {};
      answers = {
        indicators: { ...others, [question.indicator]: mergeGiven(before, answered(question, first)) },
      };
    }
  }
  return [...again];
}

/** The questions of one standard, ticks together as the pane asks them. */
function questionsOn(needs: readonly Need[]): readonly Question[] {
  const ticks = needs.filter(({ kind }) => kind === 'tick');
  const [tick, ...more] = ticks;
  const one = (need: Need, all: Question['needs']): Question => ({
    key: `${need.kind} ${need.under ?? ''} ${all.map(({ name, about }) => `${name} ${about}`).join()}`,
    score: 0,
    indicator: '甲',
    kind: need.kind,
    needs: all,
  });
  return [
    ...(tick ? [one(tick, [tick, ...more])] : []),
    ...needs.filter(({ kind }) => kind !== 'tick').map((need) => one(need, [need])),
  ];
}

const BOTH = [
  ['the first of what is offered', true],
  ['the last', false],
] as const;

describe.each(BOTH)('every question takes its answer: %s', (_, first) => {
  it('of the wordings of standards', () => {
    for (const { indicator, points, text, formula } of PHRASINGS) {
      const again = askedAgain(({ indicators }) => {
        const given = indicators?.['甲'] ?? {};
        return questionsOn(scoreStandard({ indicator, points, text, formula, given }).needs);
      }, first);
      expect({ text, again }).toEqual({ text, again: [] });
    }
  });

  const offices = [...DEPARTMENT_OFFICES, ...PROJECT_OFFICES].map(
    ({ name, sheets, merges }): [string, Snapshot] => [name, workbook(sheets, { merges })],
  );
  it.each<[string, Snapshot]>([
    ['department-2020-blank-scores', fixture('department-2020-blank-scores')],
    ['hunan-data-and-score', fixture('hunan-data-and-score')],
    ['project-national-form', fixture('project-national-form')],
    ['awkward-format', fixture('awkward-format')],
    ...offices,
    ['lines of a project', lines()],
  ])('of a workbook: %s', (_name, book) => {
    expect(askedAgain((answers) => questionsOf(review(book, NATIONAL, answers)), first)).toEqual([]);
  });
});

it('every line of the project asks for something, and its money, too', () => {
  const asked = questionsOf(review(lines(), NATIONAL, {})).map(({ needs: [{ name }] }) => name);
  expect(asked).toEqual([
    '全年执行数',
    '第甲项指标值',
    '第乙项',
    '第丙项完成值',
    '第丁项大于零的指标值',
    '第戊项单位与指标值一致的完成值',
    '第己项完成值',
    '第庚项实际完成值',
    '第辛项',
    '第壬项',
    '第癸项',
    '第子项指标值',
    '第丑项完成值',
  ]);
});

/** A line for each thing that a target and an actual value leave open. */
function lines(): Snapshot {
  const open: readonly (readonly [CellInput, CellInput])[] = [
    ['', '320天'],
    ['', '运行良好'],
    ['≥50个', ''],
    ['≥0个', '-1'],
    ['≥50个', '46处'],
    ['≥90%', '达成预期指标'],
    ['≥95%', '≥90%'],
    ['效果明显', '有一些效果'],
    ['2023年12月底前', '1月'],
    ['2023年6月15日前', '2023年6月'],
    [{ error: '#REF!' }, '5个'],
    ['5个', { error: '#REF!' }],
  ];
  return workbook({
    表: [
      ['2023年度项目支出绩效自评表'],
      ['项目名称', '某项目'],
      ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金总额', 0, 0, '', 10, '', ''],
      ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
      ...open.map(([target, actual], at) => [
        '产出指标',
        '数量指标',
        `第${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(at)}项`,
        target,
        actual,
        5,
        '',
      ]),
    ],
  });
}
