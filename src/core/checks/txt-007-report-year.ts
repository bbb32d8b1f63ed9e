import { append } from '../lists';
import { perReview } from '../remember';
import type { CellRef } from '../snapshot/address';
import { isIndicatorTable, type Table } from '../tables/table';
import { keyOf, type CheckContext } from './check-context';
import { defineCheck } from './define-check';
import { coversOf, LONGEST_TITLE, yearOfReport, type Place } from './report-years';
import { sentences } from './sentences';
import page from './txt-007-report-year.md';

export const txt007 = defineCheck({
  meta: {
    id: 'TXT-007',
    name: 'report-year',
    title: '标题、表格和文字的年度一致',
    severity: 'verify',
    needs: ['tables'],
    why: '沿用上年文件时常漏改年度，年度不符的表格可能整张都是上年的数。',
    messages: {
      other: {
        what: '报告年度{y}，此处为{z}。',
        todo: '核对此处的数是哪一年的；只是漏改年度的，改正年度，确需引用他年的，予以说明。',
      },
      later: {
        what: '报告年度{y}，后续工作计划仍写{z}。',
        todo: '改为计划所属的年度。',
      },
    },
  },
  page,

  run(context, report) {
    const year = yearOfReport(context);
    if (year === null) {
      report.skip('未找到报告年度');
      return;
    }
    const places = [...coverSlips(context, year), ...titlesOf(context, year), ...accountsOf(context, year)];
    for (const { at, other } of new Map(places.map((place) => [keyOf(place.at), place])).values()) {
      report({ messageId: 'other', at, data: { y: `${year}年`, z: `${other}年` } });
    }
    for (const at of plansOf(context, year))
      report({ messageId: 'later', at, data: { y: `${year}年`, z: `${year}年` } });
  },
});

/** Covers that state another year than the rest. */
function coverSlips(context: CheckContext, year: number): readonly Place[] {
  return coversOf(context).filter(({ other }) => other !== year);
}

/** Tables whose title carries another year, unless the title says that it is about another time. */
function titlesOf(context: CheckContext, year: number): readonly Place[] {
  return context.recognition.tables.flatMap((table) => {
    const title = table.title?.text ?? '';
    if (
      table.year === null ||
      table.year === year ||
      /上年|去年|上一年|往年|历年/.test(table.sheet) ||
      hasTwin(context, table, year) ||
      /上年|规划|中期|—|－|至/.test(title.replace(/^附?表[\d\-—－]+/, ''))
    )
      return [];
    return [{ at: table.title?.ref ?? { sheet: table.sheet, cell: 'A1' }, other: table.year }];
  });
}

/**
 * Whether the same table of amounts stands in the workbook for the year of the report, too: then this one is there to compare
 * with. Forms are filled in once for each project under one title, so that their twins say nothing.
 */
function hasTwin(context: CheckContext, table: Table, year: number): boolean {
  if (isIndicatorTable(table) || table.title === null) return false;
  const years = yearsByTitle(context).get(undated(table.title.text)) ?? [];
  return years.length === 2 && years.includes(year) && years.includes(table.year);
}

const undated = (text: string): string => text.replace(/20\d{2}/g, '');

/** The years of all tables that are called alike but for the year. */
const yearsByTitle = perReview(({ recognition }: CheckContext): ReadonlyMap<string, (number | null)[]> => {
  const years = new Map<string, (number | null)[]>();
  for (const { title, year } of recognition.tables) if (title) append(years, undated(title.text), year);
  return years;
});

/** Sentences that give the report's accounts or self-evaluation another year, without comparing. */
function accountsOf(context: CheckContext, year: number): readonly Place[] {
  const places = new Map<number, Place>();
  for (const { text, ref } of sentences(context)) {
    if (/比|较|上年|同比|增|减|根据|按照|《|〔/.test(text)) continue;
    for (const match of text.matchAll(
      /(20\d{2})年(?:度)?(?:部门决算|部门整体支出绩效自评|绩效自评|决算公开)/g,
    )) {
      const other = Number(match[1]);
      if (other !== year && !places.has(other)) places.set(other, { at: ref, other });
    }
  }
  return [...places.values()];
}

/** Plans for what comes after the report that still name the report's year. */
function plansOf(context: CheckContext, year: number): readonly CellRef[] {
  const places: CellRef[] = [];
  let plan: string | null = null;
  for (const { text, ref } of sentences(context)) {
    if (/^(?:第?[一二三四五六七八九十]+[、章]|\([一二三四五六七八九十]+\))/.test(text)) plan = null;
    if (/后续工作(?:计划|安排)|下一步工作(?:计划|安排)?/.test(text) && text.length <= LONGEST_TITLE)
      plan = ref.sheet;
    else if (plan === ref.sheet && text.includes(`${year}年`) && /推动|进一步|继续|计划|将/.test(text))
      places.push(ref);
  }
  return places;
}
