import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { Severity } from '../../core';
import { useStrings } from '../strings/strings';

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px', lineHeight: 0, marginTop: '2px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  verify: { color: tokens.colorStatusWarningForeground3 },
  hint: { color: tokens.colorBrandForeground1 },
  settled: { color: tokens.colorNeutralForeground3 },
});

const ICONS = {
  error: ErrorCircleFilled,
  verify: WarningFilled,
  hint: InfoRegular,
  settled: CheckmarkCircleRegular,
};

/** The severity as shape and colour, with its name for those who see neither. */
export function SeverityIcon({ severity }: Readonly<{ severity: Severity | 'settled' }>) {
  const styles = useStyles();
  const strings = useStrings();
  const Icon = ICONS[severity];
  const name = severity === 'settled' ? strings.findings.settled : strings.severity[severity];
  return (
    <span role="img" aria-label={name} className={mergeClasses(styles.icon, styles[severity])}>
      <Icon />
    </span>
  );
}
