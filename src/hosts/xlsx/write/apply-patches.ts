import { appendAll } from '../../../core/lists';
import { isFormula, sameContent, type CellContent, type CellPatch } from '../../../core/patches/patch';
import { contentOf } from '../../../core/patches/score-patches';
import { contains, parseA1, toA1, type Position } from '../../../core/snapshot/address';
import { gridOf } from '../../../core/snapshot/grid';
import { isCellError, type CellValue, type Sheet } from '../../../core/snapshot/snapshot';
import type { RefusedPatch } from '../../ports';
import { computeDependents, type Written } from '../compute/dependents';
import type { PackageEditor } from '../package/package-editor';
import { readDefinedNames } from '../read/defined-names';
import type { CellStyle } from '../read/styles-part';
import type { CellEdit } from './cell-edit';
import { patchSheet } from './sheet-patcher';
import { isInArray, surveySheet, type SheetSurvey } from './sheet-survey';

/** A sheet of the snapshot with its part. */
export type PlacedSheet = Readonly<{ sheet: Sheet; path: string }>;

export type PatchResult = Readonly<{
  applied: readonly CellPatch[];
  refused: readonly RefusedPatch[];
  /** Whether formulas came or went. */
  formulas: boolean;
}>;

/**
 * Writes patches into the sheet parts, and with them the results of formulas that depend on what was written. A patch
 * is refused when its cell does not hold `before`, lies inside a merged area or array formula, is locked on a protected
 * sheet, or is not there.
 */
export function applyPatches(
  editor: PackageEditor,
  sheets: readonly PlacedSheet[],
  styles: readonly CellStyle[],
  patches: readonly CellPatch[],
): PatchResult {
  const applied: CellPatch[] = [];
  const refused: RefusedPatch[] = [];
  const targets = new Map<string, PatchTarget>();
  for (const [name, wanted] of groupBySheet(patches)) {
    const placed = sheets.find(({ sheet }) => sheet.name === name);
    if (!placed) {
      appendAll(
        refused,
        wanted.map((patch): RefusedPatch => ({ patch, reason: 'missing' })),
      );
      continue;
    }
    const rows = new Set(wanted.flatMap(({ cell }) => parseA1(cell)?.row ?? []));
    const survey = surveySheet(editor.text(placed.path), placed.path, rows);
    const target = new PatchTarget(placed.sheet, survey, styles);
    for (const patch of wanted) {
      const reason = target.accept(patch);
      if (reason === null) applied.push(patch);
      else refused.push({ patch, reason });
    }
    targets.set(name, target);
  }
  writeCells(
    editor,
    sheets,
    [...targets.values()].flatMap((target) => target.written()),
  );
  return { applied, refused, formulas: [...targets.values()].some(({ changesFormulas }) => changesFormulas) };
}

function groupBySheet(patches: readonly CellPatch[]): Map<string, CellPatch[]> {
  const groups = new Map<string, CellPatch[]>();
  for (const patch of patches) {
    const group = groups.get(patch.sheet);
    if (group) group.push(patch);
    else groups.set(patch.sheet, [patch]);
  }
  return groups;
}

function writeCells(
  editor: PackageEditor,
  sheets: readonly PlacedSheet[],
  written: readonly Written[],
): void {
  if (written.length === 0) return;
  const { workbookPath } = editor.source;
  const names = readDefinedNames(editor.text(workbookPath), workbookPath);
  const computed = computeDependents(
    sheets.map(({ sheet }) => sheet),
    names,
    written,
  );
  for (const { sheet, path } of sheets) {
    const results = new Map(
      computed.filter((cell) => cell.sheet === sheet.name).map((cell) => [toA1(cell), cell]),
    );
    const edits: CellEdit[] = [];
    for (const { row, column, content } of written.filter((cell) => cell.sheet === sheet.name)) {
      const address = toA1({ row, column });
      edits.push({ row, column, content, computed: results.get(address)?.value ?? null });
      results.delete(address);
    }
    const grid = results.size > 0 ? gridOf(sheet) : null;
    for (const { row, column, value } of results.values()) {
      if (!sameResult(grid?.at(row, column)?.value, value)) edits.push({ row, column, computed: value });
    }
    if (edits.length > 0) editor.setText(path, patchSheet(editor.text(path), path, edits));
  }
}

/** Excel computes to 15 digits; a file may keep two more of them. */
function sameResult(held: CellValue | undefined, computed: CellValue | null): boolean {
  if (typeof held === 'number' && typeof computed === 'number')
    return Number(held.toPrecision(15)) === computed;
  if (isCellError(held) && isCellError(computed)) return held.error === computed.error;
  return held === computed || (held === '' && computed === null);
}

/** Collects what becomes of one sheet's cells, each patch seen on top of those before it. */
class PatchTarget {
  changesFormulas = false;
  private readonly at: (row: number, column: number) => CellContent;
  private readonly pending = new Map<string, Position & { content: CellContent }>();

  constructor(
    private readonly sheet: Sheet,
    private readonly survey: SheetSurvey,
    private readonly styles: readonly CellStyle[],
  ) {
    const grid = gridOf(sheet);
    this.at = (row, column) => contentOf(grid.at(row, column));
  }

  /** Notes a patch, or says why it is refused. */
  accept(patch: CellPatch): RefusedPatch['reason'] | null {
    const position = parseA1(patch.cell);
    if (!position) return 'missing';
    const merge = this.sheet.merges.find((area) => contains(area, position));
    if (merge && (merge.top !== position.row || merge.left !== position.column)) return 'missing';
    const key = toA1(position);
    const held = this.pending.get(key)?.content ?? this.at(position.row, position.column);
    if (!sameContent(emptyAsNull(held), emptyAsNull(patch.before))) return 'changed';
    if (isInArray(this.survey, position) || this.isLocked(position)) return 'protected';
    this.changesFormulas ||= isFormula(patch.after) || (held !== null && isFormula(held));
    this.pending.set(key, { ...position, content: patch.after });
    return null;
  }

  written(): Written[] {
    return [...this.pending.values()].map((cell) => ({ ...cell, sheet: this.sheet.name }));
  }

  private isLocked(position: Position): boolean {
    if (!this.sheet.protected) return false;
    const known = this.survey.rows.get(position.row)?.cells.find(({ column }) => column === position.column);
    const style = this.styles[known ? known.style : this.survey.styleAt(position)];
    return style?.locked ?? true;
  }
}

/** A cell with an empty text is an empty cell to everybody who looks at it. */
function emptyAsNull(content: CellContent): CellContent {
  return content === '' ? null : content;
}
