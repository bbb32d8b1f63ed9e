import { HostObject, type Scalar } from '../host-object';
import type { Range } from '../../../core';
import { overlaps } from '../model/sheet-base';
import type { ConditionalFormat, SheetModel } from '../model/spreadsheet';
import { accessDenied, invalidArgument, itemNotFound, RichError } from '../rich-error';
import type { HostSession } from '../session';

let nextId = 1;

/** `range.conditionalFormats`: those that touch the ranges; `add` makes one for exactly these ranges. */
export function conditionalFormatsObject(
  session: HostSession,
  sheet: SheetModel,
  ranges: readonly Range[],
): HostObject {
  const touching = (): readonly ConditionalFormat[] =>
    sheet
      .conditionalFormats()
      .filter((format) => format.ranges.some((own) => ranges.some((range) => overlaps(own, range))));
  const find = (id: unknown): ConditionalFormat | undefined => touching().find((format) => format.id === id);
  const object = (format: ConditionalFormat): HostObject =>
    conditionalFormatObject(session, sheet, format.id);
  return new HostObject({
    type: 'ConditionalFormatCollection',
    items: () => touching().map(object),
    item: (id) => {
      const format = find(id);
      if (!format) throw itemNotFound();
      return object(format);
    },
    methods: {
      add: (type) => {
        if (type !== 'Custom') throw invalidArgument();
        requireChangeable(session, sheet);
        const format: ConditionalFormat = { ...EMPTY, id: `{cf-${nextId++}}`, ranges, borders: {} };
        // Excel puts a new format before the others.
        sheet.putConditionalFormat(format, 0);
        session.changes();
        return object(format);
      },
      clearAll: () => {
        requireChangeable(session, sheet);
        for (const { id } of touching()) sheet.removeConditionalFormat(id);
        session.changes();
        return null;
      },
      getCount: () => touching().length,
      getItemOrNullObject: (id) => {
        const format = find(id);
        return format ? object(format) : null;
      },
    },
  });
}

function requireChangeable({ switches }: HostSession, sheet: SheetModel): void {
  if (sheet.isProtected) throw accessDenied();
  if (switches.formatsFrozen)
    throw new RichError('InvalidOperation', 'Conditional formats cannot be changed in this workbook.');
}

const EMPTY: Omit<ConditionalFormat, 'id' | 'ranges' | 'borders'> = {
  type: 'Custom',
  formula: '',
  fill: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  stopIfTrue: false,
};

function conditionalFormatObject(session: HostSession, sheet: SheetModel, id: string): HostObject {
  const now = (): ConditionalFormat => {
    const format = sheet.conditionalFormats().find((known) => known.id === id);
    if (!format) throw itemNotFound();
    return format;
  };
  const change = (part: Partial<ConditionalFormat>): void => {
    requireChangeable(session, sheet);
    sheet.putConditionalFormat({ ...now(), ...part });
    session.changes();
  };
  const custom = (): HostObject => customObject(now, change);
  return new HostObject({
    type: 'ConditionalFormat',
    identity: () => ({ Id: id }),
    scalars: {
      id: { get: () => id },
      type: { get: () => now().type },
      priority: {
        get: () => sheet.conditionalFormats().findIndex((known) => known.id === id),
        set: (value) => {
          if (typeof value !== 'number' || value < 0) throw invalidArgument();
          sheet.putConditionalFormat(now(), value);
          session.changes();
        },
      },
      stopIfTrue: {
        get: () => now().stopIfTrue,
        set: (value) => {
          change({ stopIfTrue: value === true });
        },
      },
    },
    children: {
      custom: () => {
        if (now().type !== 'Custom') throw itemNotFound();
        return custom();
      },
      customOrNullObject: () => (now().type === 'Custom' ? custom() : null),
    },
    methods: {
      delete: () => {
        now();
        requireChangeable(session, sheet);
        sheet.removeConditionalFormat(id);
        session.changes();
        return null;
      },
      getRanges: () => session.objects.rangeAreas(sheet, now().ranges),
    },
  });
}

type Change = (part: Partial<ConditionalFormat>) => void;

function customObject(now: () => ConditionalFormat, change: Change): HostObject {
  const property = (key: keyof ConditionalFormat): Scalar => ({
    get: () => now()[key],
    set: (value) => {
      change({ [key]: value });
    },
  });
  const rule = (): HostObject =>
    new HostObject({ type: 'ConditionalFormatRule', scalars: { formula: property('formula') } });
  const fill = (): HostObject =>
    new HostObject({ type: 'ConditionalRangeFill', scalars: { color: property('fill') } });
  const font = (): HostObject =>
    new HostObject({
      type: 'ConditionalRangeFont',
      scalars: {
        bold: property('bold'),
        color: property('fontColor'),
        italic: property('italic'),
        strikethrough: property('strikethrough'),
        underline: property('underline'),
      },
    });
  const format = (): HostObject =>
    new HostObject({
      type: 'ConditionalRangeFormat',
      children: { fill, font, borders: () => bordersObject(now, change) },
    });
  return new HostObject({ type: 'CustomConditionalFormat', children: { rule, format } });
}

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];

function bordersObject(now: () => ConditionalFormat, change: Change): HostObject {
  const border = (side: string): HostObject => {
    const read = (): { style: string; color: string } =>
      now().borders[side] ?? { style: 'None', color: '#000000' };
    const part = (key: 'style' | 'color'): Scalar => ({
      get: () => read()[key],
      set: (value) => {
        change({ borders: { ...now().borders, [side]: { ...read(), [key]: String(value) } } });
      },
    });
    return new HostObject({
      type: 'ConditionalRangeBorder',
      identity: () => ({ Id: side }),
      scalars: { style: part('style'), color: part('color'), sideIndex: { get: () => side } },
    });
  };
  return new HostObject({
    type: 'ConditionalRangeBorderCollection',
    items: () => SIDES.map(border),
    item: (side) => {
      if (!SIDES.includes(String(side))) throw invalidArgument();
      return border(String(side));
    },
    children: {
      top: () => border('EdgeTop'),
      bottom: () => border('EdgeBottom'),
      left: () => border('EdgeLeft'),
      right: () => border('EdgeRight'),
    },
  });
}
