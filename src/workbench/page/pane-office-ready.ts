// The start-up that Excel's own office.js would do. The client has put an empty Office.context in place that cannot be
// replaced, only covered.
import type { WorkbenchWindow } from './workbench-window';

const { zipingWorkbench } = window.parent as unknown as WorkbenchWindow;

/** What `Office.onReady` answers here. `platform` is none of Microsoft's: this is the workbench. */
const info = { host: 'Excel', platform: 'ziping 工作台' };

const context = {
  requirements: {
    isSetSupported: (name: string, version?: string) => zipingWorkbench.isSetSupported(name, version),
  },
  diagnostics: { ...info, version: '0' },
  displayLanguage: zipingWorkbench.displayLanguage,
  contentLanguage: 'zh-CN',
  host: info.host,
  platform: info.platform,
  officeTheme: zipingWorkbench.officeTheme,
};

const client: unknown = window.Office;
const office: unknown = Object.create(client as object, {
  context: { value: context },
  HostType: { value: { Excel: 'Excel' } },
  PlatformType: { value: {} },
  onReady: {
    value: (callback?: (ready: typeof info) => void) => {
      callback?.(info);
      return Promise.resolve(info);
    },
  },
  actions: { value: { associate: zipingWorkbench.associate } },
  addin: { value: { showAsTaskpane: () => Promise.resolve(), hide: () => Promise.resolve() } },
});
Object.assign(window, { Office: office });
