import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { associateCommands } from '../commands/commands';
import { PROFILES, review } from '../core';
import { checkPage } from '../core/checks/pages';
import { ExcelHost } from '../hosts/excel/excel-host';
import { App } from './App';
import { Guard } from './Guard';
import { startOffice } from './office-start';
import { createSession } from './session/session';
import { showStartPage } from './start-page';
import { createStore } from './state/store';
import { languageOf, stringsOf } from './strings/strings';

// The only file of the pane that knows which program holds the workbook.

/** Two frames: the first lets React draw, the second the browser. */
function paint(): Promise<void> {
  return new Promise((resolve) => {
    // A hidden pane (a ribbon command in the shared runtime) draws no frames; the timer keeps it going.
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  });
}

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  const start = await startOffice();
  if (start.kind !== 'excel') {
    showStartPage(root, start, stringsOf(languageOf('auto', navigator.language)));
    return;
  }
  const session = createSession({
    host: new ExcelHost(),
    engine: review,
    profiles: PROFILES,
    store: createStore(),
    now: () => new Date().toISOString(),
    paint,
  });
  associateCommands(Office.actions, session, () => Office.addin.showAsTaskpane());
  createRoot(root).render(
    <StrictMode>
      <Guard>
        <App
          session={session}
          officeLanguage={start.language}
          office={start.look}
          loadPage={(check) => Promise.resolve(checkPage(check))}
        />
      </Guard>
    </StrictMode>,
  );
  await session.check();
  await session.watch();
}

void main();
