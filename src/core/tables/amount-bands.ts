import { isRateLabel, type Block } from './amount-block';
import { placed, tableBase } from './amount-rows';
import type { Heading } from './headings';
import { labelOf, type SheetView } from './sheet-view';
import type { AmountColumn, AmountRow, AmountTable, NumberCell, TextCell } from './table';

/** One list of several header bands: every value under a header of a band becomes a row of its own. */
export function bandedList(view: SheetView, blocks: readonly Block[], heading: Heading): AmountTable {
  const [first] = blocks;
  const amounts = blocks.filter(({ band }) => !band).flatMap(({ header }) => header.columns);
  const columns: AmountColumn[] = [
    {
      header: first ? labelOf(view, first.header.label) : { text: '', ref: view.ref(0, 0) },
      under: [],
      meaning: 'value',
      year: null,
      unit: null,
    },
    ...amounts.map(({ header, under, meaning, year, unit }) => ({ header, under, meaning, year, unit })),
  ];
  const rows: AmountRow[] = [];
  let offset = 1;
  for (const block of blocks) {
    const section = rows.length;
    const label = labelOf(view, block.header.label);
    rows.push({
      label,
      role: 'section',
      depth: 0,
      parent: null,
      unit: unitOfLabel(label.text),
      note: null,
      cells: columns.map(() => absent(label)),
    });
    if (block.band) {
      block.header.columns.forEach((column, index) => {
        const cell = block.rows[0]?.cells[index];
        if (cell)
          rows.push(
            bandRow(
              column.header,
              cell,
              section,
              isRateLabel(column.header.text)
                ? null
                : (unitOfLabel(column.header.text) ?? unitOfLabel(label.text)),
              columns,
            ),
          );
      });
      continue;
    }
    for (const row of placed(view, block.rows, 'data-list')) {
      const cells = columns.map((_, index) => row.cells[index - offset] ?? absent(row.label));
      rows.push({
        ...row,
        unit: row.unit ?? unitOfLabel(label.text),
        depth: row.depth + 1,
        parent: row.parent === null ? section : row.parent + section + 1,
        cells,
      });
    }
    offset += block.header.columns.length;
  }
  const last = blocks.at(-1);
  const right = Math.max(...blocks.map(({ header }) => header.right));
  return {
    ...tableBase(view, heading, first?.header, last?.bottom ?? 0, right),
    kind: 'data-list',
    columns,
    rows,
  };
}

const bandRow = (
  label: TextCell,
  cell: NumberCell,
  section: number,
  unit: string | null,
  columns: readonly AmountColumn[],
): AmountRow => ({
  label,
  role: 'item',
  depth: 1,
  parent: section,
  unit,
  note: null,
  cells: columns.map((_, index) => (index === 0 ? cell : absent(label))),
});

/** A column that a row of a banded list does not have. */
const absent = (label: TextCell): NumberCell => ({
  ref: label.ref,
  reading: { kind: 'not-applicable', text: '' },
  cell: undefined,
});

/** Unit in brackets behind a label: `计划数（项）` → 项. */
const unitOfLabel = (text: string): string | null => /[((（]([^()（）]{1,6})[))）]$/.exec(text)?.[1] ?? null;
