import { scr017 } from '../../../src/core/checks/scr-017-identical-projects';
import { fourScores } from './grids';
import { testCheck } from './test-check';

const five = {
  一: fourScores('1、甲项目', [50, 10, 30, 8], 98),
  二: fourScores('2、乙项目', [50, 10, 30, 8], 98),
  三: fourScores('3、丙项目', [50, 10, 30, 8], 98),
  四: fourScores('4、丁项目', [50, 10, 30, 8], 98),
  五: fourScores('5、戊项目', [50, 10, 30, 8], 98),
};

testCheck(scr017, {
  clean: [
    { why: '有一个项目的一项不同', sheets: { ...five, 五: fourScores('5、戊项目', [50, 9, 30, 10], 99) } },
  ],
  found: [
    {
      why: '五个项目逐项相同',
      sheets: five,
      findings: [
        {
          at: '一!G8',
          messageId: 'alike',
          message: '各项目得分高度雷同：5个项目逐项得分完全相同。',
          severity: 'hint',
        },
      ],
    },
  ],
  skipped: [
    {
      why: '不足五个项目',
      sheets: {
        一: fourScores('1、甲项目', [50, 10, 30, 8], 98),
        二: fourScores('2、乙项目', [50, 10, 30, 8], 98),
      },
      reason: '项目少于5个，不作比较',
    },
  ],
});
