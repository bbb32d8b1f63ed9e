import { rangeToA1, toA1, type CellRef } from '../../../core/snapshot/address';
import type { DraftCell, SheetDraft } from '../../ports';
import { scanSheet } from '../read/sheet-scanner';
import { cellXml } from '../write/cell-xml';
import { escapeAttribute, escapeXml } from '../xml/xml-text';
import { OPEN, XmlScanner } from '../xml/xml-scanner';

/** Stands in the printed footer, where everybody sees it, and tells a sheet of ours from a person's of the same name. */
const MAKER = '绩效自评助手';

/** Sheet part of a sheet that ziping writes itself; `styleOf` gives the number of a cell's style. */
export function paperXml(draft: SheetDraft, namespace: string, styleOf: (cell: DraftCell) => number): string {
  const width = draft.rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const area = rangeToA1({ top: 0, left: 0, bottom: Math.max(draft.rows.length, 1) - 1, right: width - 1 });
  const footer = escapeXml(`&L${MAKER}&R第 &P 页，共 &N 页`);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${area}"/>` +
    `<sheetFormatPr defaultRowHeight="15"/>${columns(draft.columns)}<sheetData>${rows(draft, styleOf)}</sheetData>` +
    links(draft) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${draft.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${footer}</oddFooter></headerFooter></worksheet>`
  );
}

function columns(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const cols = widths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${cols.join('')}</cols>`;
}

function rows(draft: SheetDraft, styleOf: (cell: DraftCell) => number): string {
  return draft.rows
    .map((cells, row) => {
      const written = cells.map((cell, column) => cellXml(toA1({ row, column }), styleOf(cell), cell.value));
      return `<row r="${row + 1}">${written.join('')}</row>`;
    })
    .join('');
}

function links(draft: SheetDraft): string {
  const found = draft.rows.flatMap((cells, row) =>
    cells.flatMap(({ link }, column) =>
      link
        ? [`<hyperlink ref="${toA1({ row, column })}" location="${escapeAttribute(placeOf(link))}"/>`]
        : [],
    ),
  );
  return found.length === 0 ? '' : `<hyperlinks>${found.join('')}</hyperlinks>`;
}

function placeOf({ sheet, cell }: CellRef): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}

/** Whether a sheet part was written by ziping. */
export function isPaper(xml: string, path: string): boolean {
  let own = false;
  scanSheet(xml, path, {
    cell: () => undefined,
    part: (name, start, _tagEnd, end) => {
      if (name === 'headerFooter') own = footerText(xml.slice(start, end), path).includes(MAKER);
    },
  });
  return own;
}

function footerText(element: string, path: string): string {
  const scanner = new XmlScanner(element, path);
  scanner.next();
  let text = '';
  while (scanner.depth > 0 && scanner.child()) {
    if (scanner.is('oddFooter') && scanner.kind === OPEN) text = scanner.text();
    else scanner.skip();
  }
  return text;
}
