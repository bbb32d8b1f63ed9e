import { parseRange, type Range, rangeToA1, type Severity } from '../../core';
import type { Mark } from '../ports';

/**
 * Every conditional format of ours has this formula: always true, and recognisable by us also after Excel has copied it
 * with its cells under another id.
 */
const formulaOf = (severity: Severity): string => `="ziping.${severity}"<>""`;

export const MARK_FORMULA = /^="ziping\.(error|verify|hint)"<>""$/;

/** Colour and border: the kinds of findings can be told apart without colours. */
const STYLE: Readonly<
  Record<Severity, { fill: string; font: string; border: string; style: 'Continuous' | 'Dash' | 'Dot' }>
> = {
  error: { fill: '#FFC8C8', font: '#8A1F11', border: '#C0392B', style: 'Continuous' },
  verify: { fill: '#FFEBC8', font: '#7A4B00', border: '#B9770E', style: 'Dash' },
  hint: { fill: '#DCEBFA', font: '#1F4E79', border: '#2E75B6', style: 'Dot' },
};

/** Excel cuts addresses off at 8,192 characters. */
const MAX_ADDRESS_LENGTH = 8000;

const SEVERITIES: readonly Severity[] = ['error', 'verify', 'hint'];

/** Queues the lifting of marks; one that was taken off by hand meanwhile is not missed. */
export function queueUnmark(sheet: Excel.Worksheet, ids: readonly string[]): void {
  const formats = sheet.getRange().conditionalFormats;
  for (const id of ids) formats.getItemOrNullObject(id).delete();
}

/** Queues the marks of one sheet: one conditional format a severity (more where the addresses are too long for one). */
export function queueMarks(sheet: Excel.Worksheet, marks: readonly Mark[]): Excel.ConditionalFormat[] {
  const added: Excel.ConditionalFormat[] = [];
  // A new format goes before those that exist: errors are added last and win.
  for (const severity of [...SEVERITIES].reverse()) {
    const cells = marks.filter((mark) => mark.severity === severity).map((mark) => mark.cell);
    for (const addresses of addressLists(cells)) added.push(queueFormat(sheet, addresses, severity));
  }
  return added;
}

function queueFormat(sheet: Excel.Worksheet, addresses: string, severity: Severity): Excel.ConditionalFormat {
  const { fill, font, border, style } = STYLE[severity];
  const format = sheet.getRanges(addresses).conditionalFormats.add('Custom');
  format.custom.rule.formula = formulaOf(severity);
  format.custom.format.fill.color = fill;
  format.custom.format.font.color = font;
  for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
    const edge = format.custom.format.borders.getItem(side);
    edge.style = style;
    edge.color = border;
  }
  format.load('id');
  return format;
}

/** Address lists that together name every cell once, each short enough for Excel. */
export function addressLists(cells: readonly string[]): string[] {
  const lists: string[] = [];
  let current = '';
  for (const range of columnRuns(cells)) {
    const address = rangeToA1(range);
    if (current !== '' && current.length + address.length + 1 > MAX_ADDRESS_LENGTH) {
      lists.push(current);
      current = '';
    }
    current += current === '' ? address : `,${address}`;
  }
  return current === '' ? lists : [...lists, current];
}

/** Cells one below the other become one range. */
function columnRuns(cells: readonly string[]): Range[] {
  const ranges = [...new Set(cells)].flatMap((cell) => parseRange(cell) ?? []);
  ranges.sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top);
  const runs: Range[] = [];
  for (const range of ranges) {
    const last = runs.at(-1);
    const below = last?.left === range.left && last.right === range.right && range.top <= last.bottom + 1;
    if (last && below) runs[runs.length - 1] = { ...last, bottom: Math.max(last.bottom, range.bottom) };
    else runs.push(range);
  }
  return runs;
}
