// Fluent UI's MessageBar asks for ResizeObserver, which jsdom does not have.
if (typeof window !== 'undefined') {
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}
// Browsers and Node have these; jsdom under jest does not hand them on.
const { TextDecoder, TextEncoder } = require('node:util');
globalThis.TextDecoder ??= TextDecoder;
globalThis.TextEncoder ??= TextEncoder;
