// Bundles the engine from source with the settings of the command line, so that what is measured and fuzzed is what ships.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const FOLDER = join(ROOT, 'test-artifacts/engine');

/** Path of the bundle, built anew; not minimised, a stack says where. */
export async function buildEngine({ minimize = true } = {}) {
  const webpack = require('webpack');
  const [cli] = require(join(ROOT, 'webpack.config.js'))({
    target: 'cli',
    minimize: minimize ? 'yes' : 'no',
  });
  const compiler = webpack({
    ...cli,
    entry: { engine: { import: join(ROOT, 'scripts/engine/engine.mjs'), library: { type: 'commonjs2' } } },
    output: { path: FOLDER },
    plugins: [],
    stats: undefined,
  });
  const stats = await new Promise((done, fail) => {
    compiler.run((error, result) => (error ? fail(error) : done(result)));
  });
  await new Promise((done) => {
    compiler.close(done);
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return join(FOLDER, 'engine.js');
}

/** The engine itself, in this process. */
export function loadEngine(path) {
  return require(path);
}
