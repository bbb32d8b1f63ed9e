import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ClauseView } from '../../../core';
import { segmentsOf } from '../../state/standard-segments';
import { useStrings } from '../../strings/strings';

type Props = Readonly<{ standard: string; clauses: readonly ClauseView[] }>;

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '1.9' },
  understood: {
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorBrandStroke1,
    textDecorationThickness: '2px',
    textUnderlineOffset: '4px',
  },
  odd: {
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationColor: tokens.colorStatusDangerBorder2,
    textUnderlineOffset: '4px',
  },
  legend: {
    display: 'flex',
    gap: '12px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    marginTop: '4px',
  },
});

/** The standard as it stands in the cell; what was understood is underlined, what was not is underlined in waves. */
export function StandardText({ standard, clauses }: Props) {
  const styles = useStyles();
  const { scores: words } = useStrings();
  const segments = segmentsOf(standard, clauses);
  const hasOdd = segments.some(({ clause, understood }) => clause !== null && !understood);
  return (
    <div>
      <p className={styles.text} lang="zh-CN">
        {segments.map(({ text, clause, understood }, index) =>
          clause ? (
            <span
              key={index}
              className={understood ? styles.understood : styles.odd}
              title={words.clauses[clause.kind] ?? clause.kind}
            >
              {text}
            </span>
          ) : (
            <span key={index}>{text}</span>
          ),
        )}
      </p>
      {clauses.length > 0 && (
        <div className={styles.legend}>
          <span className={styles.understood}>{words.understood}</span>
          {hasOdd && <span className={mergeClasses(styles.odd)}>{words.notUnderstood}</span>}
        </div>
      )}
    </div>
  );
}
