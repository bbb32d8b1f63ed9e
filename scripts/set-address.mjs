// Writes the manifest for a server of your own: node scripts/set-address.mjs https://addin.example.gov.cn/ziping
// Takes manifest.xml (development address https://localhost:3000) and writes dist/addin/manifest.xml.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DEVELOPMENT = 'https://localhost:3000';

/** The manifest with every address moved. @throws when the address is not HTTPS: Excel refuses anything else. */
export function manifestFor(manifest, address) {
  const base = address.replace(/\/+$/, '');
  if (!/^https:\/\/[^\s"'<>&]+$/.test(base))
    throw new Error(`地址必须以 https:// 开头，且不含空格和引号：${address}`);
  return manifest.replaceAll(DEVELOPMENT, base);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , address] = process.argv;
  if (address === undefined) {
    console.error('用法：node scripts/set-address.mjs https://服务器/目录');
    process.exitCode = 2;
  } else {
    try {
      const manifest = manifestFor(
        readFileSync(new URL('../manifest.xml', import.meta.url), 'utf8'),
        address,
      );
      mkdirSync(new URL('../dist/addin/', import.meta.url), { recursive: true });
      writeFileSync(new URL('../dist/addin/manifest.xml', import.meta.url), manifest);
      console.log('已写出 dist/addin/manifest.xml');
    } catch (error) {
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
