// Puts the built add-in into the Excel of this computer for trying out: npm run sideload (after npm run build)
// Registers manifest.xml where Excel looks for add-ins under development, and serves dist/addin over HTTPS at port 3000.
//   --cert FILE --key FILE   certificate for localhost that this computer trusts (default certs/localhost.pem, certs/localhost-key.pem)
//   --remove                 takes the registration back
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:https';
import { homedir, platform } from 'node:os';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PORT = 3000;
const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = join(root, 'manifest.xml');
const built = join(root, 'dist', 'addin');
const id = /<Id>([^<]+)<\/Id>/.exec(readFileSync(manifest, 'utf8'))?.[1] ?? '';

const { values: options } = parseArgs({
  options: {
    cert: { type: 'string', default: join(root, 'certs', 'localhost.pem') },
    key: { type: 'string', default: join(root, 'certs', 'localhost-key.pem') },
    remove: { type: 'boolean', default: false },
  },
});

/** Where each Excel looks for add-ins under development. */
const WINDOWS_KEY = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';
const MAC_FOLDER = join(homedir(), 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');

if (options.remove) remove();
else start();

function start() {
  if (!existsSync(join(built, 'taskpane.html'))) fail('还没有构建。请先运行 npm run build。');
  if (!existsSync(options.cert) || !existsSync(options.key)) {
    fail(
      `没有找到证书 ${options.cert}。Excel 只接受 HTTPS，请按 docs/install.md“本机试用”一节生成并信任一张 localhost 证书。`,
    );
  }
  console.log(register());
  serve();
}

function register() {
  switch (platform()) {
    case 'win32':
      registry(['add', WINDOWS_KEY, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f']);
      return '已登记。请重新启动 Excel，在“绩效自评”选项卡里使用。';
    case 'darwin':
      mkdirSync(MAC_FOLDER, { recursive: true });
      copyFileSync(manifest, join(MAC_FOLDER, `${id}.manifest.xml`));
      return '已登记。请重新启动 Excel，在“插入 → 我的加载项”里打开。';
    default:
      return `本机没有桌面版 Excel。请在 Excel 网页版选择“加载项 → 更多加载项 → 上传我的加载项”，上传 ${manifest}。`;
  }
}

function remove() {
  if (platform() === 'win32') registry(['delete', WINDOWS_KEY, '/v', id, '/f']);
  if (platform() === 'darwin') rmSync(join(MAC_FOLDER, `${id}.manifest.xml`), { force: true });
  console.log('登记已取消。');
}

function registry(args) {
  const { status, stderr } = spawnSync('reg', args, { encoding: 'utf8' });
  if (status !== 0) fail(`写注册表失败：${stderr}`);
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
};

function serve() {
  const server = createServer(
    { cert: readFileSync(options.cert), key: readFileSync(options.key) },
    (request, response) => {
      const { pathname } = new URL(request.url ?? '/', `https://localhost:${PORT}`);
      const file = normalize(join(built, decodeURIComponent(pathname)));
      if (!file.startsWith(built + sep) || !existsSync(file) || !statSync(file).isFile()) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-store',
      });
      createReadStream(file).pipe(response);
    },
  );
  server.on('error', (error) => fail(`无法在端口 ${PORT} 提供文件：${error.message}`));
  server.listen(PORT, 'localhost', () => {
    console.log(
      `正在提供 ${dirname(built)}${sep}addin：https://localhost:${PORT}/taskpane.html（按 Ctrl+C 结束）`,
    );
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
