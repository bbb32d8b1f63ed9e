// The pool is an ES module. Code that V8 takes over compiled may not import one, a file of its own may.
module.exports = import('./tinypool/dist/index.js');
