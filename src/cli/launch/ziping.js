#!/usr/bin/env node
const { loadProgram } = require('./load-program.js');

loadProgram().program.main(process.argv.slice(2));
