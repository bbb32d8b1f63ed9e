import type { Snapshot } from '../../../src/core';
import { fixture, plant, reviewed, type Plants } from './planting';

const DEPARTMENT = fixture('department-2020-clean');
const BOTH_FORMS = fixture('project-national-form');
const FORM = { ...BOTH_FORMS, sheets: BOTH_FORMS.sheets.filter(({ name }) => name === '居家养老项目') };
/** The Hunan workbook with its two mistakes corrected. */
const HUNAN = plant(fixture('hunan-data-and-score'), {
  '评分表!G8': 2,
  '评分表!G19': 87.9,
  '评分表!H8': '本年追加预算，扣1分。',
  '评分表!H12': '支出超预算，扣2分。',
});

/**
 * Single errors in clean workbooks: which check must tell it and where, and which others may see it as a fact of its own
 * (a budget of 0 is no denominator, and purchases above it have no plan).
 */
const PLANTS: readonly (readonly [Snapshot, string, string, Plants, readonly string[]])[] = [
  [DEPARTMENT, 'SCR-001', '评分表!H26', { '评分表!H26': 99.82 }, []],
  [DEPARTMENT, 'SCR-001', '评分表!H26', { '评分表!H26': 89.92 }, []],
  [HUNAN, 'SCR-001', '评分表!G19', { '评分表!G19': 86.9 }, []],
  [FORM, 'SCR-001', '居家养老项目!H27', { '居家养老项目!H27': 98.2 }, []],
  [DEPARTMENT, 'SCR-002', '评分表!H10', { '评分表!H10': 4 }, []],
  [DEPARTMENT, 'SCR-002', '评分表!H9', { '评分表!H9': 20 }, []],
  [DEPARTMENT, 'SCR-003', '评分表!H10', { '评分表!H10': -1 }, []],
  [DEPARTMENT, 'SCR-007', '评分表!H15', { '评分表!H15': 0.7, '评分表!H26': 98.62 }, []],
  [DEPARTMENT, 'SCR-007', '评分表!H15', { '评分表!H15': 0.7 }, []],
  [FORM, 'SCR-007', '居家养老项目!I6', { '居家养老项目!I6': 9.5, '居家养老项目!H27': 96.98 }, []],
  [FORM, 'SCR-009', '居家养老项目!H13', { '居家养老项目!H13': 5, '居家养老项目!H27': 96.2 }, []],
  [FORM, 'SCR-010', '居家养老项目!H15', { '居家养老项目!H15': 8, '居家养老项目!H27': 97.84 }, []],
  [FORM, 'SCR-010', '居家养老项目!H13', { '居家养老项目!F13': '4个' }, []],
  [FORM, 'SCR-011', '居家养老项目!H15', { '居家养老项目!H15': 7, '居家养老项目!H27': 96.84 }, []],
  [FORM, 'SCR-012', '居家养老项目!I15', { '居家养老项目!I15': null }, []],
  [HUNAN, 'SCR-012', '评分表!H6', { '评分表!H6': null }, []],
  [FORM, 'SCR-013', '居家养老项目!F14', { '居家养老项目!F14': '70个' }, []],
  [FORM, 'SCR-014', '居家养老项目!H24', { '居家养老项目!H24': 5.5, '居家养老项目!H27': 98.5 }, []],
  [
    FORM,
    'SCR-015',
    '居家养老项目!I6',
    {
      '居家养老项目!F6': 80,
      '居家养老项目!F7': 70,
      '居家养老项目!H6': 0.8889,
      '居家养老项目!H7': 0.875,
      '居家养老项目!I6': 8.89,
      '居家养老项目!H27': 96.37,
    },
    ['EXE-004'],
  ],
  [DEPARTMENT, 'SCR-018', '评分表!H13', { '评分表!H13': null }, []],
  [DEPARTMENT, 'SCR-018', '评分表!H13', { '评分表!H13': '待定' }, []],
  [DEPARTMENT, 'WGT-001', '评分表!D5', { '评分表!F5': 6 }, []],
  [DEPARTMENT, 'WGT-001', '评分表!D5', { '评分表!D5': 11 }, []],
  [HUNAN, 'WGT-001', '评分表!B4', { '评分表!F4': 5 }, []],
  [DEPARTMENT, 'WGT-002', '评分表!B5', { '评分表!B5': 26 }, []],
  [DEPARTMENT, 'WGT-002', '评分表!B26', { '评分表!B26': 101 }, []],
  [FORM, 'WGT-002', '居家养老项目!B13', { '居家养老项目!G13': 7 }, []],
  [FORM, 'WGT-002', '居家养老项目!B13', { '居家养老项目!B13': '产出指标\n（60分）' }, []],
  [
    DEPARTMENT,
    'WGT-003',
    '评分表!G12',
    {
      '评分表!G12':
        '1. 项目的设立、调整按规定履行报批程序（1分）； 2. 项目招投标、建设、验收以及方案实施均严格执行相关制度规定（2分）。',
    },
    [],
  ],
  [
    HUNAN,
    'WGT-003',
    '评分表!E4',
    {
      '评分表!E4':
        '①符合国家法律法规和部门职责，得1分；②与项目年度任务数相对应，得1分；③与预算资金量相匹配，得1分；④目标值可衡量，得2分。',
    },
    [],
  ],
  [DEPARTMENT, 'RAT-001', '基础数据!B16', { '基础数据!B16': 0 }, []],
  [DEPARTMENT, 'RAT-001', '表1-4!D7', { '表1-4!D7': 1 }, []],
  [DEPARTMENT, 'RAT-002', '表1-4!D6', { '表1-4!D6': 0.9328 }, []],
  [DEPARTMENT, 'RAT-002', '基础数据!B21', { '基础数据!B21': 0.98 }, []],
  [HUNAN, 'RAT-002', '基础数据表!D4', { '基础数据表!D4': 0.961 }, []],
  [FORM, 'RAT-002', '居家养老项目!H7', { '居家养老项目!H7': 0.9586 }, []],
  [DEPARTMENT, 'RAT-003', '表1-4!D4', { '表1-4!B4': 0 }, []],
  [DEPARTMENT, 'RAT-003', '基础数据!B21', { '基础数据!B18': 0 }, ['PRC-001']],
  [DEPARTMENT, 'RAT-004', '基础数据!B8', { '基础数据!B8': 0.3863 }, []],
  [DEPARTMENT, 'SUM-001', '表1-2!C8', { '表1-2!C4': 1572.64 }, []],
  [DEPARTMENT, 'SUM-001', '表1-2!C8', { '表1-2!C8': 1693.97 }, []],
  [DEPARTMENT, 'SUM-001', '表1-3!C4', { '表1-3!C5': 631.08 }, []],
  [DEPARTMENT, 'SUM-001', '表1-3!C4', { '表1-3!C4': 694.75 }, []],
  [HUNAN, 'SUM-001', '基础数据表!D12', { '基础数据表!D13': 403 }, []],
  [DEPARTMENT, 'SUM-001', '表1-5!C5', { '表1-5!C8': 161.89 }, []],
  [DEPARTMENT, 'SUM-001', '表1-2!C8', { '表1-2!C5': 52.52 }, []],
  [DEPARTMENT, 'SUM-002', '表1-3!C8', { '表1-3!C8': 1100 }, []],
  [DEPARTMENT, 'SUM-002', '表1-5!C15', { '表1-5!C15': 95.98 }, []],
  [HUNAN, 'SUM-002', '基础数据表!E16', { '基础数据表!E16': 496.4 }, []],
  [DEPARTMENT, 'SUM-003', '表1-2!C8', { '表1-2!C4': 1537.64, '表1-2!C8': 1703.79 }, []],
  [FORM, 'SUM-004', '居家养老项目!E6', { '居家养老项目!E6': 95 }, []],
  [FORM, 'SUM-004', '居家养老项目!F6', { '居家养老项目!F7': 74.78 }, []],
  [DEPARTMENT, 'SUM-005', '表1-2!C8', { '表1-2!C8': { value: 1693.79, formula: 'SUM(C4:C6)' } }, []],
  [DEPARTMENT, 'SUM-005', '表1-2!B8', { '表1-2!C8': { value: 1693.79, formula: 'SUM(C4:C7)' } }, []],
  [DEPARTMENT, 'SUM-005', '评分表!H26', { '评分表!H26': { value: 98.92, formula: 'SUM(H5:H24)' } }, []],
  [DEPARTMENT, 'EXE-001', '表1-4!C6', { '表1-4!C6': 900 }, []],
  [DEPARTMENT, 'EXE-001', '表1-4!C6', { '表1-4!C6': 900, '表1-4!D6': 0.7085 }, []],
  [DEPARTMENT, 'EXE-002', '表1-4!C7', { '基础数据!B10': 1690.57 }, ['CAR-001', 'CAR-003']],
  [DEPARTMENT, 'EXE-002', '表1-4!C7', { '表1-4!C7': 1639.57 }, ['RAT-002', 'SCR-007']],
  [DEPARTMENT, 'EXE-003', '表1-4!C7', { '表1-4!C7': 1963.57 }, ['EXE-002']],
  [FORM, 'EXE-003', '居家养老项目!F6', { '居家养老项目!F6': 95, '居家养老项目!F7': 85 }, ['RAT-002']],
  [
    FORM,
    'EXE-004',
    '居家养老项目!H6',
    {
      '居家养老项目!F6': 75,
      '居家养老项目!F7': 65,
      '居家养老项目!H6': 0.8333,
      '居家养老项目!H7': 0.8125,
      '居家养老项目!I6': 8.33,
    },
    ['SCR-001', 'SCR-015'],
  ],
  [DEPARTMENT, 'EXE-005', '表1-4!B7', { '表1-4!B7': 1500 }, ['EXE-003']],
  [DEPARTMENT, 'EXE-006', '表1-4!B5', { '表1-4!B5': 864.9 }, ['RAT-002']],
  [DEPARTMENT, 'EXE-007', '评分表!H5', { '基础数据!B10': 1193.57 }, ['CAR-001', 'CAR-003', 'EXE-002']],
  [DEPARTMENT, 'CAR-001', '基础数据!B12', { '基础数据!B12': 0.52 }, ['CAR-003']],
  [DEPARTMENT, 'CAR-002', '基础数据!B13', { '基础数据!B7': 0.32 }, []],
  [DEPARTMENT, 'CAR-002', '基础数据!B13', { '基础数据!B13': 0.32 }, ['CAR-001']],
  [DEPARTMENT, 'CAR-003', '基础数据!B12', { '基础数据!B12': 1.22 }, ['CAR-001']],
  [DEPARTMENT, 'STF-001', '表1-6!C3', { '表1-6!C3': 16 }, []],
  [DEPARTMENT, 'STF-001', '基础数据!B40', { '基础数据!B40': 16 }, []],
  [DEPARTMENT, 'STF-002', '表1-6!C4', { '表1-6!C5': 9 }, []],
  [DEPARTMENT, 'STF-003', '表1-6!C4', { '表1-6!C4': 17, '表1-6!C3': 17, '表1-6!C5': 10 }, ['TXT-003']],
  [DEPARTMENT, 'TXT-003', '基础数据!B5', { '基础数据!B5': 1691.9 }, []],
  [DEPARTMENT, 'TXT-003', '基础数据!B39', { '基础数据!B39': 17 }, []],
  [HUNAN, 'STF-003', '基础数据表!C4', { '基础数据表!C4': 146 }, ['RAT-002', 'SCR-007']],
  [DEPARTMENT, 'AST-001', '基础数据!B30', { '基础数据!B30': 285.03 }, []],
  [DEPARTMENT, 'AST-001', '基础数据!B36', { '基础数据!B36': 268.69 }, []],
  [DEPARTMENT, 'AST-002', '表1-5!D8', { '表1-5!D8': 118.69 }, []],
  [DEPARTMENT, 'AST-002', '表1-5!E8', { '表1-5!E8': 0.98 }, []],
  [DEPARTMENT, 'AST-003', '表1-5!C5', { '基础数据!B32': 201.23 }, ['AST-001']],
  [DEPARTMENT, 'PRC-001', '基础数据!B19', { '基础数据!B19': 35.01 }, ['SCR-007']],
  [DEPARTMENT, 'PRC-001', '基础数据!B19', { '基础数据!B20': 30.15 }, []],
  [HUNAN, 'PRC-001', '基础数据表!E19', { '基础数据表!E19': 328.6 }, []],
  [HUNAN, 'EXP-001', '基础数据表!E6', { '基础数据表!E11': 12.72 }, []],
  [HUNAN, 'EXP-001', '基础数据表!E6', { '基础数据表!E6': 92.08 }, []],
  [DEPARTMENT, 'EXP-001', '基础数据!B24', { '基础数据!B24': 31.3 }, ['SCR-007']],
  [DEPARTMENT, 'EXP-002', '基础数据!B26', { '基础数据!B26': 36.76 }, []],
  [DEPARTMENT, 'EXP-002', '基础数据!B25', { '表1-3!B6': 45 }, ['SUM-001']],
  [DEPARTMENT, 'EXP-003', '基础数据!B24', { '基础数据!B24': 0 }, []],
  [HUNAN, 'EXP-003', '基础数据表!E13', { '基础数据表!D13': 0 }, []],
  [DEPARTMENT, 'FMT-001', '表1-3!C6', { '表1-3!C6': 366700 }, []],
  [DEPARTMENT, 'FMT-001', '基础数据!B10', { '基础数据!B10': 16935700 }, []],
  [DEPARTMENT, 'FMT-001', '表1-2!C8', { '表1-2!C8': 16937900 }, []],
  [DEPARTMENT, 'FMT-002', '表1-2!C5', { '表1-2!C5': '52.51' }, []],
  [FORM, 'FMT-003', '居家养老项目!F13', { '居家养老项目!F13': null }, []],
  [DEPARTMENT, 'FMT-003', '评分表!H26', { '评分表!H26': null }, []],
  [FORM, 'FMT-004', '居家养老项目!F15', { '居家养老项目!F15': '46个' }, []],
  [FORM, 'FMT-004', '居家养老项目!F13', { '居家养老项目!F13': '≥5个' }, []],
  [DEPARTMENT, 'FMT-006', '表1-4!D4', { '表1-4!D4': { error: '#DIV/0!' } }, []],
  [
    DEPARTMENT,
    'FMT-007',
    '表1-4!A4',
    { '表1-4!A6': null, '表1-4!B6': null, '表1-4!C6': null, '表1-4!D6': null },
    [],
  ],
  [DEPARTMENT, 'TXT-001', '封面!A9', { '封面!A9': '2020年度绩效自评得分为96.92分。' }, []],
  [DEPARTMENT, 'TXT-002', '封面!A9', { '封面!A9': '2020年决算支出为1639.57万元。' }, []],
  [
    DEPARTMENT,
    'TXT-003',
    '封面!A9',
    { '封面!A9': '我局预算资金总额为3421.49万元；年度预算执行情况较好，预算资金总额为1693.79万元。' },
    [],
  ],
  [DEPARTMENT, 'TXT-007', '表1-4!A1', { '表1-4!A1': '表1-4 2019年度各季度预算执行情况表' }, []],
  [DEPARTMENT, 'TXT-007', '封面!C7', { '封面!C7': '2019 年度' }, []],
];

describe('clean workbooks', () => {
  it.each([
    ['department', DEPARTMENT],
    ['national form', FORM],
    ['hunan', HUNAN],
  ])('give no finding: %s', (_, snapshot) => {
    expect(reviewed(snapshot).findings).toEqual([]);
  });
});

describe('one planted error', () => {
  it.each(PLANTS.map(([snapshot, id, ...rest]) => [id, snapshot, ...rest] as const))(
    'is told by %s',
    (id, snapshot, place, plants, others) => {
      const { findings } = reviewed(plant(snapshot, plants));
      const told = findings.filter((finding) => finding.id === id);
      expect(told.map(({ sheet, cell }) => `${sheet}!${cell}`)).toContain(place);
      expect(
        [...new Set(findings.map((finding) => finding.id))].filter((other) => other !== id).sort(),
      ).toEqual(others);
    },
  );
});
