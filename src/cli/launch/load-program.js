const { existsSync, readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const PROGRAM = join(__dirname, 'program.js');
const COMPILED = join(__dirname, 'program.compiled');

/**
 * Bytes of code that a function runs before V8 optimises it, six times the usual: a run lasts a second or two, and
 * optimising earlier costs more of a second core than it saves. Set before loading, or the compiled code is not taken.
 */
setFlagsFromString('--interrupt-budget=400000');

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
