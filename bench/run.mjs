// `npm run bench`: every figure side by side in one run, with its spread; the results go to bench/results.md.
// `--rounds 7` for more or fewer, `--files 800` workbooks in the folder, `--python python3` with openpyxl,
// `--only folder,bundles` for parts (shown, not written).
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildEngine, loadEngine } from '../scripts/engine/load-engine.mjs';
import { manySheets, stackedBlocks } from './inputs.mjs';
import {
  median,
  nodeProgram,
  onCores,
  printMs,
  printRatio,
  program,
  ratio,
  sideBySide,
  timed,
} from './measure.mjs';
import { measurePane } from './pane.mjs';
import { measure as measureStandards } from './standards.bench.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const WORK = join(ROOT, 'test-artifacts/bench');
const CLI = join(ROOT, 'dist/cli/ziping.js');
const FIXTURES = join(ROOT, 'test/fixtures');
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    files: { type: 'string', default: '800' },
    python: { type: 'string', default: 'python3' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const lines = [];
const say = (line = '') => {
  console.log(line);
  lines.push(line);
};

rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
for (const script of ['build', 'build:workbench']) {
  const build = spawnSync('npm', ['run', '--silent', script], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (build.status !== 0) throw new Error(`npm run ${script} 没有成功`);
}
const engine = loadEngine(await buildEngine());
const hasOpenpyxl = spawnSync(values.python, ['-c', 'import openpyxl']).status === 0;

const startLoad = loadavg()[0];
const inputs = prepare();
say('# 测量结果');
say();
say(
  `Node ${process.version}，${cpus()[0]?.model ?? ''} × ${availableParallelism()}，开始时负载 ${startLoad.toFixed(1)}。` +
    `每行 ${rounds} 轮，各程序轮流运行；比值逐轮相除，取中位数，括号内为最小与最大。由 \`npm run bench\` 写出。`,
);
say();
const sections = { wholeProcesses, linear, engineAgainstReading, standards, folder, bundles, firstPaint };
for (const [name, section] of Object.entries(sections))
  if (values.only === undefined || values.only.split(',').includes(name)) await section();
say();
say(`结束时负载 ${loadavg()[0].toFixed(1)}。`);
// Results of different runs do not stand side by side: a part alone is only shown.
if (values.only === undefined) writeFileSync(join(ROOT, 'bench/results.md'), `${lines.join('\n')}\n`);

function prepare() {
  const read = (name) => readFileSync(join(FIXTURES, name));
  const stacked = read('projects-2020.xlsx');
  const shape = { number: 2, first: 2, height: 9, blocks: 8 };
  const write = (name, bytes) => {
    const path = join(WORK, name);
    writeFileSync(path, bytes);
    return path;
  };
  const blocks = Object.fromEntries(
    [30, 300, 2000].map((count) => [count, write(`${count}块.xlsx`, stackedBlocks(stacked, shape, count))]),
  );
  return {
    department: join(FIXTURES, 'department-2020.xlsx'),
    sheets: write('300表.xlsx', manySheets(read('projects-2020-sheets.xlsx'), 300)),
    blocks,
  };
}

function wholeProcesses() {
  say('## 整个进程');
  say();
  say(
    '“裸成本”是启动 Node、解压、把单元格看一遍（bench/bare.cjs）；“openpyxl”只是载入文件。时间为墙上时间，处理器时间在后。',
  );
  say();
  say(
    '| 工作簿 | check | 裸成本 | check ÷ 裸成本 | 处理器时间之比 | 目标 | openpyxl 载入 | openpyxl ÷ check | 目标 | 最大内存 |',
  );
  say('|---|---|---|---|---|---|---|---|---|---|');
  const cases = [
    ['部门自评（9 张表）', inputs.department, '≤ 1.5', '≥ 1'],
    ['300 张表', inputs.sheets, '≤ 2.5', '≥ 3'],
    ['2,000 个上下相接的表', inputs.blocks[2000], '≤ 2.5', '≥ 8'],
  ];
  for (const [name, path, goal, pythonGoal] of cases) {
    const samples = sideBySide(
      {
        check: nodeProgram(CLI, 'check', path, '--format', 'json'),
        bare: nodeProgram(join(ROOT, 'bench/bare.cjs'), path),
        ...(hasOpenpyxl
          ? { python: program(values.python, [join(ROOT, 'bench/openpyxl_load.py'), path]) }
          : {}),
      },
      rounds,
    );
    const wall = ({ wall: time }) => time;
    const ms = (list) => `${median(list.map(wall)).toFixed(0)} ms`;
    say(
      `| ${name} | ${ms(samples.check)} | ${ms(samples.bare)} | ${printRatio(ratio(samples.check, samples.bare, wall))} | ` +
        `${printRatio(ratio(samples.check, samples.bare, ({ cpu }) => cpu))} | ${goal} | ` +
        (samples.python
          ? `${ms(samples.python)} | ${printRatio(ratio(samples.python, samples.check, wall))}`
          : '这台机器上没有 | —') +
        ` | ${pythonGoal} | ${Math.max(...samples.check.map(({ memory }) => memory)).toFixed(0)} MB |`,
    );
  }
  say();
}

/** Cold start and fixed cost would hide how the work grows: the engine alone, in one process, a table at a time. */
function linear() {
  say('## 随表格数增长');
  say();
  say('| 表格数 | 读取和检查 | 每张表 | 与 300 张时之比（目标 0.85—1.15） |');
  say('|---|---|---|---|');
  // Until the engine is compiled hot, the first size would pay for all.
  const warm = readFileSync(inputs.blocks[300]);
  for (let n = 0; n < 3; n += 1) reviewOf(engine.readXlsx(warm, '表.xlsx'));
  const runs = [30, 300, 2000].map((count) => {
    const bytes = readFileSync(inputs.blocks[count]);
    const whole = () => reviewOf(engine.readXlsx(bytes, '表.xlsx'));
    const found = whole().tables.length;
    if (found !== count) throw new Error(`应有 ${count} 张表，认出 ${found} 张`);
    return { count, time: timed(whole, count > 1000 ? 3 : rounds) };
  });
  const base = runs[1].time.median / runs[1].count;
  for (const { count, time } of runs) {
    const each = time.median / count;
    say(`| ${count} | ${printMs(time)} | ${each.toFixed(3)} ms | ${(each / base).toFixed(2)} |`);
  }
  say();
}

function engineAgainstReading() {
  say('## 引擎与读取');
  say();
  say('| 工作簿 | 读取文件 | 引擎（识别、评分、检查） | 引擎 ÷ 读取（目标 ≤ 0.5） |');
  say('|---|---|---|---|');
  for (const [name, path] of [
    ['部门自评', inputs.department],
    ['300 张表', inputs.sheets],
    ['2,000 个表', inputs.blocks[2000]],
  ]) {
    const bytes = readFileSync(path);
    const snapshot = engine.readXlsx(bytes, name);
    const reading = timed(() => engine.readXlsx(bytes, name), name === '部门自评' ? 50 : 3);
    const engineTime = timed(() => reviewOf(snapshot), name === '部门自评' ? 50 : 3);
    say(
      `| ${name} | ${printMs(reading)} | ${printMs(engineTime)} | ${(engineTime.median / reading.median).toFixed(2)} |`,
    );
  }
  say();
}

function standards() {
  const corpus = JSON.parse(readFileSync(join(FIXTURES, 'standards.json'), 'utf8'));
  const { perSecond, again, hostile } = measureStandards(engine.scoreStandard, corpus);
  say('## 评分标准');
  say();
  say(
    `每秒读懂并计算 ${perSecond} 条没有读过的文字，${again} 条读过的（一个线程）。八千与 32,767 个字符的刁难文本，最慢的：`,
  );
  say();
  say('| 反复的字样 | 用时 |');
  say('|---|---|');
  for (const { piece, ms } of hostile.slice(0, 4)) say(`| ${piece.replaceAll('|', '\\|')} | ${ms} ms |`);
  say();
}

function folder() {
  const many = join(WORK, '文件夹');
  const [half, rest] = [join(WORK, '一半'), join(WORK, '另一半')];
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.xlsx'));
  const fill = (path, from, to) => {
    mkdirSync(path);
    for (let n = from; n < to; n += 1)
      copyFileSync(join(FIXTURES, names[n % names.length]), join(path, `${n}.xlsx`));
  };
  const count = Number(values.files);
  fill(many, 0, count);
  fill(half, 0, count / 2);
  fill(rest, count / 2, count);
  const check = (path, jobs) => [CLI, 'check', path, '--format', 'json', '--jobs', jobs];
  const samples = sideBySide(
    {
      one: onCores([0], check(many, '1')),
      two: nodeProgram(...check(many, '2')),
      half: nodeProgram(...check(half, '2')),
      // What the machine gives at best: two processes that know nothing of each other, each on a core of its own.
      apart: onCores([0, 1], check(half, '1'), check(rest, '1')),
    },
    Math.min(rounds, 3),
  );
  const wall = ({ wall: time }) => time;
  const ms = (list) => `${median(list.map(wall)).toFixed(0)} ms`;
  const memory = (list) => median(list.map(({ memory: most }) => most)).toFixed(0);
  say('## 文件夹');
  say();
  say(
    `${count} 个工作簿：一个线程在一个核上 ${ms(samples.one)}，两个线程在两个核上 ${ms(samples.two)}，` +
      `快 ${printRatio(ratio(samples.one, samples.two, wall))} 倍（目标 ≥ 1.8）。` +
      `分给互不相干的两个进程、各占一个核，${ms(samples.apart)}，快 ${printRatio(ratio(samples.one, samples.apart, wall))} 倍：` +
      `这台机器的两个核最多能给这么多。最大内存：${count / 2} 个 ${memory(samples.half)} MB，${count} 个 ${memory(samples.two)} MB。`,
  );
  say();
}

function bundles() {
  say('## 发布的文件');
  say();
  say('| 文件 | 大小 | gzip |');
  say('|---|---|---|');
  for (const name of [
    'dist/addin/taskpane.js',
    'dist/addin/engine.js',
    'dist/addin/engine-worker.js',
    'dist/cli/program.js',
  ]) {
    const path = join(ROOT, name);
    if (!statSync(path, { throwIfNoEntry: false })) {
      say(`| ${name} | 未构建（npm run build） | |`);
      continue;
    }
    const bytes = readFileSync(path);
    say(
      `| ${name} | ${(bytes.length / 1024).toFixed(0)} KB | ${(gzipSync(bytes).length / 1024).toFixed(0)} KB |`,
    );
  }
}

/** The pane, in a browser: its first paint, one click, a long list. */
async function firstPaint() {
  say();
  say('## 窗格');
  say();
  if (
    !['dist/addin/taskpane.html', 'dist/workbench/index.html'].every((name) => existsSync(join(ROOT, name)))
  ) {
    say('未构建（npm run build 和 npm run build:workbench）。');
    return;
  }
  const large = stackedBlocks(
    readFileSync(join(FIXTURES, 'projects-2020.xlsx')),
    { number: 2, first: 2, height: 9, blocks: 8 },
    1300,
  );
  const small = readFileSync(join(FIXTURES, 'department-2020-blank-scores.xlsx'));
  const { paint, click, scroll } = await measurePane(ROOT, { small, large: new Uint8Array(large) }, rounds);
  const kb = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
  say('工作台里的真实窗格，Chromium，没有显卡。');
  say();
  say('| 项目 | 结果 | 目标 |');
  say('|---|---|---|');
  say(`| 首次绘制（自窗格开始载入） | ${printMs(paint.first)} | ≤ 500 ms |`);
  say(`| 首次显示内容 | ${printMs(paint.contentful)} | ≤ 500 ms |`);
  say(`| 显示检查结果 | ${printMs(paint.shown)} | — |`);
  say(`| 一键评分（部门自评，读、写、标） | ${click.syncs} 次往返，${click.ms.toFixed(0)} ms | ≤ 3 次 |`);
  say(`| 其中发出、收到 | ${kb(click.requestBytes)}、${kb(click.answerBytes)} | ≤ 5 MB |`);
  say(`| 撤销步数、清空撤销记录的调用 | ${click.undoSteps}、${click.undoWiped} | 清空 0 次 |`);
  say(
    `| 滚动 ${scroll.findings} 处问题，每帧 | 中位 ${scroll.middle.toFixed(1)} ms，95% ${scroll.slow.toFixed(1)} ms，最慢 ${scroll.slowest.toFixed(1)} ms | 17 ms |`,
  );
  say(`| 滚动时页面里最多有几行 | ${scroll.rows} | — |`);
}

function reviewOf(snapshot) {
  return engine.review(snapshot, engine.PROFILES[0], {});
}
