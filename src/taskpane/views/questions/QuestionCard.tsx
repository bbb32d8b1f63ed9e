import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import type { CellRef, Review, Score, Snapshot } from '../../../core';
import type { Supplied } from '../../session/answering';
import { moneyUnit } from '../../state/money';
import type { Question } from '../../state/questions';
import { useStrings } from '../../strings/strings';
import { AnswerInput } from './AnswerInput';
import { emptyDraft, readDraft, type Draft } from './draft';

export type QuestionActions = Readonly<{
  onAnswer: (supplied: Supplied) => Promise<void>;
  onBind: (name: string, ref: CellRef) => Promise<void>;
  onStep: (step: 1 | -1) => void;
  selection: () => Promise<CellRef | null>;
  onGo: (ref: CellRef) => void;
}>;

type Props = Readonly<{
  question: Question;
  score: Score;
  at: number;
  all: number;
  snapshot: Snapshot;
  review: Review;
}> &
  QuestionActions;

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  position: { color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outline: 'none' },
  },
  quote: {
    margin: 0,
    padding: '4px 10px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  standard: {
    margin: '4px 0 0',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  problem: { color: tokens.colorStatusDangerForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

/** One question with its way to answer, save or skip it. */
export function QuestionCard({
  question,
  score,
  at,
  all,
  snapshot,
  review,
  onAnswer,
  onBind,
  onStep,
  selection,
  onGo,
}: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.questions;
  const [need] = question.needs;
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(question));
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const title = useRef<HTMLHeadingElement>(null);

  // After an answer the next question takes this one's place, and the keyboard goes with it; not when the view opens.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, []);

  const change = (next: Draft): void => {
    setDraft(next);
    setProblem(null);
  };

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const answer = readDraft(draft, question, review, strings);
    if (answer.kind === 'problem') setProblem(answer.problem);
    else if (answer.kind === 'cell') void onBind(need.name, answer.ref);
    else void onAnswer(answer.supplied);
  };

  return (
    <form className={styles.card} onSubmit={submit} aria-labelledby={`${problemId}-title`}>
      <Text size={200} className={styles.position}>
        {words.position(at, all)} ·{' '}
        {score.project === null ? score.indicator : `${score.project} / ${score.indicator}`}
      </Text>
      <h2 className={styles.title} id={`${problemId}-title`} ref={title} tabIndex={-1}>
        {questionTitle()}
      </h2>
      {question.kind !== 'tick' && need.about !== need.name && (
        <blockquote className={styles.quote} aria-label={words.from}>
          {need.under !== undefined && `${need.under}: `}
          {need.about}
        </blockquote>
      )}
      <AnswerInput
        question={question}
        draft={draft}
        problem={problem === null ? null : problemId}
        snapshot={snapshot}
        moneyUnit={moneyUnit(review)}
        onChange={change}
        onProblem={setProblem}
        selection={selection}
        onGo={onGo}
      />
      {problem !== null && (
        <Text role="alert" id={problemId} className={styles.problem}>
          {problem}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit">
          {words.save}
        </Button>
        {all > 1 && (
          <>
            <Button
              onClick={() => {
                onStep(1);
              }}
            >
              {words.skip}
            </Button>
            <Button
              onClick={() => {
                onStep(-1);
              }}
            >
              {words.back}
            </Button>
          </>
        )}
      </div>
      {score.standard !== null && (
        <details>
          <summary>{words.fullStandard}</summary>
          <p className={styles.standard}>{score.standard}</p>
        </details>
      )}
    </form>
  );

  function questionTitle(): string {
    switch (question.kind) {
      case 'quantity':
        return words.quantity(need.name);
      case 'count':
        return words.count(need.name);
      case 'condition':
        return words.condition(need.name);
      case 'tick':
        return words.tick;
      case 'choice':
        return words.choice;
    }
  }
}
