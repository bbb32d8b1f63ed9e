import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = 'xl/worksheets/sheet2.xml';
/** Rows of one project in `projects-2020.xlsx`, from the first on. */
const FIRST = 2;
const HEIGHT = 9;

/** `projects-2020.xlsx` with its first project `count` times, one below the other. */
export function stackedProjects(bytes: Uint8Array, count: number): Buffer {
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts[SHEET]!);
  const rows = [...sheet.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>.*?<\/row>)/gs)];
  const block = rows.filter(([, row]) => Number(row) >= FIRST && Number(row) < FIRST + HEIGHT);
  const head = rows.filter(([, row]) => Number(row) < FIRST).map(([xml]) => xml);
  const body = Array.from({ length: count }, (_, copy) =>
    block.map(([xml, row]) => {
      const to = Number(row) + copy * HEIGHT;
      return xml
        .replace(`<row r="${row ?? ''}"`, `<row r="${to}"`)
        .replace(/<c r="([A-Z]+)\d+"/g, `<c r="$1${to}"`);
    }),
  );
  const merges = [...sheet.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"\/>/g)]
    .filter(([, , top]) => Number(top) >= FIRST && Number(top) < FIRST + HEIGHT)
    .flatMap(([, left = '', top, right = '', bottom]) =>
      Array.from(
        { length: count },
        (_, copy) =>
          `<mergeCell ref="${left}${Number(top) + copy * HEIGHT}:${right}${Number(bottom) + copy * HEIGHT}"/>`,
      ),
    );
  const workbook = strFromU8(parts['xl/workbook.xml']!).replace(/<definedNames>.*<\/definedNames>/s, '');
  return Buffer.from(
    zipSync({
      ...parts,
      'xl/workbook.xml': strToU8(workbook),
      [SHEET]: strToU8(
        sheet
          .replace(/<dimension [^>]*>/, '')
          .replace(
            /<sheetData>.*<\/sheetData>/s,
            () => `<sheetData>${[...head, ...body.flat()].join('')}</sheetData>`,
          )
          .replace(
            /<mergeCells .*<\/mergeCells>/s,
            () => `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
          ),
      ),
    }),
  );
}
