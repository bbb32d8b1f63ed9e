const { loadProgram } = require('./load-program.js');

module.exports = loadProgram().program.checkInWorker;
