import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { CellRef, Finding, FindingNote } from '../../../core';
import { SeverityIcon } from '../../parts/SeverityIcon';
import type { KeyedFinding } from '../../state/finding-list';
import type { Form } from '../../state/quantity';
import { useStrings } from '../../strings/strings';
import { FindingDetail, type FindingActions } from './FindingDetail';

type Props = Readonly<{
  item: KeyedFinding;
  open: boolean;
  /** How the numbers of the finding are shown; asked for when it is open. */
  formOf: (finding: Finding) => Form;
  note: FindingNote | undefined;
  onOpen: (key: string | null) => void;
  onGo: (ref: CellRef) => void;
}> &
  FindingActions;

const useStyles = makeStyles({
  row: { padding: '0 8px' },
  button: {
    display: 'flex',
    gap: '8px',
    width: '100%',
    padding: '8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: { backgroundColor: tokens.colorNeutralBackground1Selected },
  words: { flexGrow: 1, minWidth: 0 },
  message: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    // The only way to cut text off after lines that browsers know; deprecated, and without a successor.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  whole: { overflowWrap: 'anywhere' },
  place: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** One finding: pressed, it opens and its cell is selected. */
export function FindingRow({ item, open, formOf, note, onOpen, onGo, ...actions }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const id = useId();
  const { finding, settled } = item;
  return (
    <div className={styles.row}>
      <button
        type="button"
        className={mergeClasses(styles.button, open && styles.open)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          onOpen(open ? null : item.key);
          if (!open) onGo(finding);
        }}
      >
        <SeverityIcon severity={settled ? 'settled' : finding.severity} />
        <span className={styles.words}>
          {/* What is said about a Chinese workbook is said in Chinese, whatever the pane speaks. */}
          <span lang="zh-CN" className={open ? styles.whole : styles.message}>
            {finding.message}
          </span>
          <span className={styles.place}>
            {finding.sheet}!{finding.cell}
            {note && ` · ${strings.findings.noted}`}
          </span>
        </span>
      </button>
      {open && (
        <div id={id}>
          <FindingDetail finding={finding} form={formOf(finding)} note={note} onGo={onGo} {...actions} />
        </div>
      )}
    </div>
  );
}
