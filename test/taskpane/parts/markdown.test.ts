import fc from 'fast-check';
import { blocksOf, inlinesOf } from '../../../src/taskpane/parts/markdown';

describe('pages of checks', () => {
  it('are split into the blocks they use', () => {
    const page = [
      '# SCR-007 得分',
      '',
      '一句话。',
      '接着说。',
      '- 一',
      '- 二',
      '  续',
      '',
      '| 甲 | 乙 |',
      '|---|---|',
      '| 1 | 2 |',
      '',
      '```',
      '| 不是表 |',
      '```',
    ].join('\n');
    expect(blocksOf(page)).toEqual([
      { kind: 'heading', level: 1, text: 'SCR-007 得分' },
      { kind: 'paragraph', text: '一句话。 接着说。' },
      { kind: 'list', items: ['一', '二 续'] },
      { kind: 'table', head: ['甲', '乙'], rows: [['1', '2']] },
      { kind: 'code', text: '| 不是表 |' },
    ]);
  });

  it('show strong words and code', () => {
    expect(inlinesOf('填 **0%** 或 `0`。')).toEqual([
      { text: '填 ', look: 'plain' },
      { text: '0%', look: 'strong' },
      { text: ' 或 ', look: 'plain' },
      { text: '0', look: 'code' },
      { text: '。', look: 'plain' },
    ]);
  });

  it('end, whatever is written in them, and lose no letter', () => {
    const line = fc.constantFrom(
      '# 标题',
      '| a | b |',
      '|---|',
      '- 项',
      '```',
      '文字',
      '',
      '  缩进',
      '#不是标题',
      '1. 一',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const shown = JSON.stringify(blocksOf(lines.join('\n')));
        for (const words of lines) if (words === '文字') expect(shown).toContain(words);
      }),
    );
  });
});
