import type { Profile } from './profile';

/** A profile that cannot be used; `message` is one Chinese sentence that names every field to correct. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';

  constructor(readonly problems: readonly string[]) {
    super(`地方口径文件的内容不对：${problems.join('；')}。`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks a profile read from JSON and returns it without anything else in it. Fields and their meaning are described in
 * profiles.md.
 *
 * @throws {ProfileError} naming all fields that are missing or wrong, in the words of the file.
 */
export function parseProfile(json: unknown): Profile {
  const reader = new Reader();
  const file = reader.fields(json, '文件');
  const profile = readProfile(reader, file);
  if (reader.problems.length > 0) throw new ProfileError(reader.problems);
  return profile;
}

function readProfile(reader: Reader, file: Fields): Profile {
  const weights = reader.fields(file.weights, 'weights');
  const thresholds = reader.fields(file.thresholds, 'thresholds');
  const profile: Profile = {
    id: reader.text(file.id, 'id'),
    name: reader.text(file.name, 'name'),
    grades: reader.list(file.grades, 'grades').map((one, index) => {
      const fields = reader.fields(one, `grades 第${index + 1}项`);
      return {
        grade: reader.text(fields.grade, `grades 第${index + 1}项的 grade`),
        from: reader.number(fields.from, `grades 第${index + 1}项的 from`, 0, 100),
      };
    }),
    qualitativeBands: reader
      .list(file.qualitativeBands, 'qualitativeBands')
      .map((one, index) => readBand(reader, one, `qualitativeBands 第${index + 1}项`)),
    reverse: reader.choice(file.reverse, 'reverse', ['ratio', 'linear-to-zero']),
    perPoint: reader.choice(file.perPoint, 'perPoint', ['whole', 'linear']),
    weights: {
      execution: reader.number(weights.execution, 'weights.execution', 0, 100),
      output: reader.number(weights.output, 'weights.output', 0, 100),
      effect: reader.number(weights.effect, 'weights.effect', 0, 100),
      satisfaction: reader.number(weights.satisfaction, 'weights.satisfaction', 0, 100),
    },
    overshoot: reader.number(file.overshoot, 'overshoot', 1, 100),
    thresholds: {
      executionFloor: reader.number(thresholds.executionFloor, 'thresholds.executionFloor', 0, 1),
      exclusion: reader.number(thresholds.exclusion, 'thresholds.exclusion', 0, 1),
      budgetDeviation: reader.number(thresholds.budgetDeviation, 'thresholds.budgetDeviation', 0, 10),
      outcomeVersusExecution: reader.number(
        thresholds.outcomeVersusExecution,
        'thresholds.outcomeVersusExecution',
        0,
        1,
      ),
    },
    sources:
      file.sources === undefined
        ? []
        : reader
            .list(file.sources, 'sources')
            .map((one, index) => reader.text(one, `sources 第${index + 1}项`)),
  };
  if (reader.problems.length === 0) checkTogether(reader, profile);
  return profile;
}

function readBand(reader: Reader, json: unknown, where: string): Profile['qualitativeBands'][number] {
  const band = reader.fields(json, where);
  return {
    outcome: reader.choice(band.outcome, `${where}的 outcome`, ['met', 'partly', 'missed']),
    low: reader.number(band.low, `${where}的 low`, 0, 100),
    high: reader.number(band.high, `${where}的 high`, 0, 100),
  };
}

/** What single fields cannot show: order of grades, order of bands, weights that add up. */
function checkTogether({ problems }: Reader, { grades, qualitativeBands, weights }: Profile): void {
  if (
    grades.length === 0 ||
    grades.some(({ from }, index) => index > 0 && from >= (grades[index - 1]?.from ?? 0))
  )
    problems.push('grades 应从高到低排列，至少一档');
  if (grades.length > 0 && grades.at(-1)?.from !== 0) problems.push('grades 最后一档的 from 应为 0');
  const outcomes = new Set(qualitativeBands.map(({ outcome }) => outcome));
  if (qualitativeBands.length !== 3 || outcomes.size !== 3)
    problems.push('qualitativeBands 应当正好有 met、partly、missed 三档');
  if (qualitativeBands.some(({ low, high }) => low >= high))
    problems.push('qualitativeBands 每一档的 low 应小于 high');
  const total = weights.execution + weights.output + weights.effect + weights.satisfaction;
  if (Math.abs(total - 100) > 1e-9) problems.push(`weights 四项合计应为 100，现为 ${total}`);
}

/** Reads fields and collects what is wrong with them; a wrong field gives a stand-in so that reading goes on. */
class Reader {
  readonly problems: string[] = [];

  fields(json: unknown, where: string): Fields {
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Fields;
    this.problems.push(`${where}应为对象`);
    return {};
  }

  list(json: unknown, where: string): readonly unknown[] {
    if (Array.isArray(json)) return json;
    this.problems.push(`${where}应为数组`);
    return [];
  }

  text(json: unknown, where: string): string {
    if (typeof json === 'string' && json.trim() !== '') return json;
    this.problems.push(`${where}应为文字`);
    return '';
  }

  number(json: unknown, where: string, low: number, high: number): number {
    if (typeof json === 'number' && json >= low && json <= high) return json;
    this.problems.push(`${where}应为 ${low} 到 ${high} 之间的数`);
    return low;
  }

  choice<Value extends string>(json: unknown, where: string, values: readonly [Value, ...Value[]]): Value {
    const found = values.find((value) => value === json);
    if (found !== undefined) return found;
    this.problems.push(`${where}应为 ${values.join(' 或 ')}`);
    return values[0];
  }
}
