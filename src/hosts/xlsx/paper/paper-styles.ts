import type { DraftCell } from '../../ports';
import type { StyleTable } from '../write/style-table';

type Style = NonNullable<DraftCell['style']>;

const FILLS: Readonly<Partial<Record<Style, string>>> = {
  header: 'FFE7EDF4',
  error: 'FFFFC8C8',
  verify: 'FFFFEBC8',
  hint: 'FFDCEBFA',
};

/** Number of the cell style for a cell of a sheet of ours; the style is added to the workbook where it is new. */
export function paperStyle(styles: StyleTable, { style, link }: DraftCell): number {
  const fontId = styles.add('fonts', fontOf(style, link !== undefined));
  const fillId =
    style !== undefined && FILLS[style] !== undefined ? styles.add('fills', fillOf(FILLS[style])) : 0;
  const borderId = style === undefined || style === 'title' ? 0 : styles.add('borders', BORDER);
  const apply = `applyFont="1"${fillId > 0 ? ' applyFill="1"' : ''}${borderId > 0 ? ' applyBorder="1"' : ''} applyAlignment="1"`;
  return styles.add(
    'cellXfs',
    `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" ${apply}>${alignmentOf(style)}</xf>`,
  );
}

function fontOf(style: Style | undefined, isLink: boolean): string {
  const bold = style === 'title' || style === 'header' ? '<b/>' : '';
  const size = style === 'title' ? 16 : 11;
  const underline = isLink ? '<u/>' : '';
  const color = isLink ? 'FF0563C1' : 'FF000000';
  return `<font>${bold}${underline}<sz val="${size}"/><color rgb="${color}"/><name val="宋体"/><charset val="134"/></font>`;
}

function fillOf(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;

function alignmentOf(style: Style | undefined): string {
  switch (style) {
    case undefined:
      return '<alignment vertical="top"/>';
    case 'title':
      return '<alignment vertical="center"/>';
    case 'header':
      return '<alignment horizontal="center" vertical="center" wrapText="1"/>';
    case 'number':
      return '<alignment horizontal="right" vertical="top" wrapText="1"/>';
    default:
      return '<alignment vertical="top" wrapText="1"/>';
  }
}
