// Fluent UI's MessageBar asks for ResizeObserver, which jsdom does not have.
if (typeof window !== 'undefined') {
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}
