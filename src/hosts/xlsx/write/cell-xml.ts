import { isFormula, type CellContent } from '../../../core/patches/patch';
import type { CellValue } from '../../../core/snapshot/snapshot';
import { withPrefix } from '../xml/splice';
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
 * stays as it is; whatever it begins with, it is text there. `computed` is what a formula comes to, if that is known.
 */
export function cellXml(
  address: string,
  style: number,
  content: CellContent,
  computed: CellValue | null = null,
): string {
  const open = `<c r="${address}"${style > 0 ? ` s="${style}"` : ''}`;
  if (content === null || content === '') return `${open}/>`;
  if (isFormula(content)) {
    const { type, element } = resultXml(computed);
    return `${open}${type}><f>${escapeXml(fileFormula(content.formula))}</f>${element}</c>`;
  }
  if (typeof content === 'string') {
    return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(content)}</t></is></c>`;
  }
  const { type, element } = resultXml(content);
  return `${open}${type}>${element}</c>`;
}

/** A value as the result of a formula, or a plain number or truth value. */
function resultXml(value: CellValue | null): { type: string; element: string } {
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`not a number for a cell: ${value}`);
      return { type: '', element: `<v>${value}</v>` };
    case 'boolean':
      return { type: ' t="b"', element: `<v>${value ? 1 : 0}</v>` };
    case 'string':
      return { type: ' t="str"', element: `<v>${escapeCellText(value)}</v>` };
    default:
      return value === null
        ? { type: '', element: '' }
        : { type: ' t="e"', element: `<v>${escapeXml(value.error)}</v>` };
  }
}

/** A formula cell of the part with another computed value, or with none: then whoever opens the file computes it. */
export function withComputedValue(cell: string, prefix: string, value: CellValue | null): string {
  const { type, element } = resultXml(value);
  const bare = cell
    .replace(/<((?:[\w.-]+:)?)v(?:\s[^>]*)?>[^<]*<\/\1v>|<(?:[\w.-]+:)?v\s*\/>/, '')
    .replace(/^(<[^>]*?)\s+t=(?:"[^"]*"|'[^']*')/, '$1');
  const typed = bare.replace(/^<[^\s>]+/, (name) => name + type);
  const close = typed.lastIndexOf('</');
  return typed.slice(0, close) + withPrefix(element, prefix) + typed.slice(close);
}
