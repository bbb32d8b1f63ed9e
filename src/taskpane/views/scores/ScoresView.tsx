import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CellRef, Preferences } from '../../../core';
import type { Book } from '../../state/pane-state';
import { formOfOperand } from '../../state/quantity';
import { OPEN_UP_TO, scoreTree } from '../../state/score-tree';
import { indicatorKey, type Which } from '../../state/writing';
import { useStrings } from '../../strings/strings';
import { ScoreDetail } from './ScoreDetail';
import { ScoreTableView } from './ScoreTableView';

export type ScoreActions = Readonly<{
  onWrite: (which: Which, write: Preferences['write']) => void;
  onReading: (indicator: string, reading: string | null) => void;
  onAsk: (indicator: string) => void;
  onGo: (ref: CellRef) => void;
}>;

type Props = Readonly<{ book: Book; open: number | null; onOpen: (index: number | null) => void }> &
  ScoreActions;

const useStyles = makeStyles({
  view: { padding: '8px 12px 16px', display: 'flex', flexDirection: 'column', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  empty: { color: tokens.colorNeutralForeground2 },
});

/** 评分: all indicators by table and group, or one of them in full. */
export function ScoresView({ book, open, onOpen, ...actions }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const { review, kept } = book;
  const tables = useMemo(() => scoreTree(review), [review]);
  const [folded, fold] = useState<ReadonlySet<string> | null>(null);
  const closed =
    folded ??
    (review.scores.length > OPEN_UP_TO ? new Set(tables.map((table) => table.key)) : new Set<string>());
  const score = open === null ? undefined : review.scores[open];

  if (open !== null && score) {
    return (
      <ScoreDetail
        key={open}
        score={score}
        reading={kept.answers.indicators?.[indicatorKey(score)]?.reading ?? null}
        formOf={(operand) => formOfOperand(operand, book)}
        onBack={() => {
          onOpen(null);
        }}
        onPrevious={
          open > 0
            ? () => {
                onOpen(open - 1);
              }
            : null
        }
        onNext={
          open < review.scores.length - 1
            ? () => {
                onOpen(open + 1);
              }
            : null
        }
        onWrite={(write) => {
          actions.onWrite([open], write);
        }}
        onReading={(reading) => {
          actions.onReading(indicatorKey(score), reading);
        }}
        onAsk={() => {
          actions.onAsk(indicatorKey(score));
        }}
        onGo={actions.onGo}
      />
    );
  }

  if (review.scores.length === 0) {
    return (
      <div className={styles.view}>
        <Text className={styles.empty}>{strings.scores.none}</Text>
      </div>
    );
  }

  return (
    <div className={styles.view}>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            actions.onWrite('all', 'values');
          }}
        >
          {strings.scores.writeAll}
        </Button>
        <Button
          size="small"
          onClick={() => {
            actions.onWrite('all', 'formulas');
          }}
        >
          {strings.scores.writeAllFormulas}
        </Button>
      </div>
      {tables.map((table) => (
        <ScoreTableView
          key={table.key}
          table={table}
          titled={tables.length > 1}
          scores={review.scores}
          closed={closed}
          onFold={(key) => {
            const next = new Set(closed);
            if (!next.delete(key)) next.add(key);
            fold(next);
          }}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}
