/** What people and programs leave in cells. */
const ODD = [
  '', ' ', '　', '—', '——', '/', '不适用', '#REF!', '=1+1', '+1', '-1', '@a', '1,2,3', '１２．５％', '1e5', '0x10', '∞', '-0', '100%', '百分之五', '壹佰贰拾',
  '3（5）', '（5', '5分）', '10-8', '≥90%', '合计', '其中：', '1.', '（1）', '年初预算', '决算数', '得分', '分值', '评分标准', '一级指标', '单位：万元', '单位：元',
  '\u0000', '\uD800', '\uFEFF', '\u202E甲', '<script>alert(1)</script>', '__proto__', 'constructor', 'toString', '2020年', '2020-13-45', 'a'.repeat(32767),
]; // prettier-ignore
const NUMBERS = [0, -0, 1, -1, 0.1 + 0.2, 1e-320, 1e308, -1e308, 2 ** 53, 0.005, 99.995, 100, 43831, 1e21];
const ERRORS = ['#REF!', '#DIV/0!', '#N/A', '#VALUE!', '#NAME?'];

/** A fixture's snapshot with values, formats, merges and places of cells changed. */
export function disturbed(random, snapshots, texts) {
  const snapshot = random.pick(snapshots);
  const value = () => {
    switch (random.below(6)) {
      case 0:
        return random.pick(NUMBERS);
      case 1:
        return (random.next() - 0.3) * 10 ** random.below(9);
      case 2:
        return random.pick(ODD);
      case 3:
        return random.chance(0.5) ? random.chance(0.5) : { error: random.pick(ERRORS) };
      default:
        return splice(random, texts);
    }
  };
  const share = random.pick([0.01, 0.05, 0.3]);
  const rows = random.chance(0.3) ? random.below(5) - 2 : 0;
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      name: random.chance(0.1) ? random.pick(ODD.slice(4, 40)) : sheet.name,
      cells: sheet.cells
        .filter(() => !random.chance(share / 3))
        .map((cell) => {
          if (!random.chance(share)) return cell;
          const changed = { ...cell, value: value() };
          return random.chance(0.2)
            ? { ...changed, formula: random.pick(['SUM(A1:A9)', 'A1', '1/0', 'IF(', '']) }
            : changed;
        })
        .filter((cell) => cell.row + rows >= 0),
      merges: sheet.merges.filter(() => !random.chance(share)),
    })),
  };
}

/** Pieces of texts put together anew. */
export function splice(random, texts) {
  return random
    .times(4, () => {
      const text = random.pick(texts);
      const from = random.below(text.length + 1);
      return random.chance(0.2) ? random.pick(ODD.slice(0, 44)) : text.slice(from, from + random.below(80));
    })
    .join(random.pick(['', '', '；', '\n', '，', '。']));
}
