import { parseA1, rangeToA1 } from '../../core';
import { createBridge } from '../host/bridge';
import { itemNotFound } from '../host/rich-error';
import { isSetSupported } from '../host/requirements';
import { FONT } from '../univer/cell-style';
import type { UniverSheet } from '../univer/univer-sheet';
import { type OpenWorkbook, readFile, showFile } from './open-workbook';
import { createRibbon } from './ribbon';
import { listenForShortcuts } from './shortcuts';
import { startUniver } from './univer-globals';
import type { Workbench, WorkbenchWindow } from './workbench-window';

const SAMPLE = 'department-2020-blank-scores.xlsx';
const SYNC_COUNT_MS = 500;
/** Font of Univer's formula bar. */
const EDITOR_FONT = 'Arial';

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element “${id}”.`);
  return found;
};

async function start(): Promise<void> {
  // The grid is a canvas: a font that comes later would not be seen until the next drawing.
  await Promise.all([FONT, EDITOR_FONT].map((font) => document.fonts.load(`14px "${font}"`, '绩效自评')));
  const api = startUniver('sheet');
  const pane = element('pane') as HTMLIFrameElement;
  const address = new URLSearchParams(location.search);
  let current: OpenWorkbook | null = null;

  const ribbon = createRibbon(element('ribbon'));
  await listenForShortcuts(pane, ribbon.press);

  const sheetOf = (name: string): UniverSheet => {
    const sheet = current?.model.sheets().find((known) => known.name === name);
    if (!sheet) throw itemNotFound();
    return sheet;
  };
  const session = () => {
    if (!current) throw new Error('No workbook is open.');
    return current.session;
  };
  const workbench: Workbench = {
    connect: () => createBridge(session()),
    isSetSupported: (name, version) => isSetSupported(session().switches, name, version),
    officeTheme: address.get('theme') === 'dark' ? DARK : undefined,
    displayLanguage: address.get('language') ?? 'zh-CN',
    associate: ribbon.associate,
    session: () => current?.session ?? null,
    cell: (sheetName, cell) => {
      const sheet = sheetOf(sheetName);
      const position = parseA1(cell);
      if (!position) throw itemNotFound();
      const { value, formula } = sheet.content(position.row, position.column);
      return { value, formula, text: sheet.text(position.row, position.column) };
    },
    selection: () => {
      if (!current) throw itemNotFound();
      return { sheet: current.model.activeSheet().name, address: rangeToA1(current.model.selection()) };
    },
    formatCount: (sheetName) => sheetOf(sheetName).conditionalFormats().length,
    download: async () => {
      if (!current) throw itemNotFound();
      return current.save();
    },
    open: async (name, bytes) => {
      const file = await readFile(name, bytes);
      current?.model.dispose();
      current = null;
      current = showFile(api, file);
      element('file').textContent = name;
      pane.src = '/pane/taskpane.html';
    },
  };
  (window as unknown as WorkbenchWindow).zipingWorkbench = workbench;

  const say = (message: string): void => {
    element('message').textContent = message;
  };
  const sayWhy = (error: unknown): void => {
    say(error instanceof Error ? error.message : String(error));
  };
  const openFile = async (file: File): Promise<void> => {
    try {
      await workbench.open(file.name, new Uint8Array(await file.arrayBuffer()));
      say('');
    } catch (error) {
      sayWhy(error);
    }
  };
  acceptFiles(openFile);
  element('download').addEventListener('click', () => {
    void workbench.download().then((bytes) => {
      offer(bytes, current?.name ?? SAMPLE);
    }, sayWhy);
  });
  setInterval(() => {
    const record = current?.session.record;
    if (record)
      element('syncs').textContent = `同步 ${record.syncs} 次 · 撤销记录被清空 ${record.undoWiped.length} 次`;
  }, SYNC_COUNT_MS);
  await openSample(workbench).catch(sayWhy);
}

const DARK = { isDarkTheme: true, bodyBackgroundColor: '#1F1F1F', bodyForegroundColor: '#FFFFFF' };

async function openSample(workbench: Workbench): Promise<void> {
  const name = new URLSearchParams(location.search).get('file') ?? SAMPLE;
  const response = await fetch(`/samples/${encodeURIComponent(name)}`);
  await workbench.open(name, new Uint8Array(await response.arrayBuffer()));
}

function acceptFiles(open: (file: File) => Promise<void>): void {
  const input = element('open') as HTMLInputElement;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void open(file);
    input.value = '';
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.body.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    const file = event.dataTransfer?.files[0];
    if (file) void open(file);
  });
}

function offer(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

void start();
