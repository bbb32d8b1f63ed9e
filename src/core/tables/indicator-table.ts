import type { Range } from '../snapshot/address';
import { withoutDetails } from './detail-lines';
import { headingOf, isTitleLine, projectField, projectHeading, titleOf, type ProjectName } from './headings';
import type { IndicatorBody } from './indicator-body';
import type { IndicatorHeader } from './indicator-header';
import { indicatorKind } from './indicator-kinds';
import type { MoneyBlock } from './money-block';
import { speaksOfWhole } from './indicator-words';
import { printedGrade } from './printed-grade';
import { printedTotal } from './printed-total';
import { proseOf, type Line, type Piece, type SheetView } from './sheet-view';
import type { IndicatorTable, TextCell } from './table';
import { withWholeWeights } from './weights';

/** What was found of one table of indicators. */
export type IndicatorParts = Readonly<{
  view: SheetView;
  header: IndicatorHeader;
  body: IndicatorBody;
  money: MoneyBlock | null;
  /** Lines between the previous table and this one, without those of the money block. */
  above: readonly Line[];
  /** Title of the tables of amounts read just before on this sheet, which heads this one, too, when it has none of its own. */
  inherited: TextCell | null;
}>;

/** Puts a table of indicators together; `owned` are the lines above that belong to it and not to the table before. */
export function indicatorTable({ view, header, body, money, above, inherited }: IndicatorParts): {
  table: IndicatorTable;
  owned: readonly Line[];
} {
  const heading = headingOf(view, above);
  const field = projectField(view, above);
  const shared = heading.title === null && inherited && speaksOfWhole(inherited.text) ? inherited : null;
  const headings = [...headingsOver(view, above), ...(shared ? [shared.text] : [])];
  const kind = indicatorKind({ header, money, headings, projectField: field !== null });
  const project = field ?? (kind === 'department-indicators' ? null : projectHeading(view, above));
  const stated = printedTotal(view, above);
  const block = kind === 'project-indicators';
  const owned = ownLines(above, project, block);
  return {
    owned,
    table: withWholeWeights({
      kind,
      scored: header.score !== null,
      title: block && project ? labelOfLine(view, project.line) : (heading.title ?? shared),
      sheet: view.name,
      range: rangeOf(header, body, money, field),
      unit: heading.unit ?? money?.unit ?? null,
      year: heading.year,
      groups: body.groups,
      ...withoutDetails(body, body.total, money?.rows ?? []),
      total: body.total ?? stated,
      stated: body.total ? (stated?.score ?? null) : null,
      grade: printedGrade(view, body.totalLine, above),
      project: project?.name ?? null,
      projectNumber: project?.number ?? null,
      money: money?.rows ?? [],
      sentences: sentencesOf(view, [...owned, ...body.loose]),
      header: { top: header.top, left: header.left, bottom: header.bottom, right: header.right },
    }),
  };
}

/** Last words of projects' names; an office or a chapter of the report has others. */
const PROJECT_NAME = /(?:经费|费用|项目|工程|专项|资金|补助|补贴|采购|建设|改造|维护|服务|活动|费)$/;

/**
 * Short lines above that may name the table. The title of a whole report stands above many things: where the heading
 * of a project follows it, it does not name the table under that heading.
 */
function headingsOver(view: SheetView, above: readonly Line[]): readonly string[] {
  const alone = above.filter(({ pieces }) => pieces.length === 1);
  const named = projectHeading(view, alone);
  const isProject = named !== null && (named.number !== null || PROJECT_NAME.test(named.name.text));
  const from = isProject ? alone.indexOf(named.line) : 0;
  return alone.flatMap(({ pieces }, index) => {
    const text = pieces[0]?.text ?? '';
    return index < from && /报告$/.test(text) ? [] : [text];
  });
}

/** Lines above that belong to the table: from the heading of its project on; a form or department table owns them all. */
function ownLines(above: readonly Line[], project: ProjectName | null, block: boolean): readonly Line[] {
  if (!block || !project) return above;
  return above.slice(above.indexOf(project.line));
}

function rangeOf(
  header: IndicatorHeader,
  body: IndicatorBody,
  money: MoneyBlock | null,
  field: ProjectName | null,
): Range {
  const fieldLeft = field?.line.pieces[0]?.column ?? header.left;
  return {
    top: Math.min(header.top, money?.top ?? header.top, field?.line.row ?? header.top),
    left: Math.min(header.left, money?.left ?? header.left, fieldLeft),
    bottom: Math.max(body.bottom, money?.bottom ?? 0),
    right: Math.max(header.right, money?.right ?? 0),
  };
}

const labelOfLine = (view: SheetView, line: Line): TextCell | null =>
  line.pieces[0] ? titleOf(view, line.pieces[0]) : null;

/** Texts that say something: sentences, goals, results; titles, names and field labels are none. */
export function sentencesOf(view: SheetView, lines: readonly Line[]): readonly TextCell[] {
  return lines.flatMap((line) =>
    line.pieces.filter((piece) => isSentence(piece, line)).map((piece) => proseOf(view, piece)),
  );
}

const isSentence = ({ kind, text }: Piece, line: Line): boolean =>
  kind === 'text' &&
  (/[。;；]/.test(text) || (text.length > 20 && line.pieces.length === 1 && !isTitleLine(line)));
