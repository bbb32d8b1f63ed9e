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
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useStrings } from '../../strings/strings';

type Props = Readonly<{
  /** A dialog is closed and not taken away: Fluent UI has to lift what it put over the page. */
  open: boolean;
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
export function PaneDialog({ open, title, action, onClose, children }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const opener = useRef<Element | null>(null);

  // Before the dialog takes the focus, which it does in an effect of its own.
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);

  useEffect(() => {
    if (open || !(opener.current instanceof HTMLElement)) return;
    opener.current.focus();
    opener.current = null;
  }, [open]);

  return (
    <Dialog
      open={open}
      onOpenChange={(_, change) => {
        if (!change.open) onClose();
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
