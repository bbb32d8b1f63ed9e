import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { FindingGroup, KeyedFinding } from '../../state/finding-list';
import { useStrings } from '../../strings/strings';

type Row =
  Readonly<{ kind: 'group'; group: FindingGroup }> | Readonly<{ kind: 'finding'; item: KeyedFinding }>;

type Props = Readonly<{
  groups: readonly FindingGroup[];
  open: string | null;
  scroller: HTMLElement | null;
  titleOf: (check: string) => string;
  children: (item: KeyedFinding) => ReactNode;
}>;

const useStyles = makeStyles({
  list: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
  group: {
    display: 'block',
    margin: 0,
    padding: '10px 12px 4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** First guesses of heights in pixels; each row is measured once it is drawn. */
const GUESS = { group: 32, finding: 66 } as const;

/** The findings, of which only those near the visible part are in the page: two thousand scroll as smoothly as twenty. */
export function FindingList({ groups, open, scroller, titleOf, children }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const list = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const rows = useMemo(() => rowsOf(groups), [groups]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer's functions are used here only, never handed on
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => GUESS[rows[index]?.kind ?? 'finding'],
    getItemKey: (index) => keyOf(rows[index], index),
    overscan: 6,
    scrollMargin,
  });

  // What stands above the list grows and shrinks with its messages.
  useLayoutEffect(() => {
    const measure = (): void => {
      setScrollMargin(list.current?.offsetTop ?? 0);
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const above of [scroller?.firstElementChild, list.current?.previousElementSibling]) {
      if (above) observer.observe(above);
    }
    return () => {
      observer.disconnect();
    };
  }, [scroller]);

  useEffect(() => {
    const index = rows.findIndex((row) => row.kind === 'finding' && row.item.key === open);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only a newly opened finding is brought into view; scrolling on must not pull the list back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);

  return (
    <div
      ref={list}
      role="list"
      className={styles.list}
      style={{ height: virtual.getTotalSize() }}
      aria-label={strings.tabs.findings}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
          >
            {row.kind === 'group' ? (
              <Text as="h3" className={styles.group}>
                {strings.findings.group(
                  row.group.settled ? strings.findings.settled : strings.severity[row.group.severity],
                  `${row.group.id} ${titleOf(row.group.id)}`.trim(),
                  row.group.items.length,
                )}
              </Text>
            ) : (
              children(row.item)
            )}
          </div>
        );
      })}
    </div>
  );
}

function rowsOf(groups: readonly FindingGroup[]): readonly Row[] {
  return groups.flatMap((group): Row[] => [
    { kind: 'group', group },
    ...group.items.map((item): Row => ({ kind: 'finding', item })),
  ]);
}

function keyOf(row: Row | undefined, index: number): string | number {
  if (!row) return index;
  return row.kind === 'group'
    ? `${row.group.severity} ${row.group.id} ${String(row.group.settled)}`
    : row.item.key;
}
