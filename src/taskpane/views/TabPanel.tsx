import type { Session } from '../session/session';
import type { Book, PageOf, PaneState } from '../state/pane-state';
import { previewRows } from '../state/writing';
import { questionsOf } from '../state/questions';
import { noteOf } from '../state/notes';
import { FindingsView } from './findings/FindingsView';
import { QuestionsView } from './questions/QuestionsView';
import { ScoresView } from './scores/ScoresView';
import { SettingsView } from './settings/SettingsView';

type Props = Readonly<{
  session: Session;
  state: PaneState;
  book: Book;
  scroller: HTMLElement | null;
  pageOf: PageOf;
}>;

/** What a check says of itself in the heading of its page, behind its ID. */
function titleOf(page: string | null): string {
  return /^#\s+\S+\s+(.+)$/m.exec(page ?? '')?.[1] ?? '';
}

/** The view of the chosen tab, its callbacks tied to the session. */
export function TabPanel({ session, state, book, scroller, pageOf }: Props) {
  const { dispatch } = session.store;
  const go = (ref: Parameters<Session['select']>[0]): void => void session.select(ref);
  switch (state.tab) {
    case 'findings':
      return (
        <FindingsView
          book={book}
          filter={state.filter}
          open={state.finding}
          scroller={scroller}
          titleOf={(check) => titleOf(pageOf(check))}
          onFilter={(filter) => {
            dispatch({ type: 'filtered', filter });
          }}
          onStep={(step) => void session.goToFinding(step)}
          onOpen={(key) => {
            dispatch({ type: 'finding-opened', key });
          }}
          onGo={go}
          onFix={({ fix }) => {
            const rows = previewRows(fix?.patches ?? [], book.review);
            dispatch({ type: 'dialog-opened', dialog: { kind: 'preview', purpose: 'fix', rows } });
          }}
          onNote={(finding, purpose) => {
            const text = noteOf(book.kept.notes, finding)?.text ?? '';
            dispatch({ type: 'dialog-opened', dialog: { kind: 'note', purpose, finding, text } });
          }}
          onRestore={(finding) => void session.dropNote(finding)}
          onPage={(check) => {
            dispatch({ type: 'dialog-opened', dialog: { kind: 'page', check } });
          }}
        />
      );
    case 'scores':
      return (
        <ScoresView
          book={book}
          open={state.score}
          onOpen={(index) => {
            dispatch({ type: 'score-opened', index });
          }}
          onWrite={(which, write) => void session.writeScores(which, write)}
          onReading={(indicator, reading) => void session.chooseReading(indicator, reading)}
          onAsk={(indicator) => {
            const question = questionsOf(book.review).find((one) => one.indicator === indicator);
            dispatch({ type: 'question-shown', key: question?.key ?? null });
            dispatch({ type: 'tab-chosen', tab: 'questions' });
          }}
          onGo={go}
        />
      );
    case 'questions':
      return (
        <QuestionsView
          book={book}
          shown={state.question}
          onShow={(key) => {
            dispatch({ type: 'question-shown', key });
          }}
          onAnswer={(indicator, supplied) => session.answer(indicator, supplied)}
          onBind={(binding) => session.bind(binding)}
          onForget={(indicator) => void session.forget(indicator)}
          selection={session.selection}
          onGo={go}
        />
      );
    case 'settings':
      return (
        <SettingsView
          kept={book.kept}
          profiles={session.profiles}
          onProfile={(choice) => void session.chooseProfile(choice)}
          onPreferences={(part) => void session.setPreferences(part)}
        />
      );
  }
}
