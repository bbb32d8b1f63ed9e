import type { Range, SheetVisibility } from '../../core';
import { cellKey, positions, SheetBase } from '../host/model/sheet-base';
import type {
  CellContentState,
  CellEdit,
  CellLook,
  ConditionalFormat,
  LookChange,
  SheetModel,
} from '../host/model/spreadsheet';
import { changedLook } from '../host/model/spreadsheet';
import { fromUniverCell, toUniverCell } from './cell-content';
import { fromUniverRange, toLook, toUniverRange, toUniverStyle } from './cell-style';
import type { FacadeSheet, FacadeWorkbook, UniverApi, UniverCell, UniverCells } from './univer-api';

const PIXELS_A_POINT = 96 / 72;

/** What Univer does not keep of a sheet that was read from a file. */
export type SheetFacts = Readonly<{
  visibility: SheetVisibility;
  protected: boolean;
  unlocked: ReadonlySet<string>;
}>;

/** A worksheet of Univer. Writes are gathered and go to Univer together, as one step of its undo. */
export class UniverSheet extends SheetBase implements SheetModel {
  private pending: UniverCells = {};
  private hasPending = false;
  private needed = { rows: 1, columns: 1 };
  private formatsChanged = false;
  /** Patterns over fills, which Univer cannot draw. */
  private readonly patterns = new Map<string, CellLook>();
  private readonly shownFormats = new Map<string, ConditionalFormat>();
  readonly columnWidths = new Map<number, number>();

  constructor(
    private readonly api: UniverApi,
    private readonly workbook: FacadeWorkbook,
    readonly facade: FacadeSheet,
    private readonly facts: SheetFacts,
  ) {
    super();
    this.isProtected = facts.protected;
  }

  get id(): string {
    return this.facade.getSheetId();
  }

  get name(): string {
    return this.facade.getSheetName();
  }

  set name(name: string) {
    this.facade.setName(name);
  }

  get visibility(): SheetVisibility {
    if (!this.facade.isSheetHidden()) return 'visible';
    return this.facts.visibility === 'veryHidden' ? 'veryHidden' : 'hidden';
  }

  set visibility(visibility: SheetVisibility) {
    if (visibility === 'visible') this.facade.showSheet();
    else this.facade.hideSheet();
  }

