import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { cellReader, readNumber, type CellRef, type Snapshot } from '../../../core';
import { CellLink } from '../../parts/CellLink';
import { formatNumber } from '../../parts/format';
import type { Question } from '../../state/questions';
import { useStrings } from '../../strings/strings';
import { HAPPENED, NOT_HAPPENED, type Draft } from './draft';

type Props = Readonly<{
  question: Question;
  draft: Draft;
  /** Id of the message about what is wrong; `null` when nothing is. */
  problem: string | null;
  snapshot: Snapshot;
  /** Unit in which an amount without a unit is taken. */
  moneyUnit: string;
  onChange: (draft: Draft) => void;
  onProblem: (problem: string) => void;
  selection: () => Promise<CellRef | null>;
  onGo: (ref: CellRef) => void;
}>;

const useStyles = makeStyles({
  quantity: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  hint: { color: tokens.colorNeutralForeground3 },
  ticks: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
});

/** The right kind of input for a question. */
export function AnswerInput(props: Props) {
  switch (props.question.kind) {
    case 'quantity':
      return <Quantity {...props} />;
    case 'count':
      return <Count {...props} />;
    case 'tick':
      return <Ticks {...props} />;
    case 'condition':
      return <Condition {...props} />;
    case 'choice':
      return <Choice {...props} />;
  }
}

function Quantity({
  question,
  draft,
  problem,
  snapshot,
  moneyUnit,
  onChange,
  onProblem,
  selection,
  onGo,
}: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.questions;
  const [need] = question.needs;

  const takeSelection = async (): Promise<void> => {
    const ref = await selection();
    const place = ref ? `${ref.sheet}!${ref.cell}` : '';
    if (!ref) onProblem(words.noSelection);
    else if (ref.cell.includes(':')) onProblem(words.oneCell);
    else if (readNumber(cellReader(snapshot)(ref)).kind !== 'number') onProblem(words.notANumber(place));
    else onChange({ ...draft, cell: ref, text: '' });
  };

  return (
    <div className={styles.quantity}>
      {need.candidates && need.candidates.length > 0 && (
        <Field label={words.candidates}>
          <RadioGroup
            value={draft.cell ? `${draft.cell.sheet}!${draft.cell.cell}` : ''}
            onChange={(_, { value }) => {
              const candidate = need.candidates?.find(({ sheet, cell }) => `${sheet}!${cell}` === value);
              if (candidate)
                onChange({ ...draft, cell: { sheet: candidate.sheet, cell: candidate.cell }, text: '' });
            }}
          >
            {need.candidates.map(({ sheet, cell, label, value }) => (
              <Radio
                key={`${sheet}!${cell}`}
                value={`${sheet}!${cell}`}
                label={`${label} ${formatNumber(value)} (${sheet}!${cell})`}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field
        label={words.number}
        hint={need.unit === undefined ? words.numberHint(moneyUnit) : words.unitHint(need.unit)}
      >
        <Input
          value={draft.text}
          inputMode="decimal"
          contentAfter={need.unit ?? null}
          aria-invalid={problem !== null}
          aria-describedby={problem ?? undefined}
          onChange={(_, { value }) => {
            onChange({ ...draft, text: value, cell: null });
          }}
        />
      </Field>
      <div className={styles.row}>
        <Button size="small" onClick={() => void takeSelection()}>
          {words.useSelection}
        </Button>
        {draft.cell && (
          <Text size={200} className={styles.hint} role="status">
            {words.bound(`${draft.cell.sheet}!${draft.cell.cell}`)} <CellLink to={draft.cell} onGo={onGo} />
          </Text>
        )}
      </div>
    </div>
  );
}

function Count({ question, draft, problem, onChange }: Props) {
  const { questions: words } = useStrings();
  const [need] = question.needs;
  return (
    <Field label={words.times} hint={need.hint ?? null}>
      <Input
        value={draft.text}
        inputMode={need.several ? 'text' : 'numeric'}
        aria-invalid={problem !== null}
        aria-describedby={problem ?? undefined}
        onChange={(_, { value }) => {
          onChange({ ...draft, text: value });
        }}
      />
    </Field>
  );
}

function Ticks({ question, draft, onChange }: Props) {
  const styles = useStyles();
  const { questions: words } = useStrings();
  const tick = (about: string, checked: boolean): void => {
    const ticked = new Set(draft.ticked);
    if (checked) ticked.add(about);
    else ticked.delete(about);
    onChange({ ...draft, ticked });
  };
  return (
    <fieldset className={styles.ticks} aria-label={words.tick}>
      <Text size={200} className={styles.hint}>
        {words.tickHint}
      </Text>
      {question.needs.map((need) => (
        <Checkbox
          key={need.about}
          label={need.about}
          checked={draft.ticked.has(need.about)}
          onChange={(_, { checked }) => {
            tick(need.about, checked === true);
          }}
        />
      ))}
      <div className={styles.row}>
        <Button
          size="small"
          onClick={() => {
            onChange({ ...draft, ticked: new Set(question.needs.map((need) => need.about)) });
          }}
        >
          {words.allMet}
        </Button>
      </div>
    </fieldset>
  );
}

function Condition({ draft, onChange }: Props) {
  const { questions: words } = useStrings();
  return (
    <RadioGroup
      aria-label={words.happenedOrNot}
      value={draft.choice ?? ''}
      onChange={(_, { value }) => {
        onChange({ ...draft, choice: value });
      }}
    >
      <Radio value={NOT_HAPPENED} label={words.notHappened} />
      <Radio value={HAPPENED} label={words.happened} />
    </RadioGroup>
  );
}

function Choice({ question, draft, onChange }: Props) {
  const { questions: words } = useStrings();
  const [need] = question.needs;
  return (
    <RadioGroup
      aria-label={words.choice}
      value={draft.choice ?? ''}
      onChange={(_, { value }) => {
        onChange({ ...draft, choice: value });
      }}
    >
      {(need.options ?? []).map((option) => (
        <Radio key={option} value={option} label={option} />
      ))}
    </RadioGroup>
  );
}
