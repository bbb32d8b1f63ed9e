import { type Range, rangeToA1, type Snapshot } from '../../core';
import { itemNotFound } from '../host/rich-error';
import type { SheetModel, SpreadsheetModel, UserEdit } from '../host/model/spreadsheet';
import { DEFAULT_STYLE, fromUniverRange } from './cell-style';
import type { FacadeSheet, FacadeWorkbook, UniverApi, ValueChanged } from './univer-api';
import { type SheetFacts, UniverSheet } from './univer-sheet';

/** Univer only tells of the end of a calculation when there is one. */
const CALCULATION_MS = 400;
const NEW_SHEET = { rows: 1000, columns: 26 };
const PLAIN: SheetFacts = { visibility: 'visible', protected: false, unlocked: new Set() };

/** A workbook that Univer shows. */
export class UniverWorkbook implements SpreadsheetModel {
  readonly settings = new Map<string, unknown>();
  private readonly wrapped = new Map<string, UniverSheet>();
  private readonly editListeners: ((edit: UserEdit) => void)[] = [];
  private readonly selectionListeners: ((sheet: SheetModel, address: string) => void)[] = [];
  private readonly subscriptions: readonly { dispose(): void }[];
  private own = false;

  constructor(
    private readonly api: UniverApi,
    readonly facade: FacadeWorkbook,
    readonly name: string,
    private readonly facts: ReadonlyMap<string, SheetFacts>,
  ) {
    this.subscriptions = [
      api.addEvent('SheetValueChanged', (change) => {
        if (!this.own) this.valueChanged(change);
      }),
      api.addEvent('SelectionChanged', ({ worksheet, selections }) => {
        const [range] = selections;
        if (range) this.selectionChanged(this.wrap(worksheet), fromUniverRange(range));
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.api.disposeUnit(this.facade.getId());
  }

  sheets(): readonly UniverSheet[] {
    return this.facade.getSheets().map((sheet) => this.wrap(sheet));
  }

  addSheet(name: string): UniverSheet {
    const active = this.facade.getActiveSheet();
    const sheet = this.quietly(() =>
      this.facade.create(name, NEW_SHEET.rows, NEW_SHEET.columns, {
        sheet: { defaultStyle: DEFAULT_STYLE },
      }),
    );
    // Univer shows a new sheet at once; Excel does not.
    this.facade.setActiveSheet(active);
    return this.wrap(sheet);
  }

  removeSheet(id: string): void {
    const sheet = this.wrapped.get(id);
    if (!sheet) throw itemNotFound();
    this.facade.deleteSheet(sheet.facade);
    this.wrapped.delete(id);
  }

  activeSheet(): UniverSheet {
    return this.wrap(this.facade.getActiveSheet());
  }

  selection(): Range {
    const range = this.facade.getActiveRange()?.getRange();
    return range ? fromUniverRange(range) : { top: 0, left: 0, bottom: 0, right: 0 };
  }

  select(sheet: SheetModel, range: Range): void {
    const shown = this.wrapped.get(sheet.id) ?? this.activeSheet();
    shown.makeRoom(range.bottom + 1, range.right + 1);
    const { facade } = shown;
    this.facade.setActiveSheet(facade);
    facade
      .getRange(range.top, range.left, range.bottom - range.top + 1, range.right - range.left + 1)
      .activate();
    facade.scrollToCell(Math.max(0, range.top - 3), Math.max(0, range.left - 2));
    this.selectionChanged(sheet, range);
  }

  async settle(): Promise<void> {
    // Univer gives up waiting with an error when nothing had to be computed, which is no failure here.
    const ended = this.api.getFormula().onCalculationEnd().catch(nothing);
    const wrote = this.quietly(() => this.sheets().filter((sheet) => sheet.flush()).length > 0);
    if (wrote) await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, CALCULATION_MS))]);
  }

  onUserEdit(listener: (edit: UserEdit) => void): void {
    this.editListeners.push(listener);
  }

  onUserFormat(): void {
    // Univer tells of formats as it tells of values: onUserEdit has them.
  }

  onSelection(listener: (sheet: SheetModel, address: string) => void): void {
    this.selectionListeners.push(listener);
  }

  /** The sheets as Univer shows them now, in the words of a file. */
  snapshot(): Snapshot {
    return {
      name: this.name,
      sheets: this.sheets().map((sheet) => {
        const used = sheet.bounds(true);
        return {
          name: sheet.name,
          visibility: sheet.visibility,
          protected: sheet.isProtected,
          cells: used ? [...cellsOf(sheet, used)] : [],
          merges: sheet.merges(),
          hiddenRows: [],
          hiddenColumns: [],
        };
      }),
    };
  }

  /** Does something to Univer that must not look like an edit of the user. */
  private quietly<T>(work: () => T): T {
    this.own = true;
    try {
      return work();
    } finally {
      this.own = false;
    }
  }

  private selectionChanged(sheet: SheetModel, range: Range): void {
    for (const tell of this.selectionListeners) tell(sheet, rangeToA1(range));
  }

  private valueChanged({ effectedRanges }: ValueChanged): void {
    for (const effected of effectedRanges) {
      const sheet = this.sheets().find((known) => known.id === effected.getSheetId());
      const range = fromUniverRange(effected.getRange());
      // Results of formulas come as changes too; Excel raises no event for them.
      if (!sheet || onlyFormulas(sheet, range)) continue;
      for (const tell of this.editListeners) tell({ sheet, address: rangeToA1(range) });
    }
  }

  private wrap(sheet: FacadeSheet): UniverSheet {
    const id = sheet.getSheetId();
    const known = this.wrapped.get(id);
    if (known) return known;
    const made = new UniverSheet(this.api, this.facade, sheet, this.facts.get(sheet.getSheetName()) ?? PLAIN);
    this.wrapped.set(id, made);
    return made;
  }
}

const nothing = (): undefined => undefined;

function onlyFormulas(sheet: UniverSheet, { top, left, bottom, right }: Range): boolean {
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1)
      if (sheet.content(row, column).formula === null) return false;
  return true;
}

function* cellsOf(sheet: UniverSheet, { top, left, bottom, right }: Range) {
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const { value, formula } = sheet.content(row, column);
      if (value === null && formula === null) continue;
      yield { row, column, value: value ?? '', ...(formula === null ? {} : { formula: formula.slice(1) }) };
    }
}
