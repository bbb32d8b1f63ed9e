import { basename } from 'node:path';
import {
  answersOf,
  asAnswers,
  chosenProfile,
  mergeAnswers,
  parseKept,
  parseProfile,
  profileById,
  PROFILES,
  review,
  type Answers,
  type CellRef,
  type FindingNote,
  type Profile,
  type Review,
  type Snapshot,
} from '../core';
import { XlsxHost } from '../hosts/xlsx/xlsx-host';
import type { ReadingOptions } from './arguments';
import { readBytes, readJson } from './files';
import { Problem } from './problem';

/** What the options say, read once for all files; `null` where nothing was said. */
export type ReadingContext = Readonly<{ profile: Profile | null; inputs: Answers | null }>;

export type ReviewedFile = Readonly<{
  file: string;
  host: XlsxHost;
  snapshot: Snapshot;
  review: Review;
  /** Explanations that are kept with the workbook. */
  notes: readonly FindingNote[];
  /** Sentences about kept state that could not be read, and about results that the file does not keep. */
  warnings: readonly string[];
}>;

/** Reads `--profile` and `--inputs`. @throws {Problem} naming the file and what is wrong in it. */
export function readingContext(options: ReadingOptions): ReadingContext {
  return {
    profile: options.profile === null ? null : readProfile(options.profile),
    inputs: options.inputs === null ? null : readInputs(options.inputs),
  };
}

function readProfile(nameOrFile: string): Profile {
  const known = profileById(nameOrFile);
  if (known) return known;
  if (!/[./\\]/.test(nameOrFile)) {
    const names = PROFILES.map((profile) => profile.id).join('、');
    throw new Problem(`没有名为“${nameOrFile}”的地方口径；可用的有 ${names}，也可以写一个 JSON 文件的路径。`);
  }
  return parseProfile(readJson(nameOrFile, '地方口径文件'));
}

function readInputs(path: string): Answers {
  const answers = asAnswers(readJson(path, '补充数据文件'));
  if (answers) return answers;
  throw new Problem(
    `补充数据文件“${basename(path)}”的内容不对：应当是含有 quantities、answers、otherwise 或 indicators 的 JSON 对象。`,
  );
}

/** Reads and reviews one workbook; what is kept in the file counts, and `--inputs` goes before it. */
export async function reviewFile(path: string, context: ReadingContext): Promise<ReviewedFile> {
  const file = basename(path);
  const host = new XlsxHost(readBytes(path), file);
  const { snapshot, settings, unknownResults = [] } = await host.read();
  const { kept, damaged } = parseKept(settings);
  const answers = mergeAnswers(answersOf(kept, snapshot), context.inputs ?? {});
  return {
    file,
    host,
    snapshot,
    review: review(snapshot, context.profile ?? chosenProfile(kept.profile, PROFILES), answers),
    notes: kept.notes,
    warnings: [...damaged.map(({ message }) => message), ...unknownWords(unknownResults)].map(
      (message) => `${file}：${message}`,
    ),
  };
}

function unknownWords(cells: readonly CellRef[]): readonly string[] {
  const [first] = cells;
  if (!first) return [];
  return [
    `有 ${cells.length} 个公式没有保存计算结果（${first.sheet}!${first.cell}${cells.length > 1 ? ' 等' : ''}），` +
      '按空白处理；请在 Excel 中打开并保存，再检查一次。',
  ];
}
