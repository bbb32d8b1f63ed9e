import { NATIONAL, recogniseTables, type Score } from '../../src/core';
import { scoreByTarget } from '../../src/core/scoring/target';
import { soleIndicatorTable } from './essence';
import { workbook, type CellInput } from './sheet';

/** The score of one line of a project's table by its target and actual value. */
export function scoredLine(
  name: string,
  target: CellInput,
  actual: CellInput,
  unit: string | null = null,
): Score {
  const book = workbook({
    表: [
      ['2023年度项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '完成值', '分值', '得分'],
      ['产出指标', '数量指标', name, null, target, unit, actual, 10, null],
      ['效益指标', '社会效益', '另一项', null, 1, null, 1, 10, 10],
    ],
  });
  const table = soleIndicatorTable(recogniseTables(book));
  const [line] = table.indicators;
  if (!line) throw new Error('no line');
  return scoreByTarget(line, table, NATIONAL, {});
}

/** A score in short: its value, its range, or why there is none. */
export const outcomeOf = ({ status, score: value, range }: Score): unknown =>
  status === 'scored' ? value : (range ?? status);
