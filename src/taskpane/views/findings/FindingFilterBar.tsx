import { Button, makeStyles, SearchBox, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import type { FindingFilter } from '../../state/pane-state';
import { useStrings } from '../../strings/strings';

export type SeverityCounts = Readonly<Record<FindingFilter['severity'], number>>;

type Props = Readonly<{
  filter: FindingFilter;
  counts: SeverityCounts;
  /** Position of the open finding among those shown, from 1; `null` when none is open. */
  at: number | null;
  shown: number;
  onFilter: (filter: Partial<FindingFilter>) => void;
  onStep: (step: 1 | -1) => void;
}>;

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '8px 12px 2px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  chip: { minWidth: 0, paddingLeft: '8px', paddingRight: '8px' },
  search: { width: '100%', maxWidth: 'none' },
  steps: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  count: { color: tokens.colorNeutralForeground3 },
});

const SEVERITIES = ['all', 'error', 'verify', 'hint', 'settled'] as const;

/** Which findings are shown, and the way from one to the next. */
export function FindingFilterBar({ filter, counts, at, shown, onFilter, onStep }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.findings;
  const name = (severity: FindingFilter['severity']): string =>
    severity === 'all' ? words.all : severity === 'settled' ? words.settled : strings.severity[severity];
  return (
    <div className={styles.bar}>
      <div className={styles.chips} role="group" aria-label={words.filter}>
        {SEVERITIES.filter(
          (severity) => severity === 'all' || severity === filter.severity || counts[severity] > 0,
        ).map((severity) => (
          <ToggleButton
            key={severity}
            size="small"
            shape="circular"
            className={styles.chip}
            checked={filter.severity === severity}
            onClick={() => {
              onFilter({ severity });
            }}
          >
            {name(severity)} {counts[severity]}
          </ToggleButton>
        ))}
      </div>
      <SearchBox
        size="small"
        className={styles.search}
        placeholder={words.search}
        aria-label={words.search}
        value={filter.text}
        onChange={(_, { value }) => {
          onFilter({ text: value });
        }}
      />
      <div className={styles.steps}>
        <Text size={200} className={styles.count}>
          {at === null ? words.count(shown) : words.position(at, shown)}
        </Text>
        <span>
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronUpRegular />}
            aria-label={strings.actions.previous}
            disabledFocusable={shown === 0}
            onClick={() => {
              onStep(-1);
            }}
          />
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronDownRegular />}
            aria-label={strings.actions.next}
            disabledFocusable={shown === 0}
            onClick={() => {
              onStep(1);
            }}
          />
        </span>
      </div>
    </div>
  );
}
