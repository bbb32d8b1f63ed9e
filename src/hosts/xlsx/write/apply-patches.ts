import { isFormula, sameContent, type CellContent, type CellPatch } from '../../../core/patches/patch';
import { contentOf } from '../../../core/patches/score-patches';
import { contains, parseA1, toA1, type Position } from '../../../core/snapshot/address';
import { gridOf } from '../../../core/snapshot/grid';
import type { Sheet } from '../../../core/snapshot/snapshot';
import type { RefusedPatch } from '../../ports';
import type { PackageEditor } from '../package/package-editor';
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
 * Writes patches into the sheet parts. A patch is refused when its cell does not hold `before`, lies inside a merged
 * area or array formula, is locked on a protected sheet, or is not there.
 */
export function applyPatches(
  editor: PackageEditor,
  sheets: readonly PlacedSheet[],
  styles: readonly CellStyle[],
  patches: readonly CellPatch[],
): PatchResult {
  const bySheet = new Map<string, CellPatch[]>();
  for (const patch of patches) bySheet.set(patch.sheet, [...(bySheet.get(patch.sheet) ?? []), patch]);
  const applied: CellPatch[] = [];
  const refused: RefusedPatch[] = [];
  let formulas = false;
  for (const [name, wanted] of bySheet) {
    const placed = sheets.find(({ sheet }) => sheet.name === name);
    if (!placed) {
      refused.push(...wanted.map((patch): RefusedPatch => ({ patch, reason: 'missing' })));
      continue;
    }
    const { path } = placed;
    const rows = new Set(wanted.flatMap(({ cell }) => parseA1(cell)?.row ?? []));
    const target = new PatchTarget(placed.sheet, surveySheet(editor.text(path), path, rows), styles);
    for (const patch of wanted) {
      const reason = target.accept(patch);
      if (reason === null) applied.push(patch);
      else refused.push({ patch, reason });
    }
    const edits = target.edits();
    if (edits.length > 0) editor.setText(path, patchSheet(editor.text(path), path, edits));
    formulas ||= target.changesFormulas;
  }
  return { applied, refused, formulas };
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

  edits(): CellEdit[] {
    return [...this.pending.values()];
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
