import { rowLabel } from '../tables/row-labels';
import type { AmountRow, AmountTable } from '../tables/table';
import { conceptOf, type Concept } from './concept';
import { GENERIC_LABEL, WHOLE_HEADING } from './synonyms';
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
}>;

/** Reads the label of a row where it stands. */
export function lineOf(table: AmountTable, row: AmountRow): RowLine {
  const concept = conceptOf(row.label.text);
  const heading = headingOf(table, row);
  const { name } = rowLabel(row.label.text);
  const bare = concept.subject === '' && heading !== null && !WHOLE_HEADING.test(heading);
  const generic = bare || GENERIC_LABEL.test(concept.subject) || GENERIC_LABEL.test(name);
  return { row, concept, name: row.role === 'total' ? totalName(table, row) : name, heading, generic };
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
