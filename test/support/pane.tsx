import { configure, render, screen } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import '@testing-library/jest-dom';
import type { Profile, Snapshot } from '../../src/core';
import { App, type AppProps } from '../../src/taskpane/App';
import { createSession, type Session } from '../../src/taskpane/session/session';
import type { Engine } from '../../src/taskpane/state/pane-state';
import { createStore } from '../../src/taskpane/state/store';
import { FakeHost } from './fake-host';
import { TOY_PROFILE, toyEngine } from './toy-engine';

export type OpenPane = Readonly<{ host: FakeHost; session: Session; user: UserEvent }>;

type Options = Readonly<{
  engine?: Engine;
  profiles?: readonly Profile[];
  settings?: Record<string, string>;
  props?: Partial<AppProps>;
  /** Leaves the pane as it is before anything was read. */
  unread?: boolean;
}>;

/** Opens the pane over a workbook, as `index.tsx` does over Excel's. */
export async function openPane(snapshot: Snapshot, options: Options = {}): Promise<OpenPane> {
  const host = new FakeHost(snapshot, options.settings);
  const session = createSession({
    host,
    engine: options.engine ?? toyEngine,
    profiles: options.profiles ?? [TOY_PROFILE],
    store: createStore(),
    now: () => '2026-01-02T03:04:05.000Z',
    paint: () => Promise.resolve(),
  });
  if (!options.unread) await session.check();
  await session.watch();
  render(
    <App
      session={session}
      officeLanguage="zh-CN"
      office={null}
      pageOf={(check) => `# ${check} 名称\n\n说明文字`}
      {...options.props}
    />,
  );
  return { host, session, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

/**
 * jsdom lays nothing out: gives the pane a height and each line of a list another, so that the list has something to
 * scroll in.
 */
export function giveSizes(): void {
  for (const side of ['offset', 'client'] as const) {
    Object.defineProperty(HTMLElement.prototype, `${side}Height`, {
      configurable: true,
      get(this: HTMLElement) {
        return this.getAttribute('role') === 'listitem' ? 60 : 600;
      },
    });
    Object.defineProperty(HTMLElement.prototype, `${side}Width`, { configurable: true, get: () => 320 });
  }
}

// Asking jsdom for the style of every ancestor of every element is what makes queries by role slow; what is hidden here
// is not in the page at all.
configure({ defaultHidden: true });

export { screen };
