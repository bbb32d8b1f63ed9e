// `npm start`: builds the pane and the workbench page, serves them and opens the page.
import { spawn, spawnSync } from 'node:child_process';
import { serveWorkbench } from './workbench-server.mjs';

const port = Number(process.env.PORT ?? 3000);
const built = spawnSync('npx', ['webpack', '--mode', 'development', '--env', 'target=addin,workbench'], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);

try {
  const { url } = await serveWorkbench(port);
  console.log(`工作台已打开：${url}（按 Ctrl+C 结束）`);
  openPage(url);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`端口 ${port} 已被占用。请换一个：PORT=3001 npm start`);
  process.exitCode = 1;
}

/** Opens the page where there is a desktop; elsewhere the printed address is enough. */
function openPage(url) {
  const isDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!isDesktop || process.env.CI) return;
  const [command, ...args] = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  }[process.platform] ?? ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.log('打不开浏览器，请自己打开上面的地址。'))
    .unref();
}
