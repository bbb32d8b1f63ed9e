import type { CellRef, Range } from '../snapshot/address';
import type { NumberReading } from '../snapshot/number-reading';
import type { Cell } from '../snapshot/snapshot';

export type IndicatorTableKind = 'department-indicators' | 'project-indicators' | 'project-form';
export type AmountTableKind = 'income' | 'function' | 'use' | 'quarters' | 'assets' | 'staff' | 'data-list';
export type TableKind = IndicatorTableKind | AmountTableKind;

/** Text with the cell it stands in. `text` is as printed, line breaks and padding removed. */
export type TextCell = Readonly<{ text: string; ref: CellRef }>;

/** A cell where a number belongs; `cell` is absent when it is empty. */
export type NumberCell = Readonly<{ ref: CellRef; reading: NumberReading; cell: Cell | undefined }>;

type TableBase = Readonly<{
  /** Title above the table; `null` when none was found. */
  title: TextCell | null;
  sheet: string;
  range: Range;
  /**
   * Unit of money printed for the whole table (`元`, `万元`, …). A table of money that prints none is in the one unit the
   * workbook prints elsewhere; `null` when there is none or more than one.
   */
  unit: string | null;
  /** Four-digit year that the title, the header or the sheet's text gives; `null` when none. */
  year: number | null;
}>;

/** A node above the indicators: 一级指标, 二级指标. */
export type IndicatorGroup = Readonly<{
  name: string;
  ref: CellRef;
  /** 1 for 一级指标. */
  level: number;
  /** Points from their own column or from brackets in the name. */
  points: NumberCell | null;
  /** Index of the parent in `groups`; `null` at level 1. */
  parent: number | null;
}>;

/** One scored line. What a table has no column for is `null`; what has a column but an empty cell is a blank reading or ''. */
export type Indicator = Readonly<{
  name: string;
  ref: CellRef;
  /** Index of the innermost group in `groups`; `null` in a flat table. */
  group: number | null;
  points: NumberCell | null;
  /** Points that it has together with its neighbours, in one cell over them all; `points` is `null` then. */
  sharedPoints: NumberCell | null;
  standard: TextCell | null;
  /** 指标说明 / 计算公式 column, which may define the rate. */
  definition: TextCell | null;
  score: NumberCell;
  /** 扣分 in a column of its own, beside the score or instead of one. */
  deducted?: NumberCell | null;
  /** 扣分原因 / 偏差原因分析 / 备注 that asks for reasons; `text` is '' when the cell is blank. */
  reason: TextCell | null;
  /** 年度指标值 / 预期指标值. */
  target: NumberCell | null;
  /** 实际完成值 / 完成值 / 指标完成值. */
  actual: NumberCell | null;
  /** 完成率 / 完成比例 in a column of its own. */
  completion: NumberCell | null;
  /** Comparison sign in a column of its own (四川). */
  sign: TextCell | null;
  /** Unit of measure in a column of its own. */
  measure: TextCell | null;
}>;

/**
 * A line of the money block of a form: 年度资金总额, 其中：当年财政拨款, … Roles: total, part (a source of the money), use
 * (基本支出, 项目支出: the same money by what it is spent on), detail (a part of a use).
 */
export type MoneyRow = Readonly<{
  label: TextCell;
  role: 'total' | 'part' | 'use' | 'detail';
  /** 年初预算数, 全年（调整后）预算数, 全年执行数. */
  initial: NumberCell | null;
  budget: NumberCell | null;
  /** 到位数 beside the budget, where the rates of the form are not of it. */
  received: NumberCell | null;
  executed: NumberCell | null;
  points: NumberCell | null;
  rate: NumberCell | null;
  score: NumberCell | null;
  reason: TextCell | null;
}>;

export type IndicatorTotal = Readonly<{
  ref: CellRef;
  /** Points of the total line, one a points column that is filled. */
  points: readonly NumberCell[];
  score: NumberCell | null;
  /** What it prints under 扣分. */
  deducted?: NumberCell | null;
}>;

