import { Badge, makeStyles } from '@fluentui/react-components';
import type { Score } from '../../../core';
import { formatNumber, formatOptional } from '../../parts/format';
import { useStrings, type Strings } from '../../strings/strings';

const useStyles = makeStyles({ badge: { marginLeft: '6px', verticalAlign: 'text-bottom' } });

/** How far the computation of a score came; silent where it agrees with what was reported. */
export function ScoreStatusBadge({ score }: Readonly<{ score: Score }>) {
  const styles = useStyles();
  const { scores: words } = useStrings();
  if (score.status === 'scored') {
    if (score.reported === null) {
      return (
        <Badge className={styles.badge} size="small" appearance="tint" color="informative">
          {words.blank}
        </Badge>
      );
    }
    if (score.reported === score.score) return null;
    return (
      <Badge className={styles.badge} size="small" appearance="tint" color="danger">
        {words.differs}
      </Badge>
    );
  }
  const color = score.status === 'needs-input' ? 'warning' : 'informative';
  return (
    <Badge className={styles.badge} size="small" appearance="tint" color={color}>
      {words.status[score.status]}
    </Badge>
  );
}

/** The computed score as the table shows it: a number, a range, or nothing yet. */
export function computedWords({ score, range }: Score, { scores: words }: Strings): string {
  if (score === null && range) return words.range(formatNumber(range[0]), formatNumber(range[1]));
  return formatOptional(score);
}
