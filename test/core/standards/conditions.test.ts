import { parseCondition } from '../../../src/core/standards/condition';
import { scan } from '../../../src/core/standards/scan';
import type { Test } from '../../../src/core/standards/test';
import type { Expression } from '../../../src/core/standards/expression';

const value = (expression: Expression | undefined): string => {
  if (expression === undefined) return '';
  if (expression.kind === 'number') return expression.value.toFraction();
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'binary'
    ? `${value(expression.left)}${expression.operator}${value(expression.right)}`
    : expression.kind;
};
const SIGNS = ['<', '≤弱', '≤', '≤准'];

/** A condition in one line: low, sign, name, sign, high. */
function shown(test: Test): string {
  switch (test.kind) {
    case 'between': {
      const low = test.low ? `${value(test.low.at)}${SIGNS[test.low.hold] ?? ''}` : '';
      const high = test.high ? `${SIGNS[test.high.hold] ?? ''}${value(test.high.at)}` : '';
      return `${low}${test.absolute ? '±' : ''}${test.of?.name ?? '·'}${high}`;
    }
    case 'at':
      return `${test.of?.name ?? '·'}=${value(test.value)}`;
    case 'all':
      return test.tests.map(shown).join(' 且 ');
    case 'any':
      return test.tests.map(shown).join(' 或 ');
    case 'absent':
      return `无${test.name}`;
    case 'present':
      return `有${test.name}`;
    case 'state':
      return '情形';
    case 'always':
    case 'otherwise':
      return test.kind;
  }
}

const read = (text: string): string => {
  const scanned = scan(text);
  return shown(parseCondition(scanned, 0, scanned.shape.length));
};

describe('a condition', () => {
  it.each([
    // 以上、以内含本数（财政惯例），超过、低于不含。
    ['满意度90%以上', '9/10≤满意度'],
    ['满意度90%（含）以上', '9/10≤准满意度'],
    ['90%以下', '·≤弱9/10'],
    ['超过5%的', '1/20<·'],
    ['不超过5%的', '·≤准1/20'],
    ['不足60%', '·<3/5'],
    ['未达到90%的', '·<9/10'],
    ['达到90%及以上', '9/10≤准·'],
    // 连写与区间。
    ['90%>固定资产利用率≥75%的', '3/4≤准固定资产利用率<9/10'],
    ['80%（含）-90%', '4/5≤准·≤弱9/10'],
    ['0-10%(含)', '0≤弱·≤准1/10'],
    ['10-20%', '1/10≤弱·≤弱1/5'],
    ['100%-80%（含80%）', '4/5≤准·≤弱1'],
    ['在95%（含）至90%之间', '9/10≤弱·≤准19/20'],
    ['[80%,90%)', '4/5≤准·<9/10'],
    ['80%以上90%以下', '4/5≤·≤弱9/10'],
    ['大于0且小于等于10%', '0<·≤准1/10'],
    ['高于60%但低于80%', '3/5<·<4/5'],
    ['在±5%（含）以内', '±·≤准1/20'],
    ['超过±20%', '1/5<±·'],
    ['低于-5%', '·<-1/20'],
    // 与、和连接的两端，以“之间”收尾；绝对值；或。
    ['在90%（含）和95%之间', '9/10≤准·≤弱19/20'],
    // 一端写明不含，另一端就是含。
    ['介于85%与90%（不含）之间', '17/20≤·<9/10'],
    ['50%和75%', '·=1/2 且 ·=3/4'],
    ['预算调整率绝对值≤5%', '±预算调整率≤准1/20'],
    ['|偏差率|>10%', '1/10<±偏差率'],
    ['检查率低于80%或整改率低于80%', '检查率<4/5 或 整改率<4/5'],
    ['检查率低于80%,或整改率低于80%', '检查率<4/5 或 整改率<4/5'],
    ['大于或等于80%', '4/5≤准·'],
    ['检查率≥90%且整改率≥80%或评价率≥80%', '情形'],
    ['低于或超过5%', '情形'],
    ['6月底支付进度达到50%', '1/2≤6月底支付进度'],
    // 两个比率写在一句里，各归各的。
    ['检查率达到90%、整改率达到80%', '9/10≤检查率 且 4/5≤整改率'],
    // 量与量。
    ['实际采购金额大于采购计划金额', '采购计划金额<实际采购金额'],
    ['实际值高于指标值但不足指标值2倍的', '指标值<实际值<指标值×2'],
    ['实际完成数达到计划数的', '计划数≤准实际完成数'],
    ['完成指标值的', '指标值≤准·'],
    ['未完成指标值的', '·<指标值'],
    ['结余超过上年结转', '上年结转<结余'],
    ['无结余', '无结余'],
    ['有结余,但不超过上年结转', '有结余 且 ·≤准上年结转'],
    // 情形。
    ['未按规定报送的', '情形'],
    ['超过规定时限的', '情形'],
    ['6月底达到50%、9月底达到75%的', '情形'],
    ['否则', 'otherwise'],
    ['其余情况', 'otherwise'],
    ['', 'always'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
