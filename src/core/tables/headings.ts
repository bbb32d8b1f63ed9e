import { perText } from '../remember';
import { squeeze } from '../snapshot/width';
import { isClosingText } from './indicator-words';
import { labelOf, rawText, type Line, type Piece, type SheetView } from './sheet-view';
import type { TextCell } from './table';

const UNIT_LINE = /^[((]?(?:金额|货币|计量)?单位[::]?(.*?)[))]?$/;
const MONEY_UNIT = /(?:人民币)?(百万元|千万元|亿元|万元|千元|百元|元)/;
/** Lines that are filled in above a table and are no title. */
const FILLED_IN =
  /^(?:(?:填报|编报|编制|填表|预算|项目|实施|主管|报告|被评价|评价)?(?:单位|部门|日期|时间|年度|名称|负责人|总分|联系人|编码|代码)(?:名称)?[((盖公章签]*[))]?[::]|附[件表]?[\d一二三四五六七八九十]*[::]?$)/;
const YEAR = /((?:19|20)\d{2})(?:年|—|-|～|~)/;

/** Whether a piece prints the unit of its table (`单位：万元`), and which. */
export const unitLine = perText((text): string | null => {
  const unit = UNIT_LINE.exec(text)?.[1];
  return unit === undefined ? null : (MONEY_UNIT.exec(unit)?.[1] ?? null);
});

/** Unit of money in brackets or after a comma in a header or title (`年度预算资金(万元)`), `null` for none. */
export const unitInText = perText((text): string | null => {
  const bracketed =
    /[((,:]\s*(?:单位[::]?|金额单位[::]?)?(?:人民币)?(百万元|千万元|亿元|万元|千元|百元|元)[))]?/.exec(text);
  return bracketed?.[1] ?? null;
});

/** Whether a header says that its numbers are percent figures: `执行率（%）`. */
export const saysPercent = (text: string): boolean => /[((]%[))]|%$/.test(text);

/** Four-digit year in a text (`2020年度…` → 2020), `null` for none. */
export const yearIn = perText((text): number | null => {
  const year = YEAR.exec(text)?.[1] ?? /[((]((?:19|20)\d{2})[))]/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
});

/** Whether a line is filled in by the office above or below a table, or prints its unit. */
export function isFrameLine(line: Line): boolean {
  return line.pieces.every(({ text }) => isFrameText(text));
}

const isFrameText = perText((text): boolean => UNIT_LINE.test(text) || FILLED_IN.test(text));

/** What the lines above a table say about it. */
export type Heading = Readonly<{ title: TextCell | null; unit: string | null; year: number | null }>;

/**
 * Reads title, unit and year from the lines between the previous table and this one. The title is the nearest line that
 * names a table or report; without such a word, the nearest short line.
 */
export function headingOf(view: SheetView, above: readonly Line[]): Heading {
  const nearest = [...above].reverse();
  const titles = nearest.flatMap((line) => titlePiece(line) ?? []);
  const named = titles.filter(({ text }) => NAMES_TABLE.test(text));
  const title = named.find(({ text }) => !TABLE_NUMBER.test(text)) ?? named[0] ?? titles[0];
  const texts = nearest
    .flatMap(({ pieces }) => withFields(pieces.map(({ text }) => text)))
    .filter((text) => text.length <= LONGEST_HEADING);
  return {
    title: title ? titleOf(view, title) : null,
    unit: firstOf(texts, unitLine) ?? firstOf(texts, unitInText),
    year: (title ? yearIn(title.text) : null) ?? firstOf(texts, yearIn),
  };
}

/** 单位： and 万元 in the next cell say what one cell would. */
const withFields = (texts: readonly string[]): readonly string[] =>
  texts.map((text, index) =>
    /^(?:金额|货币|计量)?单位[::]$/.test(text) ? `${text}${texts[index + 1] ?? ''}` : text,
  );

/**
 * Index of the line between two tables where the heading of the second begins: at its title or the name of its project, else
 * behind the notes that close the first.
 */
export function headingStart(between: readonly Line[]): number {
  const title = lastIndex(between, (line) => NAMES_TABLE.test(titlePiece(line)?.text ?? ''));
  const field = between.findIndex((line) => projectLabel(line) >= 0);
  const named = field > 0 && isNumberedTitle(between[field - 1]) ? field - 1 : field;
  const found = [title, named].filter((index) => index >= 0);
  if (found.length > 0) return Math.min(...found);
  return lastIndex(between, ({ pieces }) => isClosingText(pieces[0]?.text ?? '')) + 1;
}

/** The name of a project on a line of its own, which a form repeats in its field. */
const isNumberedTitle = (line: Line | undefined): boolean =>
  line !== undefined && isTitleLine(line) && NUMBERED.test(line.pieces[0]?.text ?? '');

function lastIndex(lines: readonly Line[], fits: (line: Line) => boolean): number {
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line && fits(line)) return index;
  }
  return -1;
}

/** The words of a title as they are compared, stretched (收 入 决 算 表) or not; '' for none. */
export const titleWords = ({ title }: Heading): string => squeeze(title?.text ?? '');

