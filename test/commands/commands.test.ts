import { associateCommands, COMMANDS } from '../../src/commands/commands';
import { createSession } from '../../src/taskpane/session/session';
import { createStore } from '../../src/taskpane/state/store';
import { FakeHost } from '../support/fake-host';
import { workbook } from '../support/sheet';
import { TOY_PROFILE, toyEngine } from '../support/toy-engine';

type Command = (event?: { completed?: () => void }) => Promise<void>;

function ribbon(): {
  host: FakeHost;
  press: (name: string) => Promise<{ completed: number; shown: number }>;
  names: string[];
} {
  const host = new FakeHost(
    workbook({
      评分表: [
        ['指标', '分值', '应得', '得分'],
        ['采购执行率', 5, 5, null],
        ['控制率', 4, 2, 4],
      ],
    }),
  );
  const session = createSession({
    host,
    engine: toyEngine,
    profiles: [TOY_PROFILE],
    store: createStore(),
    now: () => '',
    paint: () => Promise.resolve(),
  });
  const commands = new Map<string, Command>();
  let shown = 0;
  const showPane = (): Promise<void> => {
    shown += 1;
    return Promise.resolve();
  };
  associateCommands({ associate: (name, command) => commands.set(name, command) }, session, showPane);
  const press = async (name: string): Promise<{ completed: number; shown: number }> => {
    let completed = 0;
    shown = 0;
    await commands.get(name)!({
      completed: () => {
        completed += 1;
      },
    });
    return { completed, shown };
  };
  return { host, press, names: [...commands.keys()] };
}

describe('ribbon commands', () => {
  it('are all there', () => {
    expect(ribbon().names).toEqual([...COMMANDS]);
  });

  it('score with the pane in front, and tell Excel that they are done', async () => {
    const { host, press } = ribbon();
    expect(await press('ziping.score')).toEqual({ completed: 1, shown: 1 });
    expect(host.content({ sheet: '评分表', cell: 'D2' })).toBe(5);
    await press('ziping.undo');
    expect(host.content({ sheet: '评分表', cell: 'D2' })).toBeNull();
  });

  it('go from finding to finding without the pane, reading the workbook when nothing was read yet', async () => {
    const { host, press } = ribbon();
    expect(await press('ziping.next')).toEqual({ completed: 1, shown: 0 });
    await press('ziping.next');
    await press('ziping.previous');
    expect(host.selected.map((ref) => ref.cell)).toEqual(['D3', 'D2', 'D3']);
  });

  it('lift marks, write the working paper, open the pane', async () => {
    const { host, press } = ribbon();
    await press('ziping.score');
    await press('ziping.clearMarks');
    expect(host.marks).toEqual([]);
    await press('ziping.paper');
    expect(host.papers).toHaveLength(1);
    expect(await press('ziping.showPane')).toEqual({ completed: 1, shown: 1 });
    expect(await press('ziping.check')).toEqual({ completed: 1, shown: 1 });
  });
});
