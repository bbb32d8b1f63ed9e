import type { Finding, FindingNote } from '../../core';

/** The note that belongs to a finding. */
export function noteOf(notes: readonly FindingNote[], finding: Finding): FindingNote | undefined {
  return notes.find((note) => sameFinding(note, finding));
}

/** Whether a note is about a finding; whether it still holds depends on the numbers, and is core's to say. */
export function sameFinding(note: FindingNote, finding: Finding): boolean {
  return note.id === finding.id && note.sheet === finding.sheet && note.cell === finding.cell;
}
