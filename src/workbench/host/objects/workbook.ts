import { HostObject } from '../host-object';
import type { HostSession } from '../session';
import { conditionalFormatsObject } from './conditional-formats';
import { rangeObject } from './range';
import { rangeAreasObject } from './range-areas';
import { keyedCollection } from './settings';
import { worksheetObject, worksheetsObject } from './worksheets';

/** What path type 1 names: the request context, which is the workbook with the application beside it. */
export function rootObject(session: HostSession): HostObject {
  const { model } = session;
  session.objects = {
    worksheet: (sheet) => worksheetObject(session, sheet),
    range: (sheet, range) => rangeObject(session, sheet, range),
    rangeAreas: (sheet, ranges) => rangeAreasObject(session, sheet, ranges),
    conditionalFormats: (sheet, ranges) => conditionalFormatsObject(session, sheet, ranges),
  };
  const nothing = (): null => null;
  return new HostObject({
    type: 'Workbook',
    scalars: { name: { get: () => model.name } },
    children: {
      worksheets: () => worksheetsObject(session),
      settings: () => keyedCollection(session, 'Setting', model.settings),
      application: () =>
        new HostObject({
          type: 'Application',
          methods: {
            suspendApiCalculationUntilNextSync: nothing,
            suspendScreenUpdatingUntilNextSync: nothing,
          },
        }),
      _Runtime: () =>
        new HostObject({
          type: 'Runtime',
          scalars: {
            enableEvents: {
              get: () => session.eventsEnabled,
              set: (value) => {
                session.eventsEnabled = value === true;
              },
            },
          },
        }),
    },
    methods: {
      getSelectedRange: () => rangeObject(session, model.activeSheet(), model.selection()),
    },
  });
}
