import { screen } from '@testing-library/react';
import type { MissingFeature } from '../../src/hosts/ports';
import { workbook } from '../support/sheet';
import { openPane } from '../support/pane';

const SHEETS = workbook({ 表: [['项目', '金额']] });

async function openSettings(
  platform: () => Promise<string>,
  missing: readonly MissingFeature[],
): Promise<void> {
  const { user } = await openPane(SHEETS, { props: { environment: { platform, missing } } });
  await user.click(screen.getByRole('tab', { name: /设置/ }));
}

describe('the settings say where the pane runs', () => {
  test('program, platform, and what it cannot do', async () => {
    await openSettings(() => Promise.resolve('EXCEL · PC'), ['merged-areas', 'notes', 'undo-group']);
    expect(await screen.findByText('运行环境：EXCEL · PC')).toBeVisible();
    expect(screen.getByText(/读不到合并单元格/)).toBeVisible();
    expect(screen.getByText(/不能由加载项写批注/)).toBeVisible();
    expect(screen.getByText(/不能用 Ctrl\+Z 一次撤销评分/)).toBeVisible();
  });

  test('a platform that cannot be told is no failure', async () => {
    await openSettings(() => Promise.reject(new Error('no host')), []);
    expect(await screen.findByText('运行环境：未能识别')).toBeVisible();
  });
});
