import { NATIONAL, review } from '../../../src/core';
import { fixture } from '../../support/fixture';

it('the progress of a quarter names the two cells it is worked out from', () => {
  const { scores } = review(fixture('department-2020'), NATIONAL, {});
  const operands = scores.find(({ indicator }) => indicator === '预算执行率')?.operands ?? [];
  expect(operands.map(({ ref, from }) => [ref, from?.map(({ sheet, cell }) => `${sheet}!${cell}`)])).toEqual([
    [null, ['表1-4!C4', '表1-4!B7']],
    [null, ['表1-4!C5', '表1-4!B7']],
    [null, ['表1-4!C6', '表1-4!B7']],
    [null, ['表1-4!C7', '表1-4!B7']],
  ]);
});
