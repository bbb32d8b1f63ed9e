/**
 * One fact that several checks can see. `keep` tells it; what the checks in `drop` say about it becomes a consequence.
 * cell: both point at the same cell. touch: one points at a cell that the other names. subject: both speak of the same
 * block of a table.
 */
export type SameFact = Readonly<{
  keep: string;
  drop: readonly string[];
  where: 'cell' | 'touch' | 'subject';
  /** Why these are one fact. */
  because: string;
}>;

/** Every pair of checks that can say the same thing, decided here and nowhere else. */
export const SAME_FACT: readonly SameFact[] = [
  {
    keep: 'SCR-002',
    drop: ['SCR-007', 'SCR-009', 'SCR-011', 'SCR-014', 'SCR-015'],
    where: 'cell',
    because: '得分超过分值，必然也不等于应得分',
  },
  {
    keep: 'SCR-003',
    drop: ['SCR-007', 'SCR-009', 'SCR-011', 'SCR-012', 'SCR-014', 'SCR-015'],
    where: 'touch',
    because: '负分必然也不等于应得分',
  },
  {
    keep: 'SCR-010',
    drop: ['SCR-011', 'SCR-015'],
    where: 'cell',
    because: '未完成却得满分，比例得分自然不符',
  },
  { keep: 'SCR-014', drop: ['SCR-010', 'SCR-011', 'SCR-015'], where: 'cell', because: '定性得分不在区间内' },
  { keep: 'SCR-007', drop: ['SCR-015'], where: 'touch', because: '执行率得分本身算错' },
  {
    keep: 'SCR-009',
    drop: ['SCR-012', 'SCR-015'],
    where: 'touch',
    because: '完成目标却扣分，已要求说明原因',
  },
  { keep: 'SCR-011', drop: ['SCR-015'], where: 'touch', because: '执行率得分与比例不符' },
  {
    keep: 'SCR-018',
    drop: ['FMT-002', 'FMT-003'],
    where: 'cell',
    because: '同一个空白或不是数字的得分',
  },
  { keep: 'RAT-001', drop: ['RAT-002', 'RAT-004'], where: 'cell', because: '填报0%或100%，重算自然不符' },
  { keep: 'RAT-004', drop: ['RAT-002'], where: 'cell', because: '同一个占比' },
  {
    keep: 'AST-002',
    drop: ['RAT-001', 'RAT-002'],
    where: 'touch',
    because: '同一个利用率或在用数',
  },
  {
    keep: 'SUM-004',
    drop: ['RAT-001', 'RAT-002', 'RAT-003', 'SCR-007', 'SCR-011', 'SCR-015', 'EXE-003', 'EXE-004'],
    where: 'subject',
    because: '资金总额填错，执行率和得分随之不对',
  },
  { keep: 'SUM-001', drop: ['EXE-003'], where: 'cell', because: '合计填错，是否超预算要等改正后再看' },
  { keep: 'SUM-001', drop: ['TXT-003'], where: 'touch', because: '表内已经不平，别处的同一个数自然不符' },
  { keep: 'SUM-002', drop: ['TXT-003'], where: 'touch', because: '“其中”数填错，别处的同一个数自然不符' },
  {
    keep: 'SUM-002',
    drop: ['EXP-003'],
    where: 'touch',
    because: '“其中”数填错，该行有无预算、支出要等改正后再看',
  },
  { keep: 'SUM-003', drop: ['TXT-003'], where: 'touch', because: '几张表的总计已经不一致' },
  { keep: 'EXP-001', drop: ['TXT-003'], where: 'touch', because: '三公经费表内已经不平' },
  { keep: 'STF-001', drop: ['TXT-003'], where: 'touch', because: '人数在本表内已经不平' },
  { keep: 'STF-002', drop: ['TXT-003'], where: 'touch', because: '人数在本表内已经不平' },
  { keep: 'STF-003', drop: ['TXT-003'], where: 'touch', because: '人数填错，别处的同一个数自然不符' },
  { keep: 'EXE-005', drop: ['TXT-003'], where: 'touch', because: '预算总额的口径已要求提供依据' },
  { keep: 'RAT-004', drop: ['TXT-003'], where: 'touch', because: '总额填错，占比随之不符' },
  { keep: 'SUM-004', drop: ['SUM-001'], where: 'touch', because: '同一个资金总额' },
  { keep: 'AST-001', drop: ['SUM-001', 'SUM-002'], where: 'touch', because: '同一个资产合计' },
  { keep: 'STF-001', drop: ['SUM-001', 'SUM-002', 'STF-002'], where: 'cell', because: '同一个人数合计' },
  { keep: 'STF-002', drop: ['SUM-001'], where: 'cell', because: '同一个人数合计' },
  { keep: 'PRC-001', drop: ['SUM-001', 'SUM-002', 'EXE-003'], where: 'touch', because: '同一个采购金额' },
  { keep: 'EXP-001', drop: ['SUM-001', 'SUM-002'], where: 'touch', because: '同一个三公经费合计' },
  {
    keep: 'FMT-001',
    drop: [
      'SUM-001',
      'SUM-002',
      'SUM-003',
      'SUM-004',
      'EXP-002',
      'EXE-002',
      'EXE-003',
      'EXE-005',
      'CAR-001',
      'CAR-002',
      'CAR-003',
      'AST-001',
      'AST-003',
      'TXT-002',
      'TXT-003',
      'RAT-001',
      'RAT-002',
      'RAT-004',
      'PRC-001',
      'EXE-007',
      'SCR-007',
    ],
    where: 'touch',
    because: '单位填错，凡用到它的勾稽都不平',
  },
  { keep: 'CAR-002', drop: ['TXT-003'], where: 'touch', because: '同一个年初结转的两个数' },
  {
    keep: 'EXE-001',
    drop: ['RAT-002', 'RAT-001'],
    where: 'touch',
    because: '累计支出填错，该季执行率随之不符',
  },
  { keep: 'EXE-003', drop: ['EXE-004', 'CAR-003'], where: 'touch', because: '同一组预算与支出' },
  { keep: 'EXE-005', drop: ['EXE-004'], where: 'touch', because: '剔除部分资金后口径不同，已要求提供依据' },
  { keep: 'SUM-002', drop: ['AST-002'], where: 'touch', because: '“其中”数填错，该行利用率随之不符' },
  { keep: 'RAT-003', drop: ['EXE-006'], where: 'touch', because: '同一个为零的季度预算' },
  { keep: 'PRC-001', drop: ['RAT-001', 'RAT-002'], where: 'touch', because: '采购金额填错，执行率随之不符' },
  {
    keep: 'EXE-003',
    drop: ['RAT-001', 'RAT-002', 'SCR-007'],
    where: 'touch',
    because: '支出或预算填错，执行率和得分随之不符',
  },
  { keep: 'EXE-001', drop: ['SCR-007'], where: 'touch', because: '累计支出填错，据此重算的得分不可靠' },
];
