import type { OfficeStart } from './office-start';
import type { Strings } from './strings/strings';

/** Why the pane cannot start: Office's reasons, or a file of the pane itself that did not arrive. */
export type NoStart = Exclude<OfficeStart, { kind: 'excel' }> | Readonly<{ kind: 'incomplete' }>;

/** Shows why the pane cannot work here, without needing anything that may be missing. */
export function showStartPage(root: HTMLElement, start: NoStart, { start: words }: Strings): void {
  const page = document.createElement('div');
  page.className = 'starting';
  page.setAttribute('role', 'alert');
  const title = document.createElement('h1');
  title.textContent = words.title;
  const text = document.createElement('p');
  text.textContent = start.kind === 'other-host' ? words.otherHost(start.host) : words[start.kind];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.again;
  button.addEventListener('click', () => {
    window.location.reload();
  });
  page.append(title, text, button);
  root.replaceChildren(page);
}
