import { screen } from '@testing-library/react';
import { workbook } from '../support/sheet';
import { openPane } from '../support/pane';

const SHEETS = workbook({ 表: [['项目', '金额']] });

async function openSettings(platform: () => Promise<string>, missing: readonly string[]): Promise<void> {
  const { user } = await openPane(SHEETS, { props: { environment: { platform, missing } } });
  await user.click(screen.getByRole('tab', { name: /设置/ }));
}

describe('the settings say where the pane runs', () => {
  test('program, platform, and what it cannot do', async () => {
    await openSettings(() => Promise.resolve('EXCEL · PC'), ['读不到合并单元格。']);
    expect(await screen.findByText('运行环境：EXCEL · PC')).toBeVisible();
    expect(screen.getByText('读不到合并单元格。')).toBeVisible();
  });

  test('a platform that cannot be told is no failure', async () => {
    await openSettings(() => Promise.reject(new Error('no host')), []);
    expect(await screen.findByText('运行环境：未能识别')).toBeVisible();
  });
});
