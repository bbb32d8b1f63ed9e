import type { Phrasing } from './phrasing';

export const JUDGEMENT: readonly Phrasing[] = [
  {
    kind: '定性分档',
    reason: '财预〔2020〕10号三档',
    indicator: '社会效益', points: 10,
    text: '定性指标根据指标完成情况分为达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照该指标对应分值区间100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。',
    cases: [
      [{ a: [{ about: '部分达成年度指标', chosen: true }] }, [6, 8]],
      [{ a: [{ about: '分为达成年度指标', chosen: true }] }, [8, 10]],
      [{ a: [{ about: '未达成年度指标', chosen: true }] }, [0, 6]],
      [{}, [0, 10]],
    ],
  },
  {
    kind: '定性分档',
    reason: '财预〔2021〕101号用语',
    indicator: '可持续影响', points: 10,
    text: '按评判等级赋分：基本达成目标、部分实现目标、实现目标程度较低三个等级，分别按100%-80%（含）、80%-60%（含）、60%-0%确定得分。',
    cases: [[{ a: [{ about: '部分实现目标', chosen: true }] }, [6, 8]], [{ a: [{ about: '实现目标程度较低', chosen: true }] }, [0, 6]]],
  },
  {
    kind: '定性分档',
    reason: '优良中差带比例',
    indicator: '生态效益', points: 20,
    text: '效益明显（100%-90%）、效益较明显（90%-75%）、效益一般（75%-60%）、效益不明显（60%-0%），按对应比例乘以分值计分。',
    cases: [[{ a: [{ about: '效益较明显', chosen: true }] }, [15, 18]], [{ a: [{ about: '效益不明显', chosen: true }] }, [0, 12]]],
  },
  {
    kind: '定性分档',
    reason: '按分数区间打分',
    indicator: '履职效果', points: 10,
    text: '效果好的得8-10分，效果一般的得5-7分，效果差的得0-4分。',
    cases: [[{ a: [{ about: '效果一般', chosen: true }] }, [5, 7]], [{}, [0, 10]]],
  },
  {
    kind: '定性分档',
    reason: '只写了一档，且不到分值：没有选时，其余的分数也可能',
    indicator: '工作成效', points: 5,
    text: '优秀得2-3分。',
    cases: [[{}, [0, 3]], [{ a: [{ about: '优秀', chosen: true }] }, [2, 3]], [{ a: [{ about: '优秀', chosen: false }] }, [0, 2]]],
  },
  {
    kind: '酌情',
    reason: '酌情扣分不得给出确定分数',
    indicator: '档案管理', points: 4,
    text: '档案管理规范得4分，存在不规范情形的酌情扣分。',
    cases: [[{ a: [{ about: '档案管理规范', met: true }] }, 4], [{ a: [{ about: '不规范情形', happened: true }] }, [0, 4]], [{ a: [{ about: '档案管理规范', met: false }] }, [0, 4]]],
  },
  {
    kind: '酌情',
    reason: '酌情扣1-3分',
    indicator: '宣传工作', points: 5,
    text: '宣传工作落实到位的得5分，落实不到位的酌情扣1-3分。',
    cases: [[{ a: [{ about: '落实不到位', happened: true }] }, [2, 4]], [{ a: [{ about: '宣传工作落实到位', met: true }] }, 5]],
  },
  {
    kind: '酌情',
    reason: '根据实际情况综合打分',
    indicator: '工作效果', points: 10,
    text: '根据工作实际效果，由评价组综合评分。',
    cases: [[{}, [0, 10]]],
  },
  {
    kind: '定性分档',
    reason: '“100-80%”前一个数省略百分号，句首即“分为”',
    indicator: '社会效益', points: 10,
    text: '分为达成预期目标、部分达成并具有一定效果、未达成且效果较差三档，分别按照该指标对应分值区间100-80%（含）、80-60%（含）、60-0%合理确定分值。',
    cases: [[{ a: [{ about: '部分达成并具有一定效果', chosen: true }] }, [6, 8]], [{ a: [{ about: '达成预期目标', chosen: true }] }, [8, 10]], [{}, [0, 10]]],
  },
  {
    kind: '定性分档',
    reason: '“分别记…分值”',
    indicator: '社会效益', points: 10,
    text: '根据完成情况分为全部或基本达成、部分达成、未达成三档，分别记100%-80%（含80%）、80%-50%（含50%）、50%-0%分值。',
    cases: [[{ a: [{ about: '部分达成', chosen: true }] }, [5, 8]], [{}, [0, 10]]],
  },
]; // prettier-ignore
