import { scoreStandard } from '../../../src/core';

describe('a step of size 0 has no meaning and gives no number', () => {
  test.each(['未发现问题得5分，每0处扣1分，扣完为止。', '完成率100%得5分，每低0%扣1分，扣完为止。'])(
    '%s',
    (text) => {
      const answers = [{ about: '扣1分', count: 2 }];
      const given = { quantities: { 完成率: 0.9 }, answers };
      expect(scoreStandard({ indicator: '完成率', points: 5, text, given }).score).toBeNull();
    },
  );
});
