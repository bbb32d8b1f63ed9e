import type { Session } from '../taskpane/session/session';

/** Names of the ribbon's commands, as the manifest and the keyboard shortcuts name them. */
export const COMMANDS = [
  'ziping.score',
  'ziping.check',
  'ziping.previous',
  'ziping.next',
  'ziping.clearMarks',
  'ziping.undo',
  'ziping.paper',
  'ziping.showPane',
] as const;

export type CommandName = (typeof COMMANDS)[number];

/** What a command needs of the event that called it. */
type Called = Readonly<{ completed?: () => void }> | undefined;

/** The part of `Office.actions` that is needed. */
export type Actions = Readonly<{
  associate: (name: string, command: (event?: Called) => Promise<void>) => void;
}>;

/**
 * Ties the ribbon's buttons and the shortcuts to the session that the pane shows: both run in one runtime. Every command
 * whose result has to be read opens the pane; going from finding to finding and lifting marks can be seen on the sheet.
 */
export function associateCommands(actions: Actions, session: Session, showPane: () => Promise<void>): void {
  const shown = (body: () => Promise<void>) => async (): Promise<void> => {
    await showPane();
    await body();
  };
  const reviewed = (body: () => Promise<void>) => async (): Promise<void> => {
    if (session.store.state().phase.kind === 'idle') await session.check();
    await body();
  };
  const commands: Readonly<Record<CommandName, () => Promise<void>>> = {
    'ziping.score': shown(session.scoreNow),
    'ziping.check': shown(session.check),
    'ziping.previous': reviewed(() => session.goToFinding(-1)),
    'ziping.next': reviewed(() => session.goToFinding(1)),
    'ziping.clearMarks': session.clearMarks,
    'ziping.undo': shown(session.undoLatest),
    'ziping.paper': session.makePaper,
    'ziping.showPane': showPane,
  };
  for (const name of COMMANDS) {
    actions.associate(name, async (event) => {
      try {
        await commands[name]();
      } finally {
        // Excel keeps the button pressed until it is told.
        event?.completed?.();
      }
    });
  }
}
