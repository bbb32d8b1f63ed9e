import { NATIONAL, review, type Review } from '../../src/core';
import { htmlReport } from '../../src/cli/report-html';
import { textReport } from '../../src/cli/report-text';
import { verdict } from '../../src/cli/report-words';
import { rowOf } from '../../src/cli/summary-row';
import { columnsOf } from '../../src/cli/terminal-text';
import { fixture, plant, reviewed } from '../core/checks/planting';

const REVIEW = reviewed(fixture('department-2020'));
const CHAINED = reviewed(plant(fixture('department-2020-clean'), { '表1-3!C4': 694.75 }));

/** A review of a workbook whose own words are hostile. */
const hostile = (): Review => {
  const words = '<script>alert(1)</script>&"\'';
  const [finding] = REVIEW.findings;
  if (!finding) throw new Error('no finding');
  return {
    ...REVIEW,
    findings: [
      {
        ...finding,
        sheet: words,
        message: words,
        todo: words,
        cause: words,
        related: [{ sheet: words, cell: 'A1', role: words }],
      },
    ],
    skipped: [{ id: 'SCR-001', reason: '=cmd|\u001B[31m+1@-' }],
  };
};

describe('the verdict', () => {
  const blank = reviewed(plant(fixture('department-2020-clean'), { '评分表!H17': null, '评分表!H19': null }));

  it.each([
    ['errors', REVIEW, '处错误须改正，'],
    ['scores among them that are not filled in yet', blank, '有 2 处错误须改正（其中 2 处是得分还没有填），'],
    ['nothing', reviewed(fixture('department-2020-clean')), '没有发现问题。'],
  ])('counts %s', (_what, given, words) => {
    expect(verdict(given)).toContain(words);
  });
});

describe('the page', () => {
  const page = htmlReport(REVIEW, 'department-2020.xlsx');

  it('stands alone: no script, no address, no file of others', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|https?:|url\(|@import/i);
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('@page{size:A4');
  });

  it('shows every finding with both sides, what could not be checked, and every score', () => {
    for (const { id, message } of REVIEW.findings) {
      expect(page).toContain(id);
      expect(page).toContain(message);
    }
    for (const { reason } of REVIEW.skipped) expect(page).toContain(reason);
    for (const { indicator } of REVIEW.scores) expect(page).toContain(indicator.replaceAll('"', '&quot;'));
    expect(page).toContain('<td class="n">0.000324</td>');
  });

  it('tells the consequences with their cause', () => {
    expect(htmlReport(CHAINED, 'a.xlsx')).toContain('由此引起：RAT-004');
  });

  it('names a few of many related cells', () => {
    const off = reviewed(plant(fixture('department-2020-clean'), { '评分表!H26': 90 }));
    expect(htmlReport(off, 'a.xlsx')).toContain('等21处');
  });

  it('keeps the words of a workbook as words', () => {
    const text = htmlReport(hostile(), '"><script>.xlsx');
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;');
  });
});

describe('the text', () => {
  it('is plain unless colour is asked for', () => {
    expect(textReport(REVIEW, 'a.xlsx', { colour: false })).not.toContain('\u001B');
    expect(textReport(REVIEW, 'a.xlsx', { colour: true })).toContain('\u001B[31m错误');
  });

  it('lets no control character of a workbook through', () => {
    expect(textReport(hostile(), 'a\u001B[2J.xlsx', { colour: false })).not.toContain('\u001B');
  });

  it('aligns Chinese columns by their width', () => {
    const lines = textReport(REVIEW, 'a.xlsx', { colour: false })
      .split('\n')
      .filter((line) => line.includes('  分值 '));
    const starts = lines.map((line) => columnsOf(line.slice(0, line.indexOf('  分值 '))));
    expect(lines).toHaveLength(REVIEW.scores.length);
    expect(new Set(starts).size).toBe(1);
  });

  it('tells the consequences and what was settled', () => {
    expect(textReport(CHAINED, 'a.xlsx', { colour: false })).toContain('由此引起：SUM-001');
    const [note] = REVIEW.findings.filter(({ id }) => id === 'EXE-002');
    if (!note) throw new Error('no EXE-002');
    const { sheet, cell, left, right } = note;
    const notes = [
      { id: 'EXE-002', sheet, cell, left, right, text: '口径不同。', kind: 'explained' as const },
    ];
    const text = textReport(review(fixture('department-2020'), NATIONAL, { notes }), 'a.xlsx', {
      colour: false,
    });
    expect(text).toContain('已说明或不作处理\n  EXE-002');
  });

  it('does not add up the totals of several projects', () => {
    const projects = reviewed(fixture('projects-2020'));
    expect(textReport(projects, 'projects-2020.xlsx', { colour: false })).toContain(
      '认出 8 张表；8 张自评表各自的填报总分 96—98，计算总分 99.8。',
    );
    expect(htmlReport(projects, 'projects-2020.xlsx')).toContain('<td class="n">96—98</td>');
    expect(rowOf('projects-2020.xlsx', projects)).toMatchObject({ reportedTotal: null, computedTotal: null });
  });
});
