import type { Session } from '../../session/session';
import { keyedFindings } from '../../state/finding-list';
import { noteOf } from '../../state/notes';
import { bookOf, type PageOf, type PaneState } from '../../state/pane-state';
import { NoteDialog } from './NoteDialog';
import { PageDialog } from './PageDialog';
import { PreviewDialog } from './PreviewDialog';
import { RunsDialog } from './RunsDialog';

type Props = Readonly<{ session: Session; state: PaneState; pageOf: PageOf }>;

/** The dialog that is open, if any. */
export function Dialogs({ session, state, pageOf }: Props) {
  const { dialog, phase } = state;
  const book = bookOf(phase);
  if (!dialog || !book) return null;
  const close = (): void => {
    session.store.dispatch({ type: 'dialog-closed' });
  };
  switch (dialog.kind) {
    case 'preview':
      return (
        <PreviewDialog
          preview={dialog}
          onToggle={(index, chosen) => {
            session.store.dispatch({ type: 'row-toggled', index, chosen });
          }}
          onApply={() => void session.applyPreview(dialog.rows, dialog.purpose === 'fix' ? 'fix' : 'score')}
          onClose={close}
          onGo={(ref) => void session.select(ref)}
        />
      );
    case 'note': {
      const item = keyedFindings(book.review).find((one) => one.key === dialog.finding);
      if (!item) return null;
      return (
        <NoteDialog
          purpose={dialog.purpose}
          finding={item.finding}
          text={item.settled ? (noteOf(book.kept.notes, item.finding)?.text ?? '') : ''}
          onSave={(text) => {
            close();
            session.store.dispatch({ type: 'finding-opened', key: null });
            void session.keepNote(item.finding, dialog.purpose, text);
          }}
          onClose={close}
        />
      );
    }
    case 'page':
      return <PageDialog check={dialog.check} page={pageOf(dialog.check)} onClose={close} />;
    case 'runs':
      return (
        <RunsDialog
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
