import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CellRef, Finding, FindingNote, Related } from '../../../core';
import { CellLink } from '../../parts/CellLink';
import { formatCompared } from '../../parts/format';
import type { Form } from '../../state/quantity';
import { useStrings } from '../../strings/strings';

export type FindingActions = Readonly<{
  onFix: (finding: Finding) => void;
  onNote: (finding: Finding, kind: FindingNote['kind']) => void;
  onRestore: (finding: Finding) => void;
  onPage: (check: string) => void;
}>;

type Props = Readonly<{
  finding: Finding;
  /** How the numbers are shown. */
  form: Form;
  note: FindingNote | undefined;
  onGo: (ref: CellRef) => void;
}> &
  FindingActions;

const useStyles = makeStyles({
  detail: {
    margin: '2px 0 8px 16px',
    padding: '8px 12px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    fontSize: tokens.fontSizeBase200,
  },
  values: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: 0 },
  pair: { minWidth: 0 },
  label: { color: tokens.colorNeutralForeground3 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', margin: 0, padding: 0, listStyle: 'none' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

/** Everything a finding says: both sides and their difference, all its cells, why, what to do, and what can be done here. */
export function FindingDetail({ finding, form, note, onGo, onFix, onNote, onRestore, onPage }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.findings;
  const [left, right, difference] = formatCompared(
    finding.left,
    finding.right,
    finding.difference,
    form,
    words.points,
  );
  const numbers = finding.left !== null || finding.right !== null;
  return (
    <div className={styles.detail}>
      {numbers && (
        <dl className={styles.values}>
          <Value label={words.left} value={left} />
          <Value label={words.right} value={right} />
          <Value label={words.difference} value={difference} />
        </dl>
      )}
      <Line label={words.cells}>
        <Links places={[finding, ...finding.related]} onGo={onGo} />
      </Line>
      {finding.cause !== null && <Line label={words.cause}>{finding.cause}</Line>}
      <Line label={words.why}>{finding.why}</Line>
      <Line label={words.todo}>{finding.todo}</Line>
      {finding.consequences.length > 0 && (
        <Line label={words.consequences}>
          <Links places={finding.consequences} onGo={onGo} />
        </Line>
      )}
      {note && <Line label={note.kind === 'ignored' ? words.ignored : words.explained}>{note.text}</Line>}
      <div className={styles.buttons}>
        {finding.fix && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => {
              onFix(finding);
            }}
          >
            {words.fix}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            onNote(finding, 'explained');
          }}
        >
          {note?.kind === 'explained' ? words.changeNote : words.explain}
        </Button>
        {note ? (
          <Button
            size="small"
            onClick={() => {
              onRestore(finding);
            }}
          >
            {words.restore}
          </Button>
        ) : (
          <Button
            size="small"
            onClick={() => {
              onNote(finding, 'ignored');
            }}
          >
            {words.ignore}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            onPage(finding.id);
          }}
        >
          {words.page} {finding.id}
        </Button>
      </div>
    </div>
  );
}

function Value({ label, value }: Readonly<{ label: string; value: string }>) {
  const styles = useStyles();
  return (
    <div className={styles.pair}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}

function Line({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  const styles = useStyles();
  return (
    <div>
      <div className={styles.label}>{label}</div>
      <div className={styles.text}>{children}</div>
    </div>
  );
}

function Links({ places, onGo }: Readonly<{ places: readonly Related[]; onGo: (ref: CellRef) => void }>) {
  const styles = useStyles();
  return (
    <ul className={styles.links}>
      {places.map((place, index) => (
        <li key={index}>
          {place.role !== undefined && <span className={styles.label}>{place.role} </span>}
          <CellLink to={place} onGo={onGo} {...(place.role === undefined ? {} : { label: place.role })} />
        </li>
      ))}
    </ul>
  );
}
