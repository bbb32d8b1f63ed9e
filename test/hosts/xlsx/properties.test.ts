import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  inverse,
  parseA1,
  sameContent,
  toA1,
  type Cell,
  type CellContent,
  type CellPatch,
  type Sheet,
  type Snapshot,
} from '../../../src/core';
import { contentOf } from '../../../src/core/patches/score-patches';
import { WorkbookFileError } from '../../../src/hosts/xlsx/file-fault';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { bytesOf, workbookBytes } from '../../support/xlsx-builder';

const RUNS = { numRuns: 60 };

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '+1',
    '-',
    '@',
    '_x000D_',
    '得分',
    ' ',
    '\r\n',
    '<a b="c">&amp;',
    '３,４１９.００',
    ']]>',
  ),
);
/** Texts that the hand-made files can carry without escapes of their own. */
const plainText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }).filter((value) => !value.includes('_x')),
  fc.constantFrom('=1+1', '-', '得分', ' ', '\n', '<a b="c">&amp;', '３,４１９.００', '𠮷'),
);
const number = fc
  .double({ noDefaultInfinity: true, noNaN: true })
  .map((value) => (Object.is(value, -0) ? 0 : value));
const content: fc.Arbitrary<CellContent> = fc.oneof(
  number,
  text.filter((value) => value !== ''),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom({ formula: '=A1+B2' }, { formula: '=SUM(A1:C9)' }, { formula: '="x"&A1' }),
);
const position = fc.record({ row: fc.nat(12), column: fc.nat(5) });

const sheets = fc
  .array(fc.tuple(position, fc.oneof(number, plainText, fc.boolean())), { maxLength: 25 })
  .map((pairs): Sheet => {
    const cells = new Map(pairs.map(([place, value]): [string, Cell] => [toA1(place), { ...place, value }]));
    return {
      name: '表',
      visibility: 'visible',
      protected: false,
      cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    };
  });
const books = sheets.map((sheet): Snapshot => ({ name: '表.xlsx', sheets: [sheet] }));
const changes = fc.array(fc.tuple(position, content), { maxLength: 10 });

const contentsOf = (snapshot: Snapshot): Map<string, CellContent> =>
  new Map(snapshot.sheets[0]?.cells.map((cell) => [toA1(cell), contentOf(cell)]));

/** Patches that hold on the given workbook, one a cell. */
function patchesFor(
  snapshot: Snapshot,
  wanted: readonly (readonly [{ row: number; column: number }, CellContent])[],
): CellPatch[] {
  const held = contentsOf(snapshot);
  const byCell = new Map(wanted.map(([place, after]) => [toA1(place), after]));
  return [...byCell].map(([cell, after]) => ({ sheet: '表', cell, before: held.get(cell) ?? null, after }));
}

describe('a workbook file', () => {
  it('reads back what was put into it', () => {
    fc.assert(
      fc.property(books, (book) => {
        expect(readXlsx(bytesOf(book), book.name)).toEqual(book);
      }),
      RUNS,
    );
  });

  it('holds after a change what the patches say, and everything else as before', async () => {
    await fc.assert(
      fc.asyncProperty(books, changes, async (book, wanted) => {
        const host = new XlsxHost(bytesOf(book), book.name);
        const patches = patchesFor(book, wanted);
        const { refused } = await host.apply({ patches });
        expect(refused).toEqual([]);
        const expected = contentsOf(book);
        for (const { cell, after } of patches) {
          if (after === null) expected.delete(cell);
          else expected.set(cell, after);
        }
        const now = contentsOf((await host.read()).snapshot);
        expect([...now.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [cell, after] of expected)
          expect([cell, sameContent(now.get(cell) ?? null, after)]).toEqual([cell, true]);
      }),
      RUNS,
    );
  });

  it('is back where it was after the inverse of every patch', async () => {
    await fc.assert(
      fc.asyncProperty(books, changes, async (book, wanted) => {
        const host = new XlsxHost(bytesOf(book), book.name);
        const patches = patchesFor(book, wanted);
        await host.apply({ patches });
        const { refused } = await host.apply({ patches: patches.map(inverse).reverse() });
        expect(refused).toEqual([]);
        expect((await host.read()).snapshot).toEqual(book);
      }),
      RUNS,
    );
  });

  it('refuses exactly the patches whose cell holds something else', async () => {
    await fc.assert(
      fc.asyncProperty(books, changes, content, async (book, wanted, claimed) => {
        const host = new XlsxHost(bytesOf(book), book.name);
        const held = contentsOf(book);
        const patches = patchesFor(book, wanted).map((patch) => ({ ...patch, before: claimed }));
        const { applied } = await host.apply({ patches });
        const right = patches.filter(({ cell }) => sameContent(held.get(cell) ?? null, claimed));
        expect(applied).toEqual(right);
      }),
      RUNS,
    );
  });

  it('keeps its rows and cells in order, each once, wherever is written', async () => {
    await fc.assert(
      fc.asyncProperty(books, changes, async (book, wanted) => {
        const host = new XlsxHost(bytesOf(book), book.name);
        await host.apply({ patches: patchesFor(book, wanted) });
        const addresses = [...(await host.read()).snapshot.sheets.flatMap(({ cells }) => cells)];
        const order = addresses.map(({ row, column }) => row * 100 + column);
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect(addresses.every((cell) => parseA1(toA1(cell)) !== null)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('bytes that were tampered with', () => {
  const fixture = readFileSync('test/fixtures/awkward-format.xlsx');
  const small = workbookBytes([{ name: '表', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }]);

  it.each([
    ['a real workbook', Uint8Array.from(fixture), 40],
    ['a small one', small, 300],
  ])('%s is read as it was or refused with a sentence, never with a crash', (_, bytes, numRuns) => {
    const original = readXlsx(bytes, '甲.xlsx');
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(damage, fc.nat(bytes.length), fc.boolean(), (spots, length, cut) => {
        const damaged = Uint8Array.from(cut ? bytes.subarray(0, length) : bytes);
        for (const [at, value] of spots) if (at < damaged.length) damaged[at] = value;
        try {
          const { sheets } = readXlsx(damaged, '甲.xlsx');
          // Only fields that no reader of cells looks at may differ unnoticed: the checksums guard all the rest.
          expect(sheets).toEqual(original.sheets);
        } catch (error) {
          expect(error).toBeInstanceOf(WorkbookFileError);
        }
      }),
      { numRuns },
    );
  });

  it('XML that was tampered with never throws anything but a named fault', () => {
    const part =
      '<row r="1"><c r="A1" s="0" t="inlineStr"><is><t>得分</t></is></c><c r="B1"><f>A1</f><v>1</v></c></row>';
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '&',
      ';',
      'c',
      ' ',
      '=',
      '1',
      '<v>',
      '</c>',
      '<!--',
      '<![CDATA[',
      '<?',
    );
    fc.assert(
      fc.property(fc.nat(part.length), fc.nat(5), pieces, (at, drop, piece) => {
        const data = part.slice(0, at) + piece + part.slice(at + drop);
        try {
          readXlsx(workbookBytes([{ name: '表', data }]), '甲.xlsx');
        } catch (error) {
          expect(error).toBeInstanceOf(WorkbookFileError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
