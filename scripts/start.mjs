// `npm start`: builds the pane as it is shipped (but not minimised, which takes time) and the workbench page, serves
// them and opens the page.
import { spawn } from 'node:child_process';
import { serveWorkbench } from './workbench-server.mjs';

const port = Number(process.env.PORT ?? 3000);
console.log('正在构建窗格和工作台…');
// Each on a processor of its own.
const codes = await Promise.all(['addin', 'workbench'].map(build));
const failed = codes.find((code) => code !== 0);
if (failed === undefined) await serve();
else process.exitCode = failed;

function build(target) {
  const args = ['--mode', 'production', '--env', `target=${target}`, '--env', 'minimize=no'];
  const webpack = spawn(process.execPath, ['node_modules/webpack-cli/bin/cli.js', ...args], {
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    webpack.on('exit', (code) => resolve(code ?? 1));
  });
}

async function serve() {
  try {
    const { url } = await serveWorkbench(port);
    console.log(`工作台已打开：${url}（按 Ctrl+C 结束）`);
    openPage(url);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`端口 ${port} 已被占用。请换一个：PORT=3001 npm start`);
    process.exitCode = 1;
  }
}

/** Opens the page where there is a desktop; elsewhere the printed address is enough. */
function openPage(url) {
  const isDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!isDesktop || process.env.CI) return;
  const commands = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.log('打不开浏览器，请自己打开上面的地址。'))
    .unref();
}
