type Shortcuts = Readonly<{
  shortcuts: readonly Readonly<{ action: string; key: Readonly<{ default: string }> }>[];
}>;

/** The keys of an event as a shortcuts file writes them: `Ctrl+Alt+1`. */
function keysOf({ ctrlKey, altKey, shiftKey, code }: KeyboardEvent): string {
  const key = code.replace(/^(?:Digit|Key)/, '');
  return [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', key].filter(Boolean).join('+');
}

/** Presses the ribbon's buttons by the keys of the shipped shortcuts file, on the sheet and in the pane, as Excel does. */
export async function listenForShortcuts(
  pane: HTMLIFrameElement,
  press: (command: string) => void,
): Promise<void> {
  const { shortcuts } = (await (await fetch('/pane/shortcuts.json')).json()) as Shortcuts;
  const actions = new Map(shortcuts.map(({ action, key }) => [key.default, action]));
  const listen = (target: Window): void => {
    target.addEventListener(
      'keydown',
      (event) => {
        const action = actions.get(keysOf(event));
        if (action === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        press(action);
      },
      { capture: true },
    );
  };
  listen(window);
  pane.addEventListener('load', () => {
    if (pane.contentWindow) listen(pane.contentWindow);
  });
}
