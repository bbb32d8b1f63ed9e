const { existsSync, readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const PROGRAM = join(__dirname, 'program.js');
const COMPILED = join(__dirname, 'program.compiled');

/**
 * How V8 works for a run of a second or two; set before loading, or the compiled code is not taken. A function is
 * optimised after six times the usual amount of code: earlier costs more of a second core than it saves. A regular
 * expression is compiled once and for all, not for its first use one way and for its second another.
 */
for (const flag of ['--interrupt-budget=400000', '--no-regexp-tier-up']) setFlagsFromString(flag);

/**
 * Loads the program with the code that V8 made of it when it was built: half of a short run would be compiling the same text
 * again. Another version of Node does not take it and compiles the text as ever; so does a missing file.
 *
 * `taken` says whether it was used; `compiled()` gives what V8 has compiled up to now, for the build to keep.
 */
function loadProgram() {
  const cachedData = existsSync(COMPILED) ? readFileSync(COMPILED) : undefined;
  const script = new Script(wrap(readFileSync(PROGRAM, 'utf8')), { filename: PROGRAM, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
  return {
    program: module.exports,
    taken: script.cachedDataRejected === false,
    compiled: () => script.createCachedData(),
  };
}

module.exports = { loadProgram };
