import type { FindingNote } from '../../../src/core';
import { NATIONAL, review } from '../../../src/core';
import { fixture, plant, reviewed } from './planting';

const WORKBOOK = fixture('department-2020');

const noteFor = (id: string, kind: FindingNote['kind'], text = '已与财政局核对。'): FindingNote => {
  const finding = reviewed(WORKBOOK).findings.find((other) => other.id === id);
  if (!finding) throw new Error(`no ${id}`);
  const { sheet, cell, left, right } = finding;
  return { id, sheet, cell, left, right, text, kind };
};

const idsWith = (notes: readonly FindingNote[], snapshot = WORKBOOK) => {
  const { findings, settled } = review(snapshot, NATIONAL, { notes });
  return { open: findings.map(({ id }) => id), settled: settled.map(({ id }) => id) };
};

describe('notes', () => {
  it('settle an explained 核实', () => {
    const { open, settled } = idsWith([noteFor('EXE-002', 'explained')]);
    expect(open).not.toContain('EXE-002');
    expect(settled).toEqual(['EXE-002']);
  });

  it('ask again when a number has changed', () => {
    const changed = plant(WORKBOOK, { '基础数据!B10': 2160 });
    expect(idsWith([noteFor('EXE-002', 'explained')], changed).open).toContain('EXE-002');
  });

  it('do not explain an error away', () => {
    expect(idsWith([noteFor('SCR-007', 'explained')]).open).toContain('SCR-007');
  });

  it('set an error aside with a reason, never without', () => {
    expect(idsWith([noteFor('SCR-007', 'ignored')]).settled).toEqual(['SCR-007']);
    expect(idsWith([noteFor('SCR-007', 'ignored', ' ')]).open).toContain('SCR-007');
  });

  it('speak of their own check and cell alone', () => {
    const note = { ...noteFor('CAR-001', 'explained'), id: 'CAR-003' };
    expect(idsWith([note]).settled).toEqual([]);
  });
});
