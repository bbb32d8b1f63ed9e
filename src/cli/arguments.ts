import { parseArgs } from 'node:util';
import { Problem } from './problem';

export type Format = 'text' | 'json' | 'html';

/** Options that every command reading a workbook takes. */
export type ReadingOptions = Readonly<{ profile: string | null; inputs: string | null }>;

export type Command =
  | (Readonly<{
      name: 'check';
      paths: readonly string[];
      format: Format;
      /** Threads at most; `null` for as many as the machine has. */
      jobs: number | null;
      resume: string | null;
      summary: string | null;
    }> &
      ReadingOptions)
  | (Readonly<{
      name: 'score';
      file: string;
      output: string;
      mode: 'fill' | 'overwrite';
      write: 'values' | 'formulas';
      mark: boolean;
      paper: boolean;
    }> &
      ReadingOptions)
  | Readonly<{ name: 'standard' }>
  | Readonly<{ name: 'explain'; id: string }>
  | Readonly<{ name: 'help' }>
  | Readonly<{ name: 'version' }>;

const READING = { profile: { type: 'string' }, inputs: { type: 'string' } } as const;

/** Reads the words after `ziping`. @throws {Problem} naming the word that does not fit. */
export function parseCommand(words: readonly string[]): Command {
  const [name, ...rest] = words;
  switch (name) {
    case 'check':
      return parseCheck(rest);
    case 'score':
      return parseScore(rest);
    case 'standard':
      if (rest.length > 0) throw new Problem('ziping standard 不带参数：请把 JSON 从标准输入交给它。');
      return { name: 'standard' };
    case 'explain': {
      const [id] = rest;
      if (id === undefined || rest.length > 1)
        throw new Problem('请写一个检查编号，例如：ziping explain SCR-007');
      return { name: 'explain', id: id.toUpperCase() };
    }
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return { name: 'help' };
    case '--version':
    case '-v':
      return { name: 'version' };
    default:
      throw new Problem(
        `不认识的命令“${name}”。可用的命令：check、score、standard、explain；用法见 ziping --help`,
      );
  }
}

function parseCheck(words: string[]): Command {
  const { values, positionals } = guarded(() =>
    parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        ...READING,
        format: { type: 'string', default: 'text' },
        jobs: { type: 'string' },
        resume: { type: 'string' },
        summary: { type: 'string' },
      },
    }),
  );
  if (positionals.length === 0)
    throw new Problem('请写出要检查的工作簿或文件夹，例如：ziping check 自评表.xlsx');
  return {
    name: 'check',
    paths: positionals,
    format: oneOf('--format', values.format, ['text', 'json', 'html']),
    jobs: values.jobs === undefined ? null : jobsOf(values.jobs),
    resume: values.resume ?? null,
    summary: values.summary ?? null,
    ...readingOf(values),
  };
}

function parseScore(words: string[]): Command {
  const { values, positionals } = guarded(() =>
    parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        ...READING,
        output: { type: 'string', short: 'o' },
        mode: { type: 'string', default: 'fill' },
        write: { type: 'string', default: 'values' },
        mark: { type: 'boolean', default: false },
        paper: { type: 'boolean', default: false },
      },
    }),
  );
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new Problem('ziping score 一次处理一个工作簿，例如：ziping score 自评表.xlsx -o 已评分.xlsx');
  }
  if (values.output === undefined)
    throw new Problem('请用 -o 写出输出文件，例如：-o 已评分.xlsx（原文件不会改动）');
  return {
    name: 'score',
    file,
    output: values.output,
    mode: oneOf('--mode', values.mode, ['fill', 'overwrite']),
    write: oneOf('--write', values.write, ['values', 'formulas']),
    mark: values.mark,
    paper: values.paper,
    ...readingOf(values),
  };
}

function readingOf(values: { profile?: string | undefined; inputs?: string | undefined }): ReadingOptions {
  return { profile: values.profile ?? null, inputs: values.inputs ?? null };
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((item) => item === value);
  if (found === undefined) throw new Problem(`${option} 只能是 ${allowed.join('、')}，不能是“${value}”。`);
  return found;
}

/** More threads than this help nobody and only cost memory. */
const MAX_JOBS = 64;

function jobsOf(text: string): number {
  const jobs = Number(text);
  if (!/^\d+$/.test(text) || jobs < 1 || jobs > MAX_JOBS) {
    throw new Problem(`--jobs 是 1 到 ${MAX_JOBS} 之间的整数，不能是“${text}”。`);
  }
  return jobs;
}

/** parseArgs throws in English; the user reads which word was meant. */
function guarded<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const quoted = /'([^']+)'/.exec((error as Error).message)?.[1] ?? '';
    throw new Problem(`看不懂参数“${quoted}”，用法见 ziping --help`, { cause: error });
  }
}