/** Longer texts are sentences: a year or unit in them is what they tell of, not what the table is in. */
const LONGEST_HEADING = 40;
/** Words at the end of a title that name a table or a report. */
export const NAMES_TABLE = /(?:表|体系|报告)(?:[(续].*)?$|表\d|[一二三四五六七八九十]表/;

/** 公开01表 and 附表2 say which table of a set it is, and not what is in it. */
const TABLE_NUMBER = /^(?:财决)?(?:公开|预算|附)?表?\d{1,2}(?:[-—.]\d{1,2})*表?$/;

function firstOf<Value>(texts: readonly string[], read: (text: string) => Value | null): Value | null {
  for (const text of texts) {
    const value = read(text);
    if (value !== null) return value;
  }
  return null;
}

/** A title as printed; only line breaks and the space around it go. */
export function titleOf(view: SheetView, piece: Piece): TextCell {
  return {
    text: rawText(piece)
      .replace(/\s*[\r\n]+\s*/g, '')
      .trim(),
    ref: view.ref(piece.row, piece.column),
  };
}

/** The piece of a line that may be a title: a short text that ends no sentence, alone but for what the office fills in. */
export function titlePiece(line: Line): Piece | null {
  const [piece, second] = line.pieces.filter(({ text }) => !isFrameText(text));
  if (!piece || second || piece.kind !== 'text') return null;
  return piece.text.length <= 60 && !/[。;；]/.test(piece.text) && yearOnly(piece.text) === null
    ? piece
    : null;
}

/** Whether a line holds nothing but a title. */
export const isTitleLine = (line: Line): boolean => line.pieces.length === 1 && titlePiece(line) !== null;

const yearOnly = (text: string): string | null => /^[((]?\d{0,4}年?度?[))]?$/.exec(text)?.[0] ?? null;

/** Name of a project with the number printed before it. */
export type ProjectName = Readonly<{ name: TextCell; number: number | null; line: Line }>;

const NUMBERED = /^[((]?(\d{1,3})[))]?(?:[、..)])\s*(.+)$/;

/** Place of the piece that says 项目名称, -1 for none. */
const projectLabel = ({ pieces }: Line): number => pieces.findIndex(({ text }) => PROJECT_LABEL.test(text));

/** Funds handed down to a region are named in the same place: 转移支付（项目）名称, 专项资金名称. */
const PROJECT_LABEL =
  /^(?:专项|项目(?:\(政策\)|或政策)?|政策|(?:专项)?资金|(?:专项)?转移支付(?:\(项目\))?)(?:支出)?名称(?:[((].*[))])?[::]?/;

/** Project named in a form (`项目名称 | …` or `项目名称：…`); `null` when no line names one. */
export function projectField(view: SheetView, lines: readonly Line[]): ProjectName | null {
  for (const line of lines) {
    const at = projectLabel(line);
    const label = line.pieces[at];
    if (!label) continue;
    const inside =
      /^(?:专项|项目(?:\(政策\)|或政策)?|政策|(?:专项)?资金|(?:专项)?转移支付(?:\(项目\))?)(?:支出)?名称[::](.+)$/.exec(
        label.text,
      )?.[1];
    const value = inside === undefined ? line.pieces[at + 1] : label;
    if (!value) continue;
    const cell = labelOf(view, value);
    return {
      name: inside === undefined ? cell : { text: cell.text.replace(/^[^::]*[::]/, ''), ref: cell.ref },
      number: null,
      line,
    };
  }
  return null;
}

/** Project named by the heading above its block (`3、…`): the nearest numbered line, else the nearest short one. */
export function projectHeading(view: SheetView, above: readonly Line[]): ProjectName | null {
  const headings = [...above].reverse().filter((line) => isTitleLine(line) && !isGeneric(line.pieces[0]));
  const line = headings.find(({ pieces }) => NUMBERED.test(pieces[0]?.text ?? '')) ?? headings[0];
  const piece = line?.pieces[0];
  if (!line || !piece) return null;
  const label = labelOf(view, piece);
  const numbered = NUMBERED.exec(piece.text);
  if (!numbered)
    return {
      name: { text: label.text.replace(/^项目(?:名称)?[::]/, ''), ref: label.ref },
      number: null,
      line,
    };
  return {
    name: { text: label.text.replace(/^[((（]?[\d０-９]+[))）]?[、.．)）]\s*/, ''), ref: label.ref },
    number: Number(numbered[1]),
    line,
  };
}

/** A field of a form whose value is still empty. */
const FIELD_LABEL =
  /^(?:(?:专项|项目)(?:支出)?(?:名称|类别|属性|类型|编码|代码|负责人|实施期|周期)|(?:主管|实施|填报|预算|项目|资金使用)*(?:部门|单位)(?:名称)?|联系人|联系电话|预算年度|评价年度)(?:\([^)]*\))?\*?[::]?$/;

/** Whether a line is filled in about the project or office of a form: `项目名称 | … | 自评总分 | 95`. */
export const isFieldLine = ({ pieces }: Line): boolean => FIELD_LABEL.test(pieces[0]?.text ?? '');

/** Headings that every block or report carries. */
const isGeneric = (piece: Piece | undefined): boolean =>
  piece === undefined ||
  FIELD_LABEL.test(piece.text) ||
  /(?:自评表|评价表|评分表|情况表|完成情况|自评情况|情况|附表|报告)(?:[((].*)?$|^[一二三四五六七八九十]+、/.test(
    piece.text,
  );
