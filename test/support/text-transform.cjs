/** Gives jest the text of a file as its default export, as webpack's asset/source does. */
module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };` }),
};
