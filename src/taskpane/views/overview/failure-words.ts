import type { HostNote } from '../../../hosts/ports';
import type { Failure } from '../../state/pane-state';
import type { Strings } from '../../strings/strings';

/** A failure in the pane's language; a code without words of its own keeps the host's sentence. */
export function failureWords({ code, message }: Failure, { failures }: Strings): string {
  return failures.byCode?.[code] ?? message;
}

/** What a host tells, in the pane's language. */
export function noteWords({ code, message, about }: HostNote, { hostNotes }: Strings): string {
  return hostNotes.byCode?.[code](about) ?? message;
}
