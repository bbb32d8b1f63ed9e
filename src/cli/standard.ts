import { BadInput, scoreStandard } from '../core';
import { Problem } from './problem';
import type { Streams } from './streams';

/** `ziping standard`: one JSON object (or an array) on standard input → the same on standard output. */
export function runStandard(streams: Streams): number {
  const input = parse(streams.readInput());
  const result = Array.isArray(input)
    ? input.map((one, index) => scored(one, `第${index + 1}条：`))
    : scored(input, '');
  streams.print(`${JSON.stringify(result)}\n`);
  return 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new Problem(`标准输入不是有效的 JSON：${(error as Error).message}`, { cause: error });
  }
}

function scored(input: unknown, where: string): unknown {
  try {
    return scoreStandard(input);
  } catch (error) {
    if (error instanceof BadInput) throw new Problem(`${where}${error.message}`, { cause: error });
    throw error;
  }
}
