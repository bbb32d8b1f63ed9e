import { makeStyles } from '@fluentui/react-components';
import type { PaneState } from '../state/pane-state';
import { verdictOf } from '../state/verdict';
import { useStrings } from '../strings/strings';
import { outcomeWords } from '../views/overview/outcome-words';
import { verdictTitle } from '../views/overview/verdict-words';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/**
 * Says results to a screen reader: what the run came to, and the verdict. The count changes with every outcome, so that
 * the same sentence is said again when the same thing was done again.
 */
export function LiveRegion({ state }: Readonly<{ state: PaneState }>) {
  const styles = useStyles();
  const strings = useStrings();
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      <span key={state.outcomes}>{spoken()}</span>
    </div>
  );

  function spoken(): string {
    const { phase, outcome } = state;
    if (phase.kind === 'reading') return strings.steps[phase.step];
    if (!outcome) return '';
    const { sentences } = outcomeWords(outcome, strings);
    if (phase.kind !== 'reviewed' || outcome.kind === 'nowhere') return sentences.join(' ');
    return [...sentences, verdictTitle(verdictOf(phase.book.review).verdict, strings)].join(' ');
  }
}
