const fs = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const TerserPlugin = require('terser-webpack-plugin');

/** Addresses of office.js by name; any https address or path of a self-hosted copy may stand in their place. */
const OFFICE = {
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};

const here = (...parts) => path.join(__dirname, ...parts);

/**
 * What the pane's page may do. office.js talks to Excel by messages and needs its own scripts, nothing else:
 * with `connect-src 'none'` no script of this page can send a byte of the workbook anywhere.
 * Fluent UI writes its styles into the page, hence 'unsafe-inline' for styles alone.
 */
function contentSecurityPolicy(office) {
  const origin = /^https:/.test(office) ? ` ${new URL(office).origin}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${origin}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Settings that all three programs share. */
function common({ mode, minimize }, name, folder) {
  return {
    name,
    mode,
    devtool: false,
    output: { path: here('dist', folder), clean: true },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      // A name that a module does not export is an error, not undefined at run time.
      parser: { javascript: { exportsPresence: 'error' }, json: { namedExports: true } },
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: {
                target: 'es2022',
                parser: { syntax: 'typescript', tsx: true },
                transform: { react: { runtime: 'automatic', development: mode === 'development' } },
              },
            },
          },
        },
        // Core is pure: a module of it that nobody uses can be left out, also out of one part of a program.
        { test: /[\\/]src[\\/]core[\\/]/, sideEffects: false },
        { test: /\.md$/, type: 'asset/source' },
        { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      ],
    },
    optimization: {
      minimize,
      // Half the time of terser at the same size.
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    },
    performance: false,
    stats: 'errors-warnings',
  };
}

/** The add-in: static files for any HTTPS site. Ribbon commands share the pane's runtime, so there is one page. */
function addin(how, office) {
  return {
    ...common(how, 'addin', 'addin'),
    target: ['web', 'es2022'],
    entry: { taskpane: here('src/taskpane/index.tsx') },
    plugins: [
      new HtmlPlugin({
        filename: 'taskpane.html',
        template: here('assets/taskpane.html'),
        scriptLoading: 'defer',
        inject: 'body',
        templateParameters: { office, csp: contentSecurityPolicy(office) },
      }),
      new CopyPlugin({
        patterns: [
          { from: here('assets/icons'), to: 'assets', noErrorOnMissing: true },
          { from: here('manifest.xml'), noErrorOnMissing: true },
          { from: here('assets/shortcuts.json'), noErrorOnMissing: true },
        ],
      }),
    ],
  };
}

/** The command line runs on plain Node; the thread pool and its worker are loaded only for several files. */
function cli(how) {
  const file = here('dist/cli/ziping.js');
  return {
    ...common(how, 'cli', 'cli'),
    target: 'node20',
    resolve: {
      ...common(how, 'cli', 'cli').resolve,
      alias: { [here('src/hosts/xlsx/zip/compression.ts')]: here('src/cli/compression.ts') },
    },
    entry: { program: { import: here('src/cli/program.ts'), library: { type: 'commonjs2' } } },
    // The pool finds its own worker file beside itself, so it is shipped as it is.
    externals: { tinypool: 'promise require("./load-pool.js")' },
    node: { __dirname: false },
    plugins: [
      new CopyPlugin({
        patterns: [
          // What Node starts; it loads the bundle with the code compiled at build time (scripts/compile-cli.mjs).
          { from: here('src/cli/launch'), info: { minimized: true } },
          {
            from: here('node_modules/tinypool'),
            to: 'tinypool',
            globOptions: { ignore: ['**/*.d.ts', '**/README.md'] },
            // As published: minified or not, it is the copy that the lock file names.
            info: { minimized: true },
          },
        ],
      }),
      {
        apply(compiler) {
          compiler.hooks.afterEmit.tap('executable', () => fs.chmodSync(file, 0o755));
        },
      },
    ],
  };
}

/** The workbench page around the shipped pane; Univer is never bundled, its own files are served as they are. */
function workbench(how) {
  return {
    ...common(how, 'workbench', 'workbench'),
    target: ['web', 'es2022'],
    entry: {
      'react-globals': here('src/workbench/page/react-globals.ts'),
      'pane-office': here('src/workbench/page/pane-office.ts'),
      'pane-office-ready': here('src/workbench/page/pane-office-ready.ts'),
      workbench: here('src/workbench/page/main.ts'),
    },
    output: { path: here('dist/workbench'), clean: true, filename: '[name].js' },
    plugins: [
      new HtmlPlugin({
        filename: 'index.html',
        template: here('src/workbench/page/index.html'),
        chunks: ['workbench'],
        scriptLoading: 'blocking',
        inject: 'body',
      }),
      new CopyPlugin({ patterns: [{ from: here('assets/samples'), to: 'samples' }] }),
    ],
  };
}

/** `--env target=addin,cli` (default), `workbench`; `--env office=global|21vianet|<address>`; `--env minimize=no`. */
module.exports = (env = {}, { mode = 'production' } = {}) => {
  const office = OFFICE[env.office ?? 'global'] ?? env.office;
  const how = { mode, minimize: mode === 'production' && env.minimize !== 'no' };
  const programs = {
    addin: () => addin(how, office),
    cli: () => cli(how),
    workbench: () => workbench(how),
  };
  return String(env.target ?? 'addin,cli')
    .split(',')
    .map((target) => {
      if (!Object.hasOwn(programs, target)) throw new Error(`没有名为“${target}”的构建目标`);
      return programs[target]();
    });
};
