// Large workbooks made from the fixtures' own parts, so that nothing large is committed and nothing is left out of them:
// styles, heights, merges and empty bordered cells cost a reader as much as values do.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const TYPES = '[Content_Types].xml';

/** The workbook with its sheets after the cover repeated until there are `count`; each has a name of its own. */
export function manySheets(bytes, count) {
  const parts = partsOf(bytes);
  const projects = [...parts[WORKBOOK].matchAll(/<sheet [^>]*>/g)].length - 1;
  const sources = Array.from({ length: projects }, (_, n) => parts[sheetPath(n + 2)]);
  const added = [];
  for (let n = 0; n < count; n += 1) {
    parts[sheetPath(n + 2)] = unlike(sources[n % projects], n);
    added.push(n + 2);
  }
  const fresh = added.filter((number) => number > projects + 1);
  parts[WORKBOOK] = parts[WORKBOOK].replace(/<definedNames>.*<\/definedNames>/s, '').replace(
    /<sheets>(<sheet [^>]*>).*<\/sheets>/s,
    (_, cover) =>
      `<sheets>${cover}${added
        .map((number) =>
          cover
            .replace(/name="[^"]*"/, `name="${number - 1}项目"`)
            .replace(/sheetId="\d+"/, `sheetId="${number}"`)
            .replace(/r:id="[^"]*"/, number > projects + 1 ? `r:id="sheet${number}"` : `r:id="rId${number}"`),
        )
        .join('')}</sheets>`,
  );
  parts[RELATIONS] = again(
    parts[RELATIONS],
    /<Relationship [^>]*sheet2\.xml[^>]*>/,
    '</Relationships>',
    fresh,
    (one, number) =>
      one.replace('sheet2.xml', `sheet${number}.xml`).replace(/Id="[^"]*"/, `Id="sheet${number}"`),
  );
  parts[TYPES] = again(parts[TYPES], /<Override [^>]*sheet2\.xml[^>]*>/, '</Types>', fresh, (one, number) =>
    one.replace('sheet2.xml', `sheet${number}.xml`),
  );
  return bytesOf(parts);
}

/**
 * The workbook with the blocks of its sheet `number` repeated down the sheet until there are `count`. `first` is the
 * row of the first block, each is `height` rows, and `blocks` of them differ.
 */
export function stackedBlocks(bytes, { number, first, height, blocks }, count) {
  const parts = partsOf(bytes);
  const path = sheetPath(number);
  const sheet = parts[path];
  const rows = new Map();
  for (const [row, at] of sheet.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>.*?<\/row>)/gs))
    rows.set(Number(at), row);
  const merges = [...sheet.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"\/>/g)].map(
    ([, left, top, right, bottom]) => ({ left, top: Number(top), right, bottom: Number(bottom) }),
  );
  const kept = merges.filter(({ bottom }) => bottom < first);
  const body = [...rows].filter(([at]) => at < first).map(([, row]) => row);
  for (let n = 0; n < count; n += 1) {
    const source = first + (n % blocks) * height;
    const shift = n * height + first - source;
    for (let row = source; row < source + height; row += 1)
      body.push(unlike(moved(rows.get(row) ?? '', row, row + shift), n));
    for (const merge of merges)
      if (merge.top >= source && merge.bottom < source + height)
        kept.push({ ...merge, top: merge.top + shift, bottom: merge.bottom + shift });
  }
  const refs = kept.map(
    ({ left, top, right, bottom }) => `<mergeCell ref="${left}${top}:${right}${bottom}"/>`,
  );
  parts[path] = sheet
    .replace(/<dimension [^>]*>/, '')
    .replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${body.join('')}</sheetData>`)
    .replace(
      /<mergeCells .*<\/mergeCells>/s,
      () => `<mergeCells count="${refs.length}">${refs.join('')}</mergeCells>`,
    );
  parts[WORKBOOK] = parts[WORKBOOK].replace(/<definedNames>.*<\/definedNames>/s, '');
  return bytesOf(parts);
}

const sheetPath = (number) => `xl/worksheets/sheet${number}.xml`;

function partsOf(bytes) {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

function bytesOf(parts) {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));
}

/** The element that `pattern` finds, once more for each number, before `end`. */
function again(part, pattern, end, numbers, change) {
  const [one] = pattern.exec(part);
  return part.replace(end, () => `${numbers.map((number) => change(one, number)).join('')}${end}`);
}

function moved(row, from, to) {
  return row.replace(`<row r="${from}"`, `<row r="${to}"`).replace(/<c r="([A-Z]+)\d+"/g, `<c r="$1${to}"`);
}

/** Names of projects differ in practice: what repeats would be remembered, and flatter the figures. */
function unlike(xml, n) {
  return xml.replaceAll(NAMED, `$&${n}`);
}

const encoded = (word) => [...word].map((letter) => `&#${letter.codePointAt(0)};`).join('');
const NAMED = new RegExp(['项目', '经费', '费用'].flatMap((word) => [word, encoded(word)]).join('|'), 'g');
