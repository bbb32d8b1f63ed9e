import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CellRef } from '../../../core';
import { groupFindings, keyedFindings, type KeyedFinding } from '../../state/finding-list';
import { noteOf } from '../../state/notes';
import type { Book, FindingFilter } from '../../state/pane-state';
import { formOfCell } from '../../state/quantity';
import { useStrings } from '../../strings/strings';
import type { FindingActions } from './FindingDetail';
import { FindingFilterBar, type SeverityCounts } from './FindingFilterBar';
import { FindingList } from './FindingList';
import { FindingRow } from './FindingRow';

type Props = Readonly<{
  book: Book;
  filter: FindingFilter;
  open: string | null;
  scroller: HTMLElement | null;
  /** What a check is called. */
  titleOf: (check: string) => string;
  onFilter: (filter: Partial<FindingFilter>) => void;
  onStep: (step: 1 | -1) => void;
  onOpen: (key: string | null) => void;
  onGo: (ref: CellRef) => void;
}> &
  FindingActions;

const useStyles = makeStyles({
  empty: { display: 'block', padding: '16px 12px', color: tokens.colorNeutralForeground2 },
  skipped: {
    padding: '8px 12px 16px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  reasons: { margin: '4px 0 0', paddingLeft: '18px' },
});

/** 问题: every finding, and every check that could not be made. */
export function FindingsView({
  book,
  filter,
  open,
  scroller,
  titleOf,
  onFilter,
  onStep,
  onOpen,
  onGo,
  ...actions
}: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const all = useMemo(() => keyedFindings(book.review), [book.review]);
  const groups = useMemo(() => groupFindings(all, filter), [all, filter]);
  const shown = groups.flatMap((group) => group.items);
  // Where nothing was recognised, nothing was looked at: “no problems” would be a promise.
  const nothingFound = book.review.tables.length > 0 ? strings.findings.none : strings.verdict.nothing;
  const at = shown.findIndex((item) => item.key === open);
  return (
    <>
      {all.length > 0 && (
        <FindingFilterBar
          filter={filter}
          counts={countsOf(all)}
          at={at < 0 ? null : at + 1}
          shown={shown.length}
          onFilter={onFilter}
          onStep={onStep}
        />
      )}
      {shown.length === 0 ? (
        <Text className={styles.empty}>{all.length > 0 ? strings.findings.noneMatches : nothingFound}</Text>
      ) : (
        <FindingList groups={groups} open={open} scroller={scroller} titleOf={titleOf}>
          {(item) => (
            <FindingRow
              item={item}
              open={item.key === open}
              formOf={(finding) => formOfCell(finding, book)}
              note={noteOf(book.kept.notes, item.finding)}
              onOpen={onOpen}
              onGo={onGo}
              {...actions}
            />
          )}
        </FindingList>
      )}
      {book.review.skipped.length > 0 && (
        <details className={styles.skipped}>
          <summary>{strings.findings.skipped(book.review.skipped.length)}</summary>
          <ul className={styles.reasons}>
            {book.review.skipped.map(({ id, reason }, index) => (
              <li key={index}>
                {id} {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function countsOf(all: readonly KeyedFinding[]): SeverityCounts {
  const counts = { all: 0, error: 0, verify: 0, hint: 0, settled: 0 };
  for (const { finding, settled } of all) {
    counts[settled ? 'settled' : finding.severity] += 1;
    if (!settled) counts.all += 1;
  }
  return counts;
}
