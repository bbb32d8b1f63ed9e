import fc from 'fast-check';
import cases from '../../fixtures/standards.json';
import { evaluateStandard, parseStandard, type Operand, type Standard } from '../../../src/core';
import { exact } from '../../../src/core/scoring/number';
import { canonicalName } from '../../../src/core/standards/names';
import { computeFormula } from './formula-engine';
import { PHRASINGS } from './phrasings';

const SHEET = "基础'数据";

/** Puts quantities into cells of one sheet; a third of them in 万元 where the standard speaks 元. */
function inCells(quantities: Readonly<Record<string, number>>, scaled: boolean) {
  const cells = new Map<string, number>();
  const operands = new Map<string, Operand>();
  Object.entries(quantities).forEach(([name, value], i) => {
    const scale = scaled && i % 3 === 1 && Math.abs(value) > 5 ? 10000 : 1;
    const stored = value / scale;
    const cell = `B${i + 1}`;
    cells.set(`${SHEET}!${cell}`, stored);
    operands.set(canonicalName(name), {
      kind: 'known',
      value: exact(stored).mul(scale),
      cell: { sheet: SHEET, cell },
      scale: exact(scale),
    });
  });
  return { cells, lookup: (name: string): Operand | null => operands.get(canonicalName(name)) ?? null };
}

function agree(
  standard: Standard,
  quantities: Readonly<Record<string, number>>,
  scaled = false,
): 'none' | 'equal' {
  const { cells, lookup } = inCells(quantities, scaled);
  const answers = standard.questions
    .filter(({ kind }) => kind === 'condition')
    .map(({ name }) => ({ about: name, happened: false }));
  const scored = evaluateStandard(standard, { lookup, answers });
  if (scored.status !== 'scored' || scored.formula === null) return 'none';
  const computed = computeFormula(scored.formula, cells);
  // The engine rounds the binary 4.935 down, Excel rounds the decimal up: on a half cent both are one answer.
  const unrounded = computeFormula(scored.formula.replace(/^=ROUND\((.*),\s*2\)$/s, '=$1'), cells);
  if (typeof unrounded === 'number' && Math.abs(((unrounded * 1000) % 10) - 5) < 1e-6) {
    expect(Math.abs(unrounded - (scored.score ?? NaN))).toBeLessThan(0.005001);
    return 'equal';
  }
  expect({ formula: scored.formula, quantities, score: computed }).toEqual({
    formula: scored.formula,
    quantities,
    score: scored.score,
  });
  return 'equal';
}

const texts = [
  ...cases.map(({ indicator, points, text, formula, cases: inner }) => ({ indicator, points, text, formula, names: inner.map(({ given }) => ('quantities' in given ? Object.keys(given.quantities ?? {}) : [])) })),
  ...PHRASINGS.map(({ indicator, points, text, formula, cases: inner }) => ({ indicator, points, text, formula, names: inner.map(([given]) => Object.keys(given.q ?? {})) })),
].filter(({ names }) => names.some((some) => some.length > 0)); // prettier-ignore

const parse = (
  { indicator, points, text, formula }: (typeof texts)[number],
  perPoint: 'whole' | 'linear' = 'whole',
) =>
  parseStandard({
    indicator,
    points: exact(points),
    text,
    profile: { perPoint },
    ...(formula === undefined ? {} : { formula }),
  });

/** Figures near the thresholds standards use, and amounts with two decimals as ledgers print them. */
const rate = fc.oneof(
  fc.integer({ min: 0, max: 12000 }).map((n) => n / 10000),
  fc.integer({ min: -20, max: 40 }).map((n) => Math.round(n * 5) / 100),
  fc.constantFrom(0.05, 0.1, 0.2, 0.3, 0.6, 0.75, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 0.8885, 0.925),
);
const sum = fc.oneof(
  fc.integer({ min: 1, max: 400000 }).map((n) => n / 100),
  fc.integer({ min: 1, max: 200 }),
);

