import { appendAll } from '../../../core/lists';
import { parseRange, rangeToA1 } from '../../../core/snapshot/address';
import type { Mark } from '../../ports';
import { scanSheet } from '../read/sheet-scanner';
import { applySplices, withPrefix, type Splice } from '../xml/splice';
import { escapeXml } from '../xml/xml-text';
import { OPEN, XmlScanner } from '../xml/xml-scanner';
import { isMarkFormula, markFormula, SEVERITIES } from './mark-styles';

/** Children of a sheet that stand before conditional formats, in the order that the format demands. */
const BEFORE = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
]);

/** Takes every mark of ours out of a sheet part; conditional formats of others stay as they are. */
export function removeMarks(xml: string, path: string): string {
  // Most sheets have none: a search for the word is cheaper than reading them.
  if (!xml.includes('ziping.')) return xml;
  const splices: Splice[] = [];
  scanSheet(xml, path, {
    cell: () => undefined,
    part: (name, start, _tagEnd, end) => {
      if (name === 'conditionalFormatting') appendAll(splices, ownRules(xml.slice(start, end), path, start));
    },
  });
  return applySplices(xml, splices);
}

/** Where our rules stand in one `conditionalFormatting`; the whole of it when it holds no other. */
function ownRules(element: string, path: string, offset: number): Splice[] {
  const scanner = new XmlScanner(element, path);
  scanner.next();
  const own: Splice[] = [];
  let others = 0;
  while (scanner.depth > 0 && scanner.child()) {
    const { start } = scanner;
    const isRule = scanner.is('cfRule');
    const mine = isRule && isOwn(scanner);
    if (!isRule) scanner.skip();
    if (mine) own.push({ start: offset + start, end: offset + scanner.end, text: '' });
    else others += 1;
  }
  return own.length > 0 && others === 0 ? [{ start: offset, end: offset + element.length, text: '' }] : own;
}

/** Reads a rule to its end. */
function isOwn(scanner: XmlScanner): boolean {
  if (scanner.kind !== OPEN) return false;
  let own = false;
  while (scanner.child()) {
    if (scanner.is('formula')) own = isMarkFormula(scanner.text());
    else scanner.skip();
  }
  return own;
}

/** Adds one conditional format a severity; `styleOf` gives the number of its style. */
export function addMarks(
  xml: string,
  path: string,
  marks: readonly Mark[],
  styleOf: (mark: Mark) => number,
): string {
  let insertAt = -1;
  const prefix = scanSheet(xml, path, {
    cell: () => undefined,
    part: (name, _start, _tagEnd, end) => {
      if (BEFORE.has(name)) insertAt = end;
    },
  });
  let priority = highestPriority(xml);
  const pieces = SEVERITIES.flatMap((severity) => {
    const own = marks.filter((mark) => mark.severity === severity);
    const [first] = own;
    const areas = areasOf(own);
    if (!first || areas === '') return [];
    priority += 1;
    return [
      `<conditionalFormatting sqref="${areas}"><cfRule type="expression" dxfId="${styleOf(first)}" priority="${priority}">` +
        `<formula>${escapeXml(markFormula(severity))}</formula></cfRule></conditionalFormatting>`,
    ];
  });
  return applySplices(xml, [{ start: insertAt, end: insertAt, text: withPrefix(pieces.join(''), prefix) }]);
}

/** Priorities are counted over a whole sheet, those of newer formats in the extension list included. */
function highestPriority(xml: string): number {
  let highest = 0;
  for (const [, digits] of xml.matchAll(/cfRule\s[^>]*?\bpriority\s*=\s*["'](\d+)/g)) {
    highest = Math.max(highest, Number(digits));
  }
  return highest;
}

/** Addresses as the format lists them: each once, separated by spaces. */
function areasOf(marks: readonly Mark[]): string {
  const ranges = marks.flatMap(({ cell }) => parseRange(cell) ?? []);
  return [...new Set(ranges.map(rangeToA1))].join(' ');
}
