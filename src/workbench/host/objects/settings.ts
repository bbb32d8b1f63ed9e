import { HostObject } from '../host-object';
import { invalidArgument, itemNotFound } from '../rich-error';
import type { HostSession } from '../session';

/** `workbook.settings` or `worksheet.customProperties`: named values, keys without regard to case. */
export function keyedCollection(
  session: HostSession,
  type: 'Setting' | 'WorksheetCustomProperty',
  values: Map<string, unknown>,
): HostObject {
  const find = (key: unknown): string | undefined =>
    [...values.keys()].find((known) => known.toLowerCase() === String(key).toLowerCase());
  const item = (key: string): HostObject =>
    new HostObject({
      type,
      identity: () => ({ Id: key }),
      scalars: {
        key: { get: () => key },
        value: {
          get: () => values.get(key),
          set: (value) => {
            values.set(key, value);
            session.changes();
          },
        },
      },
      methods: {
        delete: () => {
          values.delete(key);
          session.changes();
          return null;
        },
      },
    });
  return new HostObject({
    type: `${type}Collection`,
    items: () => [...values.keys()].map(item),
    item: (key) => {
      const known = find(key);
      if (known === undefined) throw itemNotFound();
      return item(known);
    },
    methods: {
      add: (key, value) => {
        if (typeof key !== 'string' || key === '') throw invalidArgument();
        const known = find(key) ?? key;
        values.set(known, value);
        session.changes();
        return item(known);
      },
      getCount: () => values.size,
      getItemOrNullObject: (key) => {
        const known = find(key);
        return known === undefined ? null : item(known);
      },
    },
  });
}
