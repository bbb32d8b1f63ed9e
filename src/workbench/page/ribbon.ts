/** A ribbon command as office.js hands it over; Excel keeps its button pressed until `completed` is called. */
export type Command = (event: { completed(): void }) => void;

/** The buttons of the ribbon tab, in the manifest's order and words. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['ziping.score', '一键评分'],
  ['ziping.check', '检查'],
  ['ziping.previous', '上一个问题'],
  ['ziping.next', '下一个问题'],
  ['ziping.clearMarks', '清除标记'],
  ['ziping.undo', '撤销评分'],
  ['ziping.paper', '评分底稿'],
  ['ziping.showPane', '打开窗格'],
]);

/** The ribbon: `associate` ties a command to its button, `press` presses the button. */
export type Ribbon = Readonly<{
  associate: (name: string, command: Command) => void;
  press: (name: string) => void;
}>;

/** Shows a button for every command that the pane ties. */
export function createRibbon(bar: HTMLElement): Ribbon {
  const commands = new Map<string, Command>();
  const buttons = [...LABELS].map(([name, label]): [string, HTMLButtonElement] => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.disabled = true;
    button.addEventListener('click', () => {
      button.ariaBusy = 'true';
      commands.get(name)?.({
        completed: () => {
          button.ariaBusy = 'false';
        },
      });
    });
    return [name, button];
  });
  bar.append(...buttons.map(([, button]) => button));
  const named = (name: string): HTMLButtonElement => {
    const button = buttons.find(([own]) => own === name)?.[1];
    if (!button) throw new Error(`The ribbon has no button “${name}”.`);
    return button;
  };
  return {
    associate: (name, command) => {
      commands.set(name, command);
      named(name).disabled = false;
    },
    press: (name) => {
      named(name).click();
    },
  };
}
