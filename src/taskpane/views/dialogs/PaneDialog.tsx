import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useStrings } from '../../strings/strings';

type Props = Readonly<{
  title: string;
  /** The button that does it; without one, the dialog is only read. */
  action?: Readonly<{ label: string; enabled: boolean; run: () => void }>;
  onClose: () => void;
  children: ReactNode;
}>;

const useStyles = makeStyles({
  // A pane is 320 to 400 pixels wide: the dialog takes all of it.
  surface: { width: 'calc(100vw - 24px)', maxWidth: '560px', padding: '16px', boxSizing: 'border-box' },
  content: { display: 'flex', flexDirection: 'column', gap: '10px', overflowX: 'hidden' },
});

/** A dialog that fits the pane; Escape closes it, and the keyboard returns to where it was. */
export function PaneDialog({ title, action, onClose, children }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions fluid>
            {action && (
              <Button appearance="primary" disabledFocusable={!action.enabled} onClick={action.run}>
                {action.label}
              </Button>
            )}
            <Button onClick={onClose}>{action ? strings.actions.cancel : strings.actions.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
