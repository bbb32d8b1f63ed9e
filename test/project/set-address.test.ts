import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** What the script makes of the manifest for an address, or the sentence with which it refuses. */
function moved(address: string): string {
  const program = `
    import { readFileSync } from 'node:fs';
    import { manifestFor } from './scripts/set-address.mjs';
    try {
      process.stdout.write(manifestFor(readFileSync('manifest.xml', 'utf8'), ${JSON.stringify(address)}));
    } catch (error) {
      process.stdout.write(error.message);
    }`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
}

describe('the manifest for a server of one’s own', () => {
  it('has every address moved and nothing else changed', () => {
    const original = readFileSync(join(root, 'manifest.xml'), 'utf8');
    const base = 'https://addin.example.gov.cn/ziping';
    const manifest = moved(`${base}/`);
    expect(manifest.replaceAll(base, 'https://localhost:3000')).toBe(original);
    expect(manifest.split('<OfficeApp')[1]).not.toContain('localhost');
  });

  it.each([['http://addin.example.gov.cn'], ['addin.example.gov.cn'], ['https://a b'], ['https://a"/><x']])(
    'is refused for %s: Excel takes HTTPS only, and an address must not end its attribute',
    (address) => {
      expect(moved(address)).toMatch(/^地址必须以 https:\/\/ 开头/);
    },
  );
});
