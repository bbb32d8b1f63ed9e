import type { HostNote, Mark } from '../../ports';
import type { PackageEditor } from '../package/package-editor';
import type { WorkbookPart } from '../read/workbook-part';
import { StyleTable } from '../write/style-table';
import { markStyle, SEVERITIES } from './mark-styles';
import { addMarks, removeMarks } from './sheet-marks';

/** Replaces all marks of ours in a workbook; `[]` takes them off and leaves the file as it was before them. */
export function applyMarks(
  editor: PackageEditor,
  part: WorkbookPart,
  marks: readonly Mark[],
  notes: HostNote[],
): void {
  for (const { path } of part.sheets) editor.setText(path, removeMarks(editor.text(path), path));
  const { stylesPath } = part;
  if (stylesPath === null) {
    if (marks.length > 0)
      notes.push({ code: 'marks-missing', message: '这个工作簿没有样式表，没有做标记。', about: [] });
    return;
  }
  const styles = new StyleTable(editor, stylesPath);
  const known = new Set(part.sheets.map(({ name }) => name));
  for (const { name, path } of part.sheets) {
    const own = marks.filter(({ sheet }) => sheet === name);
    if (own.length === 0) continue;
    const styleOf = ({ severity }: Mark): number => styles.add('dxfs', markStyle(severity));
    editor.setText(path, addMarks(editor.text(path), path, own, styleOf));
  }
  for (const name of new Set(marks.map(({ sheet }) => sheet))) {
    if (!known.has(name))
      notes.push({
        code: 'marks-missing',
        message: `没有工作表“${name}”，其中的标记没有做。`,
        about: [name],
      });
  }
  removeUnusedStyles(editor, styles);
}

/** Styles of ours at the end of the list that nothing uses any more; one in the middle must stay, it would move others. */
function removeUnusedStyles(editor: PackageEditor, styles: StyleTable): void {
  const users = editor.source.archive.directory.entries
    .map(({ name }) => name)
    .filter(
      (name) => /(?:worksheets|tables|pivotTables)\/[^/]+\.xml$|styles\.xml$/i.test(name) && editor.has(name),
    );
  const isUsed = (index: number): boolean =>
    users.some((path) => new RegExp(`dxfId\\s*=\\s*["']${index}["']`, 'i').test(editor.text(path)));
  styles.removeLast('dxfs', SEVERITIES.map(markStyle), (index) => !isUsed(index));
}
