import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { EnvironmentContext, type Environment } from './environment';
import { LiveRegion } from './parts/LiveRegion';
import { tabId, Tabs } from './parts/Tabs';
import { useKeptFocus } from './parts/use-kept-focus';
import type { Session } from './session/session';
import { bookOf, type Outcome, type PageOf, type PaneState, type Tab as TabName } from './state/pane-state';
import { languageOf, stringsOf, StringsContext, useStrings } from './strings/strings';
import { useTheme, type OfficeLook } from './theme';
import { Dialogs } from './views/dialogs/Dialogs';
import { Overview } from './views/overview/Overview';
import { TabPanel } from './views/TabPanel';

export type AppProps = Readonly<{
  session: Session;
  /** Office's own language and look. */
  officeLanguage: string;
  office: OfficeLook;
  /** Page of a check; `null` when there is none. */
  pageOf: PageOf;
  /** The program that the pane runs in; `null` where there is nothing to say. */
  environment?: Environment | null;
}>;

const useStyles = makeStyles({
  provider: { height: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  // WebView2 hides a scrollbar until the mouse is over it; a pane that does not show that it goes on is not scrolled.
  scroller: { height: '100%', overflowY: 'scroll', position: 'relative', boxSizing: 'border-box' },
  tabs: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '0 4px',
  },
});

/** The task pane. */
export function App({ session, officeLanguage, office, pageOf, environment = null }: AppProps) {
  const state = useSyncExternalStore(session.store.subscribe, session.store.state);
  const theme = useTheme(office);
  const preference = bookOf(state.phase)?.kept.preferences.language ?? 'auto';
  const language = languageOf(preference, officeLanguage);
  const strings = useMemo(() => stringsOf(language), [language]);
  const styles = useStyles();
  // Dialogs are drawn beside the provider: they have the language from the page.
  useEffect(() => {
    document.documentElement.lang = strings.locale;
  }, [strings]);
  return (
    <FluentProvider theme={theme} className={styles.provider} lang={strings.locale}>
      <StringsContext value={strings}>
        <EnvironmentContext value={environment}>
          <Pane session={session} state={state} pageOf={pageOf} />
        </EnvironmentContext>
        <Dialogs session={session} state={state} pageOf={pageOf} />
        <LiveRegion state={state} />
      </StringsContext>
    </FluentProvider>
  );
}

function toTop(scroller: HTMLElement): void {
  scroller.scrollTop = 0;
}

/** Whether a result is worth leaving the place where somebody reads: not what a view shows by itself. */
function mustBeSeen(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'kept':
      return false;
    case 'written':
      return outcome.report.refused.length > 0 || outcome.report.notes.length > 0;
    default:
      return true;
  }
}

const TABS: readonly TabName[] = ['findings', 'scores', 'questions', 'settings'];

function Pane({ session, state, pageOf }: Readonly<{ session: Session; state: PaneState; pageOf: PageOf }>) {
  const styles = useStyles();
  const strings = useStrings();
  // A state and not a ref: the list needs to hear when its scrolling element is there.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  const book = bookOf(state.phase);
  const { outcome, outcomes } = state;
  const failed = state.phase.kind === 'failed';
  // Messages stand at the top: a result must not stay out of sight because somebody had scrolled down.
  useEffect(() => {
    if (scroller && (failed || (outcome && mustBeSeen(outcome)))) toTop(scroller);
    // The same outcome a second time is a new one.
  }, [scroller, failed, outcome, outcomes]);
  return (
    <main ref={setScroller} className={styles.scroller} aria-busy={state.phase.kind === 'reading'}>
      <Overview
        state={state}
        onScore={() => void session.scoreNow()}
        onCheck={() => void session.check()}
        onCancel={session.cancel}
        onUndo={() => void session.undoLatest()}
        onRuns={() => {
          session.store.dispatch({ type: 'dialog-opened', dialog: { kind: 'runs' } });
        }}
        onClearMarks={() => void session.clearMarks()}
        onPaper={() => void session.makePaper()}
        onReplace={session.proposeReplacing}
        onDismiss={() => {
          session.store.dispatch({ type: 'outcome-dismissed' });
        }}
      />
      {book && (
        <>
          <Tabs
            className={styles.tabs}
            label={strings.app.sections}
            tabs={TABS.map((tab) => [tab, strings.tabs[tab]] as const)}
            selected={state.tab}
            panel="panel"
            onSelect={(tab) => {
              session.store.dispatch({ type: 'tab-chosen', tab });
            }}
          />
          <div role="tabpanel" id="panel" ref={panel} tabIndex={-1} aria-labelledby={tabId(state.tab)}>
            <TabPanel session={session} state={state} book={book} scroller={scroller} pageOf={pageOf} />
          </div>
        </>
      )}
    </main>
  );
}
