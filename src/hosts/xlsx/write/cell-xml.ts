import { isFormula, type CellContent } from '../../../core/patches/patch';
import { escapeCellText, escapeXml } from '../xml/xml-text';

/** Functions that came after 2007; files name them with a prefix, or Excel answers `#NAME?`. */
const NEWER =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.])(IFS|SWITCH|MAXIFS|MINIFS|CONCAT|TEXTJOIN|XLOOKUP|XMATCH|LET|LAMBDA|IFNA|UNIQUE|SEQUENCE|(FILTER|SORT|SORTBY))(?=\()/giu;

/** Formula as a file writes it: without the leading `=`, newer functions with their prefix. */
export function fileFormula(formula: string): string {
  return formula
    .replace(/^=/, '')
    .replace(NEWER, (token: string, name: string | undefined, sheetWide: string | undefined) =>
      name === undefined ? token : `_xlfn.${sheetWide === undefined ? '' : '_xlws.'}${token}`,
    );
}

/**
 * A cell as written to a sheet part, without prefix. Text goes into the cell itself, so that the table of shared strings
 * stays as it is; whatever it begins with, it is text there.
 */
export function cellXml(address: string, style: number, content: CellContent): string {
  const open = `<c r="${address}"${style > 0 ? ` s="${style}"` : ''}`;
  if (content === null || content === '') return `${open}/>`;
  if (isFormula(content)) return `${open}><f>${escapeXml(fileFormula(content.formula))}</f></c>`;
  switch (typeof content) {
    case 'number':
      if (!Number.isFinite(content)) throw new RangeError(`not a number for a cell: ${content}`);
      return `${open}><v>${content}</v></c>`;
    case 'boolean':
      return `${open} t="b"><v>${content ? 1 : 0}</v></c>`;
    case 'string':
      return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(content)}</t></is></c>`;
  }
}

/** A formula cell of the part with another computed value, or with none: then whoever opens the file computes it. */
export function withComputedValue(cell: string, value: number | null): string {
  const bare = cell
    .replace(/<((?:[\w.-]+:)?)v(?:\s[^>]*)?>[^<]*<\/\1v>|<(?:[\w.-]+:)?v\s*\/>/, '')
    .replace(/^(<[^>]*?)\s+t=(?:"[^"]*"|'[^']*')/, '$1');
  if (value === null) return bare;
  return bare.replace(
    /<\/((?:[\w.-]+:)?)c\s*>$/,
    (close, prefix: string) => `<${prefix}v>${value}</${prefix}v>${close}`,
  );
}
