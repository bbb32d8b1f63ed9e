import type { HostNote, HostNoteCode } from '../ports';

const note = (code: HostNoteCode, message: string, ...about: string[]): HostNote => ({
  code,
  message,
  about,
});

/** What the user is told when Excel did something otherwise than asked. */
export const marksProtected = (sheet: string): HostNote =>
  note('marks-protected', `工作表“${sheet}”受保护，没有在上面做标记。问题仍列在窗格里。`, sheet);

export const marksLocked = (sheet: string): HostNote =>
  note('marks-locked', `工作表“${sheet}”受保护，上面的标记取不下来。请先撤销工作表保护，再清除标记。`, sheet);

export const marksPainted = (): HostNote =>
  note(
    'marks-painted',
    'Excel 不允许在这个工作簿里添加条件格式（例如正以旧方式共享），标记改用底色和底纹；原来的底色已记在工作簿里，清除标记时恢复。',
  );

export const marksStuck = (sheet: string): HostNote =>
  note(
    'marks-stuck',
    `工作表“${sheet}”上原有的标记取不下来：Excel 不允许改动条件格式（例如正以旧方式共享）。请停止共享，再清除标记。`,
    sheet,
  );

export const notesRefused = (code: string): HostNote =>
  note(
    'notes-refused',
    `有的批注没有加上（Excel 报告“${code}”）。标记和得分不受影响，问题都列在窗格里。`,
    code,
  );

export const paperRenamed = (wanted: string, name: string): HostNote =>
  note('paper-renamed', `工作簿里已有您自己的工作表“${wanted}”，底稿写在“${name}”里。`, wanted, name);
