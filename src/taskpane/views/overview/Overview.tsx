import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { EraserRegular } from '@fluentui/react-icons/svg/eraser';
import { FlashFilled } from '@fluentui/react-icons/svg/flash';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import type { ReactElement } from 'react';
import { bookOf, type Book, type PaneState } from '../../state/pane-state';
import { useStrings } from '../../strings/strings';
import { GroupChart } from './GroupChart';
import { Messages } from './Messages';
import { VerdictCard } from './VerdictCard';

export type OverviewActions = Readonly<{
  onScore: () => void;
  onCheck: () => void;
  onCancel: () => void;
  onUndo: () => void;
  onRuns: () => void;
  onClearMarks: () => void;
  onPaper: () => void;
  onReplace: () => void;
  onDismiss: () => void;
}>;

const useStyles = makeStyles({
  top: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '12px 12px 4px' },
  name: { margin: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' },
  recognised: { color: tokens.colorNeutralForeground3, display: 'block' },
  score: { width: '100%', minHeight: '44px' },
  more: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))', gap: '4px' },
  moreButton: { justifyContent: 'flex-start', minWidth: 0, textAlign: 'left' },
  progress: { display: 'flex', alignItems: 'center', gap: '8px' },
  bar: { flexGrow: 1 },
});

/** The top of the pane: what was recognised, the verdict, and the one large button. */
export function Overview({ state, ...actions }: Readonly<{ state: PaneState }> & OverviewActions) {
  const styles = useStyles();
  const strings = useStrings();
  const { phase } = state;
  const book = bookOf(phase);
  const busy = phase.kind === 'reading';
  return (
    <header className={styles.top}>
      <div>
        <Text
          as="h1"
          size={400}
          weight="semibold"
          className={styles.name}
          title={book?.snapshot.name ?? strings.product}
        >
          {book?.snapshot.name ?? strings.product}
        </Text>
        <Text size={200} className={styles.recognised}>
          {book ? <Recognised book={book} /> : strings.app.welcome}
        </Text>
      </div>
      <Button
        appearance="primary"
        size="large"
        className={styles.score}
        icon={<FlashFilled />}
        disabledFocusable={busy}
        title={strings.actions.scoreHint}
        onClick={actions.onScore}
      >
        {strings.actions.score}
      </Button>
      {busy && (
        <div className={styles.progress}>
          <div className={styles.bar}>
            <Text size={200}>{strings.steps[phase.step]}</Text>
            <ProgressBar aria-label={strings.steps[phase.step]} />
          </div>
          {phase.step !== 'writing' && (
            <Button size="small" onClick={actions.onCancel}>
              {strings.actions.cancel}
            </Button>
          )}
        </div>
      )}
      <Messages
        state={state}
        onCheck={actions.onCheck}
        onDismiss={actions.onDismiss}
        onReplace={actions.onReplace}
      />
      {book && <VerdictCard review={book.review} />}
      {book && <GroupChart review={book.review} />}
      <div className={styles.more}>
        <More
          icon={<ArrowSyncRegular />}
          label={strings.actions.recheck}
          busy={busy}
          onClick={actions.onCheck}
        />
        <More icon={<ArrowUndoRegular />} label={strings.actions.undo} busy={busy} onClick={actions.onUndo} />
        <More icon={<HistoryRegular />} label={strings.actions.runs} busy={busy} onClick={actions.onRuns} />
        <More
          icon={<EraserRegular />}
          label={strings.actions.clearMarks}
          busy={busy}
          onClick={actions.onClearMarks}
        />
        <More
          icon={<DocumentTableRegular />}
          label={strings.actions.paper}
          busy={busy}
          onClick={actions.onPaper}
        />
      </div>
    </header>
  );
}

function Recognised({ book: { review } }: Readonly<{ book: Book }>) {
  const { app, list } = useStrings();
  const ofIndicators = review.tables.filter(
    ({ kind }) => kind.endsWith('-indicators') || kind === 'project-form',
  ).length;
  const found = app.recognised(ofIndicators, review.scores.length, review.tables.length - ofIndicators);
  const ignored = review.ignoredSheets.length;
  return ignored > 0 ? list([found, app.ignored(ignored)]) : found;
}

type MoreProps = Readonly<{ icon: ReactElement; label: string; busy: boolean; onClick: () => void }>;

function More({ icon, label, busy, onClick }: MoreProps) {
  const styles = useStyles();
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.moreButton}
      icon={icon}
      disabledFocusable={busy}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
