import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { isCellError, rangeToA1, toA1, type Cell, type Sheet, type Snapshot } from '../../src/core';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const WHEN = new Date(2021, 2, 31, 9);

export type Parts = Record<string, string | Uint8Array>;

/** A sheet of a hand-made workbook: its part as written, or just what stands in `sheetData`. */
export type SheetInput = Readonly<{ name: string; xml?: string; data?: string; state?: string }>;

/** Sheet part around the given rows. */
export function sheetXml(data: string, after = ''): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${data}</sheetData>${after}</worksheet>`;
}

/** Parts of a small workbook; `extra` replaces or adds parts, an empty text takes one out. */
export function workbookParts(sheets: readonly SheetInput[], extra: Parts = {}): Parts {
  const attribute = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const parts: Parts = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
      sheets
        .map(
          (_, n) =>
            `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      sheets
        .map(
          ({ name, state }, n) =>
            `<sheet name="${attribute(name)}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="rId${n + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      sheets
        .map(
          (_, n) =>
            `<Relationship Id="rId${n + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
        )
        .join('') +
      `<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rIdT" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(['<xf numFmtId="0"/>']),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"/>`,
    ...Object.fromEntries(
      sheets.map(({ xml, data }, n) => [`xl/worksheets/sheet${n + 1}.xml`, xml ?? sheetXml(data ?? '')]),
    ),
  };
  for (const [path, part] of Object.entries(extra)) {
    if (part === '') Reflect.deleteProperty(parts, path);
    else parts[path] = part;
  }
  return parts;
}

/** Style part with these cell styles. */
export function stylesXml(xfs: readonly string[], formats = ''): string {
  return (
    `<styleSheet xmlns="${MAIN}">${formats}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
    `<borders count="1"><border/></borders><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><dxfs count="0"/></styleSheet>`
  );
}

/** Packs parts as a zip file. */
export function pack(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [path, part] of Object.entries(parts))
    files[path] = [typeof part === 'string' ? strToU8(part) : part, { mtime: WHEN }];
  return zipSync(files);
}

/** A small workbook file. */
export function workbookBytes(sheets: readonly SheetInput[], extra: Parts = {}): Uint8Array {
  return pack(workbookParts(sheets, extra));
}

/** Texts of all parts of a file, in the order of the archive. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part, true)]));
}

/** Text of one part as UTF-8. */
export function partOf(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array(0));
}

/** A file that reads back as the given snapshot: strings in the cells, one style for every pair of format and indent. */
export function bytesOf(snapshot: Snapshot): Uint8Array {
  const formats = new Map<string, number>();
  const styles = new Map<string, number>([['|', 0]]);
  const xfs = ['<xf numFmtId="0"/>'];
  const styleOf = ({ format = '', indent = 0 }: Cell): number => {
    const key = `${format}|${indent || ''}`;
    const known = styles.get(key);
    if (known !== undefined) return known;
    if (format !== '' && !formats.has(format)) formats.set(format, 164 + formats.size);
    xfs.push(
      `<xf numFmtId="${formats.get(format) ?? 0}">${indent ? `<alignment indent="${indent}"/>` : ''}</xf>`,
    );
    styles.set(key, xfs.length - 1);
    return xfs.length - 1;
  };
  const sheets = snapshot.sheets.map((sheet) => ({
    name: sheet.name,
    state: sheet.visibility,
    xml: partFor(sheet, styleOf),
  }));
  const numFmts = [...formats]
    .map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`)
    .join('');
  return workbookBytes(sheets, {
    'xl/styles.xml': stylesXml(xfs, `<numFmts count="${formats.size}">${numFmts}</numFmts>`),
  });
}

function partFor(sheet: Sheet, styleOf: (cell: Cell) => number): string {
  const rows = new Map<number, string>();
  for (const row of sheet.hiddenRows) rows.set(row, '');
  for (const cell of sheet.cells)
    rows.set(cell.row, (rows.get(cell.row) ?? '') + cellXml(cell, styleOf(cell)));
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, cells]) =>
        `<row r="${row + 1}"${sheet.hiddenRows.includes(row) ? ' hidden="1"' : ''}>${cells}</row>`,
    );
  const merges = sheet.merges.map((merge) => `<mergeCell ref="${rangeToA1(merge)}"/>`).join('');
  const after =
    (sheet.protected ? '<sheetProtection sheet="1"/>' : '') +
    (merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`);
  return sheetXml(data.join(''), after);
}

function cellXml(cell: Cell, style: number): string {
  const { value, formula } = cell;
  const open = `<c r="${toA1(cell)}" s="${style}"`;
  const f = formula === undefined ? '' : `<f>${escape(formula)}</f>`;
  if (isCellError(value)) return `${open} t="e">${f}<v>${value.error}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return `${open}>${f}<v>${value}</v></c>`;
  if (formula !== undefined) return `${open} t="str">${f}<v>${escape(value)}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
