import { append, appendAll } from '../../../core/lists';
import { parseRange, rangeToA1, toA1 } from '../../../core/snapshot/address';
import { applySplices, withPrefix, type Splice } from '../xml/splice';
import type { CellEdit } from './cell-edit';
import { cellXml, withComputedValue } from './cell-xml';
import { moveSharedFormulas, type MovedFormulas } from './shared-formula-moves';
import { surveySheet, type KnownCell, type KnownRow, type SheetSurvey } from './sheet-survey';

/** Writes cells into a sheet part; all other text of the part stays as it is. */
export function patchSheet(xml: string, path: string, edits: readonly CellEdit[]): string {
  const byRow = new Map<number, CellEdit[]>();
  for (const edit of [...edits].sort((a, b) => a.row - b.row || a.column - b.column)) {
    append(byRow, edit.row, edit);
  }
  const survey = surveySheet(xml, path, new Set(byRow.keys()));
  const moved = moveSharedFormulas(survey, edits);
  const splices: Splice[] = [];
  for (const [row, rowEdits] of byRow) {
    const known = survey.rows.get(row);
    appendAll(splices, known ? editRow(xml, survey, known, rowEdits, moved) : addRow(survey, row, rowEdits));
  }
  const edited = new Set(edits.map(toA1));
  for (const [, formula] of moved) if (!edited.has(formula.cell)) splices.push(formula);
  appendAll(splices, growDimension(xml, survey, edits));
  return applySplices(xml, openSheetData(xml, survey, splices));
}

function editRow(
  xml: string,
  survey: SheetSurvey,
  row: KnownRow,
  edits: readonly CellEdit[],
  moved: MovedFormulas,
): Splice[] {
  const splices: Splice[] = [];
  let added = '';
  for (const edit of edits) {
    const cell = row.cells.find(({ column }) => column === edit.column);
    if (cell) {
      splices.push({ start: cell.start, end: cell.end, text: changedCell(xml, survey, cell, edit, moved) });
    } else if (isWorthACell(edit)) {
      const text = newCell(survey, edit);
      const next = row.cells.find(({ column }) => column > edit.column);
      if (next) splices.push({ start: next.start, end: next.start, text });
      else added += text;
    }
  }
  if (added === '' && splices.every(({ start, end }) => start < end)) return splices;
  return [...splices, ...widenRow(xml, survey, row, added)];
}

/** Puts cells at the end of a row and takes off its note of used columns, which is optional and would be wrong. */
function widenRow(xml: string, survey: SheetSurvey, row: KnownRow, added: string): Splice[] {
  const tag = xml.slice(row.start, row.tagEnd).replace(/\sspans=(?:"[^"]*"|'[^']*')/, '');
  if (!tag.endsWith('/>')) {
    const splices = [{ start: row.start, end: row.tagEnd, text: tag }];
    return added === '' ? splices : [...splices, { start: row.closeStart, end: row.closeStart, text: added }];
  }
  const text = `${tag.slice(0, -2).trimEnd()}>${added}${withPrefix('</row>', survey.prefix)}`;
  return [{ start: row.start, end: row.tagEnd, text }];
}

function addRow(survey: SheetSurvey, row: number, edits: readonly CellEdit[]): Splice[] {
  const cells = edits.filter(isWorthACell).map((edit) => newCell(survey, edit));
  if (cells.length === 0) return [];
  const at = survey.rowAfter(row);
  return [
    {
      start: at,
      end: at,
      text:
        withPrefix(`<row r="${row + 1}">`, survey.prefix) +
        cells.join('') +
        withPrefix('</row>', survey.prefix),
    },
  ];
}

const isWorthACell = ({ content }: CellEdit): boolean =>
  content !== undefined && content !== null && content !== '';

function newCell(survey: SheetSurvey, edit: CellEdit): string {
  return withPrefix(
    cellXml(toA1(edit), survey.styleAt(edit), edit.content ?? null, edit.computed),
    survey.prefix,
  );
}

function changedCell(
  xml: string,
  survey: SheetSurvey,
  cell: KnownCell,
  edit: CellEdit,
  moved: MovedFormulas,
): string {
  if (edit.content !== undefined)
    return withPrefix(cellXml(toA1(edit), cell.style, edit.content, edit.computed), survey.prefix);
  const formula = moved.get(cell.start);
  const piece = formula
    ? [{ ...formula, start: formula.start - cell.start, end: formula.end - cell.start }]
    : [];
  return withComputedValue(
    applySplices(xml.slice(cell.start, cell.end), piece),
    survey.prefix,
    edit.computed,
  );
}

function growDimension(xml: string, survey: SheetSurvey, edits: readonly CellEdit[]): Splice[] {
  const part = survey.parts.find(({ name }) => name === 'dimension');
  const match = part && /\sref=(["'])([^"']*)\1/.exec(xml.slice(part.start, part.end));
  const range = match ? parseRange(match[2] ?? '') : null;
  if (!part || !match || !range) return [];
  const grown = { ...range };
  for (const edit of edits.filter(isWorthACell)) {
    grown.top = Math.min(grown.top, edit.row);
    grown.left = Math.min(grown.left, edit.column);
    grown.bottom = Math.max(grown.bottom, edit.row);
    grown.right = Math.max(grown.right, edit.column);
  }
  if (rangeToA1(grown) === rangeToA1(range)) return [];
  const start = part.start + match.index;
  return [{ start, end: start + match[0].length, text: ` ref="${rangeToA1(grown)}"` }];
}

/** `<sheetData/>` of an empty sheet has no place for rows until it is opened. */
function openSheetData(xml: string, survey: SheetSurvey, splices: readonly Splice[]): readonly Splice[] {
  const data = survey.parts.find(({ name }) => name === 'sheetData');
  if (!data || !xml.slice(data.start, data.end).endsWith('/>') || data.tagEnd !== data.end) return splices;
  const at = xml.lastIndexOf('<', data.end - 1);
  const rows = splices.filter(({ start }) => start === at);
  if (rows.length === 0) return splices;
  const open = `${xml.slice(data.start, data.end - 2).trimEnd()}>`;
  const text = open + rows.map((row) => row.text).join('') + withPrefix('</sheetData>', survey.prefix);
  return [...splices.filter(({ start }) => start !== at), { start: data.start, end: data.end, text }];
}
