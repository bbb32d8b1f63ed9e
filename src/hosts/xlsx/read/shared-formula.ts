import { columnLetters, MAX_COLUMNS, MAX_ROWS } from '../../../core/snapshot/address';

/**
 * Parts of a formula that references may stand between: strings, quoted sheet names, structured references, names and
 * function names (also dotted, and with a bracket behind), numbers such as `1E5`; then areas of whole columns or rows,
 * then single cells.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\p{L}\p{N}_.$\\])(?:(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7})|(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))(?![\p{L}\p{N}_.(!\\])/giu;

/**
 * Moves the relative references of a formula, as Excel does for the cells that share one:
 * `A1*$B$1` moved by one row → `A2*$B$1`. A reference that leaves the grid becomes `#REF!`.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const column = (fixed: string, letters: string): string | null => {
    const index = columnIndex(letters) + (fixed ? 0 : columns);
    return index < 0 || index >= MAX_COLUMNS ? null : fixed + columnLetters(index);
  };
  const row = (fixed: string, digits: string): string | null => {
    const index = Number(digits) + (fixed ? 0 : rows);
    return index < 1 || index > MAX_ROWS ? null : `${fixed}${index}`;
  };
  const join = (a: string | null, between: string, b: string | null): string =>
    a === null || b === null ? '#REF!' : `${a}${between}${b}`;
  return formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const [c1, columnA, c2, columnB, r1, rowA, r2, rowB, cf, cellColumn, rf, cellRow] = groups;
    if (columnA !== undefined) return join(column(c1 ?? '', columnA), ':', column(c2 ?? '', columnB ?? ''));
    if (rowA !== undefined) return join(row(r1 ?? '', rowA), ':', row(r2 ?? '', rowB ?? ''));
    if (cellColumn !== undefined) return join(column(cf ?? '', cellColumn), '', row(rf ?? '', cellRow ?? ''));
    return token;
  });
}

function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
