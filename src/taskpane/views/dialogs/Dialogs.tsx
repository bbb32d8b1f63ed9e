import { useState } from 'react';
import type { Session } from '../../session/session';
import { bookOf, type Dialog, type PageOf, type PaneState } from '../../state/pane-state';
import { NoteDialog } from './NoteDialog';
import { PageDialog } from './PageDialog';
import { PreviewDialog } from './PreviewDialog';
import { RunsDialog } from './RunsDialog';

type Props = Readonly<{ session: Session; state: PaneState; pageOf: PageOf }>;

/** The last dialog, and how many were opened: each opening begins with an empty sheet. */
type Shown = Readonly<{ last: Dialog | null; opened: number; wasOpen: boolean }>;

/** The dialog that is open, or the last one while it closes. */
export function Dialogs({ session, state, pageOf }: Props) {
  const { dialog: now, phase } = state;
  const [{ last, opened, wasOpen }, remember] = useState<Shown>({ last: now, opened: 0, wasOpen: false });
  const open = now !== null;
  if (now !== null && (now !== last || !wasOpen))
    remember({ last: now, opened: wasOpen ? opened : opened + 1, wasOpen: true });
  else if (!open && wasOpen) remember({ last, opened, wasOpen: false });
  const dialog = now ?? last;
  const book = bookOf(phase);
  if (!dialog || !book) return null;
  const close = (): void => {
    session.store.dispatch({ type: 'dialog-closed' });
  };
  switch (dialog.kind) {
    case 'preview':
      return (
        <PreviewDialog
          open={open}
          preview={dialog}
          onToggle={(index, chosen) => {
            session.store.dispatch({ type: 'row-toggled', index, chosen });
          }}
          onApply={() => void session.applyPreview(dialog.rows, dialog.purpose === 'fix' ? 'fix' : 'score')}
          onClose={close}
          onGo={(ref) => void session.select(ref)}
        />
      );
    case 'note':
      return (
        <NoteDialog
          key={opened}
          open={open}
          purpose={dialog.purpose}
          finding={dialog.finding}
          text={dialog.text}
          onSave={(words) => {
            close();
            session.store.dispatch({ type: 'finding-opened', key: null });
            void session.keepNote(dialog.finding, dialog.purpose, words);
          }}
          onClose={close}
        />
      );
    case 'page':
      return <PageDialog open={open} check={dialog.check} page={pageOf(dialog.check)} onClose={close} />;
    case 'runs':
      return (
        <RunsDialog
          open={open}
          runs={book.kept.runs}
          onUndo={(run, cells) => {
            close();
            void session.undo(run, cells);
          }}
          onClose={close}
        />
      );
  }
}