/** A line inside a table that adds up a part of its indicators: 小计, 投入小计. */
export type IndicatorSubtotal = IndicatorTotal &
  Readonly<{
    label: TextCell;
    /** Number of indicators above it. */
    after: number;
  }>;

/** A table of indicators with scores: of a department, of one project, or a national or provincial project form. */
export type IndicatorTable = TableBase &
  Readonly<{
    kind: IndicatorTableKind;
    /** Whether the table has a column of scores: the forms of transfer payments have none. */
    scored: boolean;
    groups: readonly IndicatorGroup[];
    indicators: readonly Indicator[];
    subtotals: readonly IndicatorSubtotal[];
    total: IndicatorTotal | null;
    /** The score that a field above repeats (`自评得分 | 95`) where the table has a line for its total. */
    stated: NumberCell | null;
    /** Grade printed beside or under the total (优/良/中/差). */
    grade: TextCell | null;
    /** Name of the project, for project tables. */
    project: TextCell | null;
    /** Number printed before the project's name (`3、…` → 3). */
    projectNumber: number | null;
    money: readonly MoneyRow[];
    /** Sentences that belong to the table (above or below it, 预期目标, 实际完成情况). */
    sentences: readonly TextCell[];
    /** Cells of repeated headers, so that a reader of the range can pass over them. */
    header: Range;
  }>;

/** What a column of amounts means, read from its header. */
export type ColumnMeaning =
  | 'initial-budget'
  | 'adjusted-budget'
  | 'budget'
  | 'final'
  | 'prior-budget'
  | 'prior-final'
  | 'cumulative'
  | 'rate'
  | 'quantity'
  | 'net-value'
  | 'in-use'
  | 'establishment'
  | 'actual-staff'
  | 'value'
  | 'other';

export type AmountColumn = Readonly<{
  header: TextCell;
  /** Headers that stand above it, from the outermost: 预算数, 公务用车购置及运行费 over 小计. */
  under: readonly TextCell[];
  meaning: ColumnMeaning;
  /** Year that the header names (`2017年预算数`), `null` for the table's own. */
  year: number | null;
  unit: string | null;
}>;

/**
 * A row of amounts. `depth` is 0 for the outermost; `parent` is the row it is a part of. Roles:
 * item (counts into its parent or the total), of-which (其中: a part that need not be complete), subtotal (小计, 本年收入合计),
 * total (合计, 总计), section (a heading without numbers).
 */
export type AmountRow = Readonly<{
  label: TextCell;
  role: 'item' | 'of-which' | 'subtotal' | 'total' | 'section';
  depth: number;
  parent: number | null;
  /** Unit printed in the row (data lists); `null` for the table's. */
  unit: string | null;
  /** 来源说明 / 备注, where a rate may be defined. */
  note: TextCell | null;
  /** Number printed before the row (序号), by which formulas call it; `null` for none. */
  number?: number | null;
  /** One a column, in the order of `columns`. */
  cells: readonly NumberCell[];
}>;

/** A table of amounts: budgets, quarters, assets, staff, or a list of named quantities. */
export type AmountTable = TableBase &
  Readonly<{
    kind: AmountTableKind;
    columns: readonly AmountColumn[];
    rows: readonly AmountRow[];
  }>;

export type Table = IndicatorTable | AmountTable;

/** Whether a table holds scored indicators. */
export function isIndicatorTable(table: Table): table is IndicatorTable {
  return 'indicators' in table;
}

/** A sheet on which nothing was recognised, and why. */
export type IgnoredSheet = Readonly<{ sheet: string; reason: string }>;

/** Text outside every table: titles, report sentences, notes. TXT checks read it. */
export type LooseText = TextCell;

/** Everything that was recognised in a workbook, in reading order. */
export type Recognition = Readonly<{
  tables: readonly Table[];
  ignored: readonly IgnoredSheet[];
  texts: readonly LooseText[];
  /** Cells that were read as part of a table. */
  cellsRead: number;
}>;
