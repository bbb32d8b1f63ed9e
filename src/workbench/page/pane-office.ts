// Runs in the pane's frame in the place of office.js: the server puts Microsoft's own client after this script, which
// then talks to the workbench host in the parent page. This is not Excel, and says so (see pane-office-ready.ts).
import type { WorkbenchWindow } from './workbench-window';

const { zipingWorkbench } = window.parent as unknown as WorkbenchWindow;

Object.assign(window, {
  Office: {},
  OSF: {},
  _richApiNativeBridge: zipingWorkbench.connect(),
});

// The pane names the fonts of Windows; a machine without them, and without any Chinese font, still shows Chinese here.
const font = 'url(/fonts/noto-sans-sc-chinese-simplified-400-normal.woff2)';
for (const family of ['Segoe UI', 'Noto Sans SC']) document.fonts.add(new FontFace(family, font));
