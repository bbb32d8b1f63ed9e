import type { PackageEditor } from '../package/package-editor';
import type { WorkbookPackage } from '../package/workbook-package';
import {
  addTaskpane,
  newExtension,
  newTaskpanes,
  readProperties,
  refersTo,
  writeProperties,
} from './web-extension';

/** An add-in as its manifest names it. */
export type AddIn = Readonly<{ id: string; version: string }>;

/** This add-in; the manifest says the same. */
export const ADD_IN: AddIn = { id: '7d0c2b56-3a8e-4f0d-9c41-5b1de6a2f083', version: '1.0.0.0' };

const EXTENSION_TYPE = 'application/vnd.ms-office.webextension+xml';
const TASKPANES_TYPE = 'application/vnd.ms-office.webextensiontaskpanes+xml';
const RELATIONSHIPS = 'http://schemas.microsoft.com/office/2011/relationships/';

/** Everything that ziping keeps with the workbook, by name. */
export function readSettings(book: WorkbookPackage): Record<string, string> {
  const settings = new Map<string, string>();
  for (const path of extensionPaths(book)) {
    for (const [name, value] of readProperties(book.text(path).xml, path)) settings.set(name, value);
  }
  return Object.fromEntries(settings);
}

/**
 * Writes settings where the add-in finds them; a file that it was never used on gets a part for them.
 */
export function applySettings(
  editor: PackageEditor,
  settings: Readonly<Record<string, string | null>>,
  addIn: AddIn = ADD_IN,
): void {
  const changes = new Map(Object.entries(settings));
  const own = ownPath(editor, addIn);
  if (own !== null) {
    editor.setText(own, writeProperties(editor.text(own), own, changes));
    return;
  }
  if ([...changes.values()].every((value) => value === null)) return;
  const path = addExtension(editor, addIn);
  editor.setText(path, writeProperties(editor.text(path), path, changes));
}

function extensionPaths({ archive }: WorkbookPackage): string[] {
  return archive.directory.entries
    .map(({ name }) => name)
    .filter((name) => /(?:^|[\\/])webextensions[\\/]webextension[^\\/]*\.xml$/i.test(name));
}

function ownPath(editor: PackageEditor, addIn: AddIn): string | null {
  const paths = extensionPaths(editor.source);
  return (
    paths.find((path) => readProperties(editor.text(path), path).size > 0) ??
    paths.find((path) => refersTo(editor.text(path), path, addIn.id)) ??
    null
  );
}

function addExtension(editor: PackageEditor, addIn: AddIn): string {
  const path = editor.freePath('xl/webextensions/webextension', '.xml');
  editor.addPart(path, newExtension(addIn), EXTENSION_TYPE);
  const known = editor.relationships('').find(({ type }) => type === 'webextensiontaskpanes')?.target;
  const panes = known ?? 'xl/webextensions/taskpanes.xml';
  const id = editor.relate(panes, `${RELATIONSHIPS}webextension`, path);
  if (known !== undefined) editor.setText(panes, addTaskpane(editor.text(panes), panes, id));
  else {
    editor.addPart(panes, newTaskpanes(id), TASKPANES_TYPE);
    editor.relate('', `${RELATIONSHIPS}webextensiontaskpanes`, panes);
  }
  return path;
}
