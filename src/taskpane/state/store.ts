import { INITIAL, type PaneState } from './pane-state';
import { reduce, type Action } from './reducer';

/** The pane's state with its only way to change. */
export type Store = Readonly<{
  state: () => PaneState;
  dispatch: (action: Action) => void;
  subscribe: (listener: () => void) => () => void;
}>;

/** A store around the reducer; ribbon commands and views share one. */
export function createStore(initial: PaneState = INITIAL): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (action) => {
      state = reduce(state, action);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
