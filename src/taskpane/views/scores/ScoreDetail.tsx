import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { CellRef, Preferences, Score, UsedOperand } from '../../../core';
import { CellLink } from '../../parts/CellLink';
import { formatNumber, formatOptional, formatQuantity } from '../../parts/format';
import type { Form } from '../../state/quantity';
import { useStrings } from '../../strings/strings';
import { computedWords, ScoreStatusBadge } from './ScoreStatusBadge';
import { StandardText } from './StandardText';

type Props = Readonly<{
  score: Score;
  /** Reading of the standard that was chosen; `null` for the usual one. */
  reading: string | null;
  /** How a number that went into the score is shown. */
  formOf: (operand: UsedOperand) => Form;
  onBack: () => void;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  onWrite: (write: Preferences['write']) => void;
  onReading: (reading: string | null) => void;
  onAsk: () => void;
  onGo: (ref: CellRef) => void;
}>;

const useStyles = makeStyles({
  detail: { padding: '8px 12px 20px', display: 'flex', flexDirection: 'column', gap: '12px' },
  bar: { display: 'flex', justifyContent: 'space-between' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    // Room for the tabs that stay on top, and for the way back above the title.
    scrollMarginTop: '96px',
    ':focus': { outline: 'none' },
  },
  project: { color: tokens.colorNeutralForeground3 },
  numbers: { display: 'flex', gap: '16px', margin: '6px 0 0', flexWrap: 'wrap' },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  heading: { margin: '0 0 4px' },
  steps: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  operands: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
  },
  formula: {
    display: 'block',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: `Consolas, Menlo, 'Courier New', ${tokens.fontFamilyBase}`,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** One indicator in full: its standard, how the score came about, from which cells, and what can be written. */
export function ScoreDetail({
  score,
  reading,
  formOf,
  onBack,
  onPrevious,
  onNext,
  onWrite,
  onReading,
  onAsk,
  onGo,
}: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.scores;
  const title = useRef<HTMLHeadingElement>(null);

  // The list is gone: a keyboard's place moves to what took it over.
  useEffect(() => {
    title.current?.focus();
  }, []);

  return (
    <article className={styles.detail}>
      <div className={styles.bar}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
          {strings.actions.back}
        </Button>
        <span>
          <Step
            icon={<ChevronLeftRegular />}
            label={strings.actions.previousIndicator}
            onClick={onPrevious}
          />
          <Step icon={<ChevronRightRegular />} label={strings.actions.nextIndicator} onClick={onNext} />
        </span>
      </div>
      <div>
        {score.project !== null && (
          <Text size={200} className={styles.project}>
            {score.project}
          </Text>
        )}
        <h2 className={styles.title} ref={title} tabIndex={-1}>
          {score.indicator}
          <ScoreStatusBadge score={score} />
        </h2>
        <dl className={styles.numbers}>
          <Value label={words.points} value={formatOptional(score.points)} />
          <Value label={strings.chart.reported} value={formatOptional(score.reported)} />
          <Value label={strings.chart.computed} value={computedWords(score, strings)} />
          <div>
            <dt className={styles.label}>{words.full}</dt>
            <dd className={styles.value}>
              <CellLink to={score} onGo={onGo} />
            </dd>
          </div>
        </dl>
      </div>
      {score.status === 'range' && <Text className={styles.hint}>{words.rangeHint}</Text>}
      {score.status === 'manual' && <Text className={styles.hint}>{words.manualHint}</Text>}
      <Part title={words.standard}>
        {score.standard === null || score.standard === '' ? (
          <Text>{words.noStandard}</Text>
        ) : (
          <StandardText standard={score.standard} clauses={score.clauses} />
        )}
      </Part>
      {score.trace.length > 0 && (
        <Part title={words.working}>
          <ol className={styles.steps}>
            {score.trace.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </Part>
      )}
      {(score.alternatives.length > 0 || reading !== null) && (
        <Readings score={score} reading={reading} onReading={onReading} />
      )}
      {score.operands.length > 0 && (
        <Part title={words.operands}>
          <ul className={styles.operands}>
            {score.operands.map((operand, index) => (
              <li key={index}>
                {operand.name} = {formatQuantity(operand.value, formOf(operand))}{' '}
                {operand.ref ? (
                  <CellLink to={operand.ref} label={operand.name} onGo={onGo} />
                ) : (
                  <span className={styles.label}>{words.suppliedValue}</span>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {score.formula !== null && (
        <Part title={words.formula}>
          <code className={styles.formula}>{score.formula}</code>
        </Part>
      )}
      <div className={styles.buttons}>
        {score.needs.length > 0 && (
          <Button appearance="primary" size="small" onClick={onAsk}>
            {words.askNow(score.needs.length)}
          </Button>
        )}
        {score.score !== null && (
          <Button
            size="small"
            onClick={() => {
              onWrite('values');
            }}
          >
            {words.write}
          </Button>
        )}
        {score.score !== null && score.formula !== null && (
          <Button
            size="small"
            onClick={() => {
              onWrite('formulas');
            }}
          >
            {words.writeFormula}
          </Button>
        )}
      </div>
    </article>
  );
}

const USUAL = '';

function Readings({ score, reading, onReading }: Pick<Props, 'score' | 'reading' | 'onReading'>) {
  const strings = useStrings();
  const words = strings.scores;
  const others = score.alternatives.filter((one) => one.reading !== reading);
  return (
    <Part title={words.readings}>
      <RadioGroup
        aria-label={words.readings}
        value={reading ?? USUAL}
        onChange={(_, { value }) => {
          onReading(value === USUAL ? null : value);
        }}
      >
        <Radio
          value={USUAL}
          label={
            reading === null ? `${words.usualReading} (${computedWords(score, strings)})` : words.usualReading
          }
        />
        {reading !== null && <Radio value={reading} label={`${reading} (${formatOptional(score.score)})`} />}
        {others.map((one) => (
          <Radio
            key={one.reading}
            value={one.reading}
            label={`${one.reading} (${formatNumber(one.score)})`}
          />
        ))}
      </RadioGroup>
    </Part>
  );
}

function Part({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const styles = useStyles();
  return (
    <section>
      <Text as="h3" size={300} weight="semibold" block className={styles.heading}>
        {title}
      </Text>
      {children}
    </section>
  );
}

function Value({ label, value }: Readonly<{ label: string; value: string }>) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}

function Step({
  icon,
  label,
  onClick,
}: Readonly<{ icon: ReactElement; label: string; onClick: (() => void) | null }>) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={icon}
      aria-label={label}
      disabledFocusable={onClick === null}
      {...(onClick && { onClick })}
    />
  );
}