  bounds(valuesOnly: boolean): Range | null {
    this.flush();
    let found: { top: number; left: number; bottom: number; right: number } | null = null;
    this.facade
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const { value, formula } = fromUniverCell(cell, cell?.f ?? null);
        if (value === null && formula === null && (valuesOnly || !cell?.s)) return;
        found ??= { top: row, left: column, bottom: row, right: column };
        found.top = Math.min(found.top, row);
        found.left = Math.min(found.left, column);
        found.bottom = Math.max(found.bottom, row);
        found.right = Math.max(found.right, column);
      });
    return found;
  }

  content(row: number, column: number): CellContentState {
    const cell = this.cell(row, column);
    // A formula that was filled down is kept once, under an id.
    const formula = cell?.f ?? (cell?.si ? this.facade.getRange(row, column).getFormula() : null);
    return fromUniverCell(cell, formula === '' ? null : formula);
  }

  numberFormat(row: number, column: number): string {
    return this.style(row, column)?.n?.pattern ?? 'General';
  }

  text(row: number, column: number): string {
    this.flush();
    this.makeRoom(row + 1, column + 1);
    return this.facade.getRange(row, column).getDisplayValue();
  }

  look(row: number, column: number): CellLook {
    const look = { ...toLook(this.style(row, column)), ...this.patterns.get(cellKey(row, column)) };
    return this.facts.unlocked.has(cellKey(row, column)) ? { ...look, locked: false } : look;
  }

  write(edits: readonly CellEdit[]): void {
    for (const { row, column, content, numberFormat } of edits)
      this.queue(row, column, {
        ...(content === undefined ? {} : toUniverCell(content)),
        ...(numberFormat === undefined ? {} : { s: { n: { pattern: numberFormat } } }),
      });
  }

  setLook(range: Range, look: LookChange): void {
    const s = toUniverStyle(look);
    const { pattern, patternColor } = look;
    for (const { row, column } of positions(range)) {
      this.queue(row, column, { s });
      if (pattern !== undefined) this.setPattern(row, column, { pattern });
      if (patternColor !== undefined) this.setPattern(row, column, { patternColor });
    }
  }

  clear(range: Range, what: 'All' | 'Contents' | 'Formats' | 'Hyperlinks'): void {
    this.flush();
    const used = this.bounds(false);
    if (!used) return;
    const bottom = Math.min(range.bottom, used.bottom);
    const right = Math.min(range.right, used.right);
    for (const { row, column } of positions({ ...range, bottom, right }))
      this.setHyperlink(row, column, null);
    if (what === 'Hyperlinks' || bottom < range.top || right < range.left) return;
    const options = { All: {}, Contents: { contentsOnly: true }, Formats: { formatOnly: true } }[what];
    this.facade
      .getRange(range.top, range.left, bottom - range.top + 1, right - range.left + 1)
      .clear(options);
  }

  merges(): readonly Range[] {
    return this.facade.getSheet().getMergeData().map(fromUniverRange);
  }

  isRowHidden(row: number): boolean {
    return !this.facade.getSheet().getRowVisible(row);
  }

  isColumnHidden(column: number): boolean {
    return !this.facade.getSheet().getColVisible(column);
  }

  setColumnWidth(column: number, points: number): void {
    this.columnWidths.set(column, points);
    this.makeRoom(1, column + 1);
    this.facade.setColumnWidth(column, Math.round(points * PIXELS_A_POINT));
  }

  override putConditionalFormat(format: ConditionalFormat, priority?: number): void {
    super.putConditionalFormat(format, priority);
    this.formatsChanged = true;
  }

  override removeConditionalFormat(id: string): void {
    super.removeConditionalFormat(id);
    this.formatsChanged = true;
  }

  /** Univer's sheets end where they were told to; Excel's do not. */
  makeRoom(rows: number, columns: number): void {
    if (rows > this.facade.getMaxRows()) this.facade.setRowCount(rows);
    if (columns > this.facade.getMaxColumns()) this.facade.setColumnCount(columns);
  }

  /** Hands everything gathered to Univer; tells whether cells were written. */
  flush(): boolean {
    const wrote = this.hasPending;
    if (wrote) {
      const value = this.pending;
      this.pending = {};
      this.hasPending = false;
      this.makeRoom(this.needed.rows, this.needed.columns);
      this.api.syncExecuteCommand('sheet.command.set-range-values', {
        unitId: this.workbook.getId(),
        subUnitId: this.id,
        value,
      });
    }
    if (this.formatsChanged) this.showFormats();
    return wrote;
  }

  private showFormats(): void {
    this.formatsChanged = false;
    const wanted = new Map(this.conditionalFormats().map((format) => [format.id, format]));
    for (const id of [...this.shownFormats.keys()].filter((known) => !wanted.has(known))) {
      this.facade.deleteConditionalFormattingRule(id);
      this.shownFormats.delete(id);
    }
    for (const [id, format] of wanted) {
      const shown = this.shownFormats.get(id);
      // Only custom formats are ours to draw; those of the file are drawn from the file.
      if (shown === format || format.formula === '') continue;
      if (shown) this.facade.deleteConditionalFormattingRule(id);
      this.facade.addConditionalFormattingRule(this.univerRule(format));
      this.shownFormats.set(id, format);
    }
  }

  private univerRule(format: ConditionalFormat): object {
    const builder = this.facade.newConditionalFormattingRule().whenFormulaSatisfied(format.formula);
    if (format.fill !== null) builder.setBackground(format.fill);
    if (format.fontColor !== null) builder.setFontColor(format.fontColor);
    if (format.bold !== null) builder.setBold(format.bold);
    if (format.italic !== null) builder.setItalic(format.italic);
    if (format.strikethrough !== null) builder.setStrikethrough(format.strikethrough);
    if (format.underline !== null) builder.setUnderline(format.underline !== 'None');
    const rule = builder.setRanges(format.ranges.map(toUniverRange)).build();
    return { ...rule, cfId: format.id, stopIfTrue: format.stopIfTrue };
  }

  private setPattern(row: number, column: number, change: LookChange): void {
    const key = cellKey(row, column);
    this.patterns.set(key, changedLook(this.patterns.get(key) ?? {}, change));
  }

  private queue(row: number, column: number, cell: UniverCell): void {
    const line = (this.pending[row] ??= {});
    const before = line[column];
    this.needed = {
      rows: Math.max(this.needed.rows, row + 1),
      columns: Math.max(this.needed.columns, column + 1),
    };
    const styles = [before?.s, cell.s].filter((style) => typeof style === 'object' && style !== null);
    line[column] = {
      ...before,
      ...cell,
      ...(styles.length > 0 ? { s: Object.assign({}, ...styles) as object } : {}),
    };
    this.hasPending = true;
  }

  private cell(row: number, column: number): UniverCell | null | undefined {
    this.flush();
    return this.facade.getSheet().getCellRaw(row, column);
  }

  private style(row: number, column: number) {
    return this.workbook.getWorkbook().getStyles().getStyleByCell(this.cell(row, column));
  }
}
