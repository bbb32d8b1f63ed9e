import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { associateCommands } from '../commands/commands';
import { ExcelHost, missingFeatures } from '../hosts/excel/excel-host';
import { describePlatform } from '../hosts/excel/office-helpers';
import { App } from './App';
import { createBackground } from './background';
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

/** The engine, which is a file of its own; `null` when it could not be fetched. */
async function fetchEngine(): Promise<typeof import('./engine') | null> {
  try {
    return await import(/* webpackChunkName: "engine" */ './engine');
  } catch {
    // Whatever the reason, it is a file that did not arrive, and the page says so.
    return null;
  }
}

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  const [start, engine] = await Promise.all([startOffice(), fetchEngine()]);
  if (start.kind !== 'excel' || !engine) {
    const why = start.kind === 'excel' ? { kind: 'incomplete' as const } : start;
    showStartPage(root, why, stringsOf(languageOf('auto', navigator.language)));
    return;
  }
  const session = createSession({
    host: new ExcelHost(),
    engine: engine.review,
    background: createBackground(
      () =>
        new Worker(new URL(/* webpackChunkName: "engine-worker" */ './engine-worker.ts', import.meta.url)),
      engine.review,
    ),
    profiles: engine.PROFILES,
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
          pageOf={engine.checkPage}
          environment={{ platform: describePlatform, missing: missingFeatures() }}
        />
      </Guard>
    </StrictMode>,
  );
  await session.check();
  await session.watch();
}

void main();
