const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  setupFiles: ['<rootDir>/jest.setup.cjs'],
  transform: { '^.+\\.[jt]sx?$': swc, '\\.md$': '<rootDir>/test/support/text-transform.cjs' },
  // Chinese check pages and profiles are read as text by the program, as webpack does it.
  moduleNameMapper: { '\\.css$': '<rootDir>/test/support/empty-module.cjs' },
};
const project = (displayName, folders, testEnvironment) => ({
  ...base,
  displayName,
  testEnvironment,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
});

module.exports = {
  // A loaded machine is slow, not wrong; what is fast enough is the benchmark's business.
  testTimeout: 120_000,
  projects: [
    project('core', ['core'], 'node'),
    project('hosts', ['hosts', 'workbench'], 'node'),
    project('cli', ['cli', 'project'], 'node'),
    project('pane', ['taskpane', 'commands'], 'jsdom'),
    project('browser', ['browser'], 'node'),
  ],
};
