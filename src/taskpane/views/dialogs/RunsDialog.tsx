import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CellPatch, Run } from '../../../core';
import { formatMoment } from '../../parts/format';
import { useStrings } from '../../strings/strings';
import { PaneDialog } from './PaneDialog';

type Props = Readonly<{
  open: boolean;
  runs: readonly Run[];
  onUndo: (run: number, cells: 'all' | readonly CellPatch[]) => void;
  onClose: () => void;
}>;

const useStyles = makeStyles({
  run: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: '6px 0' },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '8px',
    flexWrap: 'wrap',
  },
  cells: { listStyle: 'none', margin: '6px 0 0', padding: 0, display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

/** The last runs, each to be taken back as a whole or cell by cell. */
export function RunsDialog({ open, runs, onUndo, onClose }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.runs;
  return (
    <PaneDialog open={open} title={words.title} onClose={onClose}>
      <Text>{runs.length === 0 ? words.none : words.intro}</Text>
      {runs.map((run, index) => (
        <section key={index} className={styles.run}>
          <div className={styles.head}>
            <Text weight="semibold">
              {words.kinds[run.kind]} {words.run(formatMoment(run.at, strings.locale), run.patches.length)}
            </Text>
            <Button
              size="small"
              onClick={() => {
                onUndo(index, 'all');
              }}
            >
              {words.undoAll}
            </Button>
          </div>
          {run.patches.length > 0 && (
            <details>
              <summary>{strings.findings.cells}</summary>
              <ul className={styles.cells}>
                {run.patches.map((patch, at) => (
                  <li key={at}>
                    <Button
                      size="small"
                      onClick={() => {
                        onUndo(index, [patch]);
                      }}
                    >
                      {words.undoCell(`${patch.sheet}!${patch.cell}`)}
                    </Button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
    </PaneDialog>
  );
}
