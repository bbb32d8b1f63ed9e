import { perText } from '../remember';
import { amountMeaning } from '../tables/amount-words';
import { rowLabel } from '../tables/row-labels';
import type { AmountRow, AmountTable } from '../tables/table';
import { conceptOf, isBare, type Concept } from './concept';
import { GENERIC_LABEL, KNOWN_SUBJECTS, WHOLE_HEADING } from './synonyms';
import { tablePart } from './table-part';

/** What a row's label says, read once for all its columns. */
export type RowLine = Readonly<{
  row: AmountRow;
  concept: Concept;
  /** Label without numbering. */
  name: string;
  /** Heading the row stands under in a list, without 情况 and brackets; `null` at the top. */
  heading: string | null;
  /** The label says nothing by itself: 控制率, 计划数, or a stage without a subject. */
  generic: boolean;
  /** The label says at most a stage (金额, 决算数), so that the quantity is in the header of the column. */
  bare: boolean;
  /** The label speaks of the department (预算数) in a table that is about a part of it. */
  ofPart: boolean;
}>;

/** Words that end the name of a quantity: 会议费, 专项资金. */
const QUANTITY_ENDING = /(?:费|经费|支出|资金|收入|结转|结余|人员|资产|采购)$/;

/** The quantity that the header of a column names, and not how or when its numbers were counted (数值, 调整后); else `null`. */
export const quantityOf = perText((header): Concept | null => {
  const concept = conceptOf(header);
  const names =
    KNOWN_SUBJECTS.has(concept.subject) ||
    QUANTITY_ENDING.test(concept.subject) ||
    (concept.subject !== '' && amountMeaning(header, null) === null);
  return names ? concept : null;
});

/** Reads the label of a row where it stands. */
export function lineOf(table: AmountTable, row: AmountRow): RowLine {
  const concept = conceptOf(row.label.text);
  const heading = headingOf(table, row);
  const { name } = rowLabel(row.label.text);
  const ofHeading = concept.subject === '' && heading !== null && !WHOLE_HEADING.test(heading);
  const generic = ofHeading || GENERIC_LABEL.test(concept.subject) || GENERIC_LABEL.test(name);
  return {
    row,
    concept,
    name: row.role === 'total' ? totalName(table, row) : name,
    heading,
    generic,
    bare: row.role === 'item' && heading === null && isBare(row.label.text),
    ofPart: concept.subject === '' && !tablePart(table).whole,
  };
}

/** 合计 of a table of 三公经费 says of what it is the total. */
function totalName(table: AmountTable, { label }: AmountRow): string {
  return `${tablePart(table).subject ?? ''}${label.text}`;
}

function headingOf(table: AmountTable, row: AmountRow): string | null {
  for (let parent = row.parent; parent !== null; parent = table.rows[parent]?.parent ?? null) {
    const above = table.rows[parent];
    if (above?.role === 'section') return rowLabel(above.label.text).name.replace(/(?:控制)?情况$/, '');
  }
  return null;
}
