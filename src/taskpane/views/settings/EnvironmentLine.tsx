import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useState } from 'react';
import { EnvironmentContext } from '../../environment';
import { useStrings } from '../../strings/strings';

const useStyles = makeStyles({ line: { display: 'block', color: tokens.colorNeutralForeground3 } });

/** The program that holds the workbook, and what it cannot do. */
export function EnvironmentLine() {
  const environment = useContext(EnvironmentContext);
  const [platform, setPlatform] = useState<string | null>(null);
  const words = useStrings().settings;
  const styles = useStyles();
  useEffect(() => {
    let here = true;
    environment?.platform().then(
      (text) => {
        if (here) setPlatform(text);
      },
      () => {
        if (here) setPlatform(words.platformUnknown);
      },
    );
    return () => {
      here = false;
    };
  }, [environment, words]);
  if (!environment) return null;
  return (
    <>
      {platform !== null && (
        <Text size={200} className={styles.line}>
          {words.platform(platform)}
        </Text>
      )}
      {environment.missing.map((feature) => (
        <Text key={feature} size={200} className={styles.line}>
          {words.missing[feature]}
        </Text>
      ))}
    </>
  );
}
