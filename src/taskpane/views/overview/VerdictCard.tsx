import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { useMemo } from 'react';
import type { Review } from '../../../core';
import { formatOptional } from '../../parts/format';
import { tableTotals } from '../../state/table-totals';
import { verdictOf, type Verdict } from '../../state/verdict';
import { useStrings } from '../../strings/strings';
import { TableTotals } from './TableTotals';
import { verdictDetail, verdictTitle } from './verdict-words';

const useStyles = makeStyles({
  card: {
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: '4px',
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  ready: { borderLeftColor: tokens.colorStatusSuccessBorder2 },
  wrong: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  open: { borderLeftColor: tokens.colorStatusWarningBorder2 },
  line: { display: 'flex', alignItems: 'center', gap: '8px' },
  icon: { fontSize: '20px', lineHeight: 0, flexShrink: 0 },
  readyIcon: { color: tokens.colorStatusSuccessForeground1 },
  wrongIcon: { color: tokens.colorStatusDangerForeground1 },
  openIcon: { color: tokens.colorStatusWarningForeground3 },
  detail: { display: 'block', marginTop: '2px', color: tokens.colorNeutralForeground2 },
  totals: { display: 'flex', gap: '8px', margin: '10px 0 0' },
  total: { flex: '1 1 0', minWidth: 0 },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  differs: { color: tokens.colorStatusDangerForeground3 },
});

const LOOK = {
  ready: 'ready',
  errors: 'wrong',
  needs: 'open',
  verify: 'open',
  blank: 'open',
  nothing: 'open',
} as const satisfies Record<Verdict['kind'], string>;
const ICONS = {
  ready: CheckmarkCircleFilled,
  errors: ErrorCircleFilled,
  needs: QuestionCircleFilled,
  verify: WarningFilled,
  blank: WarningFilled,
  nothing: QuestionCircleFilled,
};

/** The verdict in words, with totals and grade under it; of several score tables, the totals of each. */
export function VerdictCard({ review }: Readonly<{ review: Review }>) {
  const styles = useStyles();
  const strings = useStrings();
  const { verdict, beside } = verdictOf(review);
  const look = LOOK[verdict.kind];
  const Icon = ICONS[verdict.kind];
  const detail = verdictDetail(verdict, beside, strings);
  const { reportedTotal, computedTotal, grade } = review.summary;
  const tables = useMemo(() => tableTotals(review), [review]);
  return (
    <section className={mergeClasses(styles.card, styles[look])} aria-label={strings.app.totals}>
      <div className={styles.line}>
        <span className={mergeClasses(styles.icon, styles[`${look}Icon`])} aria-hidden="true">
          <Icon />
        </span>
        <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
          {verdictTitle(verdict, strings)}
        </Text>
      </div>
      {detail !== null && (
        <Text size={200} className={styles.detail}>
          {detail}
        </Text>
      )}
      {tables.length > 1 && <TableTotals totals={tables} />}
      {review.scores.length > 0 && tables.length <= 1 && (
        <dl className={styles.totals}>
          <Total label={strings.totals.reported} value={formatOptional(reportedTotal)} />
          <Total
            label={strings.totals.computed}
            value={formatOptional(computedTotal)}
            differs={reportedTotal !== null && computedTotal !== null && reportedTotal !== computedTotal}
          />
          <Total label={strings.totals.grade} value={grade ?? strings.totals.unknown} />
        </dl>
      )}
    </section>
  );
}

function Total({
  label,
  value,
  differs = false,
}: Readonly<{ label: string; value: string; differs?: boolean }>) {
  const styles = useStyles();
  return (
    <div className={styles.total}>
      <dt className={styles.label}>{label}</dt>
      <dd className={mergeClasses(styles.value, differs && styles.differs)}>{value}</dd>
    </div>
  );
}
