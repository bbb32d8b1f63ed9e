// Univer's scripts want React as globals, and React 19 has no such build.
import * as React from 'react';
import * as ReactDom from 'react-dom';
import * as ReactDomClient from 'react-dom/client';
import * as jsxRuntime from 'react/jsx-runtime';

Object.assign(globalThis, {
  React: { ...React, ...jsxRuntime },
  ReactDOM: { ...ReactDom, ...ReactDomClient },
});
