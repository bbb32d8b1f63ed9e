import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_CHECKS } from '../../../src/core/checks/all-checks';
import { gather } from './test-check';

const GOLDEN = join(__dirname, 'messages.golden.txt');

/** Every message that the cases produce, in the order of the catalogue: what, cause, what to do. */
function rendered(): string {
  const files = readdirSync(__dirname).filter((file) => /^[a-z]{3}-\d{3}-.+\.test\.ts$/.test(file));
  const messages = gather(() => {
    for (const file of files) jest.requireActual(join(__dirname, file));
  });
  return ALL_CHECKS.flatMap(({ meta }) =>
    Object.keys(meta.messages).map((messageId) => {
      const key = `${meta.id} ${messageId}`;
      return `${key}\n  ${messages.get(key) ?? '（没有用例）'}\n`;
    }),
  ).join('\n');
}

describe('the messages', () => {
  // Test files are loaded once: a second load would find them in jest's own registry and gather nothing.
  const now = rendered();

  // The list is read by a Chinese reader; after a change: UPDATE_GOLDEN=1 npx jest messages, then read the difference.
  it('are the ones that were read', () => {
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, now);
    expect(now).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('each have a case', () => {
    expect(now).not.toContain('（没有用例）');
  });
});
