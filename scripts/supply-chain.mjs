// What ships, and on what terms: licences, install scripts, known advisories (only if the registry answers), and a bill of
// materials in dist/release. Ends with code 1 where something is not in order; what could not be seen is said, never assumed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const RELEASE = join(ROOT, 'dist/release');

/** Licences under which everything may be passed on with the product. */
const ALLOWED = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

/** Scripts that npm runs on the machine of whoever installs. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];

/** Scripts that were read and do nothing to the machine; another version is another script. */
const READ_SCRIPTS = new Map([
  [
    'core-js@2.6.12',
    '只打印一段募捐文字，并在临时文件夹记下已经打印过，不下载、不编译；随产品发布的是打包后的静态文件',
  ],
]);

const problems = [];
const shipped = shippedPackages();
licences();
installScripts();
billOfMaterials();
advisories();
for (const problem of problems) console.log(`不合要求：${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Packages of the lock file that are neither for development nor for another platform only. */
function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, link }]) => path !== '' && !dev && !devOptional && !link)
    .map(([path, { version, license, hasInstallScript, optional, peer }]) => {
      const file = join(ROOT, path, 'package.json');
      const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
      return {
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version,
        license: licenceOf(own) ?? license ?? null,
        scripts: own?.scripts ?? {},
        hasInstallScript: hasInstallScript === true,
        installed: own !== null,
        optional: optional === true || peer === true,
      };
    });
}

function licenceOf(own) {
  if (typeof own?.license === 'string') return own.license;
  return own?.license?.type ?? own?.licenses?.[0]?.type ?? null;
}

function licences() {
  const byLicence = new Map();
  for (const { name, version, license, installed, optional } of shipped) {
    if (!installed && !optional) problems.push(`${name}@${version} 没有安装，看不到它的许可`);
    const accepted = String(license)
      .replace(/[()]/g, '')
      .split(/ OR /)
      .some((one) => ALLOWED.has(one.trim()));
    if (!accepted) problems.push(`${name}@${version} 的许可“${license ?? '没有写明'}”不在允许之列`);
    byLicence.set(license, [...(byLicence.get(license) ?? []), `${name}@${version}`]);
  }
  console.log(`随产品发布的包：${shipped.length} 个`);
  for (const [license, names] of [...byLicence].sort((a, b) => b[1].length - a[1].length))
    console.log(`  ${license}（${names.length}）：${names.join('，')}`);
  mkdirSync(RELEASE, { recursive: true });
  const list = shipped.map(({ name, version, license }) => `${name}@${version}\t${license}`).sort();
  writeFileSync(join(RELEASE, 'licences.tsv'), `${list.join('\n')}\n`);
}

function installScripts() {
  const running = shipped.filter(
    ({ hasInstallScript, scripts }) => hasInstallScript || INSTALL_SCRIPTS.some((name) => scripts[name]),
  );
  for (const { name, version } of running) {
    const read = READ_SCRIPTS.get(`${name}@${version}`);
    if (read === undefined) problems.push(`${name}@${version} 安装时会运行脚本`);
    else console.log(`安装脚本：${name}@${version} 有一个，已看过：${read}。`);
  }
  if (running.length === 0) console.log('安装脚本：随产品发布的包都没有。');
}

function billOfMaterials() {
  const { status, stdout, stderr } = npm('sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev');
  if (status !== 0) {
    problems.push(`没有写出物料清单：${stderr.trim().split('\n').at(-1)}`);
    return;
  }
  const file = join(RELEASE, 'sbom.cdx.json');
  writeFileSync(file, stdout);
  console.log(`物料清单：${JSON.parse(stdout).components.length} 个组件，写在 dist/release/sbom.cdx.json`);
}

/** The registry may not offer the service, or not be reached: then nothing is known, and that is what is said. */
function advisories() {
  const { stdout, stderr } = npm('audit', '--omit=dev', '--json');
  const answer = parsed(stdout);
  const counts = answer?.metadata?.vulnerabilities;
  if (!counts) {
    const reason =
      answer?.message ?? answer?.error?.summary ?? (stderr.trim().split('\n').at(-1) || '没有回答');
    console.log(`已知漏洞：未能查询（${reason}），因此不作任何结论。`);
    return;
  }
  console.log(
    `已知漏洞：严重 ${counts.critical}，高 ${counts.high}，中 ${counts.moderate}，低 ${counts.low}。`,
  );
  if (counts.critical + counts.high > 0) problems.push('有高危或严重的已知漏洞');
}

function npm(...words) {
  return spawnSync('npm', words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
