import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { Fragment } from 'react';
import type { Score } from '../../../core';
import { formatOptional } from '../../parts/format';
import type { ScoreGroup, ScoreTable } from '../../state/score-tree';
import { useStrings } from '../../strings/strings';
import { computedWords, ScoreStatusBadge } from './ScoreStatusBadge';

type Props = Readonly<{
  table: ScoreTable;
  /** Whether the table's own title is shown: with one table, the workbook's name says enough. */
  titled: boolean;
  scores: readonly Score[];
  closed: ReadonlySet<string>;
  onFold: (key: string) => void;
  onOpen: (index: number) => void;
}>;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase300,
  },
  number: {
    width: '46px',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: 'normal',
    padding: '0 2px',
    verticalAlign: 'top',
  },
  head: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: 'normal',
    textAlign: 'left',
    padding: '4px 2px',
    verticalAlign: 'bottom',
  },
  right: { textAlign: 'right' },
  cell: { paddingTop: '6px' },
  line: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  group: { backgroundColor: tokens.colorNeutralBackground3 },
  nameCell: { textAlign: 'left', padding: 0, fontWeight: 'normal' },
  button: {
    width: '100%',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    padding: '6px 4px',
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  fold: { display: 'flex', alignItems: 'center', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  differs: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

/** One indicator table: groups to fold, indicators to open, with points, reported and computed score. */
export function ScoreTableView({ table, titled, scores, closed, onFold, onOpen }: Props) {
  const styles = useStyles();
  const { scores: words } = useStrings();
  const shut = titled && closed.has(table.key);
  return (
    <div>
      {titled && table.title !== null && (
        <Fold
          name={table.title}
          open={!shut}
          onFold={() => {
            onFold(table.key);
          }}
        />
      )}
      {!shut && (
        <table className={styles.table} aria-label={table.title ?? undefined}>
          <thead>
            <tr className={styles.line}>
              <th scope="col" className={styles.head}>
                {words.indicator}
              </th>
              <th scope="col" className={mergeClasses(styles.number, styles.head, styles.right)}>
                {words.points}
              </th>
              <th scope="col" className={mergeClasses(styles.number, styles.head, styles.right)}>
                {words.reported}
              </th>
              <th scope="col" className={mergeClasses(styles.number, styles.head, styles.right)}>
                {words.computed}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.groups.map((group) => (
              <Fragment key={group.key}>
                {group.name !== null && (
                  <GroupRow
                    group={group}
                    open={!closed.has(group.key)}
                    onFold={() => {
                      onFold(group.key);
                    }}
                  />
                )}
                {!closed.has(group.key) &&
                  group.scores.map((index) => {
                    const score = scores[index];
                    return (
                      score && (
                        <ScoreRow
                          key={index}
                          score={score}
                          onOpen={() => {
                            onOpen(index);
                          }}
                        />
                      )
                    );
                  })}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Fold({ name, open, onFold }: Readonly<{ name: string; open: boolean; onFold: () => void }>) {
  const styles = useStyles();
  const Icon = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <button
      type="button"
      className={mergeClasses(styles.button, styles.fold)}
      aria-expanded={open}
      onClick={onFold}
    >
      <Icon aria-hidden="true" />
      {name}
    </button>
  );
}

function GroupRow({
  group,
  open,
  onFold,
}: Readonly<{ group: ScoreGroup; open: boolean; onFold: () => void }>) {
  const styles = useStyles();
  const number = mergeClasses(styles.number, styles.cell);
  return (
    <tr className={mergeClasses(styles.line, styles.group)}>
      <th scope="row" className={styles.nameCell}>
        <Fold name={group.name ?? ''} open={open} onFold={onFold} />
      </th>
      <td className={number}>{formatOptional(group.points)}</td>
      <td className={number}>{formatOptional(group.reported)}</td>
      <td className={number}>{formatOptional(group.computed)}</td>
    </tr>
  );
}

function ScoreRow({ score, onOpen }: Readonly<{ score: Score; onOpen: () => void }>) {
  const styles = useStyles();
  const strings = useStrings();
  const number = mergeClasses(styles.number, styles.cell);
  const differs = score.score !== null && score.reported !== null && score.score !== score.reported;
  return (
    <tr className={styles.line}>
      <th scope="row" className={styles.nameCell}>
        <button type="button" className={styles.button} onClick={onOpen}>
          {score.indicator}
          <ScoreStatusBadge score={score} />
        </button>
      </th>
      <td className={number}>{formatOptional(score.points)}</td>
      <td className={number}>{formatOptional(score.reported)}</td>
      <td className={mergeClasses(number, differs && styles.differs)}>{computedWords(score, strings)}</td>
    </tr>
  );
}
