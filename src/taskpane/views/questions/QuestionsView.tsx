import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Binding, CellRef } from '../../../core';
import type { Supplied } from '../../session/answering';
import type { Book } from '../../state/pane-state';
import { answeredOf, currentQuestion, questionsOf, type Answered } from '../../state/questions';
import { useStrings, type Strings } from '../../strings/strings';
import { formatNumber } from '../../parts/format';
import { QuestionCard } from './QuestionCard';

type Props = Readonly<{
  book: Book;
  /** Key of the question in front. */
  shown: string | null;
  onShow: (key: string | null) => void;
  onAnswer: (indicator: string, supplied: Supplied) => Promise<void>;
  onBind: (binding: Binding) => Promise<void>;
  onForget: (indicator: string) => void;
  selection: () => Promise<CellRef | null>;
  onGo: (ref: CellRef) => void;
}>;

const useStyles = makeStyles({
  view: { padding: '12px', display: 'flex', flexDirection: 'column', gap: '14px' },
  empty: { color: tokens.colorNeutralForeground2 },
  heading: { margin: '0 0 4px' },
  answered: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start', gap: '8px' },
  what: { minWidth: 0, overflowWrap: 'anywhere' },
  said: { display: 'block', color: tokens.colorNeutralForeground3 },
  again: { flexShrink: 0 },
});

/** 待补: what the standards ask for and the workbook does not say, one question after another. */
export function QuestionsView({ book, shown, onShow, onAnswer, onBind, onForget, selection, onGo }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const questions = useMemo(() => questionsOf(book.review), [book.review]);
  const answered = answeredOf(book.kept);
  const current = currentQuestion(questions, shown);
  const step = (by: 1 | -1): void => {
    if (!current) return;
    onShow(questions[(current.at + by + questions.length) % questions.length]?.key ?? null);
  };
  // The next question is chosen before the answer takes this one away.
  const then = async (saving: () => Promise<void>): Promise<void> => {
    step(1);
    await saving();
  };
  const score = current && book.review.scores[current.question.score];
  return (
    <div className={styles.view}>
      {current && score ? (
        <QuestionCard
          key={current.question.key}
          question={current.question}
          score={score}
          at={current.at + 1}
          all={questions.length}
          snapshot={book.snapshot}
          review={book.review}
          onAnswer={(supplied) => then(() => onAnswer(current.question.indicator, supplied))}
          onBind={(name, ref) => then(() => onBind({ ...ref, name, indicator: current.question.indicator }))}
          onStep={step}
          selection={selection}
          onGo={onGo}
        />
      ) : (
        <Text className={styles.empty}>{strings.questions.none}</Text>
      )}
      {answered.length > 0 && (
        <section>
          <Text as="h3" size={300} weight="semibold" block className={styles.heading}>
            {strings.questions.answered}
          </Text>
          <ul className={styles.answered}>
            {answered.map((one) => (
              <li key={one.indicator} className={styles.line}>
                <span className={styles.what}>
                  {one.indicator}
                  <Text size={200} className={styles.said}>
                    {saidWords(one, strings)}
                  </Text>
                </span>
                <Button
                  size="small"
                  className={styles.again}
                  aria-label={strings.questions.againFor(one.indicator)}
                  onClick={() => {
                    onForget(one.indicator);
                  }}
                >
                  {strings.questions.again}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function saidWords({ quantities, cells, answers }: Answered, strings: Strings): string {
  return strings.list([
    ...quantities.map(([name, value]) => `${name} ${formatNumber(value)}`),
    ...cells,
    ...(answers > 0 ? [strings.questions.answers(answers)] : []),
  ]);
}
