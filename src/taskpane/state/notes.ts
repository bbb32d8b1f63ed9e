import type { Finding, FindingNote } from '../../core';

/** What was said about a finding and still holds, because its numbers are the same. An error stays open even so. */
export function noteOf(notes: readonly FindingNote[], finding: Finding): FindingNote | undefined {
  return notes.find(
    (note) => sameFinding(note, finding) && note.left === finding.left && note.right === finding.right,
  );
}

/** Whether a note is about a finding, whatever its numbers were. */
export function sameFinding(note: FindingNote, finding: Finding): boolean {
  return note.id === finding.id && note.sheet === finding.sheet && note.cell === finding.cell;
}
