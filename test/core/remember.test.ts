import { endReview, perObject, perReview, perText } from '../../src/core/remember';

describe('perText', () => {
  const counted = (longest?: number) => {
    const asked: string[] = [];
    const length = perText((text) => asked.push(text) && text.length, longest);
    return { asked, length };
  };

  it('works a repeated text out once', () => {
    const { asked, length } = counted();
    expect([length('合计'), length('合计'), length('小计甲')]).toEqual([2, 2, 3]);
    expect(asked).toEqual(['合计', '小计甲']);
  });

  it('does not keep prose, which hardly ever repeats', () => {
    const { asked, length } = counted(3);
    length('四个字呢');
    length('四个字呢');
    expect(asked).toHaveLength(2);
  });

  it('forgets when too many texts differ, and still answers right', () => {
    const { asked, length } = counted();
    for (let n = 0; n < 20_000; n += 1) expect(length(`第${n}项`)).toBe(String(n).length + 2);
    length('第0项');
    expect(asked).toHaveLength(20_001);
  });

  it.each(['__proto__', 'constructor', ''])('takes %j for a text like any other', (text) => {
    expect(counted().length(text)).toBe(text.length);
  });
});

describe.each([
  ['perObject', perObject],
  ['perReview', perReview],
])('%s', (_, remember) => {
  it('works out once for each object, also where nothing comes of it', () => {
    let asked = 0;
    const nothing = remember((_object: object) => {
      asked += 1;
      return undefined;
    });
    const [one, other] = [{}, {}];
    nothing(one);
    nothing(one);
    nothing(other);
    expect(asked).toBe(2);
  });
});

describe('the end of a review', () => {
  // 复核结束后还留着上一份工作簿，内存会随文件数增长。
  it.each([
    ['perReview', perReview, 2],
    ['perObject', perObject, 1],
  ])('is when %s forgets, or not', (_, remember, expected) => {
    let asked = 0;
    const counted = remember((_object: object) => (asked += 1));
    const one = {};
    counted(one);
    endReview();
    counted(one);
    expect(asked).toBe(expected);
  });
});
