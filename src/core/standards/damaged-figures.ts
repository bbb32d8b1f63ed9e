/** Letters that scanning and hasty typing put for figures: l00%, 9O分, 得O分. */
const FIGURES: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0', o: '0' };

/** Behind a figure of a standard; H2O and O3浓度 are none. */
const UNIT = '\\n?(?:%|‰|分(?![钟子公厘米])|个|项|次|处|天|万?元|以[上下内])';
/** Figures some of which are letters, and none of them part of a word. */
const MIXED = new RegExp(
  `(?<![A-Za-z\\d.])(?=[lIOo.]*\\d)(?=[\\d.]*[lIOo])[\\dlIOo]+(?:\\.[\\dlIOo]+)?(?=${UNIT})`,
  'g',
);
/** 得O分, 扣l分, 每低l个百分点: nothing but such letters where only a figure can stand. */
const ALONE =
  /(?<=[得计记扣加减每低高超为于至])(?:[lI]?[Oo]{1,2}|[lI])(?:\.[\dlIOo]+)?(?=\n?(?:分(?![钟子公厘米])|%|个百分点))/g;

/** Plain letters that stand for figures, each with the figure that is meant. */
export function damagedFigures(letters: string): readonly (readonly [at: number, figure: string])[] {
  if (!/[lIOo]/.test(letters)) return [];
  return [MIXED, ALONE].flatMap((pattern) =>
    Array.from(letters.matchAll(pattern)).flatMap(({ index, 0: run }) =>
      Array.from(run).flatMap((char, i): [number, string][] => {
        const figure = FIGURES[char];
        return figure === undefined ? [] : [[index + i, figure]];
      }),
    ),
  );
}
