// Serves the workbench: the built page and pane, and files of node_modules as they are (Univer, office.js' client, a font).
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** First part of an address → folder it stands for. */
const FOLDERS = {
  // The pane twice: with the workbench's office.js, and exactly as it is shipped.
  pane: 'dist/addin',
  addin: 'dist/addin',
  office: 'node_modules/@microsoft/office-js/dist',
  rxjs: 'node_modules/rxjs/dist/bundles',
  fonts: 'node_modules/@fontsource/noto-sans-sc/files',
};
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Starts the server on a port of this machine alone; port 0 takes a free one. */
export function serveWorkbench(port) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileOf(decodeURIComponent(pathname));
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end(`没有这个文件：${pathname}`);
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    });
    if (pathname === '/pane/taskpane.html') response.end(withWorkbenchOffice(readFileSync(file, 'utf8')));
    else createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () =>
      resolve({ server, url: `http://localhost:${server.address().port}/` }),
    );
  });
}

function fileOf(pathname) {
  const [first = '', ...rest] = pathname.split('/').filter(Boolean);
  // A name that climbs out of its folder is no name of ours.
  if (rest.includes('..') || first === '..') return null;
  if (first === 'univer') {
    const [name = '', ...inside] = rest;
    return path.join(ROOT, 'node_modules/@univerjs', name, 'lib', ...inside);
  }
  const folder = FOLDERS[first];
  if (folder) return path.join(ROOT, folder, ...rest);
  return path.join(ROOT, 'dist/workbench', first || 'index.html', ...rest);
}

/** The pane's page as it is shipped, except that its office.js is the workbench's. */
function withWorkbenchOffice(page) {
  const scripts = ['/pane-office.js', '/office/excel-web-16.00.js', '/pane-office-ready.js'];
  const tags = scripts.map((source) => `<script src="${source}"></script>`).join('');
  const changed = page.replace(/<script src="[^"]*office\.js"><\/script>/, tags);
  if (changed === page) throw new Error('taskpane.html loads no office.js');
  return changed;
}
