import { parseCommand } from '../../src/cli/arguments';
import { Problem } from '../../src/cli/problem';

const reading = { profile: null, inputs: null };
const alone = { jobs: null, resume: null, summary: null };

describe('the command line is read as documented', () => {
  test.each([
    [
      'text is the default format',
      ['check', 'a.xlsx'],
      { name: 'check', paths: ['a.xlsx'], format: 'text', ...alone, ...reading },
    ],
    [
      'several files and every option',
      ['check', 'a.xlsx', '自评', '--format', 'json', '--profile', 'hubei', '--inputs', 'x.json'],
      {
        name: 'check',
        paths: ['a.xlsx', '自评'],
        format: 'json',
        ...alone,
        profile: 'hubei',
        inputs: 'x.json',
      },
    ],
    [
      'what only folders need',
      ['check', '自评', '--jobs', '3', '--resume', '进度.jsonl', '--summary', '汇总.csv'],
      {
        name: 'check',
        paths: ['自评'],
        format: 'text',
        jobs: 3,
        resume: '进度.jsonl',
        summary: '汇总.csv',
        ...reading,
      },
    ],
    [
      'fill and values are the defaults',
      ['score', 'a.xlsx', '-o', 'b.xlsx'],
      {
        name: 'score',
        file: 'a.xlsx',
        output: 'b.xlsx',
        mode: 'fill',
        write: 'values',
        mark: false,
        paper: false,
        ...reading,
      },
    ],
    [
      'every option of score',
      [
        'score',
        'a.xlsx',
        '--output',
        'b.xlsx',
        '--mode',
        'overwrite',
        '--write',
        'formulas',
        '--mark',
        '--paper',
      ],
      {
        name: 'score',
        file: 'a.xlsx',
        output: 'b.xlsx',
        mode: 'overwrite',
        write: 'formulas',
        mark: true,
        paper: true,
        ...reading,
      },
    ],
    ['standard reads standard input', ['standard'], { name: 'standard' }],
    ['an ID may be typed in lower case', ['explain', 'scr-007'], { name: 'explain', id: 'SCR-007' }],
    ['no words ask for help', [], { name: 'help' }],
  ])('%s', (_, words, expected) => {
    expect(parseCommand(words)).toEqual(expected);
  });

  test.each([
    ['an unknown command is named', ['chekc'], 'chekc'],
    ['check needs a file', ['check'], '文件'],
    ['a wrong format lists the right ones', ['check', 'a.xlsx', '--format', 'pdf'], 'text、json、html'],
    ['no threads do no work', ['check', '自评', '--jobs', '0'], '1 到 64'],
    ['threads are counted in whole numbers', ['check', '自评', '--jobs', '1.5'], '1.5'],
    ['an unknown option is named', ['check', 'a.xlsx', '--fromat', 'json'], '--fromat'],
    ['an option without its value', ['check', 'a.xlsx', '--profile'], '--profile'],
    ['score needs an output', ['score', 'a.xlsx'], '-o'],
    ['score takes one file', ['score', 'a.xlsx', 'b.xlsx', '-o', 'c.xlsx'], '一次处理一个'],
    ['standard takes no words', ['standard', 'x'], '标准输入'],
    ['explain takes one ID', ['explain'], 'SCR-007'],
  ])('%s', (_, words, part) => {
    expect(() => parseCommand(words)).toThrow(Problem);
    expect(() => parseCommand(words)).toThrow(part);
  });
});
