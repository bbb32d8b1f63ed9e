/** The walls of the house (docs/architecture.md): faces → hosts → core, never upward, never sideways. */
const wall = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle hides which module decides.',
      from: { path: '^src' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    wall(
      'core-is-pure',
      '^src/core',
      '^src/(hosts|taskpane|commands|cli|workbench)',
      'core knows no host and no face',
    ),
    {
      name: 'core-has-no-platform',
      severity: 'error',
      comment: 'core has no node, no DOM, no Office',
      from: { path: '^src/core' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-packages',
      severity: 'error',
      comment: 'core may use pure calculation libraries only',
      from: { path: '^src/core' },
      to: { path: 'node_modules', pathNot: 'node_modules/fraction\\.js/' },
    },
    wall(
      'hosts-know-core-only',
      '^src/hosts',
      '^src/(taskpane|commands|cli|workbench)',
      'a host serves faces, it does not know them',
    ),
    wall('excel-host-alone', '^src/hosts/excel', '^src/hosts/xlsx', 'adapters never import each other'),
    wall('xlsx-host-alone', '^src/hosts/xlsx', '^src/hosts/excel', 'adapters never import each other'),
    wall(
      'pane-behind-port',
      '^src/taskpane/(?!index)',
      '^src/hosts/(excel|xlsx)',
      'only taskpane/index.tsx chooses a host',
    ),
    wall('cli-behind-port', '^src/cli/(?!main)', '^src/hosts/excel', 'the command line works on files'),
    wall(
      'no-workbench-inside',
      '^src/(taskpane|commands|cli)',
      '^src/workbench',
      'the workbench is development only',
    ),
    {
      name: 'office-js-helpers-once',
      severity: 'error',
      comment: '@microsoft/office-js-helpers stands behind one adapter file',
      from: { path: '^src', pathNot: '^src/hosts/excel/office-helpers\\.ts$' },
      to: { path: '@microsoft/office-js-helpers' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
