// `npm test`: every gate, then one closing line. A gate that fails does not hide the ones after it.
import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const RESULTS = 'test-artifacts/jest.json';
// Linting takes as long as all other gates together: side by side they take two cores half the time.
const lanes = [
  [['代码规范', 'npx', ['eslint', '--max-warnings=0', '.']]],
  [
    ['类型检查', 'npx', ['tsc', '-p', '.']],
    ['core 的类型墙', 'npx', ['tsc', '-p', 'src/core']],
    ['排版', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
    ['分层', 'npx', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
    ['构建', 'npm', ['run', '--silent', 'build']],
    ['构建工作台', 'npm', ['run', '--silent', 'build:workbench']],
  ],
];

mkdirSync('test-artifacts', { recursive: true });
rmSync(RESULTS, { force: true });
let passed = 0;
let failed = 0;
await Promise.all(
  lanes.map(async (lane) => {
    for (const gate of lane) await run(gate);
  }),
);

const { status } = spawnSync(
  'npx',
  ['jest', '--maxWorkers=100%', '--json', `--outputFile=${RESULTS}`, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
const tests = readResults();
passed += tests.passed;
failed += tests.failed;
if (status !== 0 && tests.failed === 0) failed += 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a gate and prints what it says in one piece, so that the lanes do not mix. */
async function run([name, command, args]) {
  const started = Date.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
  const [status] = await once(child, 'close');
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(Buffer.concat(said));
  console.log(`${status === 0 ? '通过' : '失败'}：${name}（${seconds} 秒）`);
  if (status === 0) passed += 1;
  else failed += 1;
}

function readResults() {
  try {
    const report = JSON.parse(readFileSync(RESULTS, 'utf8'));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    };
  } catch (error) {
    console.error(`没有测试结果：${error.message}`);
    return { passed: 0, failed: 1 };
  }
}
