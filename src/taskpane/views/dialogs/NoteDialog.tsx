import { Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding, FindingNote } from '../../../core';
import { useStrings } from '../../strings/strings';
import { PaneDialog } from './PaneDialog';

type Props = Readonly<{
  open: boolean;
  purpose: FindingNote['kind'];
  finding: Finding;
  /** What was said before. */
  text: string;
  onSave: (text: string) => void;
  onClose: () => void;
}>;

const useStyles = makeStyles({ stays: { color: tokens.colorNeutralForeground3 } });

/** Asks for the explanation of a finding, or for the reason to set it aside. */
export function NoteDialog({ open, purpose, finding, text, onSave, onClose }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.note;
  const [draft, setDraft] = useState(text);
  const ignoring = purpose === 'ignored';
  return (
    <PaneDialog
      open={open}
      title={ignoring ? words.ignoreTitle : words.explainTitle}
      action={{
        label: words.save,
        enabled: draft.trim() !== '',
        run: () => {
          onSave(draft.trim());
        },
      }}
      onClose={onClose}
    >
      <Text>{finding.message}</Text>
      <Field label={ignoring ? words.ignoreLabel : words.explainLabel}>
        <Textarea
          rows={4}
          resize="vertical"
          value={draft}
          onChange={(_, { value }) => {
            setDraft(value);
          }}
        />
      </Field>
      <Text size={200} className={styles.stays}>
        {words.stays}
        {finding.severity === 'error' && !ignoring && ` ${words.errorStays}`}
      </Text>
    </PaneDialog>
  );
}
