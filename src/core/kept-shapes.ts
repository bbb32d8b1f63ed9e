import type { Answer, Answers, FindingNote, Given } from './answers';
import type { Binding, Preferences, ProfileChoice, Run } from './kept-state';
import type { CellContent, CellPatch } from './patches/patch';

// Each function narrows a parsed JSON value to one shape, or says `null`. Nothing is repaired: a text that is partly
// wrong may be wrong altogether, and an answer that was guessed back would score.

type Fields = Readonly<Record<string, unknown>>;

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A list in which every item has the shape. */
export function listOf<T>(shape: (value: unknown) => T | null): (value: unknown) => readonly T[] | null {
  return (value) => {
    if (!Array.isArray(value)) return null;
    const items = value.map(shape);
    return items.some((item) => item === null) ? null : (items as T[]);
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isNumberOrNull = (value: unknown): value is number | null => value === null || isNumber(value);
const isOneOf = <T extends string>(value: unknown, choices: readonly T[]): value is T =>
  choices.includes(value as T);

/** A cell that a number is read from. */
export function asBinding(value: unknown): Binding | null {
  const fields = asFields(value);
  if (!fields) return null;
  const { indicator, name, sheet, cell, scale } = fields;
  if (!isText(indicator) || !isText(name) || !isText(sheet) || !isText(cell)) return null;
  if (scale === undefined) return { indicator, name, sheet, cell };
  return isNumber(scale) && scale > 0 ? { indicator, name, sheet, cell, scale } : null;
}

/** An explanation or a finding set aside. */
export function asNote(value: unknown): FindingNote | null {
  const fields = asFields(value);
  if (!fields) return null;
  const { id, sheet, cell, left, right, text, kind } = fields;
  if (!isText(id) || !isText(sheet) || !isText(cell) || !isText(text)) return null;
  if (!isNumberOrNull(left) || !isNumberOrNull(right) || !isOneOf(kind, ['explained', 'ignored']))
    return null;
  return { id, sheet, cell, left, right, text, kind };
}

function asAnswer(value: unknown): Answer | null {
  const fields = asFields(value);
  if (!fields || !isText(fields['about'])) return null;
  const { under, count, met, happened, chosen } = fields;
  if (under !== undefined && !isText(under)) return null;
  if (count !== undefined && !isNumber(count)) return null;
  for (const flag of [met, happened, chosen])
    if (flag !== undefined && typeof flag !== 'boolean') return null;
  return value as Answer;
}

function asGiven(value: unknown): Given | null {
  const fields = asFields(value);
  if (!fields) return null;
  const { quantities, answers, otherwise } = fields;
  if (quantities !== undefined && !Object.values(asFields(quantities) ?? { bad: null }).every(isNumber))
    return null;
  if (answers !== undefined && listOf(asAnswer)(answers) === null) return null;
  return otherwise === undefined || otherwise === 'met' ? (value as Given) : null;
}

/** What was supplied, in general and by indicator. */
export function asAnswers(value: unknown): Answers | null {
  const general = asGiven(value);
  const fields = asFields(value);
  if (!general || !fields) return null;
  if (fields['indicators'] === undefined) return value as Answers;
  const indicators = asFields(fields['indicators']);
  if (!indicators) return null;
  const sound = Object.values(indicators).every((given) => {
    const reading = asFields(given)?.['reading'];
    return asGiven(given) !== null && (reading === undefined || isText(reading));
  });
  return sound ? (value as Answers) : null;
}

/** The chosen profile with its departures. */
export function asProfileChoice(value: unknown): ProfileChoice | null {
  const fields = asFields(value);
  const readings = asFields(fields?.['readings']);
  if (!fields || !readings || !isText(fields['id'])) return null;
  const { perPoint, reverse } = readings;
  if (perPoint !== undefined && !isOneOf(perPoint, ['whole', 'linear'])) return null;
  if (reverse !== undefined && !isOneOf(reverse, ['ratio', 'linear-to-zero'])) return null;
  return { id: fields['id'], readings: { ...(perPoint && { perPoint }), ...(reverse && { reverse }) } };
}

/** How the pane works on this workbook. */
export function asPreferences(value: unknown): Preferences | null {
  const fields = asFields(value);
  if (!fields) return null;
  const { mode, write, marks, language } = fields;
  if (!isOneOf(mode, ['fill', 'overwrite']) || !isOneOf(write, ['values', 'formulas'])) return null;
  if (typeof marks !== 'boolean' || !isOneOf(language, ['auto', 'zh-CN', 'en-US'])) return null;
  return { mode, write, marks, language };
}

function isContent(value: unknown): value is CellContent {
  if (value === null || isText(value) || isNumber(value) || typeof value === 'boolean') return true;
  return isText(asFields(value)?.['formula']);
}

function asPatch(value: unknown): CellPatch | null {
  const fields = asFields(value);
  if (!fields) return null;
  const { sheet, cell, before, after } = fields;
  return isText(sheet) && isText(cell) && isContent(before) && isContent(after)
    ? { sheet, cell, before, after }
    : null;
}

/** A writing of scores that can be taken back. */
export function asRun(value: unknown): Run | null {
  const fields = asFields(value);
  const patches = listOf(asPatch)(fields?.['patches']);
  if (!fields || !patches) return null;
  const { at, kind, markedBefore } = fields;
  if (!isText(at) || !isOneOf(kind, ['score', 'fix']) || typeof markedBefore !== 'boolean') return null;
  return { at, kind, patches, markedBefore };
}

/** A plain yes or no. */
export function asFlag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
