import { checkPage, checkIds } from '../core/checks/pages';
import { Problem } from './problem';
import type { Streams } from './streams';

/** `ziping explain SCR-007`: the page of a check. */
export function runExplain(id: string, streams: Streams): number {
  const page = checkPage(id);
  if (page === null) throw new Problem(`没有编号为“${id}”的检查。现有：${checkIds().join('、')}`);
  streams.print(`${page.trimEnd()}\n`);
  return 0;
}