describe('the live Excel formula', () => {
  const withFormula = texts.filter((entry) => {
    const standard = parse(entry);
    return entry.names.some((names) => {
      const { lookup } = inCells(Object.fromEntries(names.map((name) => [name, 1])), false);
      const answers = standard.questions
        .filter(({ kind }) => kind === 'condition')
        .map(({ name }) => ({ about: name, happened: false }));
      return evaluateStandard(standard, { lookup, answers }).formula !== null;
    });
  });

  it('exists for most standards that rest on figures alone', () => {
    expect(withFormula.length).toBeGreaterThan(50);
  });

  it.each(withFormula.map((entry) => [entry.text.slice(0, 40), entry] as const))(
    'equals the score: %s',
    (_, entry) => {
      for (const perPoint of ['whole', 'linear'] as const) {
        const standard = parse(entry, perPoint);
        const names = entry.names.reduce((a, b) => (b.length > a.length ? b : a), []);
        const value = (name: string) => (/(?:率|度|进度)$/.test(name) ? rate : sum);
        const arbitrary = fc.tuple(...names.map(value));
        fc.assert(
          fc.property(arbitrary, fc.boolean(), (values, scaled) => {
            agree(standard, Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0])), scaled);
          }),
          { numRuns: 25 },
        );
      }
    },
  );

  /** Amounts in cells that print another unit than the standard. */
  it.each([
    ['元', '万元', '公务接待费不超过2000元得5分，每超过100元扣1分，扣完为止。', '公务接待费'],
    [
      '万元',
      '元',
      '项目结余资金在50万元以下的得4分，50万元（含）至100万元的得2分，100万元以上的不得分。',
      '项目结余资金',
    ],
    ['万元/亩', '元', '单位成本≤0.35万元/亩得5分，每超过0.01万元/亩扣0.5分。', '单位成本'],
    ['公里', '米', '新建公路里程不少于20公里得5分，每少1公里扣0.5分。', '新建公路里程'],
  ])('converts %s of the text to %s of the cell', (_, unit, text, name) => {
    const standard = parseStandard({ indicator: '成本', points: exact(5), text });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200000 }), fc.integer({ min: 0, max: 3 }), (n, decimals) => {
        const value = n / 10 ** decimals;
        const { cells, lookup } = inCells({ [name]: value }, false);
        const inUnit = (asked: string): Operand | null => {
          const found = lookup(asked);
          return found?.kind === 'known' ? { ...found, unit } : found;
        };
        const scored = evaluateStandard(standard, { lookup: inUnit, answers: [] });
        expect(scored.status).toBe('scored');
        expect({ value, score: computeFormula(scored.formula ?? '', cells) }).toEqual({
          value,
          score: scored.score,
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is not written over an amount whose cell prints no unit: the unit is asked', () => {
    const standard = parseStandard({
      indicator: '成本',
      points: exact(5),
      text: '公务接待费不超过2000元得5分，否则不得分。',
    });
    const { lookup } = inCells({ 公务接待费: 1800 }, false);
    const scored = evaluateStandard(standard, { lookup, answers: [] });
    expect(scored).toMatchObject({
      status: 'needs-input',
      formula: null,
      needs: [{ name: '公务接待费', unit: '元' }],
    });
  });

  it('quotes sheet names and keeps to the sheet they name', () => {
    const standard = parseStandard({
      indicator: '利用率',
      points: exact(1),
      text: '利用率≥90%得1分，否则得0分。',
    });
    const { lookup } = inCells({ 利用率: 0.9 }, false);
    expect(evaluateStandard(standard, { lookup, answers: [] }).formula).toContain("'基础''数据'!B1");
  });

  it.each([
    ['an answer is part of the score', '发现一处扣1分，扣完为止。', [{ about: '发现一处', count: 1 }]],
    ['an input is no cell', '利用率≥90%得5分，否则得0分。', []],
  ])('is absent where %s', (_, text, answers) => {
    const standard = parseStandard({ indicator: '利用率', points: exact(5), text });
    const scored = evaluateStandard(standard, {
      lookup: () => ({ kind: 'known', value: exact(0.95) }),
      answers,
    });
    expect(scored).toMatchObject({ status: 'scored', formula: null });
  });

  it('uses no volatile function and none newer than Excel 2016', () => {
    const allowed = new Set(['ROUND', 'IF', 'MIN', 'MAX', 'INT', 'ABS', 'AND', 'OR', 'NA']);
    for (const entry of withFormula) {
      const names = entry.names.reduce((a, b) => (b.length > a.length ? b : a), []);
      const { lookup } = inCells(Object.fromEntries(names.map((name) => [name, 1])), false);
      const { formula } = evaluateStandard(parse(entry), { lookup, answers: [] });
      for (const [, name = ''] of (formula ?? '').matchAll(/([A-Z]+)\(/g)) expect(allowed).toContain(name);
    }
  });
});
