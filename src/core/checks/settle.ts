import { append } from '../lists';
import type { FindingNote } from '../answers';
import { keyOf } from './check-context';
import type { Finding } from './finding';

/**
 * Divides findings into those to show and those that a person explained or set aside earlier. A note holds for the same
 * check at the same cell with the same two numbers; when a number changes, the question is asked again. An explanation
 * (说明) settles 核实 and 提示. An error must be corrected: an explanation does not settle it, only “ignored” with a reason
 * does, and the exit code still counts it.
 */
export function settle(
  findings: readonly Finding[],
  notes: readonly FindingNote[],
): Readonly<{ open: readonly Finding[]; settled: readonly Finding[] }> {
  const byPlace = new Map<string, FindingNote[]>();
  for (const note of notes) {
    const key = `${note.id} ${keyOf(note)}`;
    append(byPlace, key, note);
  }
  const isSettled = (finding: Finding): boolean =>
    (byPlace.get(`${finding.id} ${keyOf(finding)}`) ?? []).some((note) => covers(note, finding));
  return { open: findings.filter((finding) => !isSettled(finding)), settled: findings.filter(isSettled) };
}

function covers(note: FindingNote, finding: Finding): boolean {
  if (note.left !== finding.left || note.right !== finding.right || note.text.trim() === '') return false;
  return note.kind === 'ignored' || finding.severity !== 'error';
}
