import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { bookOf, type PaneState } from '../../state/pane-state';
import { verdictOf } from '../../state/verdict';
import { useStrings } from '../../strings/strings';
import { failureWords } from './failure-words';
import { outcomeWords } from './outcome-words';

type Props = Readonly<{
  state: PaneState;
  onCheck: () => void;
  onDismiss: () => void;
  onReplace: () => void;
}>;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '6px' },
  body: { whiteSpace: 'normal', padding: '6px 0' },
});

/** What the last run came to, what went wrong, and what the user should know before handing the workbook in. */
export function Messages({ state, onCheck, onDismiss, onReplace }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const { phase, outcome } = state;
  const book = bookOf(phase);
  const stale = phase.kind === 'reviewed' || phase.kind === 'failed' ? phase.stale : null;
  const marksLeft =
    phase.kind === 'reviewed' &&
    phase.book.kept.marked &&
    verdictOf(phase.book.review).verdict.kind === 'ready';
  // That the pane has read the workbook at all is seen below, and said to a screen reader.
  const told =
    outcome && (outcome.kind !== 'checked' || outcome.again) ? outcomeWords(outcome, strings) : null;
  return (
    <div className={styles.list}>
      {phase.kind === 'failed' && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{strings.failures.title}</MessageBarTitle>
            {failureWords(phase.failure, strings)}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onCheck}>
              {strings.actions.retry}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {stale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            {strings.stale.text(`${stale.sheet}!${stale.address}`, stale.changes - 1)}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onCheck}>
              {strings.actions.recheck}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {told && (
        <MessageBar intent={told.intent} layout="multiline">
          <MessageBarBody className={styles.body}>
            {told.sentences.map((sentence, index) => (
              <div key={index}>{sentence}</div>
            ))}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                aria-label={strings.actions.dismiss}
                onClick={onDismiss}
              />
            }
          >
            {outcome?.kind === 'scored' && outcome.differing > 0 && (
              <Button size="small" onClick={onReplace}>
                {strings.actions.review}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
      {book?.damaged.map((damage) => (
        <MessageBar key={damage.key} intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>{damage.message}</MessageBarBody>
        </MessageBar>
      ))}
      {marksLeft && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.body}>{strings.verdict.marksLeft}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
