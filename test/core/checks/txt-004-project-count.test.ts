import { txt004 } from '../../../src/core/checks/txt-004-project-count';
import { flat, fourScores } from './grids';
import { testCheck } from './test-check';

const two = {
  一: fourScores('1、甲项目', [50, 10, 30, 8], 98),
  二: fourScores('2、乙项目', [50, 10, 30, 8], 98),
};

testCheck(txt004, {
  clean: [
    {
      why: '个数相符',
      sheets: { 封面: [['对局机关共2个项目按要求开展自评；选取1个重点项目开展评价。']], ...two },
    },
    { why: '部分项目的个数', sheets: { 封面: [['其中1个项目未完成。']], ...two } },
  ],
  found: [
    {
      why: '多说了一个；中文数字同样',
      sheets: { 封面: [['我局共3个项目开展自评。'], ['2020年共计四个项目支出全部完成。']], ...two },
      findings: [
        { at: '封面!A1', messageId: 'off', left: 3, right: 2, message: '文中称3个项目，实际2个。' },
        { at: '封面!A2', messageId: 'off', left: 4, right: 2 },
      ],
    },
  ],
  skipped: [
    {
      why: '工作簿只有一个项目',
      sheets: { 封面: [['共8个项目开展自评。']], 一: two.一 },
      reason: '工作簿中只有一个项目，不核对项目个数',
    },
    {
      why: '没有项目自评表',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到项目自评表',
    },
  ],
});
