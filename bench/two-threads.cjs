// What two threads gain over one on this machine when they only compute: no program can gain more.
const { join } = require('node:path');
const { isMainThread, Worker, workerData } = require('node:worker_threads');

if (!isMainThread) {
  let sum = 0;
  for (let n = 0; n < 1e8; n += 1) sum = (Math.imul(sum, 31) + n) | 0;
  if (sum === workerData) process.exit(1);
} else {
  const ended = () =>
    new Promise((resolve) =>
      new Worker(join(__dirname, 'two-threads.cjs'), { workerData: 0.5 }).once('exit', resolve),
    );
  (async () => {
    const start = performance.now();
    await ended();
    await ended();
    const middle = performance.now();
    await Promise.all([ended(), ended()]);
    process.stdout.write(String((middle - start) / (performance.now() - middle)));
  })();
}
