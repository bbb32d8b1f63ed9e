import type { Range } from '../../../core';
import { HostObject } from '../host-object';
import type { SheetModel } from '../model/spreadsheet';
import type { HostSession } from '../session';
import { fullAddress } from './addresses';
import { rangeFillObject } from './range-format';

/** `RangeAreas`: several ranges of one sheet. */
export function rangeAreasObject(
  session: HostSession,
  sheet: SheetModel,
  ranges: readonly Range[],
): HostObject {
  const areas: HostObject = new HostObject({
    type: 'RangeAreas',
    identity: () => ({ _ReferenceId: session.referenceId(areas) }),
    scalars: {
      address: { get: () => ranges.map((range) => fullAddress(sheet, range)).join(',') },
      areaCount: { get: () => ranges.length },
    },
    children: {
      areas: () =>
        new HostObject({
          type: 'RangeCollection',
          items: () => ranges.map((range) => session.objects.range(sheet, range)),
        }),
      format: () =>
        new HostObject({
          type: 'RangeFormat',
          children: { fill: () => rangeFillObject(session, sheet, ranges) },
        }),
      conditionalFormats: () => session.objects.conditionalFormats(sheet, ranges),
    },
  });
  return areas;
}
